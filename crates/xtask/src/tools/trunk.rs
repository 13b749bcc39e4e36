//! Trunk, which builds the web app.

use std::path::PathBuf;

use anyhow::Result;

use super::cargo_install::Program;
use crate::repo::Repo;

/// 0.22 needs a newer compiler than the one this workspace asks for.
const VERSION: &str = "0.21.14";

pub(super) fn trunk(repo: &Repo) -> Result<PathBuf> {
    Program {
        package: "trunk",
        binary: "trunk",
        version: VERSION,
        locked: true,
        takes: "about ten minutes on two cores",
    }
    .find_or_install(repo)
}
