//! Coming back from a provider: late, twice, forged, or as somebody else.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::{HandoffState, JourneyView, Party};
use reqwest::Method;
use serde_json::json;
use stand_in::World;
use stand_in::loan::{OFFER, api, checking, choosing, journey_path, kyc, state, steps, steps_path};

const KEY: &str = "11111111-1111-4111-8111-11111111111";

fn consent(number: u8) -> String {
    format!("5f0e6a52-7f0a-4d6a-9a52-00000000000{number}")
}

/// A consent is asked for; nobody has gone to give it.
async fn consenting() -> World {
    let world = World::start().await;
    choosing(&world.platform);
    for (path, data) in state("AA_REQUIRED", &json!("COMPLETE_AA"), &json!(OFFER), 2) {
        world.platform.has(&path, data);
    }
    world
}

/// The platform has these sessions for the offer, the newest first.
fn sessions(world: &World, list: &[(u8, &str)]) {
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

async fn go(world: &World, party: &str, time: u8) {
    let body = json!({ "party": party, "offerID": OFFER });
    let key = format!("{KEY}{time}");
    let answer = world.post(&api("/handoffs"), &key, &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

/// Goes to give a consent under a new session; the way back it was given.
async fn go_for_consent(world: &World, number: u8) -> String {
    let id = consent(number);
    let created = json!({ "aaSessionID": id, "offerID": OFFER, "state": "REDIRECT_READY" });
    world
        .platform
        .replies(&journey_path("/aa/sessions"), created);
    again(world, number, number).await;
    let mut calls = world.platform.calls().into_iter().rev();
    let made = calls
        .find(|call| call.method == "POST" && call.path.ends_with("/aa/sessions"))
        .unwrap();
    let back = made.body.get("returnURL").unwrap().as_str().unwrap();
    back.split_once("http://localhost:1").unwrap().1.to_owned()
}

/// Goes again under the session that is there.
async fn again(world: &World, number: u8, time: u8) {
    let id = consent(number);
    let redirect = json!({ "aaSessionID": id, "redirectURL": "https://provider.example/aa" });
    let path = journey_path(&format!("/aa/sessions/{id}/redirect"));
    world.platform.replies(&path, redirect);
    go(world, "aa", time).await;
}

fn standing(view: &JourneyView) -> Option<(Party, HandoffState)> {
    let handoff = view.handoff.as_ref()?;
    Some((handoff.party, handoff.state))
}

async fn returned(world: &World, party: &str, time: u8) -> JourneyView {
    let path = api(&format!("/handoffs/{party}/returned"));
    let key = format!("{KEY}{time}");
    world.post(&path, &key, &json!({})).await.view()
}

fn told(world: &World) -> Vec<String> {
    let calls = world.platform.calls().into_iter();
    calls
        .filter(|call| call.path.ends_with("/complete"))
        .map(|call| call.path)
        .collect()
}

const AWAY: Option<(Party, HandoffState)> = Some((Party::Aa, HandoffState::Away));
const BACK: Option<(Party, HandoffState)> = Some((Party::Aa, HandoffState::Settling));

#[tokio::test]
async fn a_return_leads_to_the_page_that_tells_the_platform_once() {
    let world = consenting().await;
    let back = go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    assert_eq!(standing(&world.view().await), AWAY);
    // Reloaded or bookmarked, the way back leads to the same page.
    for _ in 0..3 {
        let arrival = world.arrive(&back).await;
        assert_eq!(arrival.status, 303);
        assert_eq!(arrival.location.as_deref(), Some("/back/aa"));
    }
    assert!(told(&world).is_empty(), "a return alone tells nobody");
    assert_eq!(standing(&returned(&world, "aa", 5).await), BACK);
    sessions(&world, &[(1, "USER_RETURNED")]);
    returned(&world, "aa", 6).await;
    returned(&world, "aa", 6).await;
    assert_eq!(told(&world).len(), 1);
}

#[tokio::test]
async fn a_return_that_is_forged_or_of_an_older_session_changes_nothing() {
    let world = consenting().await;
    let old = go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "FAILED")]);
    let newer = go_for_consent(&world, 2).await;
    sessions(&world, &[(2, "REDIRECT_READY"), (1, "FAILED")]);
    let long = format!("/return/aa?state={}", "x".repeat(5_000));
    for path in [
        "/return/aa?state=forged&status=S",
        "/return/aa?state=%00",
        &old,
        &long,
    ] {
        let arrival = world.arrive(path).await;
        assert_eq!(
            (arrival.status, arrival.location.as_deref()),
            (303, Some("/"))
        );
        assert_eq!(standing(&world.view().await), AWAY, "{path}");
    }
    assert!(told(&world).is_empty());
    let arrival = world.arrive(&newer).await;
    assert_eq!(arrival.location.as_deref(), Some("/back/aa"));
    assert_eq!(standing(&returned(&world, "aa", 5).await), BACK);
    assert!(told(&world).iter().all(|path| path.contains(&consent(2))));
}

#[tokio::test]
async fn a_second_way_to_the_same_session_comes_back_by_the_first() {
    let world = consenting().await;
    let back = go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    again(&world, 1, 2).await;
    let arrival = world.arrive(&back).await;
    assert_eq!(arrival.location.as_deref(), Some("/back/aa"));
    assert_eq!(standing(&returned(&world, "aa", 5).await), BACK);
}

#[tokio::test]
async fn a_return_without_a_state_works_and_an_expired_one_does_not() {
    let world = consenting().await;
    let back = go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    let mut store = world.store().await;
    sqlx::query("UPDATE handoff SET expires_at = 1")
        .execute(&mut store)
        .await
        .unwrap();
    let arrival = world.arrive(&back).await;
    assert_eq!(arrival.location.as_deref(), Some("/"));
    let arrival = world.arrive("/return/aa").await;
    assert_eq!(arrival.location.as_deref(), Some("/back/aa"));
    assert_eq!(standing(&returned(&world, "aa", 5).await), BACK);
}

#[tokio::test]
async fn what_one_borrower_says_of_another_ones_journey_changes_nothing() {
    let world = consenting().await;
    go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    world.sign_in("somebody-else", "another").await;
    let path = api("/handoffs/aa/returned");
    let empty = json!({});
    let body = Some(("99999999-9999-4999-8999-999999999999", &empty));
    world.ask(Method::POST, &path, "somebody-else", body).await;
    assert_eq!(standing(&world.view().await), AWAY);
    assert!(told(&world).is_empty());
    let nobody = world.ask(Method::POST, &path, "unknown", body).await;
    assert_eq!(nobody.status, 401);
}

#[tokio::test]
async fn a_late_return_does_not_disturb_the_step_that_has_moved_on() {
    let world = World::start().await;
    checking(&world.platform);
    go(&world, "kyc", 1).await;
    let away = Some((Party::Kyc, HandoffState::Away));
    assert_eq!(standing(&world.view().await), away);
    // Declined there; the first handoff is history, and the borrower is sent again.
    let failed = kyc("FAILURE", "REDIRECT", 4);
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    world.platform.has(&path, failed);
    world
        .platform
        .has(&steps_path(), steps("FAILURE", "REDIRECT", 4));
    assert_eq!(standing(&world.view().await), None);
    go(&world, "kyc", 2).await;
    // The first tab comes back now. The platform is asked, and says what it said.
    let arrival = world
        .arrive("/return/kyc?status=success&state=theirs")
        .await;
    assert_eq!(arrival.location.as_deref(), Some("/back/kyc"));
    let view = returned(&world, "kyc", 5).await;
    assert_eq!(flow::name(&view), "waiting.return.kyc");
    let until = view.pace.until.unwrap() - jiff::Timestamp::now().as_millisecond();
    assert!((50_000..=60_000).contains(&until), "{until}");
    world
        .platform
        .has(&steps_path(), steps("IN_PROGRESS", "AWAIT_CALLBACK", 6));
    assert_eq!(flow::name(&world.view().await), "waiting.kyc");
}

#[tokio::test]
async fn a_step_that_opens_anew_just_as_it_was_has_not_been_left_for_yet() {
    let world = World::start().await;
    checking(&world.platform);
    go(&world, "kyc", 1).await;
    assert_eq!(
        flow::name(&returned(&world, "kyc", 5).await),
        "waiting.return.kyc"
    );
    world
        .platform
        .has(&steps_path(), steps("IN_PROGRESS", "AWAIT_CALLBACK", 3));
    assert_eq!(flow::name(&world.view().await), "waiting.kyc");
    world
        .platform
        .has(&steps_path(), steps("READY", "REDIRECT", 2));
    assert_eq!(flow::name(&world.view().await), "leave.kyc.first");
    go(&world, "kyc", 2).await;
    assert_eq!(flow::name(&world.view().await), "leave.kyc.away");
}
