//! `cargo xtask verify`: proofs that take longer than a change should wait for.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use clap::Args;

use crate::{
    command::{cargo, finish},
    repo::Repo,
    say::say,
    world::build_servers,
};

#[derive(Args)]
pub(crate) struct Options {
    /// Journeys of borrowers who do anything at any moment
    #[arg(long, default_value_t = 500)]
    journeys: u32,
    /// Repeats an earlier walk; without it, a new one is drawn and printed
    #[arg(long)]
    seed: Option<u64>,
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<()> {
    build_servers(repo, false)?;
    let seed = options.seed.unwrap_or_else(another);
    say!("{} journeys, seed {seed}", options.journeys);
    finish(
        cargo(&repo.root)
            .args(["test", "--package", "end-to-end", "--test", "api"])
            .arg("nothing_is_lost_doubled_or_untrue")
            .env("E2E_WALK", options.journeys.to_string())
            .env("E2E_SEED", seed.to_string())
            .env("E2E_BFF", repo.binary("bff", false))
            .env("E2E_SANDBOX", repo.binary("sandbox", false))
            .env_remove("E2E_ONLY"),
    )
    .with_context(|| format!("repeat it with --seed {seed}"))
}

fn another() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(1, |it| u64::from(it.subsec_micros()))
}
