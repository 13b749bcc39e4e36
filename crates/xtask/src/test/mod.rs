//! `cargo xtask test`: everything that must hold, proved in order.

mod browser;
mod stage;
mod tally;

use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::{Args, ValueEnum};

use self::{
    stage::{Stage, cargo_test, check, stage},
    tally::Tally,
};
use crate::{command::cargo, repo::Repo, say::say, tools, web};

#[derive(Args)]
pub(crate) struct Options {
    /// One part only
    #[arg(long)]
    only: Option<Part>,
    /// Only the tests whose name contains this; no lints
    #[arg(long, value_name = "NAME")]
    filter: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Format and clippy
    Lint,
    /// Tests that need no browser
    Native,
    /// Release build and tests in a real browser
    Browser,
}

impl Options {
    fn wants(&self, part: Part) -> bool {
        match self.only {
            Some(only) => only == part,
            None => part != Part::Lint || self.filter.is_none(),
        }
    }
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<ExitCode> {
    let filter = options.filter.as_deref();
    // Everything is fetched before anything is proved, so that nobody waits twice.
    if options.wants(Part::Lint) {
        tools::lints(repo)?;
    }
    let web_tools = (options.only != Some(Part::Native)).then(|| tools::web(repo, true));
    let outside = options.wants(Part::Browser).then(|| browser::outside(repo));

    let mut stages = Vec::new();
    if options.wants(Part::Lint) {
        stages.push(check(
            "format",
            cargo(&repo.root).args(["fmt", "--all", "--check"]),
        )?);
        stages.push(check("clippy, programs", &mut clippy_programs(repo))?);
        stages.push(check("clippy, app", &mut clippy_app(repo, &[]))?);
        stages.push(check(
            "clippy, gallery",
            &mut clippy_app(repo, web::WORKSHOP),
        )?);
    }
    if options.wants(Part::Native) {
        stages.push(stage("native tests", || {
            cargo_test(&mut native(repo, filter))
        })?);
    }
    if let (Some(web_tools), Some(outside)) = (web_tools, outside) {
        stages.push(stage("release build", || {
            browser::release_build(repo, &web_tools)
        })?);
        stages.push(stage("gallery build", || {
            browser::gallery_build(repo, &web_tools)
        })?);
        stages.push(stage("browser tests", || {
            browser::tests(repo, outside, filter)
        })?);
    }
    Ok(conclude(&stages))
}

fn clippy_programs(repo: &Repo) -> Command {
    let mut clippy = cargo(&repo.root);
    clippy
        .args([
            "clippy",
            "--workspace",
            "--exclude",
            "borrower-web",
            "--all-targets",
        ])
        .args(["--", "-D", "warnings"]);
    clippy
}

fn clippy_app(repo: &Repo, features: &[&str]) -> Command {
    let mut clippy = cargo(&repo.root);
    clippy
        .args([
            "clippy",
            "--package",
            "borrower-web",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(features)
        .args(["--", "-D", "warnings"]);
    clippy
}

fn native(repo: &Repo, filter: Option<&str>) -> Command {
    let mut test = cargo(&repo.root);
    test.args(["test", "--workspace", "--no-fail-fast"])
        .args(["--exclude", "borrower-web", "--exclude", "end-to-end"])
        .args(filter);
    test
}

/// The counts, alone on the last line.
fn conclude(stages: &[Stage]) -> ExitCode {
    say!("");
    for stage in stages {
        say!("{}", stage.summary());
    }
    let total: Tally = stages.iter().map(|stage| stage.tally).sum();
    say!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(only: Option<Part>, filter: Option<&str>) -> Vec<Part> {
        let options = Options {
            only,
            filter: filter.map(str::to_owned),
        };
        let all = [Part::Lint, Part::Native, Part::Browser];
        all.into_iter()
            .filter(|part| options.wants(*part))
            .collect()
    }

    #[test]
    fn everything_is_proved_unless_somebody_asks_for_less() {
        assert_eq!(
            wanted(None, None),
            [Part::Lint, Part::Native, Part::Browser]
        );
        assert_eq!(wanted(None, Some("hindi")), [Part::Native, Part::Browser]);
        assert_eq!(wanted(Some(Part::Lint), None), [Part::Lint]);
        assert_eq!(wanted(Some(Part::Native), Some("apr")), [Part::Native]);
    }
}
