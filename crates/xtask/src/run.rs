//! `cargo xtask run`: the whole thing on this machine, no keys needed.

use std::{thread, time::Duration};

use anyhow::Result;
use clap::Args;

use crate::{
    borrowers, dist,
    ports::Ports,
    repo::Repo,
    say::say,
    stop, tools, web,
    world::{Plan, build_servers},
};

const LOOK_AGAIN: Duration = Duration::from_millis(200);

#[derive(Args)]
pub(crate) struct Options {
    /// The app's port N; the sandbox gets N+1
    #[arg(long, value_name = "N", default_value = Ports::DEFAULT,
          value_parser = clap::value_parser!(u16).range(1..=Ports::HIGHEST))]
    port: u16,
    /// Build as for production: slower to build, small and quick to load
    #[arg(long)]
    release: bool,
    /// No waiting times in the sandbox: offers, checks and payments come at once
    #[arg(long)]
    fast: bool,
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<()> {
    let ports = Ports::from_app(options.port);
    ports.check_free()?;

    let web_tools = tools::web(repo, options.release)?;
    let dist = if options.release {
        dist::build(repo, &web_tools)?;
        repo.dist()
    } else {
        web::build_debug(repo, &web_tools)?;
        repo.dist_debug()
    };
    build_servers(repo, options.release)?;

    // Somebody may have taken a port while we were building.
    ports.check_free()?;
    let plan = Plan {
        repo,
        ports,
        release: options.release,
        fast: options.fast,
        dist,
    };
    let mut world = plan.start()?;
    greet(&plan, &world.borrowers)?;

    while !stop::requested() {
        world.still_runs()?;
        thread::sleep(LOOK_AGAIN);
    }
    drop(world);
    say!("stopped");
    Ok(())
}

pub(crate) fn greet(plan: &Plan<'_>, list: &str) -> Result<()> {
    say!("");
    say!("ready: {}", plan.ports.app_origin());
    if !plan.release {
        say!("every screen: {}/gallery", plan.ports.app_origin());
    }
    say!("console of the sandbox: {}/", plan.ports.sandbox_origin());
    borrowers::show(list)?;
    say!("logs and keys: {}", plan.folder().display());
    say!("The sandbox begins anew at every start, so the BFF's store does too. Ctrl-C stops both.");
    Ok(())
}
