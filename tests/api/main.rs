//! The BFF over HTTP, against the sandbox, without a browser.

mod boundary;
mod configuration;
mod consents;
mod double;
mod journey;
mod random_walk;
mod resilience;
mod scenarios;
mod walk;
mod webhooks;
