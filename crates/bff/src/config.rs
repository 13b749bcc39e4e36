//! Configuration: a TOML file, overridden by `BFF_…` environment variables, checked as a whole.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use contract::app::Party;
use serde::Deserialize;
use url::Url;

use crate::secret::{self, Secret};

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
    for (name, value) in environment {
        if let Some(key) = name.strip_prefix("BFF_") {
            set(&mut table, &key.to_ascii_lowercase(), &value);
        }
    }
    check(table)
}

const LISTS: [&str; 2] = ["webhook_secret_files", "key_files"];

fn set(table: &mut toml::Table, key: &str, value: &str) {
    let (section, name) = match key.split_once("__") {
        Some((section, name)) => (Some(section), name),
        None => (None, key),
    };
    let is_list = LISTS.contains(&name) || section == Some("handoff_hosts");
    let value = if is_list {
        value
            .split(',')
            .map(|part| toml::Value::from(part.trim()))
            .collect::<Vec<_>>()
            .into()
    } else {
        value
            .parse::<i64>()
            .map_or_else(|_| toml::Value::from(value), toml::Value::from)
    };
    match section {
        None => {
            table.insert(name.to_owned(), value);
        }
        Some(section) => {
            let entry = table
                .entry(section)
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if let Some(inner) = entry.as_table_mut() {
                // Party names keep their case; the environment's are lower case.
                let name = Party::ALL
                    .iter()
                    .map(|party| party.as_str())
                    .find(|party| section == "handoff_hosts" && party.eq_ignore_ascii_case(name))
                    .unwrap_or(name);
                inner.insert(name.to_owned(), value);
            }
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    public_origin: String,
    listen: String,
    dist: PathBuf,
    platform: RawPlatform,
    identity: RawIdentity,
    store: RawStore,
    handoff_hosts: BTreeMap<String, Vec<String>>,
    session: RawSession,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct RawPlatform {
    base_url: String,
    api_key_file: PathBuf,
    webhook_secret_files: Vec<PathBuf>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct RawIdentity {
    issuer: String,
    client_id: String,
    client_secret_file: PathBuf,
    external_id_claim: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct RawStore {
    path: PathBuf,
    key_files: Vec<PathBuf>,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawSession {
    idle_minutes: u32,
    absolute_hours: u32,
}

impl Default for RawSession {
    fn default() -> Self {
        Self {
            idle_minutes: 30,
            absolute_hours: 168,
        }
    }
}

/// Collects problems instead of stopping at the first.
#[derive(Default)]
struct Findings(Vec<String>);

impl Findings {
    fn url(&mut self, key: &str, text: &str) -> Option<Url> {
        let parsed = match Url::parse(text) {
            Ok(url) => url,
            Err(error) => {
                self.0
                    .push(format!("{key}: `{text}` is not a URL ({error})"));
                return None;
            }
        };
        let loopback = matches!(parsed.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if parsed.scheme() != "https" && !(parsed.scheme() == "http" && loopback) {
            self.0.push(format!(
                "{key}: `{text}` must be https (http only on this machine)"
            ));
            return None;
        }
        Some(parsed)
    }

    fn filled(&mut self, key: &str, text: &str) {
        if text.trim().is_empty() {
            self.0.push(format!("{key}: missing"));
        }
    }

    fn secret(&mut self, key: &str, path: &Path, least: usize) -> Option<Secret> {
        if path.as_os_str().is_empty() {
            self.0.push(format!("{key}: missing"));
            return None;
        }
        secret::read(path, least)
            .map_err(|error| self.0.push(format!("{key}: {error}")))
            .ok()
    }
}

fn check(table: toml::Table) -> Result<Config, ConfigError> {
    let raw: Raw = table.try_into().map_err(|error: toml::de::Error| {
        ConfigError(vec![error.to_string().trim().replace('\n', " ")])
    })?;
    let mut found = Findings::default();

    let public_origin = found.url("public_origin", &raw.public_origin);
    if let Some(url) = &public_origin
        && (url.path() != "/" || url.query().is_some())
    {
        found
            .0
            .push("public_origin: must be an origin, without a path".to_owned());
    }
    found.filled("listen", &raw.listen);
    if !raw.listen.is_empty() && raw.listen.parse::<std::net::SocketAddr>().is_err() {
        found
            .0
            .push(format!("listen: `{}` is not ADDRESS:PORT", raw.listen));
    }
    if !raw.dist.join("index.html").is_file() {
        found
            .0
            .push(format!("dist: no index.html in `{}`", raw.dist.display()));
    }
    let base_url = found.url("platform.base_url", &raw.platform.base_url);
    let api_key = found.secret("platform.api_key_file", &raw.platform.api_key_file, 16);
    if let Some(key) = &api_key
        && !key.expose().starts_with("sk_")
    {
        found
            .0
            .push("platform.api_key_file: an API key starts with sk_".to_owned());
    }
    let webhook_secrets = raw
        .platform
        .webhook_secret_files
        .iter()
        .filter_map(|path| found.secret("platform.webhook_secret_files", path, 16))
        .collect();
    let _ = found.url("identity.issuer", &raw.identity.issuer);
    found.filled("identity.client_id", &raw.identity.client_id);
    let client_secret = found.secret(
        "identity.client_secret_file",
        &raw.identity.client_secret_file,
        16,
    );
    if raw.store.path.as_os_str().is_empty() {
        found.0.push("store.path: missing".to_owned());
    }
    if raw.store.key_files.is_empty() {
        found
            .0
            .push("store.key_files: at least one key is needed".to_owned());
    }
    let store_keys = raw
        .store
        .key_files
        .iter()
        .filter_map(|path| found.secret("store.key_files", path, 32))
        .collect();
    let handoff_hosts = hosts(&raw.handoff_hosts, &mut found);
    if raw.session.idle_minutes == 0 || raw.session.absolute_hours == 0 {
        found
            .0
            .push("session: idle_minutes and absolute_hours must be above 0".to_owned());
    }

    match (public_origin, base_url, api_key, client_secret) {
        (Some(public_origin), Some(base_url), Some(api_key), Some(client_secret))
            if found.0.is_empty() =>
        {
            let claim = raw.identity.external_id_claim;
            Ok(Config {
                public_origin,
                listen: raw.listen,
                dist: raw.dist,
                platform: Platform {
                    base_url,
                    api_key,
                    webhook_secrets,
                },
                identity: Identity {
                    issuer: raw.identity.issuer,
                    client_id: raw.identity.client_id,
                    client_secret,
                    external_id_claim: if claim.is_empty() {
                        "sub".to_owned()
                    } else {
                        claim
                    },
                },
                store_path: raw.store.path,
                store_keys,
                handoff_hosts,
                session: SessionLimits {
                    idle_minutes: raw.session.idle_minutes,
                    absolute_hours: raw.session.absolute_hours,
                },
            })
        }
        _ => Err(ConfigError(found.0)),
    }
}

fn hosts(
    raw: &BTreeMap<String, Vec<String>>,
    found: &mut Findings,
) -> BTreeMap<&'static str, Vec<String>> {
    for key in raw.keys() {
        if Party::from_word(key) == Party::Unknown {
            found.0.push(format!("handoff_hosts.{key}: no such party"));
        }
    }
    let mut hosts = BTreeMap::new();
    for party in Party::ALL {
        match raw.get(party.as_str()) {
            Some(list) if !list.is_empty() => {
                hosts.insert(party.as_str(), list.clone());
            }
            _ => found
                .0
                .push(format!("handoff_hosts.{}: no host", party.as_str())),
        }
    }
    hosts
}
