//! Signing in with the partner's identity provider: OpenID Connect, authorization code, PKCE.

mod claims;
mod provider;

pub use claims::Person;
pub use provider::{Identity, IdentityError};
