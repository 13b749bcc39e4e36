use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use contract::{AaSessionId, JourneyId};
use maud::{Markup, html};

use super::page::{Choice, Decision, dead_link, form};
use super::returns;
use crate::engine::aa;
use crate::engine::journey::{AaSession, Card};
use crate::html;
use crate::sandbox::{Sandbox, Shared};
use crate::world::{LinkFor, World};

const WHO: &str = "Sandbox AA";

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
    let card = journey.card(run.offer_id)?;
    Some((
        link.journey,
        id,
        run,
        card,
        current && {
            // Once opened in time, there is time to read.
            link.expires_at > world.now
                || run.state != contract::platform::status::AaState::RedirectReady
        },
    ))
}

/// Where this session's borrower goes afterwards.
fn home(sandbox: &Sandbox, token: &str) -> String {
    sandbox
        .with(|world| known(world, token).and_then(|found| found.2.return_url.clone()))
        .unwrap_or_else(|| returns::registered(sandbox, "aa"))
}

pub(crate) async fn show(State(shared): State<Shared>, Path(token): Path<String>) -> Response {
    answer(&shared, &token, StatusCode::OK, None)
}

fn answer(sandbox: &Sandbox, token: &str, status: StatusCode, error: Option<&str>) -> Response {
    let body = sandbox.with(|world| {
        let (journey, session, _, card, good) = known(world, token)?;
        let body = good.then(|| consent(card))?;
        aa::opened(world, journey, session);
        Some(body)
    });
    match body {
        None => dead_link(sandbox, WHO, &home(sandbox, token)),
        Some(body) => {
            let form = form("Approve", "Decline", true, error);
            let page = html::page(WHO, "Share your bank statements", &html! { (body) (form) });
            html::respond(status, &sandbox.settings.app_origin, page)
        }
    }
}

fn consent(card: &Card) -> Markup {
    html! {
        p { (card.lender().name) " asks for your consent." }
        dl.card {
            dt { "What" } dd { "Statements of your bank accounts" }
            dt { "Of the last" } dd { "12 months" }
            dt { "Why" } dd { "To decide about your loan" }
            dt { "How often" } dd { "Once" }
            dt { "Kept for" } dd { "1 month" }
        }
        p { "You can withdraw your consent at any time." }
    }
}

pub(crate) async fn decide(
    State(shared): State<Shared>,
    Path(token): Path<String>,
    Form(decision): Form<Decision>,
) -> Response {
    let home = home(&shared, &token);
    let (approves, outcome) = match decision.choice(true) {
        Choice::Leave => return returns::send_back(&home, "left"),
        Choice::WrongCode => {
            let say = "This is not the code. Enter 123456.";
            return answer(&shared, &token, StatusCode::UNPROCESSABLE_ENTITY, Some(say));
        }
        Choice::Approve => (true, "success"),
        Choice::Decline => (false, "failure"),
    };
    let done = shared.with(|world| {
        let (journey, session, _, _, good) = known(world, &token)?;
        good.then(|| aa::decided(world, journey, session, approves))
    });
    match done {
        Some(()) => returns::send_back(&home, outcome),
        None => dead_link(&shared, WHO, &home),
    }
}
