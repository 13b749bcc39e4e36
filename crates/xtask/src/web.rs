//! The wasm build, by Trunk.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{
    command::{command, finish},
    repo::Repo,
    tools::WebTools,
};

/// For people at work on the app: it has the list of all screens, at `/gallery`.
pub(crate) const WORKSHOP: &[&str] = &["--features", "gallery"];

pub(crate) fn build_debug(repo: &Repo, tools: &WebTools) -> Result<()> {
    trunk(repo, tools, &repo.dist_debug(), WORKSHOP)
}

pub(crate) fn build_gallery(repo: &Repo, tools: &WebTools) -> Result<()> {
    trunk(repo, tools, &repo.dist_gallery(), WORKSHOP)
}

pub(crate) fn build_release(repo: &Repo, tools: &WebTools) -> Result<()> {
    // Trunk calls wasm-opt in `--release` and only there. Without wasm-opt the same cargo profile
    // still gives a small build.
    let profile: &[&str] = if tools.wasm_opt {
        &["--release"]
    } else {
        &["--cargo-profile", "web"]
    };
    trunk(repo, tools, &repo.dist(), profile)
}

fn trunk(repo: &Repo, tools: &WebTools, dist: &Path, profile: &[&str]) -> Result<()> {
    let mut build = command(&tools.trunk, &repo.root);
    build
        .args(["build", "--skip-version-check", "--dist"])
        .arg(dist)
        .args(profile)
        .env("PATH", repo.search_path()?)
        // Trunk reads this as its own `--no-color` and accepts nothing but true and false.
        .env_remove("NO_COLOR")
        // Trunk's own stack says nothing about the app that does not compile.
        .env("RUST_LIB_BACKTRACE", "0");
    finish(&mut build).context("the web app does not build")
}
