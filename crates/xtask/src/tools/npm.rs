//! Packages from npm, into `target/tools/node_modules`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::{
    command::{command, finish},
    repo::Repo,
    say::say,
};

/// The folder of `name`, in exactly this version.
pub(super) fn package(repo: &Repo, name: &str, version: &str) -> Result<PathBuf> {
    let folder = repo.tools().join("node_modules").join(name);
    if installed(&folder).is_some_and(|found| found == version) {
        return Ok(folder);
    }
    let npm = repo
        .which("npm")
        .context("npm is missing: install Node.js 18 or newer")?;
    say!("installing {name} {version} from npm");
    fs::create_dir_all(repo.tools())?;
    finish(
        command(npm, &repo.root)
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--save-exact",
            ])
            .args(["--loglevel", "error", "--prefix"])
            .arg(repo.tools())
            .arg(format!("{name}@{version}")),
    )?;
    Ok(folder)
}

fn installed(folder: &Path) -> Option<String> {
    #[derive(Deserialize)]
    struct Manifest {
        version: String,
    }
    let text = fs::read_to_string(folder.join("package.json")).ok()?;
    let manifest: Manifest = serde_json::from_str(&text).ok()?;
    Some(manifest.version)
}
