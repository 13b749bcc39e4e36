//! The console: who can sign in, what is going on, and the hands of the clock.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use contract::platform::status::StepKey;
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::borrowers;
use crate::engine::bank::UNKNOWN_ACCOUNT;
use crate::engine::journey::{Answer, Card, Journey};
use crate::engine::state;
use crate::html;
use crate::sandbox::Shared;
use crate::scenarios::{self, Group, Script};
use crate::text::capitalised;
use crate::world::World;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(show))
        .route("/console", get(show))
        .route("/console/time", post(forward))
        .route("/console/mandate", post(mandate))
        .route("/console/reset", post(reset))
}

/// Every journey as it stands, newest first.
pub(crate) fn journeys(world: &World) -> Value {
    let mut all: Vec<&Journey> = world.journeys.values().collect();
    all.sort_by_key(|journey| std::cmp::Reverse(journey.created_at));
    all.into_iter()
        .map(|journey| describe(world, journey))
        .collect()
}

fn describe(world: &World, journey: &Journey) -> Value {
    let (status, next_action) = state::state(journey);
    let external = world
        .borrowers
        .get(&journey.owner)
        .map_or("", |borrower| borrower.external_id.as_str());
    let steps: Value = StepKey::ALL
        .iter()
        .filter_map(|key| Some((*key, journey.chosen.as_ref()?.rooms.get(*key)?)))
        .map(|(key, room)| (key.as_str().to_owned(), json!(room.status)))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let aa: Vec<Value> = journey
        .aa
        .iter()
        .map(|run| json!({ "offerID": run.offer_id, "state": run.state }))
        .collect();
    let offers: Vec<Value> = journey.cards.iter().map(offer).collect();
    let loan = journey.loan().map(|loan| {
        let rows = loan.rows.iter().map(|row| json!(row.status));
        json!({ "utr": loan.utr, "installments": rows.collect::<Vec<_>>() })
    });
    json!({
        "journeyID": journey.id,
        "borrowerExternalID": external,
        "type": journey.kind,
        "status": status,
        "nextAction": next_action,
        "pendingOperations": journey.pending,
        "selectedOfferID": journey.chosen.as_ref().map(|chosen| chosen.offer_id),
        "offers": offers,
        "steps": steps,
        "profile": journey.sections,
        "aaSessions": aa,
        "loan": loan,
        "updatedAt": journey.updated_at.to_string(),
    })
}

fn offer(card: &Card) -> Value {
    let says = match &card.answer {
        Answer::Awaited => "awaited".to_owned(),
        Answer::Offered(quote) => quote.principal.format(),
        Answer::Nothing(reason) => reason.clone(),
    };
    json!({ "offerID": card.offer_id, "lender": card.lender().name, "says": says })
}

async fn show(State(shared): State<Shared>) -> Response {
    let (journeys, webhooks, bounces) = shared.with(|world| {
        let bounces = world.faults.bounce_mandate;
        (journeys(world), world.outbox.list(), bounces)
    });
    let body = html! {
        p { "It is " strong { (shared.clock.now()) } " here." }
        @for (label, seconds) in MOVES {
            form.inline method="post" action="/console/time" {
                button name="seconds" value=(seconds) { (label) }
            }
        }
        h2 { "Instalments" }
        p { @if bounces { "Instalments that fall due are missed." } @else { "Instalments are collected on their day." } }
        form.inline method="post" action="/console/mandate" {
            button name="bounce" value=(!bounces) {
                @if bounces { "Collect the next ones" } @else { "Miss the next ones" }
            }
        }
        (people())
        (scenario_list())
        h2 { "Journeys" }
        @for journey in journeys.as_array().into_iter().flatten() { (journey_card(journey)) }
        h2 { "Webhooks" }
        (webhook_table(&webhooks))
        h2 { "A new world" }
        form.inline method="post" action="/console/reset" { button { "Forget everything" } }
    };
    let page = html::page("Sandbox", "Console", &body);
    html::respond(StatusCode::OK, &shared.settings.app_origin, page)
}

const MOVES: [(&str, u32); 4] = [
    ("1 minute later", 60),
    ("1 hour later", 3_600),
    ("1 day later", 86_400),
    ("1 month later", 31 * 86_400),
];

fn people() -> Markup {
    html! {
        h2 { "Test borrowers" }
        @for borrower in borrowers::ALL {
            div.card {
                p { strong { (borrower.claims.name) } ", " (borrower.claims.mobile) }
                p { (borrower.meets) }
            }
        }
        p {
            "Any other mobile number is a new borrower: Sahyadri and Deccan offer. "
            "A bank account that ends in " (UNKNOWN_ACCOUNT) " is not known to its bank."
        }
    }
}

/// What each one does, and that its name is the way in.
fn scenario_list() -> Markup {
    html! {
        h2 { "Scenarios" }
        p {
            "Each has a borrower of its own. Sign in under its name: on the sign-in page, "
            "below “Scenarios”, or with the mobile number given here."
        }
        @for group in Group::ALL {
            details {
                summary { (capitalised(group.as_str())) }
                @for scenario in scenarios::ALL.iter().filter(|scenario| scenario.group == group) {
                    div.card {
                        p {
                            strong { (scenario.name) }
                            @if let Some(person) = borrowers::by_id(scenario.name) {
                                ", " (person.claims.mobile)
                            }
                        }
                        p { (scenario.says) }
                        @let clock = Script::of(scenario).clock_seconds();
                        @if clock != 0 {
                            p.hint { "Only with --clock-seconds " (clock) "." }
                        }
                        p.hint { "Ends at " (scenario.ends) "." }
                    }
                }
            }
        }
    }
}

fn text(value: &Value, name: &str) -> String {
    match value.get(name) {
        None | Some(Value::Null) => "none".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

fn journey_card(journey: &Value) -> Markup {
    html! {
        div.card {
            p {
                strong { (text(journey, "borrowerExternalID")) } ": " (text(journey, "status"))
                ", next: " (text(journey, "nextAction"))
            }
            p.hint { (text(journey, "journeyID")) ", " (text(journey, "updatedAt")) }
            ul {
                @for offer in journey.get("offers").and_then(Value::as_array).into_iter().flatten() {
                    li {
                        (text(offer, "lender")) ": " (text(offer, "says"))
                        @if offer.get("offerID") == journey.get("selectedOfferID") { " (chosen)" }
                    }
                }
            }
            @for (step, status) in journey.get("steps").and_then(Value::as_object).into_iter().flatten() {
                p.hint { (step) ": " (status.as_str().unwrap_or_default()) }
            }
        }
    }
}

fn webhook_table(webhooks: &Value) -> Markup {
    let shown = 50;
    html! {
        div.scroll tabindex="0" role="region" aria-label="Webhooks" {
            table {
                thead { tr {
                    th scope="col" { "Why" }
                    th scope="col" { "State" }
                    th scope="col" { "Tries" }
                    th scope="col" { "Event" }
                } }
                tbody {
                    @for row in webhooks.as_array().into_iter().flatten().take(shown) {
                        tr {
                            td { (text(row, "trigger")) }
                            td { (text(row, "state")) }
                            td { (text(row, "tries")) }
                            td { (text(row, "eventID")) }
                        }
                    }
                }
            }
        }
    }
}

#[derive(Debug, Deserialize)]
struct Forward {
    seconds: u32,
}

async fn forward(State(shared): State<Shared>, Form(by): Form<Forward>) -> Response {
    shared.clock.forward(by.seconds);
    shared.with(|_| ());
    Redirect::to("/console").into_response()
}

#[derive(Debug, Deserialize)]
struct Mandate {
    bounce: bool,
}

async fn mandate(State(shared): State<Shared>, Form(change): Form<Mandate>) -> Response {
    shared.with(|world| world.faults.bounce_mandate = change.bounce);
    Redirect::to("/console").into_response()
}

async fn reset(State(shared): State<Shared>) -> Response {
    shared.reset();
    Redirect::to("/console").into_response()
}
