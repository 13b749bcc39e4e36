//! The lender decides and pays.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, StepKey, StepStatus};
use contract::platform::steps::Diagnostics;

use super::journey::{Answer, Payout, Stage};
use super::ledger::Loan;
use super::{Event, outcomes, steps};
use crate::scenarios::{Outcome, Then};
use crate::text;
use crate::world::World;

const KEY: StepKey = StepKey::Disbursal;

pub(crate) fn begin(world: &mut World, id: JourneyId) {
    world.later(world.settings.waits.sanction, Event::Sanctioned(id));
}

pub(crate) fn sanctioned(world: &mut World, id: JourneyId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && let Some(room) = steps::current(journey, KEY)
        && room.status == StepStatus::Pending
    {
        room.set(StepStatus::InProgress, ActionRequired::Wait);
        journey.touch(now, "journey.fulfillment.updated");
        let no = matches!(
            journey.next_outcome(KEY),
            Outcome::Fails {
                then: Then::Ends,
                ..
            }
        );
        match journey.script.pays_after() {
            _ if no => tried(world, id),
            Some(seconds) => world.in_seconds(seconds, Event::PayoutSent(id)),
            None => world.later(world.settings.waits.payout, Event::PayoutSent(id)),
        }
    }
}

/// The lender has given the money to its bank.
pub(crate) fn sent(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if steps::current(journey, KEY).is_none_or(|room| room.status != StepStatus::InProgress) {
        return;
    }
    if let Some(chosen) = &mut journey.chosen {
        chosen.payout = Some(Payout {
            utr: format!("SBOX{}", text::short().to_ascii_uppercase()),
            sent_at: now,
            came_back: false,
        });
    }
    journey.touch(now, "journey.fulfillment.updated");
    tried(world, id);
}

/// The banks try, and the lender says so where it does not succeed at once.
pub(crate) fn tried(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if steps::current(journey, KEY).is_none_or(|room| room.status != StepStatus::InProgress) {
        return;
    }
    match journey.attempt(KEY) {
        Outcome::Fine => world.later(world.settings.waits.disbursal, Event::Disbursed(id)),
        outcome @ Outcome::Takes { seconds, .. } => {
            steps::under_way(journey, KEY, now, outcome, ActionRequired::Wait);
            world.in_seconds(seconds, Event::PayoutTried(id));
        }
        Outcome::Fails { note, then } => {
            if let Some(payout) = journey.chosen.as_mut().and_then(|it| it.payout.as_mut()) {
                payout.came_back = true;
            }
            outcomes::fail(world, id, KEY, note, then);
        }
    }
}

/// The money is there: instalments count from today.
pub(crate) fn disbursed(world: &mut World, id: JourneyId) {
    let now = world.now;
    let today = now.date();
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if steps::current(journey, KEY).is_none_or(|room| room.status != StepStatus::InProgress) {
        return;
    }
    let Some(offer) = journey.chosen.as_ref().map(|chosen| chosen.offer_id) else {
        return;
    };
    let Some(card) = journey.card_mut(offer) else {
        return;
    };
    let Some(quote) = card
        .quote()
        .and_then(|quote| quote.again(quote.principal, today))
    else {
        return;
    };
    card.answer = Answer::Offered(Box::new(quote.clone()));
    let Some(chosen) = &mut journey.chosen else {
        return;
    };
    let ending = chosen.account_ending();
    let utr = chosen
        .payout
        .as_ref()
        .map(|payout| payout.utr.clone())
        .unwrap_or_default();
    let net = quote.net.format();
    let paid = if ending.is_empty() {
        format!("{net} was paid to your account. UTR {utr}.")
    } else {
        format!("{net} was paid to the account ending {ending}. UTR {utr}.")
    };
    let loan = Loan::new(&quote, now, ending, utr);
    let dues = loan.dues();
    chosen.loan = Some(loan);
    chosen.stage = Stage::Disbursed;
    journey.effects.loans += 1;
    let room = &mut chosen.rooms.disbursal;
    room.set(StepStatus::Success, ActionRequired::None);
    room.diagnostics = Some(Diagnostics {
        code: Some("DISBURSED".into()),
        message: Some(paid.into()),
        updated_at: Some(now.to_string()),
        ..Diagnostics::default()
    });
    journey.touch(now, "journey.fulfillment.updated");
    for (number, due) in dues {
        world.at(now.until_day(due), Event::InstalmentDue(id, number));
    }
}
