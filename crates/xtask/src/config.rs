//! The BFF's configuration for a run against the sandbox.

use std::{collections::BTreeMap, path::Path};

use anyhow::Result;
use serde::Serialize;

use crate::{ports::Ports, secrets::Secrets};

const PARTIES: [&str; 5] = ["aa", "kyc", "eMandate", "loanAgreement", "payment"];

#[derive(Serialize)]
struct Config<'a> {
    public_origin: String,
    listen: String,
    dist: &'a Path,
    platform: Platform<'a>,
    identity: Identity<'a>,
    store: Store<'a>,
    handoff_hosts: BTreeMap<&'static str, [String; 1]>,
}

#[derive(Serialize)]
struct Platform<'a> {
    base_url: String,
    api_key_file: &'a Path,
    webhook_secret_files: [&'a Path; 1],
}

#[derive(Serialize)]
struct Identity<'a> {
    issuer: String,
    client_id: &'static str,
    client_secret_file: &'a Path,
    external_id_claim: &'static str,
}

#[derive(Serialize)]
struct Store<'a> {
    path: &'a Path,
    key_files: [&'a Path; 1],
}

/// The text of `bff.toml`: `dist` served on the app's port, everything outside is the sandbox.
pub(crate) fn bff(ports: Ports, dist: &Path, store: &Path, secrets: &Secrets) -> Result<String> {
    let sandbox = ports.sandbox_origin();
    let host = format!("127.0.0.1:{}", ports.sandbox);
    let config = Config {
        public_origin: ports.app_origin(),
        listen: format!("127.0.0.1:{}", ports.app),
        dist,
        platform: Platform {
            base_url: sandbox.clone(),
            api_key_file: &secrets.api_key,
            webhook_secret_files: [&secrets.webhook_secret],
        },
        identity: Identity {
            issuer: format!("{sandbox}/idp"),
            client_id: "borrower-web",
            client_secret_file: &secrets.client_secret,
            external_id_claim: "sub",
        },
        store: Store {
            path: store,
            key_files: [&secrets.store_key],
        },
        handoff_hosts: PARTIES.map(|party| (party, [host.clone()])).into(),
    };
    Ok(toml::to_string(&config)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_follows_the_port_and_every_party_may_only_leave_to_the_sandbox() {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::in_folder(folder.path()).unwrap();
        let text = bff(
            Ports::from_app(9000),
            Path::new("/d \"q\""),
            Path::new("/s"),
            &secrets,
        )
        .unwrap();
        let config: toml::Table = text.parse().unwrap();
        let at = |table: &str, key: &str| config[table][key].as_str().unwrap().to_owned();

        assert_eq!(
            config["public_origin"].as_str(),
            Some("http://localhost:9000")
        );
        assert_eq!(config["listen"].as_str(), Some("127.0.0.1:9000"));
        assert_eq!(config["dist"].as_str(), Some("/d \"q\""));
        assert_eq!(at("platform", "base_url"), "http://127.0.0.1:9001");
        assert_eq!(at("identity", "issuer"), "http://127.0.0.1:9001/idp");
        let hosts = config["handoff_hosts"].as_table().unwrap();
        assert_eq!(hosts.len(), 5);
        assert!(
            hosts
                .values()
                .all(|list| list[0].as_str() == Some("127.0.0.1:9001"))
        );
    }
}
