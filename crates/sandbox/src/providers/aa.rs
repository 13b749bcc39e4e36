use axum::Form as Posted;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use contract::platform::status::AaState;
use contract::{AaSessionId, JourneyId};
use maud::{Markup, html};

use super::apps;
use super::page::{self, Choice, Decision, Form, dead_link, wrong_code};
use super::returns::{self, Way};
use super::visit::Visit;
use super::words::{Words, fill};
use crate::engine::aa;
use crate::engine::journey::{AaSession, Card};
use crate::sandbox::{Sandbox, Shared};
use crate::world::{LinkFor, World};

/// The session of a link that was not replaced, whether it is still good or not.
fn known<'a>(
    world: &'a World,
    token: &str,
) -> Option<(JourneyId, AaSessionId, &'a AaSession, &'a Card, bool)> {
    let link = world.links.get(token)?;
    let LinkFor::Aa(id) = link.to else {
        return None;
    };
    let journey = world.journeys.get(&link.journey)?;
    let run = journey.aa_session(id)?;
    let current = run.link.as_deref() == Some(token) && run.is_open();
    // Once opened in time, there is time to read.
    let in_time = link.expires_at > world.now || run.state != AaState::RedirectReady;
    let card = journey.card(run.offer_id)?;
    Some((link.journey, id, run, card, current && in_time))
}

/// Where this session's borrower goes afterwards.
fn way(sandbox: &Sandbox, visit: Visit, token: &str) -> Way {
    let home = sandbox
        .with(|world| known(world, token).and_then(|found| found.2.return_url.clone()))
        .unwrap_or_else(|| returns::registered(sandbox, "aa"));
    Way::of(sandbox, visit, token, home)
}

pub(crate) async fn show(
    State(shared): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
) -> Response {
    let elsewhere = !visit.web
        && shared.with(|world| {
            let Some((journey, session, _, _, true)) = known(world, &token) else {
                return false;
            };
            let switches = apps::switch(world, &token);
            if switches {
                aa::opened(world, journey, session);
            }
            switches
        });
    if elsewhere {
        return StatusCode::NO_CONTENT.into_response();
    }
    answer(&shared, visit, &token, StatusCode::OK, None)
}

fn answer(
    sandbox: &Sandbox,
    visit: Visit,
    token: &str,
    status: StatusCode,
    error: Option<&str>,
) -> Response {
    let words = visit.words;
    let head = words.aa.head;
    let body = sandbox.with(|world| {
        let (journey, session, _, card, good) = known(world, token)?;
        let body = good.then(|| consent(words, card))?;
        aa::opened(world, journey, session);
        Some(body)
    });
    let Some(body) = body else {
        return dead_link(sandbox, visit, head.who, &way(sandbox, visit, token));
    };
    let form = Form {
        yes: head.yes,
        no: words.decline,
        with_code: true,
        error,
        choices: None,
    };
    let body = html! { (body) (form.draw(words)) };
    page::show(sandbox, visit, status, head, &body)
}

fn consent(words: &Words, card: &Card) -> Markup {
    html! {
        p { (fill(words.aa.asks, &[("lender", card.lender().name)])) }
        dl.card {
            @for (title, text) in words.aa.rows { dt { (title) } dd { (text) } }
        }
        p { (words.aa.withdraw) }
    }
}

/// Decides on a link that is good.
pub(super) fn settle(world: &mut World, token: &str, approves: bool) -> Option<()> {
    let (journey, session, _, _, good) = known(world, token)?;
    good.then(|| aa::decided(world, journey, session, approves))
}

pub(crate) async fn decide(
    State(shared): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    Posted(decision): Posted<Decision>,
) -> Response {
    let way = way(&shared, visit, &token);
    let (approves, outcome) = match decision.choice(true) {
        Choice::Leave => {
            shared.with(|world| {
                if let Some((journey, session, _, _, true)) = known(world, &token) {
                    aa::left(world, journey, session);
                }
            });
            return way.send(&shared, visit, "left");
        }
        Choice::WrongCode => {
            let say = wrong_code(visit.words);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&shared, visit, &token, status, Some(&say));
        }
        Choice::Approve => (true, "success"),
        Choice::Decline => (false, "failure"),
    };
    match shared.with(|world| settle(world, &token, approves)) {
        Some(()) => way.send(&shared, visit, outcome),
        None => dead_link(&shared, visit, visit.words.aa.head.who, &way),
    }
}
