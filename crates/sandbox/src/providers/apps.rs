//! Links that open another app: the page they were opened from stays.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::JourneyId;
use serde::{Deserialize, Serialize};

use super::{aa, mandate};
use crate::sandbox::Shared;
use crate::world::{LinkFor, World};

/// Opens the app if this link's borrower has one, as the script or the whole world says.
pub(super) fn switch(world: &mut World, token: &str) -> bool {
    let Some(link) = world.links.get(token) else {
        return false;
    };
    let journey = link.journey;
    let scripted = world
        .journeys
        .get(&journey)
        .is_some_and(|journey| journey.script.switches_app());
    let switches = scripted || world.faults.app_switch;
    if switches {
        world.apps.insert(journey, token.to_owned());
    }
    switches
}

/// What the borrower does in the other app.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InApp {
    #[serde(rename = "journeyID")]
    journey: JourneyId,
    decision: AppDecision,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum AppDecision {
    Approve,
    Decline,
}

/// Whose app it was.
#[derive(Debug, Serialize)]
pub(crate) struct Decided {
    party: &'static str,
}

/// 409 when no app waits for a decision.
pub(crate) async fn decide(
    State(shared): State<Shared>,
    Json(asked): Json<InApp>,
) -> Result<Json<Decided>, StatusCode> {
    let approves = asked.decision == AppDecision::Approve;
    let party = shared.with(|world| {
        let token = world.apps.get(&asked.journey)?.clone();
        let is_consent = matches!(world.links.get(&token)?.to, LinkFor::Aa(_));
        if is_consent {
            aa::settle(world, &token, approves)?;
            Some("aa")
        } else {
            mandate::PAGE.settle(world, &token, approves)?;
            Some(mandate::PAGE.party)
        }
    });
    let party = party.ok_or(StatusCode::CONFLICT)?;
    Ok(Json(Decided { party }))
}
