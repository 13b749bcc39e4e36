use contract::platform::journeys::{
    Capabilities, Journey as WireJourney, JourneyRequest, JourneyState, ResumeRequest,
};
use contract::platform::status::JourneyType;
use contract::{BorrowerId, JourneyId};
use serde_json::json;

use super::call::{Answer, Call};
use super::refusal::Refusal;
use crate::engine::journey::Journey;
use crate::engine::{lifetime, profile, state as journey_state};
use crate::world::{World, new_id};

pub(crate) fn find(world: &World, id: JourneyId) -> Result<&Journey, Refusal> {
    world
        .journeys
        .get(&id)
        .ok_or_else(|| Refusal::not_found("journey"))
}

/// Somebody else's journey does not exist.
pub(crate) fn own(world: &World, borrower: BorrowerId, id: JourneyId) -> Result<(), Refusal> {
    if find(world, id)?.owner == borrower {
        Ok(())
    } else {
        Err(Refusal::not_found("journey"))
    }
}

/// ASSUMPTION(G8): newest first; `type` and `limit` narrow it.
pub(crate) fn list(world: &World, borrower: BorrowerId, call: &Call) -> Result<Answer, Refusal> {
    let mut kind = None;
    let mut limit = usize::MAX;
    for (name, value) in url::form_urlencoded::parse(call.query.as_bytes()) {
        match name.as_ref() {
            "type" => match JourneyType::from_word(&value) {
                JourneyType::Unknown => {
                    return Err(Refusal::field(
                        "type",
                        "type is PERSONAL_LOAN or GOLD_LOAN.",
                    ));
                }
                known => kind = Some(known),
            },
            "limit" => {
                limit = value
                    .parse()
                    .map_err(|_| Refusal::field("limit", "limit is a number."))?;
            }
            _ => {}
        }
    }
    let items: Vec<WireJourney> = world
        .journeys_of(borrower)
        .into_iter()
        .filter(|journey| kind.is_none_or(|kind| kind == journey.kind))
        .take(limit)
        .map(on_wire)
        .collect();
    Ok(Answer::ok(json!({ "items": items, "nextCursor": null })))
}

pub(crate) fn start(
    world: &mut World,
    borrower: BorrowerId,
    call: &Call,
) -> Result<Answer, Refusal> {
    let asked: JourneyRequest = call.json()?;
    if asked.kind == JourneyType::Unknown {
        return Err(Refusal::field(
            "type",
            "type is PERSONAL_LOAN or GOLD_LOAN.",
        ));
    }
    // ASSUMPTION(G7)
    let open = world
        .journeys_of(borrower)
        .into_iter()
        .find(|journey| journey.kind == asked.kind && !journey.is_over())
        .map(|journey| journey.id);
    if let Some(open) = open {
        return Err(Refusal::journey_open(open));
    }
    let id = JourneyId::from_bytes(new_id());
    let mut journey = Journey::new(id, borrower, asked.kind, world.now);
    if let Some(known) = world.borrowers.get(&borrower) {
        profile::fill(&mut journey.sections, known.known.clone());
    }
    let answer = Answer::created(on_wire(&journey));
    world.journeys.insert(id, journey);
    lifetime::begin(world, id);
    Ok(answer)
}

pub(crate) fn read(world: &World, id: JourneyId) -> Result<Answer, Refusal> {
    Ok(Answer::ok(on_wire(find(world, id)?)))
}

pub(crate) fn state(world: &World, id: JourneyId) -> Result<Answer, Refusal> {
    let journey = find(world, id)?;
    let (status, next_action) = journey_state::state(journey);
    Ok(Answer::ok(JourneyState {
        journey_id: journey.id,
        status,
        next_action,
        pending_operations: journey
            .pending
            .iter()
            .map(|operation| operation.as_str().into())
            .collect(),
        updated_at: journey.updated_at.to_string(),
    }))
}

pub(crate) fn resume(world: &mut World, id: JourneyId, call: &Call) -> Result<Answer, Refusal> {
    let asked: ResumeRequest = call.json()?;
    let journey = world
        .journeys
        .get_mut(&id)
        .ok_or_else(|| Refusal::not_found("journey"))?;
    let marks = &mut journey.resume;
    if asked.resume.last_completed_step.is_some() {
        marks.last_completed_step = asked.resume.last_completed_step;
    }
    if asked.resume.last_viewed_offer_id.is_some() {
        marks.last_viewed_offer_id = asked.resume.last_viewed_offer_id;
    }
    Ok(Answer::ok(on_wire(journey)))
}

fn on_wire(journey: &Journey) -> WireJourney {
    let (status, next_action) = journey_state::state(journey);
    let timeline = match status {
        // As documented for a fresh journey.
        contract::platform::status::JourneyStatus::Started => "PROFILE_REQUIRED",
        other => other.as_str(),
    };
    WireJourney {
        journey_id: journey.id,
        kind: journey.kind,
        status,
        next_action,
        timeline_state: Some(timeline.into()),
        capabilities: Capabilities {
            aa_enabled: true,
            post_disbursal_enabled: true,
        },
        resume: journey.resume.clone(),
        selected_offer_id: journey.chosen.as_ref().map(|chosen| chosen.offer_id),
        updated_at: journey.updated_at.to_string(),
        created_at: Some(journey.created_at.to_string()),
    }
}
