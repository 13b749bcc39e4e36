//! Attempts at the steps that come out as the script of a named borrower says.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use serde_json::json;
use world::{World, patient, words};

const DAY: u32 = 86_400;

/// Scenario, and what the step that fails says.
const REFUSED: [(&str, &str); 14] = [
    ("kyc-failed-with-retry", "80205"),
    ("kyc-failed-unexplained", "KYC_X17"),
    ("bank-name-differs", "NAME_MISMATCH"),
    ("bank-offline", "BENEFICIARY_BANK_OFFLINE"),
    ("bank-account-blocked", "ACCOUNT_BLOCKED"),
    ("mandate-wrong-details", "AP65"),
    ("mandate-name-differs", "AP08"),
    ("mandate-not-enabled", "AP34"),
    ("mandate-bank-trouble", "AP29"),
    ("agreement-expired", "session_expired"),
    ("agreement-wrong-code", "invalid_otp"),
    ("agreement-aadhaar-not-linked", "aadhaar_not_linked"),
    ("agreement-name-differs", "name_match_error"),
    ("agreement-service-down", "service_down"),
];

/// Where a step is done, what it is called, and what it wants after a failure.
fn place(name: &str) -> (&'static str, &'static str, &'static str) {
    match name.split('-').next().unwrap() {
        "kyc" => ("KYC_PENDING", "kyc", "REDIRECT"),
        "bank" => ("BANK_MANDATE_PENDING", "bankMandate", "SUBMIT_FORM"),
        "mandate" => ("E_MANDATE_PENDING", "eMandate", "REDIRECT"),
        _ => ("LOAN_AGREEMENT_PENDING", "loanAgreement", "REDIRECT"),
    }
}

#[tokio::test]
async fn a_step_that_is_refused_once_goes_well_the_second_time() {
    let world = World::start(patient()).await;
    for (name, code) in REFUSED {
        let (status, key, action) = place(name);
        let (borrower, offer) = world.with_sahyadri(name).await;
        borrower.up_to(&offer, status).await;
        borrower.go_on(&offer, status).await;
        let failed = borrower.standing(&offer, key).await;
        assert_eq!(failed, words("FAILURE", action, code), "{name}");
        borrower.up_to(&offer, "DISBURSED").await;
    }
}

#[tokio::test]
async fn what_the_borrower_declines_has_the_providers_own_code() {
    let world = World::start(patient()).await;
    for (name, status, path, key, code) in [
        ("kyc-declined", "KYC_PENDING", "kyc", "kyc", "KYC_DECLINED"),
        (
            "mandate-stopped",
            "E_MANDATE_PENDING",
            "e-mandate",
            "eMandate",
            "AP23",
        ),
        (
            "agreement-declined",
            "LOAN_AGREEMENT_PENDING",
            "loan-agreement",
            "loanAgreement",
            "signer_declined",
        ),
    ] {
        let (borrower, offer) = world.with_sahyadri(name).await;
        borrower.up_to(&offer, status).await;
        borrower.at_step(&offer, path, "decline").await;
        let failed = borrower.standing(&offer, key).await;
        assert_eq!(failed, words("FAILURE", "REDIRECT", code), "{name}");
        borrower.up_to(&offer, "DISBURSED").await;
    }
}

#[tokio::test]
async fn a_check_that_failed_for_good_leaves_the_way_to_another_lender() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("kyc-failed-another-lender").await;
    borrower.up_to(&offer, "KYC_PENDING").await;
    borrower.at_step(&offer, "kyc", "approve").await;
    let failed = borrower.standing(&offer, "kyc").await;
    assert_eq!(failed, words("FAILURE", "NONE", "80204"));
    assert_eq!(borrower.state().await, "KYC_PENDING / COMPLETE_STEP");
    let body = json!({ "rejectedStage": "KYC" });
    borrower
        .act(&format!("/offers/{offer}/reject"), &body)
        .await;
    let other = borrower.proceed_with("deccan-credit").await;
    borrower.up_to(&other, "DISBURSED").await;
}

#[tokio::test]
async fn an_account_that_a_mandate_cannot_be_given_for_is_asked_for_anew() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("mandate-account-unusable").await;
    borrower.up_to(&offer, "E_MANDATE_PENDING").await;
    borrower.at_step(&offer, "e-mandate", "approve").await;
    assert_eq!(
        borrower.state().await,
        "BANK_MANDATE_PENDING / COMPLETE_STEP"
    );
    let bank = borrower.standing(&offer, "bankMandate").await;
    assert_eq!(bank, words("FAILURE", "SUBMIT_FORM", "ACCOUNT_BLOCKED"));
    let mandate = borrower.standing(&offer, "eMandate").await;
    assert_eq!(mandate, words("FAILURE", "NONE", "AP01"));
    borrower.give_account(&offer).await;
    let mandate = borrower.standing(&offer, "eMandate").await;
    assert_eq!(mandate, words("READY", "REDIRECT", ""));
    borrower.up_to(&offer, "DISBURSED").await;
}

#[tokio::test]
async fn what_only_the_lender_can_mend_it_mends_a_day_later() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("mandate-lender-must-fix").await;
    borrower.up_to(&offer, "E_MANDATE_PENDING").await;
    borrower.at_step(&offer, "e-mandate", "approve").await;
    let mandate = borrower.standing(&offer, "eMandate").await;
    assert_eq!(mandate, words("FAILURE", "NONE", "AP12"));
    world.forward(DAY).await;
    let mandate = borrower.standing(&offer, "eMandate").await;
    assert_eq!(mandate, words("READY", "REDIRECT", ""));
    borrower.up_to(&offer, "DISBURSED").await;
}

#[tokio::test]
async fn what_a_scenario_says_takes_days_takes_days_however_fast_the_rest_is() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("mandate-pending-for-days").await;
    borrower.up_to(&offer, "E_MANDATE_PENDING").await;
    borrower.at_step(&offer, "e-mandate", "approve").await;
    world.forward(3 * DAY - 60).await;
    let mandate = borrower.standing(&offer, "eMandate").await;
    assert_eq!(mandate, words("IN_PROGRESS", "AWAIT_CALLBACK", ""));
    world.forward(60).await;
    assert_eq!(
        borrower.state().await,
        "LOAN_AGREEMENT_PENDING / COMPLETE_STEP"
    );
}

#[tokio::test]
async fn an_agreement_that_is_signed_already_counts_a_minute_later() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("agreement-already-signed").await;
    borrower.up_to(&offer, "LOAN_AGREEMENT_PENDING").await;
    borrower.at_step(&offer, "loan-agreement", "approve").await;
    let signing = borrower.standing(&offer, "loanAgreement").await;
    assert_eq!(
        signing,
        words("IN_PROGRESS", "AWAIT_CALLBACK", "document_already_signed")
    );
    world.forward(60).await;
    assert_eq!(borrower.state().await, "DISBURSED / null");
}

#[tokio::test]
async fn a_payment_may_be_late_and_fail_before_it_arrives() {
    let world = World::start(patient()).await;
    let name = "disbursal-delayed-and-failed";
    let (borrower, offer) = world.with_sahyadri(name).await;
    borrower.up_to(&offer, "LENDER_PROCESSING").await;
    let paying = borrower.standing(&offer, "disbursal").await;
    assert_eq!(paying, words("IN_PROGRESS", "WAIT", "DISBURSAL_DELAYED"));
    world.forward(DAY).await;
    let paying = borrower.standing(&offer, "disbursal").await;
    assert_eq!(paying, words("FAILURE", "WAIT", "DISBURSAL_FAILED"));
    assert_eq!(borrower.state().await, "LENDER_PROCESSING / null");
    world.forward(DAY).await;
    assert_eq!(borrower.state().await, "DISBURSED / null");
    let effects = world.effects(&borrower.journey).await;
    assert_eq!(effects["loans"], 1, "{effects}");
}

#[tokio::test]
async fn a_lender_may_say_no_after_the_agreement() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("rejected-after-agreement").await;
    borrower.up_to(&offer, "REJECTED").await;
    let paying = borrower.standing(&offer, "disbursal").await;
    assert_eq!(paying, words("FAILURE", "NONE", "LENDER_REJECTED"));
    let agreement = borrower.standing(&offer, "loanAgreement").await;
    assert_eq!(agreement.0, "SUCCESS");
}

#[tokio::test]
async fn one_redirection_is_enough_where_the_lender_does_the_rest() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("single-redirection").await;
    borrower.up_to(&offer, "KYC_PENDING").await;
    borrower.at_step(&offer, "kyc", "approve").await;
    for (key, status) in [
        ("bankMandate", "BANK_MANDATE_PENDING / COMPLETE_STEP"),
        ("eMandate", "E_MANDATE_PENDING / COMPLETE_STEP"),
        ("loanAgreement", "LOAN_AGREEMENT_PENDING / COMPLETE_STEP"),
    ] {
        assert_eq!(borrower.state().await, status);
        let now = borrower.standing(&offer, key).await;
        assert_eq!(now, words("IN_PROGRESS", "WAIT", ""), "{key}");
        world.forward(60).await;
        assert_eq!(borrower.standing(&offer, key).await.0, "SUCCESS", "{key}");
    }
    assert_eq!(borrower.state().await, "DISBURSED / null");
}

#[tokio::test]
async fn a_form_that_no_call_takes_is_done_without_after_an_hour() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("kyc-form-elsewhere").await;
    borrower.up_to(&offer, "KYC_PENDING").await;
    let kyc = borrower.read(&format!("/offers/{offer}/steps/kyc")).await;
    assert_eq!(kyc["actionRequired"], "SUBMIT_FORM");
    assert_eq!(kyc["resource"]["type"], "FORM");
    assert!(
        !kyc["resource"]["form"]["fields"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    world.forward(3_600).await;
    borrower.up_to(&offer, "DISBURSED").await;
}
