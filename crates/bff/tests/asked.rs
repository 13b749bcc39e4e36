//! What the borrower asked for, beside what is offered.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod stand_in;

use contract::app::Asked;
use flow::name;
use serde_json::json;
use stand_in::loan::{choosing, journey_path};
use stand_in::{Fault, World};

fn profile_reads(world: &World) -> usize {
    let calls = world.platform.calls();
    let profile = journey_path("/profile");
    calls.iter().filter(|call| call.path == profile).count()
}

async fn offered() -> World {
    let world = World::start().await;
    choosing(&world.platform);
    let wishes = json!({ "requestedAmount": "300000", "requestedTenureMonths": "24" });
    let profile = json!({ "journey": wishes, "profile": { "pan": "ABCPV1234F" } });
    world.platform.has(&journey_path("/profile"), profile);
    world
}

#[tokio::test]
async fn offers_come_with_what_was_asked_for_which_is_read_once_and_nothing_else_of_the_profile() {
    let world = offered().await;
    for _ in 0..3 {
        let view = world.view().await;
        let asked = Asked {
            amount: Some("300000".into()),
            months: Some("24".into()),
        };
        assert_eq!((name(&view).as_str(), view.asked), ("offers", Some(asked)));
        assert_eq!(view.profile, None);
    }
    assert_eq!(profile_reads(&world), 1);
}

#[tokio::test]
async fn offers_are_shown_without_what_was_asked_for_when_that_cannot_be_read() {
    for fault in [
        Fault::Down,
        Fault::Text("<h1>Bad gateway</h1>"),
        Fault::Lost,
    ] {
        let world = offered().await;
        let read = format!("GET {}", journey_path("/profile"));
        world.platform.breaks(&read, 9, fault.clone());
        let view = world.view().await;
        assert_eq!(name(&view), "offers", "{fault:?}");
        assert_eq!(view.asked, None);
    }
}
