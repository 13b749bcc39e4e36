//! The BFF over HTTP, against the sandbox, without a browser.

mod boundary;
mod configuration;
mod journey;
mod resilience;
mod walk;
mod webhooks;
