//! The backend-for-frontend.
//!
//! It serves the app, signs the borrower in, holds every token, relays intents to the platform
//! and answers them with the next view, and receives returns and webhooks. One table
//! ([`routes::ROUTES`]) lists all it answers to.

mod app;
mod clock;
pub mod config;
mod cookie;
mod crypto;
mod guard;
mod headers;
mod identity;
mod observe;
mod pages;
mod platform;
mod problem;
mod request;
pub mod routes;
mod secret;
mod server;
mod store;
mod tokens;
mod upstream;
mod view;

pub use app::{App, StartError};
pub use server::{Running, start};
