//! What the platform may answer without this app ceasing to read it, case by case.

use contract::platform::envelope::{Accepted, Envelope, ErrorCode};
use contract::platform::journeys::{Journey, JourneyState};
use contract::platform::offers::Offer;
use contract::platform::status::{JourneyStatus, JourneyType, NextAction, OfferCardStatus};
use contract::{Items, Text};
use serde_json::{Value, json};

#[test]
fn a_journey_needs_no_more_than_its_name() {
    let only = json!({"journeyID": "b7bb465b-135e-4ffd-9c7f-0d43f7ee43d9"});
    let journey: Journey = serde_json::from_value(only.clone()).unwrap();
    assert_eq!(journey.kind, JourneyType::Unknown);
    assert_eq!(journey.status, JourneyStatus::Unknown);
    assert_eq!(journey.next_action, None);
    assert!(!journey.capabilities.aa_enabled);
    let state: JourneyState = serde_json::from_value(only).unwrap();
    assert!(state.pending_operations.is_empty());
}

#[test]
fn an_unknown_next_action_is_not_an_absent_one() {
    let read = |action: Value| {
        let id = "b7bb465b-135e-4ffd-9c7f-0d43f7ee43d9";
        let state: JourneyState =
            serde_json::from_value(json!({"journeyID": id, "nextAction": action})).unwrap();
        state.next_action
    };
    assert_eq!(read(json!("SIGN_IN_BLOOD")), Some(NextAction::Unknown));
    assert_eq!(read(json!(7)), Some(NextAction::Unknown));
    assert_eq!(read(json!("")), Some(NextAction::Unknown));
    assert_eq!(read(Value::Null), None);
}

#[test]
fn an_amount_may_be_a_number() {
    let offer: Offer = serde_json::from_value(json!({
        "offerID": "32188de4-c1ac-4623-a73f-a1f6ad6406a6",
        "amountPrincipal": 250_000,
        "interestRate": 12.5,
        "offerTerm": 12,
    }))
    .unwrap();
    assert_eq!(offer.amount_principal, Some(Text::from("250000")));
    assert_eq!(offer.interest_rate, Some(Text::from("12.5")));
    assert_eq!(offer.offer_term, Some(Text::from("12")));
    assert_eq!(offer.status, OfferCardStatus::Unknown);
}

#[test]
fn a_wait_that_is_not_a_count_is_none() {
    let wait = |value: Value| {
        let accepted: Accepted =
            serde_json::from_value(json!({"pollAfterSeconds": value})).unwrap();
        accepted.poll_after_seconds
    };
    assert_eq!(wait(json!("3")), Some(3));
    assert_eq!(wait(json!(3)), Some(3));
    for not_a_count in [json!(-1), json!("soon"), json!(2.5), json!({}), json!([])] {
        assert_eq!(wait(not_a_count.clone()), None, "{not_a_count}");
    }
}

#[test]
fn a_list_may_be_bare_or_under_items_or_null() {
    let row = json!({"journeyID": "b7bb465b-135e-4ffd-9c7f-0d43f7ee43d9"});
    for (list, rows) in [
        (json!([row, row]), 2),
        (json!({"items": [row, row]}), 2),
        (json!({"nextCursor": "x", "items": [row], "total": 1}), 1),
        (json!([]), 0),
        (json!({"items": null}), 0),
        (json!({}), 0),
    ] {
        let read: Envelope<Items<Journey>> = serde_json::from_value(json!({"data": list})).unwrap();
        assert_eq!(read.data.unwrap().items.len(), rows, "{list}");
    }
    let bare: Items<Journey> = serde_json::from_value(Value::Null).unwrap();
    assert!(bare.items.is_empty());
}

#[test]
fn an_error_comes_without_data() {
    for answer in [
        json!({"data": null, "error": {"code": "RATE_LIMITED"}}),
        json!({"error": {"code": "RATE_LIMITED", "details": null, "retryable": null}}),
    ] {
        let read: Envelope<Journey> = serde_json::from_value(answer).unwrap();
        assert_eq!(read.data, None);
        assert_eq!(read.error.unwrap().code, ErrorCode::RateLimited);
    }
}

#[test]
fn an_unknown_error_code_leaves_the_rest_of_the_error_readable() {
    let read: Envelope<Journey> = serde_json::from_value(json!({
        "error": {"code": "KITCHEN_ON_FIRE", "message": "later", "retryable": true}
    }))
    .unwrap();
    let error = read.error.unwrap();
    assert_eq!(error.code, ErrorCode::Unknown);
    assert!(error.retryable);
    assert_eq!(error.message, "later");
}
