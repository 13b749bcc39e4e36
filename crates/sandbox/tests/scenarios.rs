//! What the scripts of named borrowers change, seen through the platform's API.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use serde_json::json;
use world::{Borrower, World, key, patient, words};

const DAY: u32 = 86_400;

#[tokio::test]
async fn an_offer_of_another_lender_may_be_chosen_when_one_has_ended() {
    let world = World::start(patient()).await;
    let borrower = world.borrower("offer-expired").await;
    borrower.submit().await;
    world.forward(2 * DAY + 60).await;
    let gone = borrower.card("sahyadri-finance").await;
    assert_eq!(gone["status"], "NO_OFFER_AVAILABLE");
    assert_eq!(
        gone["lenderStateReason"],
        "This offer was open for 2 days and has ended."
    );
    let offer = borrower.proceed_with("deccan-credit").await;
    borrower.up_to(&offer, "DISBURSED").await;
}

#[tokio::test]
async fn an_offer_that_is_late_is_forty_seconds_late() {
    let world = World::start(patient()).await;
    let borrower = world.borrower("offer-late").await;
    borrower.submit().await;
    world.forward(38).await;
    let late = borrower.card("malwa-finance").await;
    assert_eq!(late["status"], "OFFER_AWAITED");
    world.forward(2).await;
    let late = borrower.card("malwa-finance").await;
    assert_eq!(late["status"], "OFFER_RECEIVED");
}

#[tokio::test]
async fn nobody_offers_when_every_lender_declines() {
    let world = World::start(patient()).await;
    let borrower = world.borrower("no-offers").await;
    borrower.submit().await;
    assert_eq!(borrower.state().await, "REJECTED / null");
    let deccan = borrower.card("deccan-credit").await;
    assert_eq!(deccan["status"], "NO_OFFER_AVAILABLE");
}

#[tokio::test]
async fn the_rate_may_be_another_one_when_the_amount_is_known() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("requoted").await;
    let before = borrower.read(&format!("/offers/{offer}")).await;
    borrower.amount(&offer, "250000").await;
    let after = borrower.read(&format!("/offers/{offer}")).await;
    assert_eq!(before["interestRate"], "14.00");
    assert_eq!(after["interestRate"], "15.50");
    assert_eq!(before["amountPrincipal"], after["amountPrincipal"]);
    assert_ne!(before["installmentAmount"], after["installmentAmount"]);
    borrower.up_to(&offer, "DISBURSED").await;
}

#[tokio::test]
async fn the_platform_may_close_an_application() {
    let world = World::start(patient()).await;
    let (borrower, _) = world.with_sahyadri("closed").await;
    world.forward(2 * DAY).await;
    assert_eq!(borrower.state().await, "CLOSED / null");
}

#[tokio::test]
async fn a_person_is_known_by_number_and_pan_and_has_the_same_script_again() {
    let world = World::start(patient()).await;
    let people = world.watch("scenarios").await;
    let number = people.as_array().unwrap().iter();
    let number = 1 + number
        .take_while(|row| row["name"] != "kyc-failed-with-retry")
        .count();
    let body = json!({
        "borrowerExternalID": "whatever-a-partner-makes-of-it",
        "profile": { "contactNumber": format!("+91987651{number:04}"), "panName": "ASHA VERMA" },
    });
    let session = world.bootstrap(&body).await;
    let token = session.data()["sessionToken"].as_str().unwrap();
    for _ in 0..2 {
        let asked = json!({ "type": "PERSONAL_LOAN" });
        let started = world.post("/journeys", token, &asked).await;
        let borrower = Borrower {
            world: &world,
            token: token.to_owned(),
            journey: started.data()["journeyID"].as_str().unwrap().to_owned(),
        };
        let mut known = world::profile();
        known["profile"]["contactNumber"] = body["profile"]["contactNumber"].clone();
        let path = borrower.path("/profile");
        let put = reqwest::Method::PUT;
        world.write(put, &path, token, &key(), &known).await.data();
        borrower
            .act("/profile/submit", &json!({ "bureauConsent": true }))
            .await;
        let offer = borrower.proceed_with("sahyadri-finance").await;
        borrower.up_to(&offer, "KYC_PENDING").await;
        borrower.at_step(&offer, "kyc", "approve").await;
        let kyc = borrower.standing(&offer, "kyc").await;
        assert_eq!(kyc, words("FAILURE", "REDIRECT", "80205"));
        let body = json!({ "rejectedStage": "KYC" });
        borrower
            .act(&format!("/offers/{offer}/reject"), &body)
            .await;
        assert_eq!(borrower.state().await, "REJECTED / null");
    }
}
