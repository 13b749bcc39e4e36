//! What the platform says of one application as it goes along.

use serde_json::{Value, json};

use super::Platform;

pub const JOURNEY: &str = "b7bb465b-135e-4ffd-9c7f-0d43f7ee43d9";
pub const OFFER: &str = "32188de4-c1ac-4623-a73f-a1f6ad6406a6";
pub const OTHER: &str = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab";

/// Minutes after noon of a day long past.
pub fn at(minute: u32) -> String {
    format!("2026-03-05T12:{minute:02}:00.000Z")
}

pub fn journey_path(rest: &str) -> String {
    format!("/journeys/{JOURNEY}{rest}")
}

pub fn api(rest: &str) -> String {
    format!("/api/journeys/{JOURNEY}{rest}")
}

/// The journey and its state, as answers to lay into a platform's table.
pub fn state(status: &str, next: &Value, chosen: &Value, minute: u32) -> Vec<(String, Value)> {
    let state = json!({
        "journeyID": JOURNEY, "status": status, "nextAction": next,
        "pendingOperations": [], "updatedAt": at(minute),
    });
    let mut journey = state.clone();
    if let Some(fields) = journey.as_object_mut() {
        fields.insert("type".into(), json!("PERSONAL_LOAN"));
        fields.insert("selectedOfferID".into(), chosen.clone());
    }
    vec![
        ("/journeys".into(), json!({ "items": [journey.clone()] })),
        (journey_path(""), journey),
        (journey_path("/state"), state),
    ]
}

pub fn offer(id: &str, principal: &str) -> Value {
    json!({
        "offerID": id, "lenderName": "Narmada", "status": "OFFER_RECEIVED",
        "amountPrincipal": principal, "annualPercentageRate": "16.44",
        "aa": { "required": false, "state": "NOT_REQUIRED", "actionRequired": "NONE" },
        "installments": [{ "serialNumber": 1 }, { "serialNumber": 2 }],
        "documents": [{ "code": "LOAN_AGREEMENT", "url": "https://lender.example/a" }],
    })
}

fn has(platform: &Platform, answers: Vec<(String, Value)>) {
    for (path, data) in answers {
        platform.has(&path, data);
    }
}

/// Two offers to choose from.
pub fn choosing(platform: &Platform) {
    has(
        platform,
        state("OFFERS_AVAILABLE", &json!("VIEW_OFFERS"), &json!(null), 1),
    );
    let (one, other) = (offer(OFFER, "250000"), offer(OTHER, "100000"));
    platform.has(&journey_path("/offers"), json!({ "items": [one, other] }));
    platform.has(&journey_path(&format!("/offers/{OFFER}")), one);
    platform.has(&journey_path(&format!("/offers/{OTHER}")), other);
    platform.has(&journey_path("/aa/sessions"), json!({ "items": [] }));
}

/// What choosing [`OFFER`] changes: the lender quotes anew at once.
pub fn chosen() -> Vec<(String, Value)> {
    let mut answers = state("KYC_PENDING", &json!("COMPLETE_STEP"), &json!(OFFER), 2);
    let offers = journey_path(&format!("/offers/{OFFER}"));
    answers.push((offers, offer(OFFER, "240000")));
    answers.push((steps_path(), steps("READY", "REDIRECT", 2)));
    answers
}

pub fn steps_path() -> String {
    journey_path(&format!("/offers/{OFFER}/steps"))
}

pub fn steps(status: &str, action: &str, minute: u32) -> Value {
    json!({ "kyc": kyc(status, action, minute) })
}

pub fn kyc(status: &str, action: &str, minute: u32) -> Value {
    json!({
        "status": status, "actionRequired": action,
        "resource": { "type": "REDIRECT", "redirectURL": "https://provider.example/kyc/1" },
        "diagnostics": { "attempts": 0, "updatedAt": at(minute) },
    })
}

/// An offer was chosen and its identity check is open.
pub fn checking(platform: &Platform) {
    choosing(platform);
    has(platform, chosen());
    platform.has(
        &journey_path(&format!("/offers/{OFFER}/steps/kyc")),
        kyc("READY", "REDIRECT", 2),
    );
}
