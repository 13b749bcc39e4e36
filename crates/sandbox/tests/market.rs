//! Made-up lenders for the next applications.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use serde_json::{Value, json};
use world::{World, fast};

/// The offers of a new application, in full.
async fn offers(world: &World, who: &str) -> Vec<Value> {
    let borrower = world.borrower(who).await;
    borrower.submit().await;
    let list = borrower.read("/offers").await;
    let mut offers = Vec::new();
    for row in list["items"].as_array().unwrap() {
        let id = row["offerID"].as_str().unwrap();
        offers.push(borrower.read(&format!("/offers/{id}")).await);
    }
    offers
}

fn prices(offers: &[Value]) -> Vec<String> {
    offers
        .iter()
        .map(|offer| format!("{} {}", offer["lenderName"], offer["annualPercentageRate"]))
        .collect()
}

#[tokio::test]
async fn a_market_is_asked_until_it_is_closed_and_its_seed_decides() {
    let world = World::start(fast()).await;
    let open = async |seed: u32, count: u32| {
        let body = json!({ "seed": seed, "count": count });
        world.control("market", &body).await["lenders"].clone()
    };
    assert_eq!(open(3, 25).await.as_array().map(Vec::len), Some(25));
    let first = offers(&world, "somebody").await;
    assert_eq!(first.len(), 25);
    assert!(
        first
            .iter()
            .all(|offer| offer["status"] == "OFFER_RECEIVED")
    );
    assert_eq!(prices(&first), prices(&offers(&world, "another").await));
    open(4, 25).await;
    assert_ne!(prices(&first), prices(&offers(&world, "a-third").await));
    open(4, 0).await;
    assert_eq!(offers(&world, "asha").await.len(), 3);
}

#[tokio::test]
async fn a_malformed_market_sends_what_no_lender_should() {
    let world = World::start(fast()).await;
    let body = json!({ "seed": 3, "count": 8, "malformed": true });
    world.control("market", &body).await;
    let offers = offers(&world, "somebody").await;
    let aprs: Vec<&Value> = offers
        .iter()
        .map(|offer| &offer["annualPercentageRate"])
        .collect();
    for writing in [
        "1000 INR",
        "5 %",
        "P24M",
        "PT30D",
        "",
        "-500",
        "as per policy",
    ] {
        assert!(aprs.iter().any(|apr| **apr == writing), "{aprs:?}");
    }
    let nulls = |offer: &Value| {
        let fields = offer.as_object().unwrap();
        fields.get("annualPercentageRate") == Some(&Value::Null)
    };
    assert_eq!(offers.iter().filter(|offer| nulls(offer)).count(), 1);
}
