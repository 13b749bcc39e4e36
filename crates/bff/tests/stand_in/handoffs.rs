//! A borrower who goes to providers and comes back.

use contract::app::{ConsentKind, HandoffState, JourneyView, Party};
use serde_json::json;

use super::World;
use super::loan::{OFFER, api, choosing, journey_path, state};

pub const KEY: &str = "11111111-1111-4111-8111-11111111111";

pub fn consent(number: u8) -> String {
    format!("5f0e6a52-7f0a-4d6a-9a52-00000000000{number}")
}

/// A consent is asked for, and the borrower has agreed to that; nobody has gone to give it.
pub async fn consenting() -> World {
    let world = before_consenting().await;
    let agreed = notices::consent(ConsentKind::Aa, false, "en");
    let body = json!({ "consents": [agreed], "offerID": OFFER });
    world
        .post(&api("/consents"), &format!("{KEY}0"), &body)
        .await
        .view();
    world
}

/// A consent is asked for.
pub async fn before_consenting() -> World {
    let world = World::start().await;
    choosing(&world.platform);
    for (path, data) in state("AA_REQUIRED", &json!("COMPLETE_AA"), &json!(OFFER), 2) {
        world.platform.has(&path, data);
    }
    world
}

/// The platform has these sessions for the offer, the newest first.
pub fn sessions(world: &World, list: &[(u8, &str)]) {
    let rows: Vec<_> = list
        .iter()
        .map(|(number, state)| {
            json!({ "aaSessionID": consent(*number), "offerID": OFFER, "state": state })
        })
        .collect();
    world
        .platform
        .has(&journey_path("/aa/sessions"), json!({ "items": rows }));
}

pub async fn go(world: &World, party: &str, time: u8) {
    let body = json!({ "party": party, "offerID": OFFER });
    let key = format!("{KEY}{time}");
    let answer = world.post(&api("/handoffs"), &key, &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

/// Goes to give a consent under a new session; the way back it was given.
pub async fn go_for_consent(world: &World, number: u8) -> String {
    let id = consent(number);
    let created = json!({ "aaSessionID": id, "offerID": OFFER, "state": "REDIRECT_READY" });
    world
        .platform
        .replies(&journey_path("/aa/sessions"), created);
    again(world, number, number).await;
    way_back(world)
}

/// The address that was given to the newest session.
pub fn way_back(world: &World) -> String {
    let mut calls = world.platform.calls().into_iter().rev();
    let made = calls
        .find(|call| call.method == "POST" && call.path.ends_with("/aa/sessions"))
        .unwrap();
    let back = made.body.get("returnURL").unwrap().as_str().unwrap();
    back.split_once("http://localhost:1").unwrap().1.to_owned()
}

/// Goes again under the session that is there.
pub async fn again(world: &World, number: u8, time: u8) {
    let id = consent(number);
    let redirect = json!({ "aaSessionID": id, "redirectURL": "https://provider.example/aa" });
    let path = journey_path(&format!("/aa/sessions/{id}/redirect"));
    world.platform.replies(&path, redirect);
    go(world, "aa", time).await;
}

pub fn standing(view: &JourneyView) -> Option<(Party, HandoffState)> {
    let handoff = view.handoff.as_ref()?;
    Some((handoff.party, handoff.state))
}

pub async fn returned(world: &World, party: &str, time: u8) -> JourneyView {
    let path = api(&format!("/handoffs/{party}/returned"));
    let key = format!("{KEY}{time}");
    world.post(&path, &key, &json!({})).await.view()
}

pub fn told(world: &World) -> Vec<String> {
    let calls = world.platform.calls().into_iter();
    calls
        .filter(|call| call.path.ends_with("/complete"))
        .map(|call| call.path)
        .collect()
}

pub const AWAY: Option<(Party, HandoffState)> = Some((Party::Aa, HandoffState::Away));
pub const BACK: Option<(Party, HandoffState)> = Some((Party::Aa, HandoffState::Settling));

/// As if what the borrower has done so far had been done so much earlier.
pub async fn earlier(world: &World, seconds: i64) {
    sqlx::query("UPDATE handoff SET created_at = created_at - ?1, returned_at = returned_at - ?1")
        .bind(seconds * 1_000)
        .execute(&mut world.store().await)
        .await
        .unwrap();
}
