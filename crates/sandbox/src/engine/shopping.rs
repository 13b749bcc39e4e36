//! From a submitted profile to offers.

use contract::platform::status::{JourneyType, OperationKind};
use contract::{JourneyId, OfferId};
use lending::Paise;

use super::Event;
use super::journey::{Answer, Card, Phase};
use super::quote::Quote;
use crate::borrowers;
use crate::lenders::{self, Letter, Manner};
use crate::world::{World, new_id};

/// The profile is complete and consented to.
pub(crate) fn submit(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    journey.submitted_at = Some(now);
    journey.accept(OperationKind::ProfileSubmission);
    world.later(world.settings.waits.lag, Event::ProfileShown(id));
}

pub(crate) fn profile_shown(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.phase != Phase::Filling {
        return;
    }
    journey.phase = Phase::Submitted;
    journey.show(OperationKind::ProfileSubmission);
    journey.touch(now, "journey.profile.submitted");
    world.later(world.settings.waits.dispatch, Event::LendersAsked(id));
}

pub(crate) fn lenders_asked(world: &mut World, id: JourneyId) {
    let now = world.now;
    let letters = lenders_of(world, id);
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.phase != Phase::Submitted {
        return;
    }
    journey.phase = Phase::Shopping;
    journey.finish(OperationKind::ProfileSubmission);
    journey.cards = letters
        .iter()
        .map(|letter| Card {
            offer_id: OfferId::from_bytes(new_id()),
            letter: *letter,
            answer: Answer::Awaited,
        })
        .collect();
    journey.touch(now, "journey.offers.requested");
    let free: Vec<(OfferId, Letter)> = journey
        .cards
        .iter()
        .filter(|card| !journey.waits_for_consent(card))
        .map(|card| (card.offer_id, card.letter))
        .collect();
    for (offer, letter) in free {
        let span = match letter.lender().manner {
            Manner::OffersLate(_) => world.settings.waits.late_offer,
            Manner::Offers(_) | Manner::Declines(_) => world.settings.waits.offer,
        };
        world.later(span, Event::LenderAnswers(id, offer));
    }
}

fn lenders_of(world: &World, id: JourneyId) -> &'static [Letter] {
    let Some(journey) = world.journeys.get(&id) else {
        return borrowers::ANYBODYS_LENDERS;
    };
    let external = world
        .borrowers
        .get(&journey.owner)
        .map_or("", |borrower| borrower.external_id.as_str());
    let profile = journey.sections.profile.as_ref();
    let mobile = profile.and_then(|profile| profile.contact_number.as_ref());
    let pan = profile.and_then(|profile| profile.pan.as_ref());
    borrowers::behind(
        external,
        mobile.map(contract::Text::as_str),
        pan.map(contract::Text::as_str),
    )
    .map_or(borrowers::ANYBODYS_LENDERS, |borrower| borrower.lenders)
}

pub(crate) fn lender_answers(world: &mut World, id: JourneyId, offer: OfferId) {
    let now = world.now;
    let today = now.date();
    let valid_until = now.plus_millis(i64::from(lenders::QUOTE_DAYS) * 86_400_000);
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let gold = journey.kind == JourneyType::GoldLoan;
    if journey.is_over() {
        return;
    }
    let Some(card) = journey.card_mut(offer) else {
        return;
    };
    if !matches!(card.answer, Answer::Awaited) {
        return;
    }
    let lender = card.lender();
    let quote = match lender.manner {
        _ if gold => Err("This lender does not lend against gold."),
        Manner::Offers(terms) | Manner::OffersLate(terms) => {
            Quote::price(terms, terms.principal, today, valid_until)
                .ok_or("This lender could not make an offer.")
        }
        Manner::Declines(reason) => Err(reason),
    };
    let offered = quote.is_ok();
    card.answer = match quote {
        Ok(quote) => Answer::Offered(Box::new(quote)),
        Err(reason) => Answer::Nothing(reason.to_owned()),
    };
    journey.touch(now, "journey.offer.updated");
    if offered {
        world.at(valid_until, Event::QuoteLapses(id, offer));
    }
    end_if_nobody_is_left(world, id, Phase::Rejected);
}

/// A quote that nobody chose in time is gone.
pub(crate) fn quote_lapses(world: &mut World, id: JourneyId, offer: OfferId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let chosen = journey.chosen.as_ref().map(|chosen| chosen.offer_id);
    if journey.is_over() || chosen == Some(offer) {
        return;
    }
    if let Some(card) = journey.card_mut(offer)
        && card.quote().is_some()
    {
        card.answer = Answer::Nothing("This offer was open for 15 days and has ended.".to_owned());
        journey.touch(now, "journey.offer.updated");
        end_if_nobody_is_left(world, id, Phase::Expired);
    }
}

/// Thirty days without a loan.
pub(crate) fn journey_lapses(world: &mut World, id: JourneyId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && !journey.is_over()
        && journey.loan().is_none()
    {
        journey.end(Phase::Expired, now);
    }
}

/// With no lender left that has offered or may, the journey is over.
pub(crate) fn end_if_nobody_is_left(world: &mut World, id: JourneyId, how: Phase) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && journey.chosen.is_none()
        && !journey.is_over()
        && !journey.cards.iter().any(Card::is_alive)
    {
        journey.end(how, now);
    }
}

/// The least and the most that a chosen lender lends.
pub(crate) fn amounts(quote: &Quote) -> (Paise, Paise) {
    (quote.terms.minimum, quote.terms.principal)
}
