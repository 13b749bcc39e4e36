//! The account that the loan is paid to, checked by paying one rupee into it.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, OperationKind, StepKey, StepStatus};
use contract::platform::steps::BankMandateRequest;

use super::journey::Journey;
use super::{Event, outcomes, steps};
use crate::scenarios::{Note, Outcome, Then};
use crate::world::World;

/// An account number with this ending does not exist.
pub(crate) const UNKNOWN_ACCOUNT: &str = "0000";

const NO_SUCH_ACCOUNT: Note = Note {
    code: "PENNY_DROP_FAILED",
    message: "The bank does not know this account. Check the account number and the IFSC.",
};

const KEY: StepKey = StepKey::BankMandate;

pub(crate) fn submit(world: &mut World, id: JourneyId, account: BankMandateRequest) {
    if let Some(journey) = world.journeys.get_mut(&id) {
        journey.effects.bank_forms += 1;
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
    if steps::current(journey, KEY).is_none() {
        return;
    }
    journey.show(OperationKind::BankMandateVerification);
    let outcome = attempt(journey);
    steps::under_way(journey, KEY, now, outcome, ActionRequired::Wait);
    match outcome.seconds() {
        Some(seconds) => world.in_seconds(seconds, Event::BankChecked(id)),
        None => world.later(world.settings.waits.penny_drop, Event::BankChecked(id)),
    }
}

/// What the bank says of the account; the script has no say in one that does not exist.
fn attempt(journey: &mut Journey) -> Outcome {
    let unknown = journey
        .chosen
        .as_ref()
        .and_then(|chosen| chosen.account.as_ref())
        .is_none_or(|account| account.account_number.as_str().ends_with(UNKNOWN_ACCOUNT));
    if unknown {
        Outcome::Fails {
            note: NO_SUCH_ACCOUNT,
            then: Then::Again,
        }
    } else {
        journey.attempt(KEY)
    }
}

pub(crate) fn checked(world: &mut World, id: JourneyId) {
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if steps::current(journey, KEY).is_none_or(|room| room.status != StepStatus::InProgress) {
        return;
    }
    journey.finish(OperationKind::BankMandateVerification);
    outcomes::comes_out(world, id, KEY);
}
