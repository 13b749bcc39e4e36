//! How an application begins, and how it ends by itself.

use contract::JourneyId;

use super::Event;
use super::journey::Phase;
use crate::world::World;

const JOURNEY_LIFE_MS: i64 = 30 * 86_400_000;

/// The application is there: its time runs.
pub(crate) fn begin(world: &mut World, id: JourneyId) {
    let lapses = world.now.plus_millis(JOURNEY_LIFE_MS);
    world.at(lapses, Event::JourneyLapses(id));
    recognise(world, id);
    let closes = world
        .journeys
        .get(&id)
        .and_then(|journey| journey.script.closes_after());
    if let Some(seconds) = closes {
        world.in_seconds(seconds, Event::JourneyCloses(id));
    }
}

/// Finds out what happens to the borrower.
pub(crate) fn recognise(world: &mut World, id: JourneyId) {
    let found = world
        .journeys
        .get(&id)
        .and_then(|journey| world.person(journey.owner, Some(&journey.sections)));
    if let Some(person) = found
        && let Some(journey) = world.journeys.get_mut(&id)
    {
        journey.script = person.script;
    }
}

/// Thirty days without a loan.
pub(crate) fn lapses(world: &mut World, id: JourneyId) {
    ends(world, id, Phase::Expired);
}

/// The platform has its reasons.
pub(crate) fn closes(world: &mut World, id: JourneyId) {
    ends(world, id, Phase::Closed);
}

fn ends(world: &mut World, id: JourneyId, how: Phase) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && !journey.is_over()
        && journey.loan().is_none()
    {
        journey.end(how, now);
    }
}
