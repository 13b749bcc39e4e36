//! axe-core, which finds what shuts people out of a page.

use std::path::PathBuf;

use anyhow::Result;

use super::{apt, npm};
use crate::repo::Repo;

const VERSION: &str = "4.14.1";

/// The path of `axe.min.js`.
pub(crate) fn axe(repo: &Repo) -> Result<PathBuf> {
    if repo.which("npm").is_none() && apt::works(repo) {
        apt::install(repo, &["npm"])?;
    }
    Ok(npm::package(repo, "axe-core", VERSION)?.join("axe.min.js"))
}
