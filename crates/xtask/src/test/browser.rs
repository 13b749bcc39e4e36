//! The app as it ships, in a real browser.

use std::{env, path::PathBuf, process::Command};

use anyhow::{Context, Result, anyhow, bail};

use super::{stage::cargo_test, tally::Tally};
use crate::{
    command::cargo,
    dist,
    repo::Repo,
    tools::{self, Browser, WebTools},
    web,
    world::build_servers,
};

/// Each browser test keeps about one core busy.
const THREADS: &str = "2";

/// What the tests use and this repo does not build.
#[derive(Debug)]
pub(super) struct Outside {
    browser: Result<Browser>,
    axe: Result<PathBuf>,
}

pub(super) fn outside(repo: &Repo) -> Outside {
    Outside {
        browser: tools::browser(repo),
        axe: tools::axe(repo),
    }
}

pub(super) fn release_build(repo: &Repo, tools: &Result<WebTools>) -> Result<Tally> {
    dist::build(repo, there(tools)?)?;
    dist::check(repo)?;
    Ok(Tally::PASSED)
}

pub(super) fn gallery_build(repo: &Repo, tools: &Result<WebTools>) -> Result<Tally> {
    web::build_gallery(repo, there(tools)?)?;
    Ok(Tally::PASSED)
}

fn there(tools: &Result<WebTools>) -> Result<&WebTools> {
    tools.as_ref().map_err(|error| anyhow!("{error:#}"))
}

pub(super) fn tests(repo: &Repo, outside: Outside, filter: Option<&str>) -> Result<Tally> {
    let browser = outside.browser?;
    let axe = outside
        .axe
        .context("axe-core is missing, which checks accessibility")?;
    if !repo.dist().join("index.html").exists() {
        bail!("there is no release build to test");
    }
    build_servers(repo, false)?;
    let tally = cargo_test(&mut end_to_end(repo, &browser, &axe, filter))?;
    if tally == Tally::default() && filter.is_none() {
        bail!("no browser test ran");
    }
    Ok(tally)
}

fn end_to_end(repo: &Repo, browser: &Browser, axe: &PathBuf, filter: Option<&str>) -> Command {
    let mut test = cargo(&repo.root);
    test.args(["test", "--package", "end-to-end", "--no-fail-fast"])
        .args(filter)
        .env("E2E_DIST", repo.dist())
        .env("E2E_GALLERY", repo.dist_gallery())
        .env("E2E_BFF", repo.binary("bff", false))
        .env("E2E_SANDBOX", repo.binary("sandbox", false))
        .env("E2E_AXE", axe);
    browser.name_in(&mut test);
    if env::var_os("RUST_TEST_THREADS").is_none() {
        test.env("RUST_TEST_THREADS", THREADS);
    }
    test
}
