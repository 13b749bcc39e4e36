//! One view of every screen there is, recorded from real runs and kept as fixtures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Serialize;
use serde_json::Value;

use crate::scenario::Met;

mod steady;

pub use steady::{BASE_MS, steady};

/// The first view of a screen.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// `flow::name` of the view.
    pub state: String,
    /// In which it was met first.
    pub scenario: String,
    /// When, in Unix milliseconds of the view's own times.
    pub at: i64,
    pub view: Value,
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("gallery.json")
}

/// Where to write what is met: `E2E_RECORD`.
pub fn recording() -> Option<PathBuf> {
    std::env::var_os("E2E_RECORD").map(PathBuf::from)
}

/// The names of all screens of the gallery.
pub fn known() -> Result<BTreeSet<String>> {
    let Ok(text) = fs::read_to_string(path()) else {
        return Ok(BTreeSet::new());
    };
    let entries: Vec<Value> = serde_json::from_str(&text).context("tests/gallery.json")?;
    let names = entries
        .iter()
        .filter_map(|entry| entry.get("state")?.as_str());
    Ok(names.map(str::to_owned).collect())
}

/// Collects first views, in the order of the scenarios.
#[derive(Debug, Default)]
pub struct Recorder(BTreeMap<String, Entry>);

impl Recorder {
    pub fn add(&mut self, scenario: &str, met: Met) -> Result<()> {
        let view = serde_json::to_value(&met.view)?;
        let entry = Entry {
            scenario: scenario.to_owned(),
            at: steady::to_ten_minutes(met.at_ms + met.off_ms),
            view: steady(&view, met.at_ms, met.off_ms),
            state: met.state.clone(),
        };
        self.0.entry(met.state).or_insert(entry);
        Ok(())
    }

    pub fn states(&self) -> BTreeSet<String> {
        self.0.keys().cloned().collect()
    }

    pub fn write(&self, path: &Path) -> Result<()> {
        let entries: Vec<&Entry> = self.0.values().collect();
        let mut text = serde_json::to_string_pretty(&entries)?;
        text.push('\n');
        fs::write(path, text).with_context(|| path.display().to_string())
    }
}
