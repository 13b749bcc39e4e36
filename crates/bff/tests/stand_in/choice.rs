//! A borrower before two offers.

use contract::app::{Consent, ConsentKind, JourneyView};
use flow::name;
use serde_json::{Value, json};

use super::loan::{OFFER, api, choosing, chosen, journey_path};
use super::{Call, World};

pub const KEY: &str = "11111111-1111-4111-8111-111111111111";
pub const AGAIN: &str = "22222222-2222-4222-8222-222222222222";

pub async fn at_offers() -> World {
    let world = World::start().await;
    choosing(&world.platform);
    let proceed = journey_path(&format!("/offers/{OFFER}/proceed"));
    world.platform.does(&proceed, chosen());
    assert_eq!(name(&world.view().await), "offers");
    world
}

/// The Key Facts Statement was read.
pub fn acknowledged() -> Option<Consent> {
    notices::consent(ConsentKind::Kfs, false, "en")
}

/// What a choice is made with.
pub fn read() -> Value {
    json!({ "read": acknowledged() })
}

pub fn proceed() -> String {
    api(&format!("/offers/{OFFER}/proceed"))
}

pub fn agreed(view: &JourneyView) -> Option<&str> {
    let principal = view.agreed.as_ref()?.amount_principal.as_ref()?;
    Some(principal.as_str())
}

pub async fn kept(world: &World) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM agreed")
        .fetch_one(&mut world.store().await)
        .await
        .unwrap()
}

pub fn sent(world: &World, end: &str) -> Vec<Call> {
    let calls = world.platform.calls().into_iter();
    calls.filter(|call| call.path.ends_with(end)).collect()
}
