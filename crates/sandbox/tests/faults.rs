//! Answers that do not come as promised, and what is done all the same.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use reqwest::{Method, Response};
use serde_json::{Value, json};
use world::{Borrower, World, fast, key};

/// Sets what goes wrong for everybody.
async fn wrong(world: &World, fault: Value) {
    world.control("faults", &json!({ "list": [fault] })).await;
}

/// The answer as it comes, if it comes.
async fn raw(borrower: &Borrower<'_>, below: &str) -> reqwest::Result<Response> {
    let path = borrower.path(below);
    let request = borrower.world.api(Method::GET, &path, &borrower.token);
    request.send().await
}

#[tokio::test]
async fn a_platform_that_is_down_says_so_for_as_long_as_told() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    wrong(
        &world,
        json!({ "what": "down", "path": "/state", "times": 1 }),
    )
    .await;
    let state = asha.path("/state");
    let reply = world.get(&state, &asha.token).await;
    assert_eq!(reply.refusal(), (503, "UPSTREAM_TEMPORARY_FAILURE", ""));
    assert_eq!(reply.body["error"]["retryable"], true);
    assert_eq!(world.get(&state, &asha.token).await.status, 200);

    wrong(&world, json!({ "what": "down", "seconds": 600 })).await;
    for seconds in [0, 599] {
        world.forward(seconds).await;
        assert_eq!(world.get(&state, &asha.token).await.status, 503);
    }
    world.forward(1).await;
    assert_eq!(world.get(&state, &asha.token).await.status, 200);
}

#[tokio::test]
async fn faults_hit_the_calls_they_are_about_after_those_they_spare() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let fault = json!({ "what": "down", "method": "get", "path": "/profile", "skip": 1 });
    wrong(&world, fault.clone()).await;
    let faults = world.watch("faults").await;
    assert_eq!(faults["list"][0]["what"], "down");
    assert_eq!(faults["list"][0]["method"], "get");
    assert_eq!(asha.state().await, "STARTED / FILL_PROFILE");
    asha.save_profile().await;
    let profile = asha.path("/profile");
    let statuses = [
        world.get(&profile, &asha.token).await.status.as_u16(),
        world.get(&profile, &asha.token).await.status.as_u16(),
    ];
    assert_eq!(statuses, [200, 503]);
    world.control("faults", &json!({ "list": [] })).await;
    assert_eq!(world.get(&profile, &asha.token).await.status, 200);
}

#[tokio::test]
async fn too_many_calls_are_refused_with_or_without_a_time_to_come_back() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let state = asha.path("/state");
    wrong(
        &world,
        json!({ "what": { "rateLimited": { "retryAfter": 7 } } }),
    )
    .await;
    let reply = world.get(&state, &asha.token).await;
    assert_eq!(reply.refusal(), (429, "RATE_LIMITED", ""));
    assert_eq!(reply.headers["retry-after"], "7");
    wrong(&world, json!({ "what": { "rateLimited": {} } })).await;
    let reply = world.get(&state, &asha.token).await;
    assert_eq!(reply.status, 429);
    assert!(reply.headers.get("retry-after").is_none());
}

#[tokio::test]
async fn what_was_refused_for_a_while_is_done_with_the_same_key() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.save_profile().await;
    wrong(
        &world,
        json!({ "what": "down", "path": "submit", "times": 1 }),
    )
    .await;
    let (path, key) = (asha.path("/profile/submit"), key());
    let body = json!({ "bureauConsent": true });
    let submit = || world.write(Method::POST, &path, &asha.token, &key, &body);
    assert_eq!(submit().await.status, 503);
    let done = submit().await;
    assert_eq!(done.status, 202);
    assert!(done.headers.get("idempotent-replayed").is_none());
}

#[tokio::test]
async fn a_lost_answer_is_there_when_asked_for_again_and_the_work_was_done_once() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.save_profile().await;
    wrong(
        &world,
        json!({ "what": "lostAnswer", "method": "POST", "times": 1 }),
    )
    .await;
    let (path, key) = (asha.path("/profile/submit"), key());
    let body = json!({ "bureauConsent": true });
    let request = world
        .api(Method::POST, &path, &asha.token)
        .header("idempotency-key", &key)
        .json(&body);
    let error = request.send().await.unwrap_err();
    assert!(error.is_request(), "{error:?}");
    assert_eq!(asha.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let again = world
        .write(Method::POST, &path, &asha.token, &key, &body)
        .await;
    assert_eq!(again.status, 202);
    assert_eq!(again.headers["idempotent-replayed"], "true");
    assert_eq!(world.watch("effects").await[0]["submitted"], 1);
    let calls = world.watch("calls").await;
    let lost = |call: &&Value| call["faults"] == json!(["lostAnswer"]);
    assert_eq!(calls.as_array().unwrap().iter().filter(lost).count(), 1);
}

#[tokio::test]
async fn an_answer_may_be_cut_short_or_be_a_web_page() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    wrong(&world, json!({ "what": "brokenJson" })).await;
    let broken = raw(&asha, "/state").await.unwrap();
    assert_eq!(broken.status(), 200);
    let broken = broken.text().await.unwrap();
    assert!(broken.starts_with('{') && serde_json::from_str::<Value>(&broken).is_err());
    for status in [200, 502] {
        wrong(&world, json!({ "what": { "html": { "status": status } } })).await;
        let page = raw(&asha, "/state").await.unwrap();
        assert_eq!(page.status(), status);
        assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
        assert!(page.text().await.unwrap().starts_with("<!doctype html>"));
    }
}

#[tokio::test]
async fn answers_may_take_their_time() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    wrong(
        &world,
        json!({ "what": { "slow": { "millis": 150 } }, "times": 1 }),
    )
    .await;
    let begun = std::time::Instant::now();
    assert_eq!(asha.state().await, "STARTED / FILL_PROFILE");
    assert!(begun.elapsed().as_millis() >= 150);
}

#[tokio::test]
async fn answers_change_their_shape_and_the_world_stays_right() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    wrong(&world, json!({ "what": "unknownWords" })).await;
    let state = asha.read("/state").await;
    assert_eq!(state["status"], "SOMETHING_NEW");
    assert_eq!(state["nextAction"], "SOMETHING_NEW");
    assert_eq!(state["journeyID"], asha.journey);
    wrong(&world, json!({ "what": "missingFields" })).await;
    let state = asha.read("/state").await;
    assert_eq!(state["status"], "OFFERS_AVAILABLE");
    assert!(state.get("updatedAt").is_none());
    wrong(&world, json!({ "what": "numbers" })).await;
    let card = asha.card("sahyadri-finance").await;
    assert_eq!(card["amountPrincipal"], 250_000);
    wrong(&world, json!({ "what": "extraFields" })).await;
    assert!(asha.card("sahyadri-finance").await["somethingNew"].is_object());
    wrong(&world, json!({ "what": "badRow" })).await;
    let rows = asha.read("/offers").await["items"].clone();
    assert!(rows[0].is_null());
    assert_eq!(rows.as_array().unwrap().len(), 5);
    world.control("faults", &json!({ "list": [] })).await;
    assert_eq!(asha.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    assert_eq!(
        asha.card("sahyadri-finance").await["amountPrincipal"],
        "250000"
    );
}

#[tokio::test]
async fn somebodys_faults_hit_nobody_else() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let other = world.borrower("down-once").await;
    let statuses = async |borrower: &Borrower<'_>| {
        let mut statuses = Vec::new();
        for _ in 0..6 {
            let path = borrower.path("/state");
            let reply = world.get(&path, &borrower.token).await;
            statuses.push(reply.status.as_u16());
        }
        statuses
    };
    assert_eq!(statuses(&other).await, [200, 200, 200, 503, 200, 200]);
    assert_eq!(statuses(&asha).await, [200; 6]);
    for (who, hit) in [("extra-fields", true), ("asha", false)] {
        let body = json!({ "borrowerExternalID": who });
        let session = world.bootstrap(&body).await;
        assert_eq!(session.data().get("somethingNew").is_some(), hit, "{who}");
    }
    assert_eq!(world.watch("faults").await["list"], json!([]));
}

#[tokio::test]
async fn chance_repeats_itself_with_the_same_seed() {
    async fn met(seed: u64) -> Vec<Value> {
        let world = World::start(fast()).await;
        let asha = world.borrower("asha").await;
        let random = json!({ "random": { "seed": seed, "perMille": 300 } });
        assert_eq!(
            world.control("faults", &random).await["random"]["seed"],
            seed
        );
        for _ in 0..40 {
            let _ = raw(&asha, "/state").await;
        }
        let calls = world.watch("calls").await;
        let met = calls.as_array().unwrap().iter();
        let met = met.map(|call| call["faults"].clone()).collect();
        world.control("faults", &json!({ "random": null })).await;
        for _ in 0..10 {
            assert_eq!(raw(&asha, "/state").await.unwrap().status(), 200);
        }
        met
    }
    let first = met(7).await;
    assert!(first.iter().any(|faults| *faults != json!([])));
    assert_eq!(first, met(7).await);
    assert_ne!(first, met(8).await);
}

#[tokio::test]
async fn the_platforms_clock_may_be_wrong() {
    let world = World::start(sandbox::Settings {
        clock_seconds: -120,
        ..fast()
    })
    .await;
    let asha = world.borrower("asha").await;
    let reply = world.get(&asha.path("/state"), &asha.token).await;
    let told: jiff::Timestamp = reply.body["timestamp"].as_str().unwrap().parse().unwrap();
    let behind = jiff::Timestamp::now().as_second() - told.as_second();
    assert!((119..=125).contains(&behind), "{behind}");
}
