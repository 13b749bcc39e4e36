use contract::platform::offers::{
    LoanAmountRequest, Offer, OfferRejected, Proceeded, RejectRequest, SelectionLock,
};
use contract::platform::status::{OperationKind, ProceedBoundary, RejectedStage, StepStatus};
use contract::{JourneyId, OfferId};
use lending::Paise;
use serde_json::{Value, json};

use super::call::{Answer, Call};
use super::journeys::find;
use super::offer;
use super::refusal::Refusal;
use crate::engine::journey::{Card, Journey, Stage, StepAt};
use crate::engine::{selection, shopping};
use crate::lenders::Letter;
use crate::text::all_digits;
use crate::world::World;

pub(crate) fn card(journey: &Journey, id: OfferId) -> Result<&Card, Refusal> {
    journey.card(id).ok_or_else(|| Refusal::not_found("offer"))
}

pub(crate) fn list(world: &World, id: JourneyId) -> Result<Answer, Refusal> {
    let journey = find(world, id)?;
    let items: Vec<Value> = journey
        .cards
        .iter()
        .map(|card| written(journey, card, &offer::row(&world.base, journey, card)))
        .collect();
    Ok(Answer::ok(json!({ "items": items })))
}

pub(crate) fn read(world: &World, id: JourneyId, offer: OfferId) -> Result<Answer, Refusal> {
    let journey = find(world, id)?;
    let card = card(journey, offer)?;
    let offer = offer::detail(&world.base, journey, card);
    Ok(Answer::ok(written(journey, card, &offer)))
}

/// As this lender writes its figures.
fn written(journey: &Journey, card: &Card, offer: &Offer) -> Value {
    let mut offer = json!(offer);
    if let (Letter::Made(number), Some(market)) = (card.letter, journey.market) {
        market.write(&mut offer, number);
    }
    offer
}

/// Whether the journey is locked to this offer, or to another one.
fn lock(journey: &Journey, offer: OfferId) -> Result<bool, Refusal> {
    match &journey.chosen {
        None => Ok(false),
        Some(chosen) if chosen.offer_id == offer => Ok(true),
        Some(_) => Err(Refusal::locked()),
    }
}

fn not_over(journey: &Journey) -> Result<(), Refusal> {
    if journey.is_over() {
        return Err(Refusal::precondition(
            "JOURNEY_OVER",
            "The journey has ended.",
        ));
    }
    Ok(())
}

/// The first offer wins; asking again for the same one is answered the same way.
pub(crate) fn proceed(world: &mut World, id: JourneyId, offer: OfferId) -> Result<Answer, Refusal> {
    let journey = find(world, id)?;
    not_over(journey)?;
    let card = card(journey, offer)?;
    if !lock(journey, offer)? {
        if card.quote().is_none() {
            return Err(Refusal::precondition(
                "OFFER_NOT_RECEIVED",
                "This lender has not made an offer.",
            ));
        }
        selection::proceed(world, id, offer);
    }
    let locked_at = find(world, id)?
        .chosen
        .as_ref()
        .map(|chosen| chosen.locked_at.to_string());
    Ok(Answer::ok(Proceeded {
        journey_id: id,
        offer_id: offer,
        status: "PROCEEDED".into(),
        proceeded: true,
        proceed_boundary_state: ProceedBoundary::Locked,
        offer_selection_lock: Some(SelectionLock {
            locked_at,
            lock_source: Some("OFFER_DETAILS_PROCEED".into()),
        }),
    }))
}

/// ASSUMPTION(G16): possible until the agreement is signed.
pub(crate) fn reject(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
    call: &Call,
) -> Result<Answer, Refusal> {
    let asked: RejectRequest = call.json()?;
    if asked.rejected_stage == RejectedStage::Unknown {
        return Err(Refusal::field(
            "rejectedStage",
            "rejectedStage is OFFER, AA, KYC, BANK_MANDATE, E_MANDATE or LOAN_AGREEMENT.",
        ));
    }
    let journey = find(world, id)?;
    not_over(journey)?;
    let card = card(journey, offer)?;
    let locked = lock(journey, offer)?;
    if !card.is_alive() {
        return Err(Refusal::precondition(
            "OFFER_NOT_ALIVE",
            "There is no offer to turn down.",
        ));
    }
    let signed = journey.chosen.as_ref().is_some_and(|chosen| {
        !matches!(
            chosen.rooms.loan_agreement.status,
            StepStatus::Pending | StepStatus::Ready | StepStatus::Failure
        )
    });
    if locked && signed {
        return Err(Refusal::precondition(
            "AGREEMENT_SIGNED",
            "The agreement is signed.",
        ));
    }
    selection::reject(world, id, offer);
    Ok(Answer::ok(OfferRejected {
        journey_id: id,
        offer_id: offer,
        status: "REJECTED".into(),
    }))
}

/// ASSUMPTION(G17): after proceeding and before KYC is done, within the lender's bounds.
pub(crate) fn loan_amount(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
    call: &Call,
) -> Result<Answer, Refusal> {
    let asked: LoanAmountRequest = call.json()?;
    let journey = find(world, id)?;
    not_over(journey)?;
    let card = card(journey, offer)?;
    if journey.works_on(OperationKind::OfferConfirmation) {
        return Err(Refusal::still_working());
    }
    let waits = matches!(
        journey.stage(),
        Some(Stage::Amount | Stage::Step(StepAt::Kyc))
    );
    let Some(quote) = card.quote().filter(|_| waits) else {
        lock(journey, offer)?;
        return Err(Refusal::precondition(
            "AMOUNT_NOT_AWAITED",
            "The lender does not wait for an amount.",
        ));
    };
    if !lock(journey, offer)? {
        return Err(Refusal::precondition(
            "OFFER_NOT_SELECTED",
            "The offer is not chosen.",
        ));
    }
    let (least, most) = shopping::amounts(quote);
    let amount = Some(asked.amount.as_str())
        .filter(|text| all_digits(text))
        .and_then(Paise::from_wire)
        .filter(|amount| (least..=most).contains(amount))
        .ok_or_else(|| {
            let say = format!(
                "amount is rupees, digits only, from {} to {}.",
                least.to_wire_rupees(),
                most.to_wire_rupees()
            );
            Refusal::field("amount", &say)
        })?;
    selection::set_amount(world, id, amount);
    Ok(Answer::accepted("loan_amount", 2))
}
