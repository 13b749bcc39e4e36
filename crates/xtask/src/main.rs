//! The commands of this repo. `cargo xtask --help` lists them.

mod borrowers;
mod command;
mod compress;
mod config;
mod dev;
mod dist;
mod first_load;
mod group;
mod http;
mod ports;
mod processes;
mod record;
mod repo;
mod rules;
mod run;
mod say;
mod secrets;
mod shots;
mod stop;
mod test;
mod tools;
mod verify;
mod web;
mod world;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::{repo::Repo, say::say, stop::Stopped};

/// Run, change, test and build the borrower's web app. Each command installs what it lacks first.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the app and run it against the sandbox
    Run(run::Options),
    /// Like run, and build again and reload the page at every change
    Dev(dev::Options),
    /// Format, lints, native tests, release build and browser tests
    Test(test::Options),
    /// Build the app for release into dist/, compressed, and weigh its first load
    Dist(dist::Options),
    /// Walk every scenario and keep the screens that it meets in tests/gallery.json
    Record,
    /// Draw every screen in both languages into docs/screens.png
    Shots(shots::Options),
    /// Write docs/lending-rules.md from its data, and name every rule that no test proves
    Rules,
    /// The long proofs: five hundred journeys of borrowers who do anything at any moment
    Verify(verify::Options),
    /// Install every tool the other commands need, and nothing else
    Tools,
}

fn main() -> ExitCode {
    match perform(Cli::parse().command) {
        Ok(code) => code,
        Err(error) if error.is::<Stopped>() => {
            say!("stopped");
            ExitCode::from(130)
        }
        Err(error) => {
            say!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> anyhow::Result<ExitCode> {
    stop::listen()?;
    let repo = Repo::find()?;
    match task {
        Task::Run(options) => run::run(&repo, &options)?,
        Task::Dev(options) => dev::run(&repo, &options)?,
        Task::Test(options) => return test::run(&repo, &options),
        Task::Dist(options) => dist::run(&repo, &options)?,
        Task::Record => record::run(&repo)?,
        Task::Shots(options) => shots::run(&repo, &options)?,
        Task::Rules => rules::run(&repo)?,
        Task::Verify(options) => verify::run(&repo, &options)?,
        Task::Tools => tools::everything(&repo)?,
    }
    Ok(ExitCode::SUCCESS)
}
