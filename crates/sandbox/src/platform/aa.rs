use contract::platform::aa::{AaRedirect, AaSession as WireSession, AaSessionRequest};
use contract::platform::status::AaState;
use contract::{AaSessionId, JourneyId};
use serde_json::json;

use super::call::{Answer, Call};
use super::journeys::find;
use super::offers;
use super::refusal::Refusal;
use crate::engine::aa;
use crate::engine::journey::{AaSession, Journey, Stage};
use crate::lenders::AaNeed;
use crate::text;
use crate::world::World;

fn session(journey: &Journey, id: AaSessionId) -> Result<&AaSession, Refusal> {
    journey
        .aa_session(id)
        .ok_or_else(|| Refusal::not_found("AA session"))
}

pub(crate) fn list(world: &World, id: JourneyId) -> Result<Answer, Refusal> {
    let items: Vec<WireSession> = find(world, id)?.aa.iter().rev().map(on_wire).collect();
    Ok(Answer::ok(json!({ "items": items })))
}

pub(crate) fn read(world: &World, id: JourneyId, aa: AaSessionId) -> Result<Answer, Refusal> {
    Ok(Answer::ok(on_wire(session(find(world, id)?, aa)?)))
}

/// ASSUMPTION(G22): a session that still runs is answered instead of a second one.
pub(crate) fn create(world: &mut World, id: JourneyId, call: &Call) -> Result<Answer, Refusal> {
    let asked: AaSessionRequest = call.json()?;
    let journey = find(world, id)?;
    let card = offers::card(journey, asked.offer_id)?;
    let wanted = match card.aa {
        AaNeed::Never => false,
        AaNeed::BeforeOffer => journey.chosen.is_none() && !journey.is_over() && card.is_alive(),
        AaNeed::AfterSelection => {
            journey.stage() == Some(Stage::Aa)
                && journey
                    .chosen
                    .as_ref()
                    .is_some_and(|chosen| chosen.offer_id == asked.offer_id)
        }
    };
    let last = journey.aa_of(asked.offer_id);
    if !wanted || last.is_some_and(|session| session.state == AaState::Confirmed) {
        return Err(Refusal::precondition(
            "CONSENT_NOT_REQUIRED",
            "This lender does not wait for bank statements.",
        ));
    }
    if let Some(running) = last.filter(|session| !session.is_over()) {
        return Ok(Answer::ok(on_wire(running)));
    }
    if let Some(url) = &asked.return_url
        && !is_registered(&world.settings.app_origin, url)
    {
        return Err(Refusal::field(
            "returnURL",
            "returnURL is not below a registered origin.",
        ));
    }
    let new = aa::create(world, id, asked.offer_id, asked.return_url);
    Ok(Answer::created(on_wire(session(find(world, id)?, new)?)))
}

fn is_registered(app_origin: &str, url: &str) -> bool {
    let (Ok(ours), Ok(theirs)) = (url::Url::parse(app_origin), url::Url::parse(url)) else {
        return false;
    };
    ours.origin() == theirs.origin()
}

pub(crate) fn redirect(
    world: &mut World,
    id: JourneyId,
    aa: AaSessionId,
) -> Result<Answer, Refusal> {
    if !session(find(world, id)?, aa)?.is_open() {
        return Err(Refusal::precondition(
            "AA_SESSION_NOT_OPEN",
            "This AA session cannot be continued.",
        ));
    }
    let token = aa::redirect(world, id, aa).ok_or_else(|| Refusal::not_found("AA session"))?;
    let run = session(find(world, id)?, aa)?;
    let digits = world
        .now
        .to_string()
        .replace(|c: char| !c.is_ascii_digit(), "");
    Ok(Answer::ok(AaRedirect {
        aa_session_id: aa,
        state: run.state,
        redirect_url: format!("{}/aa/{token}", world.base),
        reqdate: Some(digits.into()),
        txnid: Some(format!("aa_txn_{}", text::short()).into()),
        expires_at: Some(run.expires_at.to_string()),
    }))
}

/// The borrower is back. Without a decision at the Account Aggregator there is nothing to
/// complete, and the session stays as it was.
pub(crate) fn complete(
    world: &mut World,
    id: JourneyId,
    aa: AaSessionId,
) -> Result<Answer, Refusal> {
    decided(session(find(world, id)?, aa)?)?;
    aa::returned(world, id, aa);
    Ok(Answer::ok(on_wire(session(find(world, id)?, aa)?)))
}

pub(crate) fn reconcile(
    world: &mut World,
    id: JourneyId,
    aa: AaSessionId,
) -> Result<Answer, Refusal> {
    let run = session(find(world, id)?, aa)?;
    decided(run)?;
    if run.state == AaState::Confirmed {
        return Err(Refusal::precondition(
            "ALREADY_CONFIRMED",
            "The consent is confirmed.",
        ));
    }
    aa::reconcile(world, id, aa);
    Ok(Answer::accepted("aa_reconcile", 2))
}

fn decided(run: &AaSession) -> Result<(), Refusal> {
    if run.is_over() {
        return Err(Refusal::precondition(
            "AA_SESSION_OVER",
            "This AA session has ended.",
        ));
    }
    if !run.approved {
        return Err(Refusal::precondition(
            "CONSENT_NOT_GIVEN",
            "The borrower has not decided yet.",
        ));
    }
    Ok(())
}

fn on_wire(run: &AaSession) -> WireSession {
    WireSession {
        aa_session_id: run.id,
        state: run.state,
        offer_id: Some(run.offer_id),
        reason: run.reason.map(|note| note.message.into()),
        reason_code: run.reason.map(|note| note.code.into()),
        created_at: Some(run.created_at.to_string()),
        expires_at: Some(run.expires_at.to_string()),
    }
}
