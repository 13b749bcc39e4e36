//! The rules every call is held to.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use reqwest::Method;
use serde_json::{Value, json};
use world::{NOBODY, World, fast, key, profile, reply};

#[tokio::test]
async fn the_envelope_carries_the_callers_correlation_id() {
    let world = World::start(fast()).await;
    let session = world.sign_in("asha").await;
    let request = world
        .api(Method::GET, "/journeys", &session)
        .header("x-correlation-id", "flow-7")
        .header("x-al-api-version", "2026-03-05");
    let answer = reply(request).await;
    assert_eq!(answer.headers["x-correlation-id"], "flow-7");
    assert_eq!(answer.headers["x-al-api-version"], "2026-03-05");
    assert_eq!(answer.body["correlationID"], "flow-7");
    assert!(
        answer.body["requestID"]
            .as_str()
            .unwrap()
            .starts_with("req_")
    );
    assert!(answer.body["timestamp"].as_str().unwrap().ends_with('Z'));
    let request = world
        .api(Method::GET, "/journeys", &session)
        .header("x-al-api-version", "2020-01-01");
    let answer = reply(request).await;
    assert_eq!(
        answer.refusal(),
        (400, "VALIDATION_FAILED", "X-AL-API-Version")
    );
}

#[tokio::test]
async fn a_write_needs_a_key_and_is_done_once_for_it() {
    let world = World::start(fast()).await;
    let session = world.sign_in("asha").await;
    let body = json!({ "type": "PERSONAL_LOAN" });
    let bare = world.api(Method::POST, "/journeys", &session).json(&body);
    let answer = reply(bare).await;
    assert_eq!(
        answer.refusal(),
        (400, "VALIDATION_FAILED", "Idempotency-Key")
    );

    let write = async |body: &Value, key: &str| {
        world
            .write(Method::POST, "/journeys", &session, key, body)
            .await
    };
    let first = write(&body, "k1").await;
    assert_eq!(first.status, 201);
    assert!(!first.headers.contains_key("idempotent-replayed"));
    let again = write(&body, "k1").await;
    assert_eq!(again.status, 201);
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(again.body, first.body);
    let other = write(&json!({ "type": "GOLD_LOAN" }), "k1").await;
    assert_eq!(other.refusal(), (409, "STATE_PRECONDITION_FAILED", ""));
    assert_eq!(
        other.body["error"]["details"]["reason"],
        "IDEMPOTENCY_KEY_REUSED"
    );
    let second = write(&body, "k2").await;
    let active = &second.body["error"]["details"]["activeJourneyID"];
    assert_eq!(*active, first.data()["journeyID"]);
    let replays: Vec<bool> = world
        .watch("calls")
        .await
        .as_array()
        .unwrap()
        .iter()
        .filter(|call| call["idempotencyKey"] == "k1")
        .map(|call| call["replayed"].as_bool().unwrap())
        .collect();
    assert_eq!(replays, [false, true, false]);
    // Another borrower's key of the same name is another key.
    let ravi = world.sign_in("ravi").await;
    let theirs = world
        .write(Method::POST, "/journeys", &ravi, "k1", &body)
        .await;
    assert_eq!(theirs.status, 201);
    assert_ne!(theirs.data()["journeyID"], first.data()["journeyID"]);
}

#[tokio::test]
async fn the_same_call_twice_at_once_is_done_once() {
    let world = World::start(fast()).await;
    let session = world.sign_in("asha").await;
    world.control("faults", &json!({ "slowMillis": 300 })).await;
    let body = json!({ "type": "PERSONAL_LOAN" });
    let write = || world.write(Method::POST, "/journeys", &session, "k1", &body);
    let (one, two) = tokio::join!(write(), write());
    let (done, refused) = if one.status == 201 {
        (one, two)
    } else {
        (two, one)
    };
    assert_eq!(done.status, 201);
    assert_eq!(refused.refusal(), (409, "ASYNC_OPERATION_PENDING", ""));
    assert_eq!(refused.body["error"]["retryable"], true);
    assert_eq!(write().await.headers["idempotent-replayed"], "true");
}

#[tokio::test]
async fn another_borrowers_journey_does_not_exist() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let ravi = world.sign_in("ravi").await;
    let state = asha.path("/state");
    let answer = world.get(&state, &ravi).await;
    assert_eq!(answer.refusal(), (404, "RESOURCE_NOT_FOUND", ""));
    let bad = world.get("/journeys/17/state", &ravi).await;
    assert_eq!(bad.refusal(), (400, "VALIDATION_FAILED", "journeyID"));
    let unknown = asha.path(&format!("/offers/{NOBODY}"));
    assert_eq!(world.get(&unknown, &asha.token).await.refusal().0, 404);
}

#[tokio::test]
async fn wrong_fields_are_all_named_and_nothing_is_kept() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let mut wrong = profile();
    wrong["profile"]["pan"] = json!("12");
    wrong["address"]["pincode"] = json!("011");
    let path = asha.path("/profile");
    let save = async |body: &Value| {
        world
            .write(Method::PUT, &path, &asha.token, &key(), body)
            .await
    };
    let answer = save(&wrong).await;
    assert_eq!(answer.refusal(), (400, "VALIDATION_FAILED", "profile.pan"));
    let errors = answer.body["error"]["details"]["errors"]
        .as_array()
        .unwrap();
    let fields: Vec<&str> = errors
        .iter()
        .filter_map(|error| error["field"].as_str())
        .collect();
    assert_eq!(fields, ["profile.pan", "address.pincode"]);
    assert!(asha.read("/profile").await["address"].is_null());
    let bare = save(&json!({ "profile": { "pan": "ABCPX1234Z" } })).await;
    assert_eq!(bare.refusal().2, "profile.contactNumber");
    let early = asha
        .post(
            &asha.path("/profile/submit"),
            &json!({ "bureauConsent": true }),
        )
        .await;
    assert_eq!(early.refusal().2, "profile.pan");
    save(&profile()).await;
    let refused = asha
        .post(
            &asha.path("/profile/submit"),
            &json!({ "bureauConsent": false }),
        )
        .await;
    assert_eq!(refused.refusal().2, "bureauConsent");
    asha.submit().await;
    assert_eq!(save(&profile()).await.refusal().0, 409, "after submission");
}

#[tokio::test]
async fn what_the_partner_knows_fills_what_is_open() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let snapshot = asha.read("/profile").await;
    assert_eq!(snapshot["profile"]["panName"], "ASHA");
    let known = json!({
        "borrowerExternalID": "asha",
        "profile": { "contactNumber": "9876500001", "panName": "SOMEBODY", "gender": "female" },
        "banking": { "ifsc": "HDFC0001234" },
    });
    let answer = world.bootstrap(&known).await;
    assert_eq!(answer.data()["activeJourney"]["journeyID"], asha.journey);
    let snapshot = asha.read("/profile").await;
    assert_eq!(snapshot["profile"]["panName"], "ASHA", "kept");
    assert_eq!(snapshot["profile"]["gender"], "female");
    assert_eq!(snapshot["banking"]["ifsc"], "HDFC0001234");
    let wrong = json!({ "borrowerExternalID": " ", "profile": { "contactNumber": "1" } });
    let answer = world.bootstrap(&wrong).await;
    assert_eq!(answer.refusal().2, "borrowerExternalID");
}

#[tokio::test]
async fn the_first_offer_that_is_chosen_wins() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let first = asha.offer_of("sahyadri-finance").await;
    let second = asha.offer_of("deccan-credit").await;
    let none = asha.offer_of("vindhya-loans").await;
    let proceed = async |offer: &str| {
        asha.post(&asha.path(&format!("/offers/{offer}/proceed")), &json!({}))
            .await
    };
    assert_eq!(
        proceed(&none).await.refusal().1,
        "STATE_PRECONDITION_FAILED"
    );
    let one = proceed(&first).await;
    let two = proceed(&first).await;
    assert_eq!(one.data(), two.data());
    let conflict = proceed(&second).await;
    assert_eq!(conflict.refusal(), (409, "OFFER_LOCK_CONFLICT", ""));
    assert_eq!(
        conflict.body["error"]["details"]["proceedBoundaryState"],
        "LOCKED_TO_DIFFERENT_OFFER"
    );
    let other = asha.read(&format!("/offers/{second}")).await;
    assert_eq!(other["proceedBoundaryState"], "LOCKED_TO_DIFFERENT_OFFER");
    let amount = async |amount: &str| {
        let path = asha.path(&format!("/offers/{first}/loan-amount"));
        asha.post(&path, &json!({ "amount": amount })).await
    };
    for wrong in ["250001", "49999", "0", "-5", "1,00,000", "100000.50", ""] {
        assert_eq!(amount(wrong).await.refusal().2, "amount", "{wrong}");
    }
    let bank = asha.path(&format!("/offers/{first}/steps/bank-mandate"));
    let early = asha.post(&bank, &world::account()).await;
    assert_eq!(early.refusal().1, "STATE_PRECONDITION_FAILED");
}

#[tokio::test]
async fn a_platform_that_is_down_says_so() {
    let world = World::start(fast()).await;
    let session = world.sign_in("asha").await;
    world.control("faults", &json!({ "down": true })).await;
    let answer = world.get("/journeys", &session).await;
    assert_eq!(answer.refusal(), (503, "UPSTREAM_TEMPORARY_FAILURE", ""));
    assert_eq!(answer.body["error"]["retryable"], true);
    assert!(answer.headers.contains_key("retry-after"));
    world.control("faults", &json!({ "down": false })).await;
    assert_eq!(world.get("/journeys", &session).await.status, 200);
}
