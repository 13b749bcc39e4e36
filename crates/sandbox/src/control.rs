//! What the console and tests may do to the world, below `/control/`.

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Value, json};

use crate::borrowers;
use crate::clock::Moment;
use crate::console;
use crate::engine::journey::Journey;
use crate::faults::{Fault, Random, What};
use crate::market;
use crate::platform::{Call, Reply};
use crate::providers::apps;
use crate::sandbox::Shared;
use crate::scenarios;
use crate::world::World;

/// A change of the faults; what is not named stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct FaultChange {
    down: Option<bool>,
    slow_millis: Option<u64>,
    bounce_mandate: Option<bool>,
    app_switch: Option<bool>,
    return_by_post: Option<bool>,
    /// In place of those before.
    list: Option<Vec<Fault<String>>>,
    /// `null` ends them.
    #[serde(deserialize_with = "given")]
    random: Option<Becomes>,
    /// At once, all sessions that were ever issued.
    revoke_families: bool,
}

#[derive(Debug, Deserialize)]
struct Becomes(Option<Random>);

/// Tells `null` from nothing.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Becomes>, D::Error> {
    Becomes::deserialize(deserializer).map(Some)
}

/// One call to the platform, for tests that count effects.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoggedCall {
    at: String,
    method: String,
    path: String,
    status: u16,
    /// Answered from memory: nothing was done.
    replayed: bool,
    idempotency_key: Option<String>,
    #[serde(rename = "correlationID")]
    correlation_id: Option<String>,
    /// What the answer met on its way.
    faults: Vec<What>,
}

const CALLS_KEPT: usize = 10_000;

impl LoggedCall {
    pub(crate) fn new(now: Moment, call: &Call, reply: &Reply, faults: &[What]) -> Self {
        Self {
            at: now.to_string(),
            method: call.method.to_string(),
            path: call.path.clone(),
            status: reply.status,
            replayed: reply.replayed,
            idempotency_key: call.key.clone(),
            correlation_id: call.correlation.clone(),
            faults: faults.to_vec(),
        }
    }
}

impl World {
    pub(crate) fn log(&mut self, call: LoggedCall) {
        if self.calls.len() >= CALLS_KEPT {
            self.calls.drain(..CALLS_KEPT / 2);
        }
        self.calls.push(call);
    }
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/borrowers", get(list_borrowers))
        .route("/scenarios", get(list_scenarios))
        .route("/journeys", get(list_journeys))
        .route("/calls", get(list_calls))
        .route("/webhooks", get(list_webhooks))
        .route("/time", get(read_time).post(move_time))
        .route("/faults", get(read_faults).post(set_faults))
        .route("/apps", post(apps::decide))
        .route("/effects", get(list_effects))
        .route("/market", post(market::open))
        .route("/reset", post(reset))
}

async fn list_borrowers() -> Json<Value> {
    let row = |borrower: &borrowers::TestBorrower| {
        let lenders: Vec<&str> = borrower
            .lenders
            .iter()
            .map(|letter| letter.lender().name)
            .collect();
        json!({
            "id": borrower.id,
            "name": borrower.claims.name,
            "mobile": borrower.claims.mobile,
            "lenders": lenders,
            "meets": borrower.meets,
        })
    };
    Json(borrowers::ALL.iter().map(row).collect())
}

async fn list_scenarios() -> Json<Vec<scenarios::Row>> {
    Json(scenarios::rows())
}

async fn list_journeys(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.with(|world| console::journeys(world)))
}

async fn list_calls(State(shared): State<Shared>) -> Json<Vec<LoggedCall>> {
    Json(shared.with(|world| world.calls.clone()))
}

async fn list_webhooks(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.with(|world| world.outbox.list()))
}

async fn read_time(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "now": shared.clock.now().to_string() }))
}

#[derive(Debug, Deserialize)]
struct Forward {
    seconds: u32,
}

/// Forward only; everything that falls due on the way happens in its own moment.
async fn move_time(State(shared): State<Shared>, Json(by): Json<Forward>) -> Json<Value> {
    shared.clock.forward(by.seconds);
    shared.with(|_| ());
    Json(json!({ "now": shared.clock.now().to_string() }))
}

async fn read_faults(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.with(|world| json!(world.faults)))
}

async fn set_faults(State(shared): State<Shared>, Json(change): Json<FaultChange>) -> Json<Value> {
    Json(shared.with(|world| {
        let faults = &mut world.faults;
        faults.down = change.down.unwrap_or(faults.down);
        faults.slow_millis = change.slow_millis.unwrap_or(faults.slow_millis);
        faults.bounce_mandate = change.bounce_mandate.unwrap_or(faults.bounce_mandate);
        faults.app_switch = change.app_switch.unwrap_or(faults.app_switch);
        faults.return_by_post = change.return_by_post.unwrap_or(faults.return_by_post);
        if let Some(list) = change.list {
            faults.set_list(list);
        }
        if let Some(Becomes(random)) = change.random {
            faults.set_random(random);
        }
        if change.revoke_families {
            world.sessions.revoke_all();
        }
        json!(world.faults)
    }))
}

/// What has really happened, by journey, oldest first.
async fn list_effects(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.with(|world| {
        let mut all: Vec<&Journey> = world.journeys.values().collect();
        all.sort_by_key(|journey| journey.created_at);
        let row = |journey: &&Journey| {
            let mut row = json!(journey.effects);
            if let Some(fields) = row.as_object_mut() {
                let owner = world.borrowers.get(&journey.owner);
                let external = owner.map(|borrower| borrower.external_id.as_str());
                fields.insert("journeyID".to_owned(), json!(journey.id));
                fields.insert("borrowerExternalID".to_owned(), json!(external));
            }
            row
        };
        all.iter().map(row).collect()
    }))
}

async fn reset(State(shared): State<Shared>) -> StatusCode {
    shared.reset();
    StatusCode::NO_CONTENT
}
