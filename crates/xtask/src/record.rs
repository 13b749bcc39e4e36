//! `cargo xtask record`: the views of the gallery, as real runs give them.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{
    command::{cargo, finish},
    repo::Repo,
    say::say,
    stop::Stopped,
    world::build_servers,
};

#[derive(Deserialize)]
struct Entry {
    state: String,
}

pub(crate) fn run(repo: &Repo) -> Result<()> {
    build_servers(repo, false)?;
    let path = repo.root.join("tests/gallery.json");
    let before = states(&path)?;
    let walked = finish(
        cargo(&repo.root)
            .args(["test", "--package", "end-to-end", "--test", "api"])
            .arg("every_scenario_comes_to_its_end")
            .env("E2E_RECORD", &path)
            .env("E2E_BFF", repo.binary("bff", false))
            .env("E2E_SANDBOX", repo.binary("sandbox", false))
            .env_remove("E2E_ONLY"),
    );
    if walked.as_ref().is_err_and(anyhow::Error::is::<Stopped>) {
        return walked;
    }
    let after = states(&path)?;
    if after.is_empty() {
        bail!("nothing was recorded");
    }
    for (mark, some, others) in [("new", &after, &before), ("gone", &before, &after)] {
        for state in some.iter().filter(|state| !others.contains(state)) {
            say!("{mark}: {state}");
        }
    }
    say!("{} screens in {}", after.len(), path.display());
    walked.context("not every scenario came to its end")
}

fn states(path: &std::path::Path) -> Result<Vec<String>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = fs::read_to_string(path)?;
    let entries: Vec<Entry> = serde_json::from_str(&text)
        .with_context(|| format!("{} is not as expected", path.display()))?;
    Ok(entries.into_iter().map(|entry| entry.state).collect())
}
