//! Choosing an offer, setting its amount, turning one down.

use contract::platform::status::OperationKind;
use contract::{JourneyId, OfferId};
use lending::Paise;

use super::Event;
use super::journey::{Answer, Chosen, Journey, Phase, Stage, StepAt};
use super::steps::{self, Rooms};
use crate::clock::Moment;
use crate::lenders::AaNeed;
use crate::world::World;

/// Locks the journey to an offer that was checked to be open.
pub(crate) fn proceed(world: &mut World, id: JourneyId, offer: OfferId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    journey.chosen = Some(Chosen {
        offer_id: offer,
        locked_at: now,
        stage: Stage::Dispatching,
        rooms: Rooms::default(),
        account: None,
        branch: None,
        payout: None,
        loan: None,
    });
    journey.effects.proceeds += 1;
    journey.show(OperationKind::SelectDispatch);
    journey.touch(now, "journey.offer.selected");
    world.later(
        world.settings.waits.selection,
        Event::SelectionKnown(id, now),
    );
}

pub(crate) fn selection_known(world: &mut World, id: JourneyId, lock: Moment) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let same_lock = journey
        .chosen
        .as_ref()
        .is_some_and(|chosen| chosen.locked_at == lock);
    if !same_lock || journey.stage() != Some(Stage::Dispatching) {
        return;
    }
    journey.finish(OperationKind::SelectDispatch);
    let wants_consent = journey
        .chosen_card()
        .is_some_and(|card| card.aa == AaNeed::AfterSelection)
        && !journey.has_consent(chosen_offer(journey));
    journey.set_stage(if wants_consent {
        Stage::Aa
    } else {
        Stage::Amount
    });
    journey.touch(now, "journey.offer.updated");
}

fn chosen_offer(journey: &Journey) -> OfferId {
    journey
        .chosen
        .as_ref()
        .map_or(OfferId::from_bytes([0; 16]), |chosen| chosen.offer_id)
}

/// An amount within the lender's bounds.
pub(crate) fn set_amount(world: &mut World, id: JourneyId, amount: Paise) {
    if let Some(journey) = world.journeys.get_mut(&id) {
        journey.effects.amounts += 1;
        journey.accept(OperationKind::OfferConfirmation);
        world.later(world.settings.waits.lag, Event::AmountShown(id, amount));
    }
}

pub(crate) fn amount_shown(world: &mut World, id: JourneyId, amount: Paise) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if !journey.works_on(OperationKind::OfferConfirmation) {
        return;
    }
    journey.show(OperationKind::OfferConfirmation);
    if journey.stage() == Some(Stage::Amount) {
        journey.set_stage(Stage::Confirming);
    }
    journey.touch(now, "journey.offer.updated");
    world.later(
        world.settings.waits.requote,
        Event::AmountConfirmed(id, amount),
    );
}

pub(crate) fn amount_confirmed(world: &mut World, id: JourneyId, amount: Paise) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if !journey.works_on(OperationKind::OfferConfirmation) {
        return;
    }
    journey.finish(OperationKind::OfferConfirmation);
    let offer = chosen_offer(journey);
    let rate = journey.script.requote();
    if let Some(card) = journey.card_mut(offer)
        && let Some(quote) = card.quote()
        && let Some(again) = quote
            .at_rate(rate.unwrap_or(quote.terms.rate))
            .again(amount, now.date())
    {
        card.answer = Answer::Offered(Box::new(again));
    }
    journey.touch(now, "journey.offer.updated");
    if journey.stage() == Some(Stage::Confirming) {
        steps::open(world, id, StepAt::Kyc);
    }
}

/// ASSUMPTION(G16): the borrower turns an offer down; the others become choosable again.
pub(crate) fn reject(world: &mut World, id: JourneyId, offer: OfferId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if let Some(card) = journey.card_mut(offer) {
        card.answer = Answer::Nothing("You turned this offer down.".to_owned());
    }
    journey.effects.rejects += 1;
    let locked = journey
        .chosen
        .as_ref()
        .is_some_and(|chosen| chosen.offer_id == offer);
    if locked {
        journey.chosen = None;
        journey.accepted.clear();
        journey.pending.clear();
    }
    journey.touch(now, "journey.offer.updated");
    super::shopping::end_if_nobody_is_left(world, id, Phase::Rejected);
}

/// The lender gives up on the borrower.
pub(crate) fn lender_gives_up(journey: &mut Journey, now: Moment, reason: &str) {
    let offer = chosen_offer(journey);
    if let Some(card) = journey.card_mut(offer) {
        card.answer = Answer::Nothing(reason.to_owned());
    }
    journey.end(Phase::Rejected, now);
}
