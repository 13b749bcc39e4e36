//! One part of the proof: a heading, its output, what it counted and how long it took.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use anyhow::Result;

use super::tally::Tally;
use crate::{
    command::{finish, watch},
    say::say,
    stop::Stopped,
};

#[derive(Debug)]
pub(super) struct Stage {
    name: &'static str,
    pub(super) tally: Tally,
    took: Duration,
}

/// Does `work`. An error in it is one failure; only a wish to stop is passed on.
pub(super) fn stage(name: &'static str, work: impl FnOnce() -> Result<Tally>) -> Result<Stage> {
    say!("\n== {name}");
    let since = Instant::now();
    let tally = match work() {
        Err(error) if error.is::<Stopped>() => return Err(error),
        Err(error) => {
            say!("error: {error:#}");
            Tally::FAILED
        }
        Ok(tally) => tally,
    };
    let done = Stage {
        name,
        tally,
        took: since.elapsed(),
    };
    say!("== {}", done.summary());
    Ok(done)
}

/// A command that either works or does not.
pub(super) fn check(name: &'static str, command: &mut Command) -> Result<Stage> {
    stage(name, || finish(command).map(|()| Tally::PASSED))
}

/// A `cargo test`, counted by its own result lines.
pub(super) fn cargo_test(command: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = watch(command, |line| {
        if let Some(counts) = Tally::read(line) {
            tally = tally + counts;
        }
    })?;
    Ok(tally.with_exit(status.success()))
}

impl Stage {
    pub(super) fn summary(&self) -> String {
        let Tally { passed, failed } = self.tally;
        let seconds = self.took.as_secs_f64();
        format!(
            "{}: {passed} passed, {failed} failed, {seconds:.1} s",
            self.name
        )
    }
}
