//! The tools that the commands need: found where they fit, installed where they are missing.
//!
//! What this repo installs for itself goes to `target/tools`; nothing else on the machine changes
//! but rustup's targets and, for root, the system's packages.

mod apt;
mod axe;
mod browser;
mod cargo_install;
mod npm;
mod rust;
mod trunk;
mod version;
mod wasm_bindgen;
mod wasm_opt;

use std::path::PathBuf;

use anyhow::Result;

use crate::{repo::Repo, say::say};

pub(crate) use axe::axe;
pub(crate) use browser::{Browser, browser};
pub(crate) use rust::lints;

/// What building the web app takes.
#[derive(Debug)]
pub(crate) struct WebTools {
    pub(crate) trunk: PathBuf,
    /// Whether Trunk will find a wasm-opt that is new enough.
    pub(crate) wasm_opt: bool,
}

pub(crate) fn web(repo: &Repo, release: bool) -> Result<WebTools> {
    rust::wasm_target(repo)?;
    let trunk = trunk::trunk(repo)?;
    wasm_bindgen::wasm_bindgen(repo)?;
    let wasm_opt = release && wasm_opt::wasm_opt(repo);
    Ok(WebTools { trunk, wasm_opt })
}

pub(crate) fn everything(repo: &Repo) -> Result<()> {
    lints(repo)?;
    let browser = browser(repo);
    let axe = axe(repo);
    web(repo, true)?;
    browser?;
    axe?;
    say!("every tool is there");
    Ok(())
}
