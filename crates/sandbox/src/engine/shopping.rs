//! From a submitted profile to offers.

use contract::platform::status::{JourneyType, OperationKind};
use contract::{JourneyId, OfferId};
use lending::Paise;

use super::journey::{Answer, Card, Journey, Phase};
use super::pledge::Pledge;
use super::quote::Quote;
use super::{Event, lifetime};
use crate::borrowers;
use crate::clock::Moment;
use crate::lenders::{Letter, Manner};
use crate::market::Market;
use crate::world::{World, new_id};

/// The profile is complete and consented to.
pub(crate) fn submit(world: &mut World, id: JourneyId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    journey.submitted_at = Some(now);
    journey.effects.submitted += 1;
    journey.accept(OperationKind::ProfileSubmission);
    world.later(world.settings.waits.lag, Event::ProfileShown(id));
    // Somebody may be recognised by what they have filled in.
    lifetime::recognise(world, id);
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
    let market = world.market;
    let usual = lenders_of(world, id);
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.phase != Phase::Submitted {
        return;
    }
    journey.phase = Phase::Shopping;
    journey.finish(OperationKind::ProfileSubmission);
    let script = journey.script;
    journey.market = market.filter(|_| journey.kind == JourneyType::PersonalLoan);
    let letters = journey
        .market
        .map_or_else(|| usual.to_vec(), Market::letters);
    journey.cards = letters
        .iter()
        .map(|letter| Card {
            offer_id: OfferId::from_bytes(new_id()),
            letter: *letter,
            aa: script.aa(*letter),
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
        let event = Event::LenderAnswers(id, offer);
        match (script.late(letter), script.manner(letter)) {
            (Some(seconds), _) => world.in_seconds(seconds, event),
            (None, Manner::OffersLate(_)) => world.later(world.settings.waits.late_offer, event),
            (None, _) => world.later(world.settings.waits.offer, event),
        }
    }
}

fn lenders_of(world: &World, id: JourneyId) -> &'static [Letter] {
    let Some(journey) = world.journeys.get(&id) else {
        return &[];
    };
    world
        .person(journey.owner, Some(&journey.sections))
        .map_or_else(
            || borrowers::anybodys_lenders(journey.kind),
            |person| person.lenders(journey.kind),
        )
}

pub(crate) fn lender_answers(world: &mut World, id: JourneyId, offer: OfferId) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.is_over() {
        return;
    }
    let Some(card) = journey.card(offer) else {
        return;
    };
    if !matches!(card.answer, Answer::Awaited) {
        return;
    }
    let quote = quoted(journey, card.letter, now);
    let valid_until = quote.as_ref().ok().map(|quote| quote.valid_until);
    let answer = match quote {
        Ok(quote) => Answer::Offered(Box::new(quote)),
        Err(reason) => Answer::Nothing(reason.to_owned()),
    };
    if let Some(card) = journey.card_mut(offer) {
        card.answer = answer;
    }
    journey.touch(now, "journey.offer.updated");
    if let Some(valid_until) = valid_until {
        world.at(valid_until, Event::QuoteLapses(id, offer));
    }
    end_if_nobody_is_left(world, id, Phase::Rejected);
}

/// What a lender offers, or why it does not.
fn quoted(journey: &Journey, letter: Letter, now: Moment) -> Result<Quote, &'static str> {
    const DAY: i64 = 86_400_000;
    let valid_until = now.plus_millis(i64::from(journey.script.quote_days(letter)) * DAY);
    let gold = journey.kind == JourneyType::GoldLoan;
    let (terms, pledge) = match journey.manner(letter) {
        Manner::Declines(reason) => return Err(reason),
        Manner::Offers(terms) | Manner::OffersLate(terms) if !gold => (terms, None),
        Manner::OffersOnGold(gold_terms) if gold => {
            let pledge = Pledge::of(&journey.sections, gold_terms)
                .ok_or("This lender could not tell what your jewellery is worth.")?;
            let terms = pledge
                .terms(gold_terms)
                .ok_or("Your jewellery is worth less than this lender's smallest loan needs.")?;
            (terms, Some(pledge))
        }
        _ if gold => return Err("This lender does not lend against gold."),
        _ => return Err("This lender lends against gold only."),
    };
    Quote::price(terms, terms.principal, now.date(), valid_until)
        .map(|quote| Quote { pledge, ..quote })
        .ok_or("This lender could not make an offer.")
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
    let script = journey.script;
    if let Some(card) = journey.card_mut(offer)
        && card.quote().is_some()
    {
        let days = script.quote_days(card.letter);
        let reason = format!("This offer was open for {days} days and has ended.");
        card.answer = Answer::Nothing(reason);
        journey.touch(now, "journey.offer.updated");
        end_if_nobody_is_left(world, id, Phase::Expired);
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
