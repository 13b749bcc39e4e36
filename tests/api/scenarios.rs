//! Every scenario of the sandbox, to its end.

use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use end_to_end::gallery::{self, BASE_MS, Recorder};
use end_to_end::scenario::{Run, Scenario, play};
use end_to_end::{Options, World, real_ms};
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet};

const AT_ONCE: usize = 4;

struct Played {
    scenario: Scenario,
    took: Duration,
    run: Result<Run>,
}

/// In a world of its own: it moves the clock.
async fn played(scenario: &Scenario) -> Result<Run> {
    let off = gallery::recording().map_or(0, |_| (BASE_MS - real_ms()) / 1_000);
    let world = World::start(Options {
        fast: false,
        limits: false,
        clock_seconds: scenario.clock_seconds + off,
    })
    .await?;
    play(&world, scenario).await
}

async fn all(scenarios: &[Scenario]) -> Vec<Played> {
    let seats = Arc::new(Semaphore::new(AT_ONCE));
    let mut running = JoinSet::new();
    // The slow ones are the last of the list.
    for (place, scenario) in scenarios.iter().cloned().enumerate().rev() {
        let seats = Arc::clone(&seats);
        running.spawn_local(async move {
            let _seat = seats.acquire_owned().await;
            let began = Instant::now();
            let run = played(&scenario).await;
            let took = began.elapsed();
            (
                place,
                Played {
                    scenario,
                    took,
                    run,
                },
            )
        });
    }
    let mut done = running.join_all().await;
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, played)| played).collect()
}

#[tokio::test]
async fn every_scenario_comes_to_its_end() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let scenarios = Scenario::all(&world).await?;
    if scenarios.is_empty() {
        bail!("there are no scenarios");
    }
    let began = Instant::now();
    let done = LocalSet::new().run_until(all(&scenarios)).await;
    let mut recorder = Recorder::default();
    let mut failed = Vec::new();
    for Played {
        scenario,
        took,
        run,
    } in done
    {
        let name = &scenario.name;
        match run {
            Ok(run) => {
                say(&format!(
                    "ok   {name} {took:.1?}: {}",
                    run.states.join(" > ")
                ));
                for met in run.views {
                    recorder.add(name, met)?;
                }
            }
            Err(error) => {
                say(&format!("FAIL {name} {took:.1?}: {error:#}"));
                failed.push(format!("{name}: {error:#}"));
            }
        }
    }
    let states = recorder.states();
    say(&format!(
        "{} scenarios, {} states, {:.1?}",
        scenarios.len(),
        states.len(),
        began.elapsed()
    ));
    if let Some(path) = gallery::recording() {
        if std::env::var_os("E2E_ONLY").is_some() {
            bail!("a recording is of all scenarios");
        }
        recorder.write(&path)?;
    } else {
        let known = gallery::known()?;
        let unknown: Vec<_> = states.difference(&known).collect();
        if !known.is_empty() && !unknown.is_empty() {
            failed.push(format!("not in tests/gallery.json: {unknown:?}"));
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    bail!(
        "{} of {}:\n{}",
        failed.len(),
        scenarios.len(),
        failed.join("\n")
    )
}

/// Past the capture of test output: a run tells what it did.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
