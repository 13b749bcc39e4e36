//! The list of applications.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::Text;
use contract::app::JourneyList;
use serde_json::json;
use stand_in::World;
use stand_in::choice::{KEY, at_offers, proceed, read};

async fn lenders(world: &World) -> Vec<Option<String>> {
    let answer = world.get("/api/journeys").await.json();
    let list: JourneyList = serde_json::from_value(answer).unwrap();
    let name = |lender: Option<Text>| lender.map(|it| it.to_string());
    list.items.into_iter().map(|it| name(it.lender)).collect()
}

#[tokio::test]
async fn an_application_names_the_lender_whose_offer_was_chosen() {
    let mut world = at_offers().await;
    assert_eq!(lenders(&world).await, [None]);
    world.post(&proceed(), KEY, &read()).await.view();
    assert_eq!(lenders(&world).await, [Some("Narmada".to_owned())]);
    world.restart().await;
    assert_eq!(lenders(&world).await, [Some("Narmada".to_owned())]);
}

#[tokio::test]
async fn an_offer_that_was_turned_down_lends_its_name_to_nothing() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &read()).await.view();
    // The platform has let go of the choice.
    for (path, data) in
        stand_in::loan::state("OFFERS_AVAILABLE", &json!("VIEW_OFFERS"), &json!(null), 9)
    {
        world.platform.has(&path, data);
    }
    assert_eq!(lenders(&world).await, [None]);
}
