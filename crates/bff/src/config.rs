//! Configuration: a TOML file, overridden by `BFF_…` environment variables, checked as a whole.

mod check;
mod environment;
mod raw;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use url::Url;

use crate::secret::Secret;

/// Everything the server needs, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// What borrowers type; every origin check compares with it.
    pub public_origin: Url,
    pub listen: String,
    /// The built app.
    pub dist: PathBuf,
    pub platform: Platform,
    pub identity: Identity,
    pub store_path: PathBuf,
    /// Key-encryption keys, newest first.
    pub store_keys: Vec<Secret>,
    /// `host` or `host:port` that a borrower may be sent to, by party.
    pub handoff_hosts: BTreeMap<&'static str, Vec<String>>,
    pub session: SessionLimits,
}

#[derive(Debug, Clone)]
pub struct Platform {
    pub base_url: Url,
    pub api_key: Secret,
    /// Any of them may have signed a webhook; empty: webhooks are refused.
    pub webhook_secrets: Vec<Secret>,
}

#[derive(Debug, Clone)]
pub struct Identity {
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Secret,
    /// The claim that names a person for ever.
    pub external_id_claim: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLimits {
    pub idle_minutes: u32,
    pub absolute_hours: u32,
}

/// Every key that is wrong, in one message.
#[derive(Debug)]
pub struct ConfigError(pub Vec<String>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "the configuration is wrong in {} place(s):",
            self.0.len()
        )?;
        for problem in &self.0 {
            writeln!(f, "  - {problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

/// Reads `path`, applies `environment` (`BFF_PLATFORM__BASE_URL` is `platform.base_url`; lists are
/// separated by commas) and checks all of it.
pub fn load(
    path: &Path,
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<Config, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| ConfigError(vec![format!("{}: {error}", path.display())]))?;
    let mut table: toml::Table = text
        .parse()
        .map_err(|error| ConfigError(vec![format!("{}: {error}", path.display())]))?;
    environment::apply(&mut table, environment);
    check::check(table)
}
