//! Many borrowers doing anything at any moment, with a platform that has bad days.
//!
//! Every journey has a seed of its own, made of the walk's seed and its number.
//! `E2E_SEED=… E2E_ONLY=number` plays one of them alone.

mod checks;
mod tally;
mod walker;
mod whims;

use std::io::Write as _;
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use end_to_end::{Options, World};
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet};

use tally::Tally;
use walker::Walker;

/// Journeys that are under way.
const AT_ONCE: usize = 24;
/// In one world: its books are read whole.
const NEIGHBOURS: usize = 50;
/// Calls in a thousand that meet a fault.
const FAULTS: u64 = 100;

/// With one journey: most of it is the BFF's own patience with those who come back.
const PATIENCE: Duration = Duration::from_mins(3);

/// What may happen to everybody in a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// Faults, and families of sessions that are revoked.
    Faulty,
    /// The server is killed as well.
    Deadly,
    /// Days go by as well.
    LongTimes,
}

impl Weather {
    /// Most journeys share their world with others that change nothing for them.
    const fn of(number: u64) -> Self {
        match number % 10 {
            8 => Self::Deadly,
            9 => Self::LongTimes,
            _ => Self::Faulty,
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[tokio::test]
async fn whatever_borrowers_do_nothing_is_lost_doubled_or_untrue() -> Result<()> {
    let seed = number("E2E_SEED").unwrap_or(1);
    let journeys = number("E2E_WALK").unwrap_or(60);
    let only = number("E2E_ONLY");
    say(&format!("seed {seed}"));
    let began = Instant::now();
    let all: Vec<u64> = (0..journeys)
        .filter(|n| only.is_none_or(|only| only == *n))
        .collect();
    let mut tally = Tally::default();
    let mut failed = Vec::new();
    let weathers = [Weather::Deadly, Weather::LongTimes, Weather::Faulty];
    let local = LocalSet::new();
    let done = local.run_until(async {
        let mut worlds = JoinSet::new();
        let seats = Rc::new(Semaphore::new(AT_ONCE));
        for weather in weathers {
            let mine: Vec<u64> = all
                .iter()
                .copied()
                .filter(|n| Weather::of(*n) == weather)
                .collect();
            for some in mine.chunks(NEIGHBOURS) {
                let seats = Rc::clone(&seats);
                worlds.spawn_local(world_of(seed, weather, some.to_vec(), seats));
            }
        }
        worlds.join_all().await
    });
    for world in done.await {
        for (number, walked) in world? {
            match walked {
                Ok(mine) => tally.add(&mine),
                Err(error) => failed.push(format!("journey {number}: {error:#}")),
            }
        }
    }
    let took = began.elapsed();
    say(&format!(
        "{} journeys, {} steps, {} states, {} faults, {} kills, {:.1?}; ended: {:?}",
        all.len(),
        tally.steps,
        tally.states.len(),
        tally.troubles,
        tally.kills,
        took,
        tally.ends
    ));
    if failed.is_empty() {
        // Chance must have led there, or the walk has proved nothing of it.
        let met = all.len() < 60 || tally.states.contains("consentWithdrawn");
        anyhow::ensure!(met, "nobody has withdrawn a consent");
        return Ok(());
    }
    failed.sort();
    bail!(
        "{} of {} failed; replay with E2E_SEED={seed} E2E_WALK={journeys} E2E_ONLY=number\n{}",
        failed.len(),
        all.len(),
        failed.join("\n")
    )
}

type Walked = Vec<(u64, Result<Tally>)>;

async fn world_of(
    seed: u64,
    weather: Weather,
    journeys: Vec<u64>,
    seats: Rc<Semaphore>,
) -> Result<Walked> {
    let world = World::start(Options {
        fast: false,
        limits: false,
        ..Options::default()
    })
    .await?;
    let chance = json!({ "random": { "seed": seed, "perMille": FAULTS } });
    world.faults(&chance).await?;
    let world = Rc::new(world);
    let mut running = JoinSet::new();
    for number in journeys {
        let (world, seats) = (Rc::clone(&world), Rc::clone(&seats));
        running.spawn_local(async move {
            let _seat = seats.acquire().await;
            let mut one = Walker::new(seed, number, weather);
            let done = tokio::time::timeout(PATIENCE, one.walk(&world)).await;
            let done = done.context("it took too long").and_then(|done| done);
            let done = done.with_context(|| one.story());
            (number, done.map(|()| one.tally))
        });
    }
    Ok(running.join_all().await)
}

/// Past the capture of test output: a walk tells how to repeat it.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
