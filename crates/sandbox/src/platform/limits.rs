use std::collections::BTreeMap;

use super::auth::Caller;
use super::refusal::Refusal;
use crate::clock::Moment;
use crate::world::World;

const MINUTE_MS: i64 = 60_000;

/// How often who has called since when.
#[derive(Debug, Default)]
pub(crate) struct Windows(BTreeMap<(Option<u64>, bool), (Moment, u32)>);

/// Counts a call. ASSUMPTION(G27): reads and writes of a session, and bootstraps of a key, each by
/// the minute.
pub(crate) fn count(world: &mut World, caller: Caller, write: bool) -> Result<(), Refusal> {
    let Some(limits) = world.settings.limits else {
        return Ok(());
    };
    let most = match (caller.family(), write) {
        (None, _) => limits.per_key,
        (Some(_), false) => limits.reads,
        (Some(_), true) => limits.writes,
    };
    let now = world.now;
    let window = world
        .windows
        .0
        .entry((caller.family(), write))
        .or_insert((now, 0));
    if now >= window.0.plus_millis(MINUTE_MS) {
        *window = (now, 0);
    }
    if window.1 >= most {
        let left = window.0.plus_millis(MINUTE_MS).0 - now.0;
        let seconds = u32::try_from((left + 999).div_euclid(1_000)).unwrap_or(60);
        return Err(Refusal::rate_limited(Some(seconds)));
    }
    window.1 += 1;
    Ok(())
}
