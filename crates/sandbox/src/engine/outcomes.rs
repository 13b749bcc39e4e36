//! How attempts at the steps come out.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, StepKey, StepStatus};

use super::journey::{Journey, Stage, StepAt};
use super::steps::{self, MAX_ATTEMPTS, current};
use super::{Event, disbursal, selection};
use crate::clock::Moment;
use crate::scenarios::{Note, Outcome, Then};
use crate::world::World;

/// What the script said of the attempt comes true.
pub(crate) fn comes_out(world: &mut World, id: JourneyId, key: StepKey) {
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    match current(journey, key).map(|room| room.outcome) {
        Some(Outcome::Fails { note, then }) => fail(world, id, key, note, then),
        Some(Outcome::Fine | Outcome::Takes { .. }) => succeed(world, id, key),
        None => {}
    }
}

/// Counts a failed attempt; the last one ends the application.
pub(crate) fn fail(world: &mut World, id: JourneyId, key: StepKey, note: Note, then: Then) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(room) = current(journey, key) else {
        return;
    };
    room.attempts += 1;
    let attempts = room.attempts;
    let ends = then == Then::Ends || attempts >= MAX_ATTEMPTS;
    let action = match (then, key) {
        _ if ends => ActionRequired::None,
        (Then::Again, StepKey::BankMandate) => ActionRequired::SubmitForm,
        (Then::Again, _) => ActionRequired::Redirect,
        (Then::LenderMends(_), StepKey::Disbursal) => ActionRequired::Wait,
        _ => ActionRequired::None,
    };
    room.set(StepStatus::Failure, action);
    room.note(note, now);
    journey.touch(now, "journey.step.updated");
    match then {
        _ if ends => {
            let reason = format!("{} The lender has ended this application.", note.message);
            selection::lender_gives_up(journey, now, &reason);
        }
        Then::OtherAccount(why) => reopen_account(journey, why, now),
        Then::LenderMends(seconds) => {
            world.in_seconds(seconds, Event::StepMended(id, key, attempts));
        }
        Then::Again | Then::Never | Then::Ends => {}
    }
}

/// The step cannot be done with this account: the borrower gives another one first.
fn reopen_account(journey: &mut Journey, why: Note, now: Moment) {
    journey.set_stage(Stage::Step(StepAt::BankMandate));
    if let Some(room) = current(journey, StepKey::BankMandate) {
        room.set(StepStatus::Failure, ActionRequired::SubmitForm);
        room.note(why, now);
    }
}

/// The lender has put right what kept the borrower from going on.
pub(crate) fn mended(world: &mut World, id: JourneyId, key: StepKey, attempt: u32) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(room) = current(journey, key) else {
        return;
    };
    if room.attempts != attempt || room.status != StepStatus::Failure {
        return;
    }
    if key == StepKey::Disbursal {
        steps::under_way(journey, key, now, Outcome::Fine, ActionRequired::Wait);
        disbursal::sent(world, id);
        return;
    }
    room.set(StepStatus::Ready, ActionRequired::Redirect);
    room.diagnostics = None;
    journey.touch(now, "journey.step.updated");
}

/// Marks the current step as done and opens the next one.
fn succeed(world: &mut World, id: JourneyId, key: StepKey) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(Stage::Step(at)) = journey.stage() else {
        return;
    };
    let Some(room) = current(journey, key) else {
        return;
    };
    room.set(StepStatus::Success, ActionRequired::None);
    room.diagnostics = None;
    match at {
        StepAt::EMandate => journey.effects.mandates += 1,
        StepAt::LoanAgreement => journey.effects.agreements += 1,
        StepAt::Kyc | StepAt::BankMandate | StepAt::Disbursal => {}
    }
    journey.touch(now, "journey.step.updated");
    steps::open(world, id, at.next());
}
