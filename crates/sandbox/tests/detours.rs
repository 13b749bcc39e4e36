//! What happens off the straight path: waits, refusals, second thoughts, links that grow old.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use serde_json::{Value, json};
use world::{APP, World, fast};

#[tokio::test]
async fn time_passes_between_the_states_when_it_is_not_set_to_zero() {
    let settings = sandbox::Settings {
        limits: None,
        ..sandbox::Settings::default()
    };
    let world = World::start(settings).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    assert_eq!(
        asha.state().await,
        "PROFILE_REQUIRED / FILL_PROFILE",
        "accepted is not yet visible"
    );
    let again = asha
        .post(
            &asha.path("/profile/submit"),
            &json!({ "bureauConsent": true }),
        )
        .await;
    assert_eq!(again.status, 409);
    world.forward(3).await;
    assert_eq!(asha.state().await, "OFFERS_PENDING / WAIT_FOR_OFFERS");
    world.forward(30).await;
    assert_eq!(asha.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let offer = asha.offer_of("deccan-credit").await;
    asha.act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    let state = asha.read("/state").await;
    assert_eq!(state["pendingOperations"], json!(["SELECT_DISPATCH"]));
    world.forward(5).await;
    asha.amount(&offer, "150000").await;
    world.forward(1).await;
    let state = asha.read("/state").await;
    assert_eq!(state["pendingOperations"], json!(["OFFER_CONFIRMATION"]));
    world.forward(10).await;
    asha.at_step(&offer, "kyc", "approve").await;
    let kyc = asha
        .read(&format!("/offers/{offer}/steps/kyc/status"))
        .await;
    assert_eq!(kyc["status"], "IN_PROGRESS");
    assert_eq!(kyc["actionRequired"], "AWAIT_CALLBACK");
    assert!(kyc.get("resource").is_none());
    world.forward(10).await;
    assert_eq!(asha.state().await, "BANK_MANDATE_PENDING / COMPLETE_STEP");
}

#[tokio::test]
async fn a_step_may_be_declined_twice_but_not_three_times() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let offer = asha.offer_of("sahyadri-finance").await;
    asha.act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    asha.amount(&offer, "250000").await;
    for attempts in 1..=2 {
        asha.at_step(&offer, "kyc", "decline").await;
        let kyc = asha.read(&format!("/offers/{offer}/steps/kyc")).await;
        assert_eq!(kyc["status"], "FAILURE");
        assert_eq!(kyc["actionRequired"], "REDIRECT");
        assert_eq!(kyc["diagnostics"]["attempts"], attempts);
    }
    asha.at_step(&offer, "kyc", "decline").await;
    assert_eq!(asha.state().await, "REJECTED / null");
}

#[tokio::test]
async fn an_account_the_bank_does_not_know_can_be_corrected() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let offer = asha.offer_of("sahyadri-finance").await;
    asha.act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    asha.amount(&offer, "250000").await;
    asha.at_step(&offer, "kyc", "approve").await;
    let path = format!("/offers/{offer}/steps/bank-mandate");
    let mut account = world::account();
    account["accountNumber"] = json!("50100012340000");
    asha.act(&path, &account).await;
    let bank = asha.read(&path).await;
    assert_eq!(bank["status"], "FAILURE");
    assert_eq!(bank["actionRequired"], "SUBMIT_FORM");
    assert_eq!(bank["diagnostics"]["code"], "PENNY_DROP_FAILED");
    asha.act(&path, &world::account()).await;
    assert_eq!(asha.state().await, "E_MANDATE_PENDING / COMPLETE_STEP");
}

#[tokio::test]
async fn turning_the_chosen_offer_down_opens_the_others_again() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let first = asha.offer_of("sahyadri-finance").await;
    let second = asha.offer_of("deccan-credit").await;
    asha.act(&format!("/offers/{first}/proceed"), &json!({}))
        .await;
    let body = json!({ "rejectedStage": "KYC", "rejectionReason": "Too dear" });
    let rejected = asha.act(&format!("/offers/{first}/reject"), &body).await;
    assert_eq!(rejected["status"], "REJECTED");
    assert_eq!(asha.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    asha.act(&format!("/offers/{second}/proceed"), &json!({}))
        .await;
    asha.act(&format!("/offers/{second}/reject"), &body).await;
    assert_eq!(asha.state().await, "REJECTED / null");
}

#[tokio::test]
async fn quotes_and_journeys_do_not_live_for_ever() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    world.forward(15 * 86_400).await;
    let token = &world
        .bootstrap(&json!({ "borrowerExternalID": "asha" }))
        .await;
    assert!(token.data()["activeJourney"].is_null());
    let imran = world.borrower("imran").await;
    world.forward(30 * 86_400).await;
    let again = world
        .bootstrap(&json!({ "borrowerExternalID": "imran" }))
        .await;
    assert!(again.data()["activeJourney"].is_null());
    let token = again.data()["sessionToken"].as_str().unwrap();
    let state = world.get(&imran.path("/state"), token).await;
    assert_eq!(state.data()["status"], "EXPIRED");
}

#[tokio::test]
async fn links_to_providers_grow_old_and_are_good_once() {
    let world = World::start(fast()).await;
    let ravi = world.borrower("ravi").await;
    ravi.submit().await;
    let offer = ravi.offer_of("narmada-sfb").await;
    let session = ravi.act("/aa/sessions", &json!({ "offerID": offer })).await;
    let id = session["aaSessionID"].as_str().unwrap();
    let redirect = format!("/aa/sessions/{id}/redirect");
    let link = |answer: Value| answer["redirectURL"].as_str().unwrap().to_owned();
    let first = link(ravi.act(&redirect, &json!({})).await);
    let second = link(ravi.act(&redirect, &json!({})).await);
    let status = async |url: &str| world.http.get(url).send().await.unwrap().status().as_u16();
    assert_eq!(status(&first).await, 410, "replaced");
    world.forward(181).await;
    assert_eq!(status(&second).await, 410, "too old");
    let complete = ravi
        .post(
            &ravi.path(&format!("/aa/sessions/{id}/complete")),
            &json!({}),
        )
        .await;
    assert_eq!(complete.refusal().1, "STATE_PRECONDITION_FAILED");
    let third = link(ravi.act(&redirect, &json!({})).await);
    let back = world.at_provider(&third, "leave").await;
    assert!(
        back.starts_with(&format!("{APP}/return/aa?")),
        "the registered address"
    );
    let run = ravi.read(&format!("/aa/sessions/{id}")).await;
    assert_eq!(run["state"], "IN_PROGRESS");
    world.at_provider(&third, "approve").await;
    assert_eq!(status(&third).await, 410, "used");
}
