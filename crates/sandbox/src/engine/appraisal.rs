//! Jewellery is looked at in the lender's branch: long, with tidings in between.

use contract::JourneyId;

use super::journey::{Answer, Stage, StepAt};
use super::quote::Quote;
use super::{Event, selection, steps};
use crate::clock::Moment;
use crate::world::World;

/// The borrower has chosen a branch and brings the jewellery there.
pub(crate) fn begin(world: &mut World, id: JourneyId) {
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    journey.set_stage(Stage::Appraisal);
    match journey.script.appraisal() {
        Some(asked) => {
            let tidings = (asked.seconds / asked.told_every.max(1)).max(1);
            world.in_seconds(asked.told_every, Event::Appraised(id, 1, tidings));
        }
        None => world.later(world.settings.waits.sanction, Event::Appraised(id, 1, 1)),
    }
}

/// The branch says how far it is, and at last what the jewellery is worth.
pub(crate) fn told(world: &mut World, id: JourneyId, told: u32, of: u32) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.stage() != Some(Stage::Appraisal) {
        return;
    }
    journey.touch(now, "journey.fulfillment.updated");
    let asked = journey.script.appraisal();
    if told < of
        && let Some(asked) = asked
    {
        world.in_seconds(asked.told_every, Event::Appraised(id, told + 1, of));
        return;
    }
    if found(world, id, asked.map_or(100, |asked| asked.worth)) {
        steps::open(world, id, StepAt::LoanAgreement);
    }
}

/// No more is lent than what was found is good for; `false` when that is too little.
fn found(world: &mut World, id: JourneyId, percent: u32) -> bool {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return false;
    };
    let quote = journey
        .chosen_card()
        .and_then(|card| again(card.quote()?, percent, now));
    let offer = journey.chosen.as_ref().map(|chosen| chosen.offer_id);
    let card = offer.and_then(|offer| journey.card_mut(offer));
    let (Some(quote), Some(card)) = (quote, card) else {
        selection::lender_gives_up(journey, now, TOO_LITTLE);
        return false;
    };
    card.answer = Answer::Offered(Box::new(quote));
    true
}

fn again(quote: &Quote, percent: u32, now: Moment) -> Option<Quote> {
    let pledge = quote.pledge?.found(percent);
    let limit = pledge
        .limit()
        .filter(|limit| *limit >= quote.terms.minimum)?;
    let quote = quote.again(quote.principal.min(limit), now.date())?;
    Some(Quote {
        pledge: Some(pledge),
        ..quote
    })
}

const TOO_LITTLE: &str = "The branch found too little gold for a loan. Your jewellery is yours: \
                          nothing was pledged.";
