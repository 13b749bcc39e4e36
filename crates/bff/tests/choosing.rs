//! Choosing an offer, and what was agreed to.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::ProblemCode;
use flow::name;
use serde_json::json;
use stand_in::Fault;
use stand_in::choice::{AGAIN, KEY, acknowledged, agreed, at_offers, kept, proceed, read, sent};
use stand_in::loan::{OFFER, OTHER, api, chosen, journey_path, offer, state};

#[tokio::test]
async fn the_figures_an_offer_was_chosen_by_are_shown_beside_the_new_ones() {
    let mut world = at_offers().await;
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    assert_eq!(agreed(&view), Some("250000"));
    let kept = view.agreed.as_ref().unwrap();
    assert!(kept.documents.is_empty() && kept.installments.len() == 1);
    // The same again changes nothing, whatever the offer is by now.
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(agreed(&view), Some("250000"));
    world.restart().await;
    assert_eq!(agreed(&world.view().await), Some("250000"));
    let view = world.post(&proceed(), AGAIN, &read()).await.view();
    assert_eq!(agreed(&view), Some("250000"), "after a restart");
}

#[tokio::test]
async fn nobody_chooses_by_figures_that_were_not_shown() {
    let world = at_offers().await;
    let page = format!("/api/view?offer={OFFER}");
    let shown = async || {
        let offer = world.get(&page).await.view().offer.unwrap();
        json!({ "figures": flow::figures_mark(&offer), "read": acknowledged() })
    };
    let old = shown().await;
    // Nothing else says so: the row in the list is what it was.
    world.platform.has(
        &journey_path(&format!("/offers/{OFFER}")),
        offer(OFFER, "260000"),
    );
    let problem = world.post(&proceed(), KEY, &old).await.problem();
    assert_eq!(problem.code, ProblemCode::StateChanged);
    assert_eq!(problem.field.as_deref(), Some("figures"));
    assert!(sent(&world, "/proceed").is_empty());
    assert_eq!(kept(&world).await, 0);
    let new = shown().await;
    assert_ne!(new, old);
    let view = world.post(&proceed(), AGAIN, &new).await.view();
    assert_eq!(agreed(&view), Some("260000"));
    // Sent again, it is the choice that was made, though the lender has quoted anew since.
    let view = world.post(&proceed(), AGAIN, &new).await.view();
    assert_eq!(agreed(&view), Some("260000"));
}

#[tokio::test]
async fn what_cannot_be_read_is_not_chosen_and_what_was_kept_stays() {
    let world = at_offers().await;
    let lost = format!("POST {}", journey_path(&format!("/offers/{OFFER}/proceed")));
    world.platform.breaks(&lost, 2, Fault::Down);
    world.post(&proceed(), KEY, &read()).await.problem();
    assert_eq!(kept(&world).await, 1);
    let tried = sent(&world, "/proceed").len();
    let detail = format!("GET {}", journey_path(&format!("/offers/{OFFER}")));
    world.platform.breaks(&detail, 2, Fault::Down);
    let answer = world.post(&proceed(), KEY, &read()).await;
    assert_eq!(answer.problem().code, ProblemCode::PlatformUnavailable);
    assert_eq!(kept(&world).await, 1);
    assert_eq!(sent(&world, "/proceed").len(), tried);
}

#[tokio::test]
async fn a_choice_whose_answer_was_lost_keeps_its_figures() {
    let mut world = at_offers().await;
    let lost = format!("POST {}", journey_path(&format!("/offers/{OFFER}/proceed")));
    world.platform.breaks(&lost, 2, Fault::Lost);
    let answer = world.post(&proceed(), KEY, &read()).await;
    assert_eq!(answer.problem().code, ProblemCode::PlatformUnavailable);
    world.restart().await;
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    assert_eq!(agreed(&view), Some("250000"));
}

#[tokio::test]
async fn a_choice_that_was_refused_leaves_nothing_behind() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    let refused = Fault::Refused(409, "STATE_PRECONDITION_FAILED");
    world.platform.breaks(&format!("POST {path}"), 1, refused);
    let answer = world.post(&proceed(), KEY, &read()).await;
    assert_eq!(answer.problem().code, ProblemCode::StateChanged);
    assert_eq!(kept(&world).await, 0);
    assert!(sent(&world, "/resume").is_empty(), "a marker of no choice");
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
    let view = world.post(&proceed(), AGAIN, &read()).await.view();
    assert_eq!(agreed(&view), Some("260000"));
}

#[tokio::test]
async fn what_another_window_chose_is_not_compared_with_what_this_one_wanted() {
    let world = at_offers().await;
    let path = journey_path(&format!("/offers/{OTHER}/proceed"));
    let locked = Fault::Refused(409, "OFFER_LOCK_CONFLICT");
    world.post(&proceed(), KEY, &read()).await.view();
    world.platform.breaks(&format!("POST {path}"), 1, locked);
    let other = api(&format!("/offers/{OTHER}/proceed"));
    let answer = world.post(&other, AGAIN, &read()).await;
    assert_eq!(answer.problem().code, ProblemCode::OfferLocked);
    assert_eq!(agreed(&world.view().await), Some("250000"));
}

#[tokio::test]
async fn once_the_journey_is_over_nothing_is_compared() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &read()).await.view();
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
async fn what_was_chosen_here_is_known_though_nothing_names_it() {
    let mut world = at_offers().await;
    let mut after = state("KYC_PENDING", &json!("COMPLETE_STEP"), &json!(null), 2);
    after.extend(chosen().split_off(3));
    let path = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&path, after);
    let view = world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(name(&view), "leave.kyc.first+requoted");
    world.restart().await;
    assert_eq!(name(&world.view().await), "leave.kyc.first+requoted");
}

#[tokio::test]
async fn a_write_is_sent_again_once_with_the_same_key() {
    for (fault, tries, done) in [
        (Fault::Down, 2, true),
        (Fault::Lost, 2, true),
        (Fault::Text("<h1>x</h1>"), 2, true),
        (Fault::Limited(Some(1)), 2, true),
        // Each is a yes that says nothing.
        (Fault::Text("null"), 1, true),
        (Fault::Text(" {} "), 1, true),
        (Fault::Text(""), 1, true),
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
        let answer = world.post(&proceed(), KEY, &read()).await;
        assert_eq!(answer.status == 200, done, "{fault:?} {answer:?}");
        let calls = sent(&world, "/proceed");
        assert_eq!(calls.len(), tries, "{fault:?}");
        assert!(calls.iter().all(|call| call.key.as_deref() == Some(KEY)));
    }
}

#[tokio::test]
async fn how_much_was_taken_of_the_offer_is_known_after_a_restart_and_only_once_it_was_accepted() {
    let mut world = at_offers().await;
    world.post(&proceed(), KEY, &read()).await.view();
    let path = api(&format!("/offers/{OFFER}/loan-amount"));
    let amount = json!({ "amount": "120000" });
    let lender = journey_path(&format!("/offers/{OFFER}/loan-amount"));
    let refused = Fault::Refused(409, "STATE_PRECONDITION_FAILED");
    world.platform.breaks(&format!("POST {lender}"), 1, refused);
    world.post(&path, AGAIN, &amount).await.problem();
    assert_eq!(world.view().await.taken, None);
    let view = world.post(&path, KEY, &amount).await.view();
    assert_eq!(view.taken, Some("120000".into()));
    world.restart().await;
    let view = world.view().await;
    assert_eq!(view.taken, Some("120000".into()));
    assert_eq!(agreed(&view), Some("250000"));
}
