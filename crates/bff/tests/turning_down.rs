//! Turning an offer down, and what is chosen while others are looked at.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use flow::{name, open_offers, rejected_stage};
use serde_json::json;
use stand_in::Fault;
use stand_in::choice::{AGAIN, KEY, agreed, at_offers, proceed, read, sent};
use stand_in::loan::{OFFER, OTHER, api, journey_path, offer, state};

#[tokio::test]
async fn a_choice_is_waited_for_until_the_platform_has_heard_that_it_is_turned_down() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&path, Vec::new());
    world.post(&proceed(), KEY, &read()).await.view();
    let body = json!({ "rejectedStage": "OFFER" });
    let reject = format!("/offers/{OFFER}/reject");
    let call = format!("POST {}", journey_path(&reject));
    world.platform.breaks(&call, 2, Fault::Down);
    world.post(&api(&reject), AGAIN, &body).await.problem();
    assert_eq!(name(&world.view().await), "waiting.selecting");
    let other = api(&format!("/offers/{OTHER}/reject"));
    let view = world.post(&other, "33333333-other", &body).await.view();
    assert_eq!(name(&view), "waiting.selecting");
    let view = world.post(&api(&reject), AGAIN, &body).await.view();
    assert_eq!(name(&view), "offers");
}

#[tokio::test]
async fn a_window_that_shows_another_offer_does_not_end_the_waiting_of_this_one() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&path, Vec::new());
    let mut other = offer(OTHER, "100000");
    let fields = other.as_object_mut().unwrap();
    let aa = json!({ "required": true, "state": "REQUIRED", "actionRequired": "REDIRECT" });
    fields.insert("aa".into(), aa);
    fields.insert("status".into(), json!("OFFER_AWAITED"));
    let rows = json!([offer(OFFER, "250000"), other]);
    world.platform.has(&journey_path("/offers"), rows);
    world.post(&proceed(), KEY, &read()).await.view();
    let view = world.get(&format!("/api/view?offer={OTHER}")).await.view();
    assert_eq!(name(&view), "leave.aa.first");
    assert_eq!(name(&world.view().await), "waiting.selecting");
}

#[tokio::test]
async fn turning_an_offer_down_tells_the_platform_why_and_once() {
    let world = at_offers().await;
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(open_offers(&view), [OFFER.parse().unwrap()]);
    let stage = rejected_stage(&view).unwrap();
    // The other offer is there again.
    let reject = format!("/offers/{OFFER}/reject");
    let mut after = state("OFFERS_AVAILABLE", &json!("VIEW_OFFERS"), &json!(null), 5);
    let mut gone = offer(OFFER, "240000");
    gone.as_object_mut()
        .unwrap()
        .insert("status".into(), json!("NO_OFFER_AVAILABLE"));
    after.push((
        journey_path("/offers"),
        json!([gone, offer(OTHER, "100000")]),
    ));
    world.platform.does(&journey_path(&reject), after);
    let body = json!({ "rejectedStage": stage.as_str(), "rejectionReason": "Too dear" });
    for _ in 0..3 {
        let view = world.post(&api(&reject), AGAIN, &body).await.view();
        assert_eq!(name(&view), "offers");
        assert_eq!(agreed(&view), None);
        assert_eq!(open_offers(&view), [OTHER.parse().unwrap()]);
    }
    let told = sent(&world, "/reject");
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|call| {
        call.body == json!({ "rejectedStage": "KYC", "rejectionReason": "Too dear" })
            && call.key.as_deref() == Some(AGAIN)
    }));
}

#[tokio::test]
async fn the_last_offer_turned_down_ends_the_application_whatever_was_looked_at() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &read()).await.view();
    let reject = format!("/offers/{OFFER}/reject");
    // The lock is gone; the marker of what was looked at stays.
    let mut after = state("REJECTED", &json!(null), &json!(null), 5);
    for (_, data) in &mut after {
        if let Some(fields) = data.as_object_mut() {
            fields.insert("resume".into(), json!({ "lastViewedOfferID": OFFER }));
        }
    }
    world.platform.does(&journey_path(&reject), after);
    let steps = format!("GET {}", stand_in::loan::steps_path());
    let locked = Fault::Refused(409, "STATE_PRECONDITION_FAILED");
    let body = json!({ "rejectedStage": "KYC" });
    world.platform.breaks(&steps, 9, locked);
    let view = world.post(&api(&reject), AGAIN, &body).await.view();
    assert_eq!(name(&view), "ended.rejected");
}

#[tokio::test]
async fn an_offer_that_was_turned_down_is_not_chosen_because_it_was_looked_at() {
    let world = at_offers().await;
    let mut state = state("OFFERS_PENDING", &json!("COMPLETE_AA"), &json!(null), 5);
    for (path, mut data) in state.drain(..) {
        if let Some(fields) = data.as_object_mut() {
            fields.insert("resume".into(), json!({ "lastViewedOfferID": OFFER }));
        }
        world.platform.has(&path, data);
    }
    let mut other = offer(OTHER, "100000");
    if let Some(fields) = other.as_object_mut() {
        let aa = json!({ "required": true, "state": "REQUIRED", "actionRequired": "REDIRECT" });
        fields.insert("aa".into(), aa);
    }
    let rows = json!([offer(OFFER, "250000"), other]);
    world.platform.has(&journey_path("/offers"), rows);
    let view = world.view().await;
    assert_eq!(flow::consent_offer(&view), OTHER.parse().ok());
    assert_eq!(name(&view), "leave.aa.first");
}

#[tokio::test]
async fn an_old_choice_that_comes_once_more_hides_nothing() {
    let mut world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    // Said yes to, and not visible yet.
    world.platform.does(&path, Vec::new());
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(name(&view), "waiting.selecting");
    let reject = api(&format!("/offers/{OFFER}/reject"));
    let body = json!({ "rejectedStage": "OFFER" });
    let view = world.post(&reject, AGAIN, &body).await.view();
    assert_eq!(name(&view), "offers");
    world.restart().await;
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(name(&view), "offers");
}
