//! Consents that do not go as one would wish.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use serde_json::{Value, json};
use world::{Borrower, World, fast};

async fn run(borrower: &Borrower<'_>, session: &str) -> (String, String) {
    let run = borrower.read(&format!("/aa/sessions/{session}")).await;
    let word = |name: &str| run[name].as_str().unwrap_or_default().to_owned();
    (word("state"), word("reasonCode"))
}

fn words(state: &str, code: &str) -> (String, String) {
    (state.to_owned(), code.to_owned())
}

#[tokio::test]
async fn a_consent_that_fails_after_it_was_given_may_be_given_again() {
    let world = World::start(fast()).await;
    for (name, code) in [
        ("aa-data-not-sent", "80202"),
        ("aa-no-accounts", "no_fip_accounts_found"),
        ("aa-sign-in-failed", "4"),
    ] {
        let borrower = world.borrower(name).await;
        borrower.submit().await;
        let offer = borrower.offer_of("narmada-sfb").await;
        let (_, session) = borrower.consent(&offer, "approve").await;
        assert_eq!(run(&borrower, &session).await, words("FAILED", code));
        assert_eq!(borrower.state().await, "OFFERS_PENDING / COMPLETE_AA");
        let (_, again) = borrower.consent(&offer, "approve").await;
        assert_eq!(run(&borrower, &again).await, words("CONFIRMED", ""));
        assert_eq!(borrower.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    }
}

#[tokio::test]
async fn a_chosen_lenders_consent_may_fail_and_succeed() {
    let world = World::start(fast()).await;
    let borrower = world.borrower("aa-not-available").await;
    borrower.submit().await;
    let offer = borrower.offer_of("konkan-capital").await;
    let proceed = format!("/offers/{offer}/proceed");
    borrower.act(&proceed, &json!({})).await;
    let (_, session) = borrower.consent(&offer, "approve").await;
    assert_eq!(run(&borrower, &session).await, words("FAILED", "2"));
    assert_eq!(borrower.state().await, "AA_REQUIRED / COMPLETE_AA");
    borrower.consent(&offer, "approve").await;
    assert_eq!(borrower.state().await, "OFFER_SELECTED / COMPLETE_STEP");
}

#[tokio::test]
async fn one_of_two_consents_is_enough_for_one_of_two_offers() {
    let world = World::start(fast()).await;
    let borrower = world.borrower("aa-partly-approved").await;
    borrower.submit().await;
    assert_eq!(borrower.state().await, "OFFERS_PENDING / COMPLETE_AA");
    let narmada = borrower.offer_of("narmada-sfb").await;
    let sahyadri = borrower.offer_of("sahyadri-finance").await;
    borrower.consent(&narmada, "approve").await;
    let (_, declined) = borrower.consent(&sahyadri, "decline").await;
    assert_eq!(run(&borrower, &declined).await, words("FAILED", "1"));
    let status = async |lender: &str| borrower.card(lender).await["status"].clone();
    assert_eq!(status("narmada-sfb").await, "OFFER_RECEIVED");
    assert_eq!(status("sahyadri-finance").await, "OFFER_AWAITED");
    let effects = world.effects(&borrower.journey).await;
    assert_eq!(
        (&effects["aaSessions"], &effects["consents"]),
        (&json!(2), &json!(1))
    );
}

#[tokio::test]
async fn a_consent_left_undecided_stays_open_and_one_that_waits_too_long_does_not() {
    let world = World::start(fast()).await;
    let borrower = world.borrower("aa-undecided").await;
    borrower.submit().await;
    let offer = borrower.offer_of("narmada-sfb").await;
    let (_, session) = borrower.consent(&offer, "leave").await;
    assert_eq!(run(&borrower, &session).await, words("IN_PROGRESS", "5"));
    let redirect = format!("/aa/sessions/{session}/redirect");
    let again = borrower.act(&redirect, &json!({})).await;
    assert_eq!(run(&borrower, &session).await, words("REDIRECT_READY", ""));
    assert!(again["redirectURL"].is_string());
    world.forward(15 * 60).await;
    assert_eq!(run(&borrower, &session).await, words("EXPIRED", "3"));
    let (_, fresh) = borrower.consent(&offer, "approve").await;
    assert_eq!(run(&borrower, &fresh).await, words("CONFIRMED", ""));
}

#[tokio::test]
async fn an_offer_that_is_awaited_can_be_turned_down() {
    let world = World::start(fast()).await;
    let borrower = world.borrower("aa-turned-down").await;
    borrower.submit().await;
    let offer = borrower.offer_of("narmada-sfb").await;
    let body = json!({ "rejectedStage": "AA", "rejectionReason": "No statements" });
    let reject = format!("/offers/{offer}/reject");
    borrower.act(&reject, &body).await;
    let card: Value = borrower.card("narmada-sfb").await;
    assert_eq!(card["status"], "NO_OFFER_AVAILABLE");
    assert_eq!(card["aa"]["actionRequired"], "NONE");
    assert_eq!(borrower.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let again = borrower.post(&borrower.path(&reject), &body).await;
    assert_eq!(again.refusal().1, "STATE_PRECONDITION_FAILED");
    let other = borrower.offer_of("sahyadri-finance").await;
    borrower
        .act(&format!("/offers/{other}/reject"), &body)
        .await;
    assert_eq!(borrower.state().await, "REJECTED / null");
    let effects = world.effects(&borrower.journey).await;
    assert_eq!(effects["rejects"], 2);
}

#[tokio::test]
async fn statements_may_take_ten_minutes_to_come() {
    let world = World::start(fast()).await;
    let borrower = world.borrower("aa-data-slow").await;
    borrower.submit().await;
    let offer = borrower.offer_of("narmada-sfb").await;
    let (_, session) = borrower.consent(&offer, "approve").await;
    world.forward(599).await;
    assert_eq!(run(&borrower, &session).await, words("RECONCILING", ""));
    world.forward(1).await;
    assert_eq!(run(&borrower, &session).await, words("CONFIRMED", ""));
    assert_eq!(borrower.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
}
