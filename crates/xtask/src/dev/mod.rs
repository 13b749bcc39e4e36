//! `cargo xtask dev`: save a file, see it in the browser.

mod changes;
mod reload;

use std::{thread, time::Duration};

use anyhow::Result;
use clap::Args;

use self::changes::{Part, Sources};
use crate::{
    ports::Ports,
    repo::Repo,
    run::greet,
    say::say,
    stop::{self, Stopped},
    tools::{self, WebTools},
    web,
    world::{Plan, World, build_servers},
};

const LOOK_AGAIN: Duration = Duration::from_millis(300);

#[derive(Args)]
pub(crate) struct Options {
    /// The app's port N; the sandbox gets N+1
    #[arg(long, value_name = "N", default_value = Ports::DEFAULT,
          value_parser = clap::value_parser!(u16).range(1..=Ports::HIGHEST))]
    port: u16,
    /// No waiting times in the sandbox: offers, checks and payments come at once
    #[arg(long)]
    fast: bool,
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<()> {
    let ports = Ports::from_app(options.port);
    ports.check_free()?;
    let web_tools = tools::web(repo, false)?;
    let plan = Plan {
        repo,
        ports,
        release: false,
        fast: options.fast,
        dist: repo.dist_debug(),
    };

    // Looked at before building: what is saved meanwhile is built again.
    let mut sources = Sources::look(&repo.root);
    build_web(repo, &web_tools)?;
    build_servers(repo, false)?;
    ports.check_free()?;
    let mut world = plan.start()?;
    greet(&plan, &world.borrowers)?;
    say!("Every saved change is built, and the page reloads by itself.");

    while !stop::requested() {
        world.still_runs()?;
        if let Some(part) = sources.changed() {
            world = renew(part, &plan, &web_tools, world)?;
        }
        thread::sleep(LOOK_AGAIN);
    }
    drop(world);
    say!("stopped");
    Ok(())
}

/// Builds what changed and puts it to work. What does not compile leaves the old one running.
fn renew(part: Part, plan: &Plan<'_>, web_tools: &WebTools, mut world: World) -> Result<World> {
    say!("\n{} changed", part.name());
    let built = match part {
        Part::App => build_web(plan.repo, web_tools),
        Part::Bff | Part::Sandbox => build_servers(plan.repo, false),
        Part::Shared => {
            build_servers(plan.repo, false).and_then(|()| build_web(plan.repo, web_tools))
        }
    };
    match built {
        Err(error) if error.is::<Stopped>() => return Err(error),
        Err(error) => {
            say!("{error:#}; the last good build goes on until the next change");
            return Ok(world);
        }
        Ok(()) => {}
    }
    match part {
        // The BFF sees by itself that there is a new page.
        Part::App => {}
        Part::Bff => world.restart_bff(plan)?,
        Part::Sandbox | Part::Shared => {
            drop(world);
            world = plan.start()?;
            say!("The sandbox began anew: sign in again.");
        }
    }
    say!("ready: {}", plan.ports.app_origin());
    Ok(world)
}

fn build_web(repo: &Repo, tools: &WebTools) -> Result<()> {
    web::build_debug(repo, tools)?;
    reload::add_to(&repo.dist_debug())
}
