//! The money's way to the borrower.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use sandbox::{Settings, Waits};
use serde_json::Value;
use world::{Borrower, World, patient};

const DAY: u32 = 86_400;

/// The journey, the fulfilment and the payment to the borrower, if there is one.
async fn stands(borrower: &Borrower<'_>, offer: &str) -> (String, String, Option<Value>) {
    let detail = borrower.read(&format!("/offers/{offer}")).await;
    let payments = detail["payments"].as_array().cloned().unwrap_or_default();
    let payout = payments
        .into_iter()
        .find(|payment| payment["label"] == "LOAN_DISBURSMENT");
    let fulfilment = detail["fulfillments"][0]["state"].as_str().unwrap();
    (borrower.state().await, fulfilment.to_owned(), payout)
}

fn row(payout: Option<Value>) -> Value {
    payout.unwrap_or_else(|| panic!("nothing was sent"))
}

#[tokio::test]
async fn money_is_approved_then_sent_then_credited_under_one_reference_number() {
    let world = World::start(Settings {
        waits: Waits {
            sanction: (60_000, 60_000),
            payout: (60_000, 60_000),
            disbursal: (60_000, 60_000),
            ..Waits::none()
        },
        ..patient()
    })
    .await;
    let (asha, offer) = world.with_sahyadri("asha").await;
    asha.up_to(&offer, "LENDER_PROCESSING").await;
    let at_lender = "LENDER_PROCESSING / null".to_owned();
    let before = stands(&asha, &offer).await;
    assert_eq!(before, (at_lender.clone(), "INITIATED".to_owned(), None));
    world.forward(60).await;
    let approved = stands(&asha, &offer).await;
    assert_eq!(approved, (at_lender.clone(), "SANCTIONED".to_owned(), None));
    world.forward(60).await;
    let (state, fulfilment, sent) = stands(&asha, &offer).await;
    assert_eq!((state, fulfilment.as_str()), (at_lender, "SANCTIONED"));
    let sent = row(sent);
    assert_eq!(sent["status"], "NOT-PAID");
    assert_eq!(sent["accountEnding"], "5678");
    assert!(sent["sentAt"].is_string() && sent["creditedAt"].is_null());
    world.forward(60).await;
    let (state, fulfilment, credited) = stands(&asha, &offer).await;
    assert_eq!(
        (state.as_str(), fulfilment.as_str()),
        ("DISBURSED / null", "DISBURSED")
    );
    let credited = row(credited);
    assert_eq!(credited["status"], "PAID");
    assert!(credited["creditedAt"].is_string());
    for same in ["transactionID", "amount", "sentAt"] {
        assert_eq!(credited[same], sent[same], "{same}");
    }
    assert!(credited["url"].is_null(), "nobody pays it but the lender");
    let detail = asha.read(&format!("/offers/{offer}")).await;
    assert_eq!(credited["amount"], detail["amountNetDisbursed"]);
}

#[tokio::test]
async fn money_that_came_back_is_sent_again_under_another_reference_number() {
    let world = World::start(patient()).await;
    let (borrower, offer) = world.with_sahyadri("disbursal-delayed-and-failed").await;
    borrower.up_to(&offer, "LENDER_PROCESSING").await;
    let first = row(stands(&borrower, &offer).await.2);
    assert_eq!(first["status"], "NOT-PAID");
    world.forward(DAY).await;
    let back = row(stands(&borrower, &offer).await.2);
    assert_eq!(back["status"], "FAILED");
    assert_eq!(back["transactionID"], first["transactionID"]);
    world.forward(DAY).await;
    let (state, _, second) = stands(&borrower, &offer).await;
    assert_eq!(state, "DISBURSED / null");
    assert_ne!(row(second)["transactionID"], first["transactionID"]);
}
