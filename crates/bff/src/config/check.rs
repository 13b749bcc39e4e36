use std::collections::BTreeMap;
use std::path::Path;

use contract::app::Party;
use url::Url;

use super::raw::Raw;
use super::{Config, ConfigError, Identity, Platform, SessionLimits};
use crate::secret::{self, Secret};

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

pub(super) fn check(table: toml::Table) -> Result<Config, ConfigError> {
    let mut found = Findings::default();
    let raw = Raw::read(table, &mut found.0);

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
