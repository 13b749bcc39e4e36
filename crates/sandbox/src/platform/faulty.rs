//! Faults on the way of an answer.

use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use contract::Text;
use contract::platform::sessions::SessionRequest;
use serde_json::Value;

use super::auth::Caller;
use super::call::{Call, Reply};
use super::refusal::Refusal;
use crate::borrowers;
use crate::faults::{self, Fault, What};
use crate::world::World;

/// What this call meets.
pub(crate) fn meet(world: &mut World, call: &Call, caller: Caller) -> Vec<What> {
    let now = world.now;
    let person = person(world, call, caller);
    let who = person.map_or("nobody", |(id, _)| id);
    let scripted = person.filter(|(_, script)| !script.is_empty());
    let asked = (&call.method, call.path.as_str());
    world.faults.meet(now, asked, who, scripted)
}

/// Whose call it is, and what their script lets go wrong.
fn person(world: &World, call: &Call, caller: Caller) -> Option<(&'static str, &'static [Fault])> {
    let person = if let Some(borrower) = world.sessions.borrower_of(caller) {
        world.person(borrower, None)?
    } else {
        let asked: SessionRequest = call.json().ok()?;
        let profile = asked.profile.as_ref();
        let mobile = profile.and_then(|profile| profile.contact_number.as_ref());
        let pan = profile.and_then(|profile| profile.pan.as_ref());
        borrowers::behind(
            asked.borrower_external_id.trim(),
            mobile.map(Text::as_str),
            pan.map(Text::as_str),
        )?
    };
    Some((person.id, person.script.faults()))
}

/// Instead of doing anything.
pub(crate) fn refusal(met: &[What]) -> Option<Refusal> {
    met.iter().find_map(|what| match what {
        What::Down => Some(Refusal::down()),
        What::RateLimited { retry_after } => Some(Refusal::rate_limited(*retry_after)),
        _ => None,
    })
}

/// Milliseconds.
pub(crate) fn delay(met: &[What]) -> u64 {
    let millis = |what: &What| match what {
        What::Slow { millis } => *millis,
        _ => 0,
    };
    met.iter().map(millis).sum()
}

/// The answer as it arrives; `None` when it does not.
pub(crate) fn respond(mut reply: Reply, call: &Call, met: &[What]) -> Option<Response> {
    if met.contains(&What::LostAnswer) {
        return None;
    }
    if !met.is_empty()
        && let Ok(mut envelope) = serde_json::from_str::<Value>(&reply.body)
    {
        for what in met {
            faults::spoil(&mut envelope, *what);
        }
        reply.body = envelope.to_string();
    }
    if met.contains(&What::BrokenJson) {
        let half = reply.body.floor_char_boundary(reply.body.len() / 2);
        reply.body.truncate(half);
    }
    let page = met.iter().find_map(|what| match what {
        What::Html { status } => StatusCode::from_u16(*status).ok(),
        _ => None,
    });
    let Some(status) = page else {
        return Some(reply.into_response(call));
    };
    let mut response = Response::new(PAGE.into());
    *response.status_mut() = status;
    response.headers_mut().insert(
        "content-type",
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    Some(response)
}

/// What a proxy in between says.
const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Please wait</title></head>\
    <body><h1>We are checking your connection</h1></body></html>";
