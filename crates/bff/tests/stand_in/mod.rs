//! A platform that answers from a table and breaks on demand, and a server before it.

#![allow(dead_code, reason = "not every test of this folder needs all of it")]

pub mod choice;
pub mod consents;
pub mod handoffs;
pub mod loan;
mod world;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

#[allow(
    unused_imports,
    reason = "not every test of this folder needs all of it"
)]
pub use world::{COOKIE, World, config};

/// What goes wrong with a call.
#[derive(Debug, Clone)]
pub enum Fault {
    Down,
    Limited(Option<u32>),
    Refused(u16, &'static str),
    Text(&'static str),
    /// Answered in the end, after so many milliseconds.
    Slow(u64),
    /// The work is done, and the connection ends without an answer.
    Lost,
}

#[derive(Debug, Clone)]
pub struct Call {
    pub method: String,
    pub path: String,
    pub key: Option<String>,
    pub body: Value,
}

#[derive(Debug, Default)]
struct Table {
    data: HashMap<String, Value>,
    /// What a write is answered, where that is no acceptance.
    replies: HashMap<String, Value>,
    /// How a write changes what is read: the call, then the new answers.
    effects: HashMap<String, Vec<(String, Value)>>,
    faults: Vec<(String, usize, Fault)>,
    calls: Vec<Call>,
    /// By key: what a write was answered.
    done: HashMap<String, Value>,
}

#[derive(Debug, Clone, Default)]
pub struct Platform(Arc<Mutex<Table>>);

impl Platform {
    fn table(&self) -> std::sync::MutexGuard<'_, Table> {
        self.0.lock().unwrap()
    }

    /// What `GET` of a path below the API's root answers.
    pub fn has(&self, path: &str, data: Value) {
        self.table().data.insert(path.to_owned(), data);
    }

    /// What a write to this path changes, once a key.
    pub fn does(&self, path: &str, then: Vec<(String, Value)>) {
        self.table().effects.insert(path.to_owned(), then);
    }

    /// What a write to this path is answered.
    pub fn replies(&self, path: &str, data: Value) {
        self.table().replies.insert(path.to_owned(), data);
    }

    /// The next `times` calls that begin with this, such as `GET /journeys`, go wrong.
    pub fn breaks(&self, call: &str, times: usize, fault: Fault) {
        self.table().faults.push((call.to_owned(), times, fault));
    }

    pub fn heals(&self) {
        self.table().faults.clear();
    }

    pub fn calls(&self) -> Vec<Call> {
        self.table().calls.clone()
    }

    /// Waits until a call whose path ends so has come in.
    pub async fn hears(&self, end: &str) {
        let heard = async {
            while !self.calls().iter().any(|call| call.path.ends_with(end)) {
                tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            }
        };
        let patience = std::time::Duration::from_secs(10);
        let heard = tokio::time::timeout(patience, heard).await;
        assert!(heard.is_ok(), "nobody asked for {end}");
    }

    pub fn forget_calls(&self) {
        self.table().calls.clear();
    }

    pub fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }

    fn fault(&self, call: &str) -> Option<Fault> {
        let mut table = self.table();
        let (_, times, fault) = table
            .faults
            .iter_mut()
            .find(|(start, times, _)| *times > 0 && call.starts_with(start.as_str()))?;
        *times -= 1;
        Some(fault.clone())
    }

    fn write(&self, path: &str, key: &str) -> Value {
        let mut table = self.table();
        if let Some(done) = table.done.get(key) {
            return done.clone();
        }
        for (path, data) in table.effects.get(path).cloned().unwrap_or_default() {
            table.data.insert(path, data);
        }
        let accepted = json!({ "operationID": "op", "status": "ACCEPTED" });
        let done = table.replies.get(path).cloned().unwrap_or(accepted);
        table.done.insert(key.to_owned(), done.clone());
        done
    }
}

fn envelope(data: &Value, error: &Value) -> String {
    let now = jiff::Timestamp::now();
    json!({ "requestID": "r", "timestamp": now.to_string(), "data": data, "error": error })
        .to_string()
}

async fn answer(
    State(platform): State<Platform>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let path = uri.path().trim_start_matches("/api/v1/headless").to_owned();
    let key = headers
        .get("idempotency-key")
        .and_then(|key| Some(key.to_str().ok()?.to_owned()));
    let asked = Call {
        method: method.to_string(),
        path: path.clone(),
        key: key.clone(),
        body: serde_json::from_slice(&body).unwrap_or_default(),
    };
    platform.table().calls.push(asked);
    let fault = platform.fault(&format!("{method} {path}"));
    let refused = |status: u16, code: &str| {
        let error = json!({ "code": code, "message": code, "retryable": status >= 429 });
        let status = StatusCode::from_u16(status).unwrap();
        (status, envelope(&Value::Null, &error)).into_response()
    };
    match fault {
        Some(Fault::Down) => return refused(503, "UPSTREAM_TEMPORARY_FAILURE"),
        Some(Fault::Limited(after)) => {
            let mut answer = refused(429, "RATE_LIMITED");
            if let Some(after) = after {
                answer.headers_mut().insert("retry-after", after.into());
            }
            return answer;
        }
        Some(Fault::Refused(status, code)) => return refused(status, code),
        Some(Fault::Text(text)) => return text.into_response(),
        Some(Fault::Slow(millis)) => {
            tokio::time::sleep(std::time::Duration::from_millis(millis)).await;
        }
        Some(Fault::Lost) | None => {}
    }
    let data = match (method.as_str(), path.as_str()) {
        ("GET", _) => platform.table().data.get(&path).cloned(),
        (_, "/sessions") => Some(json!({
            "sessionToken": "st", "refreshToken": "rt",
            "sessionExpiresAt": "2099-01-01T00:00:00Z", "activeJourney": null,
        })),
        _ => Some(platform.write(&path, &key.unwrap_or_default())),
    };
    if matches!(fault, Some(Fault::Lost)) {
        // Half an answer is what a broken connection leaves.
        return ([("content-type", "application/json")], "{\"requestID\"").into_response();
    }
    match data {
        Some(data) => envelope(&data, &Value::Null).into_response(),
        None => refused(404, "RESOURCE_NOT_FOUND"),
    }
}
