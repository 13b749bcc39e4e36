//! Having one's data deleted.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use serde_json::json;
use stand_in::World;
use stand_in::choice::{AGAIN, KEY, at_offers, kept, proceed, read};
use stand_in::consents::{give, receipts, to_submit};
use stand_in::loan::{OFFER, api, journey_path};

const THIRD: &str = "33333333-3333-4333-8333-333333333333";

async fn rows(world: &World, table: &str) -> Vec<String> {
    let query = match table {
        "accepted" => "SELECT journey FROM accepted",
        "session" => "SELECT borrower FROM session ORDER BY 1",
        "token" => "SELECT hex(session) FROM token",
        "handoff" => "SELECT borrower FROM handoff",
        "consent" => "SELECT borrower FROM consent",
        _ => "SELECT borrower FROM agreed",
    };
    sqlx::query_scalar(query)
        .fetch_all(&mut world.store().await)
        .await
        .unwrap()
}

#[tokio::test]
async fn deleting_leaves_the_receipts_and_nothing_else_of_this_borrower() {
    let world = at_offers().await;
    world.sign_in("another-phone", "borrower").await;
    world.sign_in("somebody-else", "another").await;
    give(&world, KEY, &to_submit()).await;
    world.post(&proceed(), KEY, &read()).await.view();
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    world
        .platform
        .has(&path, stand_in::loan::kyc("READY", "REDIRECT", 2));
    stand_in::handoffs::go(&world, "kyc", 1).await;
    let all = ["accepted", "session", "token", "handoff", "agreed"];
    for table in all {
        assert!(!rows(&world, table).await.is_empty(), "{table}");
    }
    assert_eq!(kept(&world).await, 1);
    let before = receipts(&world).await.len();
    let answer = world.post("/api/data/delete", KEY, &json!({})).await;
    assert_eq!(answer.status, 204);
    for table in all {
        let left: &[&str] = match table {
            "session" => &["another"],
            _ => &[],
        };
        assert_eq!(rows(&world, table).await, left, "{table}");
    }
    assert_eq!(rows(&world, "consent").await.len(), before);
    for cookie in [stand_in::COOKIE, "another-phone"] {
        let view = world
            .ask(reqwest::Method::GET, "/api/view", cookie, None)
            .await;
        assert_eq!(view.status, 401, "{cookie}");
    }
    // Signed in again, the receipts are there.
    world.sign_in("back", "borrower").await;
    let list = world
        .ask(reqwest::Method::GET, "/api/consents", "back", None)
        .await;
    assert_eq!(list.json()["items"].as_array().unwrap().len(), before);
}

#[tokio::test]
async fn what_is_still_going_on_while_data_is_deleted_leaves_nothing_behind() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    let kyc = stand_in::loan::kyc("READY", "REDIRECT", 2);
    world.platform.has(&path, kyc);
    let slow = stand_in::Fault::Slow(1_500);
    let detail = format!("GET {}", journey_path(&format!("/offers/{OFFER}")));
    world.platform.breaks(&detail, 9, slow);
    let choice = proceed();
    let chosen = read();
    let away = json!({ "party": "kyc", "offerID": OFFER });
    let handoffs = api("/handoffs");
    let delete = async {
        // Both are heard of, and wait.
        world.platform.hears(&format!("/offers/{OFFER}")).await;
        world.platform.hears("/steps/kyc").await;
        world.post("/api/data/delete", THIRD, &json!({})).await
    };
    world.platform.forget_calls();
    let (_, _, deleted) = tokio::join!(
        world.post(&choice, KEY, &chosen),
        world.post(&handoffs, AGAIN, &away),
        delete,
    );
    assert_eq!(deleted.status, 204);
    for table in ["accepted", "session", "token", "handoff", "agreed"] {
        assert!(rows(&world, table).await.is_empty(), "{table}");
    }
}
