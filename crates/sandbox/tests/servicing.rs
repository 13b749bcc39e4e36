//! After disbursal.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use lending::{Date, Paise};
use serde_json::{Value, json};
use world::{APP, Borrower, World, fast};

const MONTH: u32 = 31 * 86_400;

async fn detail(borrower: &Borrower<'_>, offer: &str) -> Value {
    borrower.read(&format!("/offers/{offer}")).await
}

/// A session as of now: the clock has moved.
async fn again(borrower: &mut Borrower<'_>) {
    let answer = borrower
        .world
        .bootstrap(&json!({ "borrowerExternalID": "asha" }))
        .await;
    let token = answer.data()["sessionToken"].as_str().unwrap();
    token.clone_into(&mut borrower.token);
}

fn payment(offer: &Value, label: &str) -> Value {
    let payments = offer["payments"].as_array().unwrap();
    let found = payments.iter().find(|payment| payment["label"] == label);
    found.unwrap_or_else(|| panic!("no {label}")).clone()
}

fn outstanding(offer: &Value) -> Paise {
    let rows = offer["installments"].as_array().unwrap();
    let open = rows.iter().filter(|row| row["status"] != "PAID");
    Paise::total(open.map(|row| Paise::from_wire(row["principal"].as_str().unwrap()).unwrap()))
        .unwrap()
}

#[tokio::test]
async fn instalments_are_collected_on_their_day() {
    let world = World::start(fast()).await;
    let mut asha = world.borrower("asha").await;
    let offer = asha.disbursed().await;
    let before = detail(&asha, &offer).await;
    let first = Date::parse(before["installments"][0]["dueDate"].as_str().unwrap()).unwrap();
    let refresh = asha.act("/post-disbursal/status", &json!({})).await;
    assert_eq!(refresh["pollAfterSeconds"], 5);
    world.forward(MONTH).await;
    again(&mut asha).await;
    let after = detail(&asha, &offer).await;
    assert_eq!(after["installments"][0]["status"], "PAID");
    assert_eq!(after["installments"][1]["status"], "NOT-PAID");
    let second = Date::parse(after["installments"][1]["dueDate"].as_str().unwrap()).unwrap();
    assert_eq!(second, first.add_months(1));
    for _ in 0..24 {
        world.forward(MONTH).await;
    }
    again(&mut asha).await;
    assert_eq!(asha.state().await, "CLOSED / null");
}

#[tokio::test]
async fn a_missed_instalment_can_be_paid() {
    let world = World::start(fast()).await;
    let mut asha = world.borrower("asha").await;
    let offer = asha.disbursed().await;
    let body = json!({ "offerID": offer, "installmentSerialNumber": "1" });
    let path = asha.path("/post-disbursal/missed-emi-payment");
    let early = asha.post(&path, &body).await;
    assert_eq!(early.refusal().2, "installmentSerialNumber");
    world
        .control("faults", &json!({ "bounceMandate": true }))
        .await;
    world.forward(MONTH).await;
    again(&mut asha).await;
    let missed = detail(&asha, &offer).await;
    assert_eq!(missed["installments"][0]["status"], "DELAYED");
    asha.act("/post-disbursal/missed-emi-payment", &body).await;
    let open = payment(&detail(&asha, &offer).await, "MISSED_EMI_PAYMENT");
    assert_eq!(open["status"], "NOT-PAID");
    let url = open["url"].as_str().unwrap();
    let back = world.at_provider(url, "decline").await;
    assert!(
        back.starts_with(&format!("{APP}/return/payment?")),
        "{back}"
    );
    let still = payment(&detail(&asha, &offer).await, "MISSED_EMI_PAYMENT");
    assert_eq!(still["status"], "NOT-PAID");
    world.at_provider(url, "approve").await;
    let paid = detail(&asha, &offer).await;
    assert_eq!(payment(&paid, "MISSED_EMI_PAYMENT")["status"], "PAID");
    assert_eq!(paid["installments"][0]["status"], "PAID");
}

#[tokio::test]
async fn a_part_payment_lowers_the_rest() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let offer = asha.disbursed().await;
    let path = asha.path("/post-disbursal/pre-part-payment");
    for wrong in ["0", "100", "250000", "x"] {
        let body = json!({ "offerID": offer, "amount": wrong });
        assert_eq!(
            asha.post(&path, &body).await.refusal().2,
            "amount",
            "{wrong}"
        );
    }
    let before = detail(&asha, &offer).await;
    let body = json!({ "offerID": offer, "amount": "50000" });
    asha.act("/post-disbursal/pre-part-payment", &body).await;
    let open = payment(&detail(&asha, &offer).await, "PRE_PART_PAYMENT");
    world
        .at_provider(open["url"].as_str().unwrap(), "approve")
        .await;
    let after = detail(&asha, &offer).await;
    let lowered = outstanding(&before).checked_sub(Paise::from_rupees(50_000));
    assert_eq!(Some(outstanding(&after)), lowered);
}

#[tokio::test]
async fn a_loan_can_be_closed() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    let early = asha
        .post(&asha.path("/post-disbursal/status"), &json!({}))
        .await;
    assert_eq!(early.refusal().1, "STATE_PRECONDITION_FAILED");
    let offer = asha.disbursed().await;
    let wrong = asha
        .post(&asha.path("/post-disbursal/foreclosure"), &json!({}))
        .await;
    assert_eq!(wrong.refusal().2, "offerID");
    asha.act("/post-disbursal/foreclosure", &json!({ "offerID": offer }))
        .await;
    let open = payment(&detail(&asha, &offer).await, "FORECLOSURE");
    assert_eq!(open["amount"], "250000", "on the first day");
    world
        .at_provider(open["url"].as_str().unwrap(), "approve")
        .await;
    assert_eq!(asha.state().await, "CLOSED / null");
    // The next application may begin.
    let next = asha
        .post("/journeys", &json!({ "type": "PERSONAL_LOAN" }))
        .await;
    assert_eq!(next.status, 201);
}
