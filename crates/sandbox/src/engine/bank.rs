//! The account that the loan is paid to, checked by paying one rupee into it.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, OperationKind, StepKey, StepStatus};
use contract::platform::steps::BankMandateRequest;

use super::{Event, steps};
use crate::world::World;

/// An account number with this ending does not exist.
pub(crate) const UNKNOWN_ACCOUNT: &str = "0000";

const KEY: StepKey = StepKey::BankMandate;

pub(crate) fn submit(world: &mut World, id: JourneyId, account: BankMandateRequest) {
    if let Some(journey) = world.journeys.get_mut(&id) {
        journey.accept(OperationKind::BankMandateVerification);
        if let Some(chosen) = &mut journey.chosen {
            chosen.account = Some(account);
        }
        world.later(world.settings.waits.lag, Event::BankShown(id));
    }
}

pub(crate) fn shown(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(room) = steps::current(journey, KEY) else {
        return;
    };
    room.set(StepStatus::InProgress, ActionRequired::Wait);
    room.diagnostics = None;
    journey.show(OperationKind::BankMandateVerification);
    journey.touch(now, "journey.step.updated");
    world.later(world.settings.waits.penny_drop, Event::BankChecked(id));
}

pub(crate) fn checked(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if steps::current(journey, KEY).is_none_or(|room| room.status != StepStatus::InProgress) {
        return;
    }
    journey.finish(OperationKind::BankMandateVerification);
    let unknown = journey
        .chosen
        .as_ref()
        .and_then(|chosen| chosen.account.as_ref())
        .is_none_or(|account| account.account_number.as_str().ends_with(UNKNOWN_ACCOUNT));
    if unknown {
        steps::fail(
            journey,
            KEY,
            now,
            "PENNY_DROP_FAILED",
            "The bank does not know this account. Check the account number and the IFSC.",
            ActionRequired::SubmitForm,
        );
    } else {
        steps::succeed(world, id, KEY);
    }
}
