//! The platform as this server calls it: one base URL, no redirects, deadlines, typed errors.

mod client;
mod error;
mod mend;

pub use client::{Call, Platform};
pub use error::PlatformError;
