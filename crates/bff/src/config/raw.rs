use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

/// The file as it is written, before anything is believed.
pub(super) struct Raw {
    pub(super) public_origin: String,
    pub(super) listen: String,
    pub(super) dist: PathBuf,
    pub(super) platform: RawPlatform,
    pub(super) identity: RawIdentity,
    pub(super) store: RawStore,
    pub(super) handoff_hosts: BTreeMap<String, Vec<String>>,
    pub(super) session: RawSession,
}

impl Raw {
    /// Section by section, so that one slip does not hide the next; unknown keys are named too.
    pub(super) fn read(mut table: toml::Table, problems: &mut Vec<String>) -> Self {
        let raw = Self {
            platform: section(&mut table, "platform", problems),
            identity: section(&mut table, "identity", problems),
            store: section(&mut table, "store", problems),
            handoff_hosts: section(&mut table, "handoff_hosts", problems),
            session: section(&mut table, "session", problems),
            public_origin: section(&mut table, "public_origin", problems),
            listen: section(&mut table, "listen", problems),
            dist: section(&mut table, "dist", problems),
        };
        problems.extend(table.keys().map(|key| format!("{key}: no such key")));
        raw
    }
}

fn section<T: Default + serde::de::DeserializeOwned>(
    table: &mut toml::Table,
    name: &str,
    problems: &mut Vec<String>,
) -> T {
    let Some(value) = table.remove(name) else {
        return T::default();
    };
    let mut unknown = Vec::new();
    let read = serde_ignored::deserialize(value, |path| unknown.push(path.to_string()));
    problems.extend(
        unknown
            .iter()
            .map(|key| format!("{name}.{key}: no such key")),
    );
    read.unwrap_or_else(|error: toml::de::Error| {
        problems.push(format!("{name}: {}", error.message()));
        T::default()
    })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RawPlatform {
    pub(super) base_url: String,
    pub(super) api_key_file: PathBuf,
    pub(super) webhook_secret_files: Vec<PathBuf>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RawIdentity {
    pub(super) issuer: String,
    pub(super) client_id: String,
    pub(super) client_secret_file: PathBuf,
    pub(super) external_id_claim: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RawStore {
    pub(super) path: PathBuf,
    pub(super) key_files: Vec<PathBuf>,
}

#[derive(Deserialize)]
#[serde(default)]
pub(super) struct RawSession {
    pub(super) idle_minutes: u32,
    pub(super) absolute_hours: u32,
}

impl Default for RawSession {
    fn default() -> Self {
        Self {
            idle_minutes: 30,
            absolute_hours: 168,
        }
    }
}
