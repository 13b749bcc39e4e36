//! Starting an application, and the consents it is sent with.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::ConsentKind;
use flow::name;
use serde_json::json;
use stand_in::loan::{JOURNEY, OTHER, api, state};
use stand_in::{Fault, World};

const KEY: &str = "11111111-1111-4111-8111-111111111111";

#[tokio::test]
async fn a_start_that_names_nothing_shows_what_was_started_and_not_what_is_over() {
    let world = World::start().await;
    for (path, data) in state("REJECTED", &json!(null), &json!(null), 1) {
        world.platform.has(&path, data);
    }
    sqlx::query("UPDATE session SET journey = ?1")
        .bind(JOURNEY)
        .execute(&mut world.store().await)
        .await
        .unwrap();
    assert_eq!(name(&world.view().await), "ended.rejected");
    let old = json!({ "journeyID": JOURNEY, "status": "REJECTED" });
    let new = json!({ "journeyID": OTHER, "status": "STARTED", "nextAction": "FILL_PROFILE" });
    world.platform.has("/journeys", json!([new, old]));
    world
        .platform
        .has(&format!("/journeys/{OTHER}"), new.clone());
    world.platform.has(&format!("/journeys/{OTHER}/state"), new);
    world
        .platform
        .has(&format!("/journeys/{OTHER}/profile"), json!({}));
    for nothing in ["null", "{}", ""] {
        world
            .platform
            .breaks("POST /journeys", 1, Fault::Text(nothing));
        let body = json!({ "type": "PERSONAL_LOAN" });
        let view = world.post("/api/journeys", KEY, &body).await.view();
        assert_eq!(name(&view), "profile");
        assert_eq!(view.journey.unwrap().id.to_string(), OTHER);
    }
}

#[tokio::test]
async fn a_consent_that_is_sent_again_has_one_receipt() {
    let world = World::start().await;
    for (path, data) in state("PROFILE_REQUIRED", &json!("FILL_PROFILE"), &json!(null), 1) {
        world.platform.has(&path, data);
    }
    world
        .platform
        .has(&stand_in::loan::journey_path("/profile"), json!({}));
    let given = ConsentKind::TO_SUBMIT.map(|kind| notices::consent(kind, false, "hi"));
    let body = json!({ "consents": given });
    let again = "22222222-2222-4222-8222-222222222222";
    for (key, receipts) in [(KEY, 2), (KEY, 2), (again, 4)] {
        world.post(&api("/profile/submit"), key, &body).await.view();
        let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM consent")
            .fetch_one(&mut world.store().await)
            .await
            .unwrap();
        assert_eq!(kept, receipts);
    }
}
