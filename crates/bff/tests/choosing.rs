//! Choosing an offer, what was agreed to, and turning an offer down.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::{JourneyView, ProblemCode};
use flow::{name, open_offers, rejected_stage};
use serde_json::json;
use stand_in::loan::{OFFER, OTHER, api, choosing, chosen, journey_path, offer, state};
use stand_in::{Call, Fault, World};

const KEY: &str = "11111111-1111-4111-8111-111111111111";
const AGAIN: &str = "22222222-2222-4222-8222-222222222222";

async fn at_offers() -> World {
    let world = World::start().await;
    choosing(&world.platform);
    let proceed = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&proceed, chosen());
    assert_eq!(name(&world.view().await), "offers");
    world
}

fn proceed() -> String {
    api(&format!("/offers/{OFFER}/proceed"))
}

fn agreed(view: &JourneyView) -> Option<&str> {
    let principal = view.agreed.as_ref()?.amount_principal.as_ref()?;
    Some(principal.as_str())
}

fn sent(world: &World, end: &str) -> Vec<Call> {
    let calls = world.platform.calls().into_iter();
    calls.filter(|call| call.path.ends_with(end)).collect()
}

#[tokio::test]
async fn the_figures_an_offer_was_chosen_by_are_shown_beside_the_new_ones() {
    let mut world = at_offers().await;
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    assert_eq!(agreed(&view), Some("250000"));
    let kept = view.agreed.as_ref().unwrap();
    assert!(kept.documents.is_empty() && kept.installments.len() == 1);
    // The same again changes nothing, whatever the offer is by now.
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(agreed(&view), Some("250000"));
    world.restart().await;
    assert_eq!(agreed(&world.view().await), Some("250000"));
    let view = world.post(&proceed(), AGAIN, &json!({})).await.view();
    assert_eq!(agreed(&view), Some("250000"), "after a restart");
}

#[tokio::test]
async fn a_choice_whose_answer_was_lost_keeps_its_figures() {
    let mut world = at_offers().await;
    let lost = format!("POST {}", journey_path(&format!("/offers/{OFFER}/proceed")));
    world.platform.breaks(&lost, 2, Fault::Lost);
    let answer = world.post(&proceed(), KEY, &json!({})).await;
    assert_eq!(answer.problem().code, ProblemCode::PlatformUnavailable);
    world.restart().await;
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    assert_eq!(agreed(&view), Some("250000"));
}

#[tokio::test]
async fn a_choice_that_was_refused_leaves_nothing_behind() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    let refused = Fault::Refused(409, "STATE_PRECONDITION_FAILED");
    world.platform.breaks(&format!("POST {path}"), 1, refused);
    let answer = world.post(&proceed(), KEY, &json!({})).await;
    assert_eq!(answer.problem().code, ProblemCode::StateChanged);
    assert_eq!(agreed(&world.view().await), None);
    // Quoted anew before the choice: these are the figures the borrower sees and agrees to.
    let newer = offer(OFFER, "260000");
    world.platform.has(
        &journey_path("/offers"),
        json!([newer, offer(OTHER, "100000")]),
    );
    world
        .platform
        .has(&journey_path(&format!("/offers/{OFFER}")), newer);
    world.view().await;
    let view = world.post(&proceed(), AGAIN, &json!({})).await.view();
    assert_eq!(agreed(&view), Some("260000"));
}

#[tokio::test]
async fn what_another_window_chose_is_not_compared_with_what_this_one_wanted() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OTHER}/proceed"));
    let locked = Fault::Refused(409, "OFFER_LOCK_CONFLICT");
    world.post(&proceed(), KEY, &json!({})).await.view();
    world.platform.breaks(&format!("POST {path}"), 1, locked);
    let other = api(&format!("/offers/{OTHER}/proceed"));
    let answer = world.post(&other, AGAIN, &json!({})).await;
    assert_eq!(answer.problem().code, ProblemCode::OfferLocked);
    assert_eq!(agreed(&world.view().await), Some("250000"));
}

#[tokio::test]
async fn once_the_journey_is_over_nothing_is_compared() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &json!({})).await.view();
    for status in ["DISBURSED", "REJECTED", "EXPIRED", "CLOSED"] {
        for (path, data) in state(status, &json!(null), &json!(OFFER), 9) {
            world.platform.has(&path, data);
        }
        let path = format!("/api/view?journey={}", stand_in::loan::JOURNEY);
        let view = world.get(&path).await.view();
        assert!(view.offer.is_some() && view.agreed.is_none(), "{status}");
    }
}

#[tokio::test]
async fn turning_an_offer_down_tells_the_platform_why_and_once() {
    let world = at_offers().await;
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
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
    assert!(told.iter().all(|call| {
        call.body == json!({ "rejectedStage": "KYC", "rejectionReason": "Too dear" })
            && call.key.as_deref() == Some(AGAIN)
    }));
}

#[tokio::test]
async fn the_last_offer_turned_down_ends_the_application_whatever_was_looked_at() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &json!({})).await.view();
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
async fn what_was_chosen_here_is_known_though_nothing_names_it() {
    let mut world = at_offers().await;
    let mut after = state("KYC_PENDING", &json!("COMPLETE_STEP"), &json!(null), 2);
    after.extend(chosen().split_off(3));
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&path, after);
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    world.restart().await;
    assert_eq!(name(&world.view().await), "leave.kyc.first+requoted");
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
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    // Said yes to, and not visible yet.
    world.platform.does(&path, Vec::new());
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(name(&view), "waiting.selecting");
    let reject = api(&format!("/offers/{OFFER}/reject"));
    let body = json!({ "rejectedStage": "OFFER" });
    let view = world.post(&reject, AGAIN, &body).await.view();
    assert_eq!(name(&view), "offers");
    let view = world.post(&proceed(), KEY, &json!({})).await.view();
    assert_eq!(name(&view), "offers");
}

#[tokio::test]
async fn a_write_is_sent_again_once_with_the_same_key() {
    for (fault, tries, done) in [
        (Fault::Down, 2, true),
        (Fault::Lost, 2, true),
        (Fault::Text("<h1>x</h1>"), 2, true),
        (Fault::Limited(Some(1)), 2, true),
        (Fault::Limited(Some(60)), 1, false),
        (Fault::Limited(None), 1, false),
        (Fault::Refused(409, "ASYNC_OPERATION_PENDING"), 1, false),
        (Fault::Refused(400, "VALIDATION_FAILED"), 1, false),
    ] {
        let world = at_offers().await;
        let path = journey_path(&format!("/offers/{OFFER}/proceed"));
        world
            .platform
            .breaks(&format!("POST {path}"), 1, fault.clone());
        let answer = world.post(&proceed(), KEY, &json!({})).await;
        assert_eq!(answer.status == 200, done, "{fault:?} {answer:?}");
        let calls = sent(&world, "/proceed");
        assert_eq!(calls.len(), tries, "{fault:?}");
        assert!(calls.iter().all(|call| call.key.as_deref() == Some(KEY)));
    }
}
