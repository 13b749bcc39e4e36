//! Coming back from a provider: late, twice, forged, or as somebody else.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::{HandoffState, Party};
use reqwest::Method;
use serde_json::json;
use stand_in::handoffs::{
    AWAY, BACK, again, consent, consenting, earlier, go, go_for_consent, returned, sessions,
    standing, told,
};
use stand_in::loan::{OFFER, api, checking, journey_path, kyc, steps, steps_path};
use stand_in::{Fault, World};

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
    let complete = format!("/aa/sessions/{}/complete", consent(2));
    assert_eq!(told(&world), [journey_path(&complete)]);
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
async fn who_goes_once_more_after_coming_back_comes_back_from_there() {
    let world = World::start().await;
    checking(&world.platform);
    go(&world, "kyc", 1).await;
    returned(&world, "kyc", 2).await;
    earlier(&world, 5).await;
    go(&world, "kyc", 3).await;
    assert_eq!(flow::name(&world.view().await), "leave.kyc.away");
    let view = returned(&world, "kyc", 4).await;
    assert_eq!(flow::name(&view), "waiting.return.kyc");
}

#[tokio::test]
async fn an_old_view_says_nothing_about_who_has_left_since() {
    let world = World::start().await;
    checking(&world.platform);
    assert_eq!(flow::name(&world.view().await), "leave.kyc.first");
    // It has failed meanwhile, which the way there has seen and the view has not.
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    world.platform.has(&path, kyc("FAILURE", "REDIRECT", 4));
    world
        .platform
        .has(&steps_path(), steps("FAILURE", "REDIRECT", 4));
    go(&world, "kyc", 1).await;
    world.platform.breaks("GET ", 9, Fault::Limited(Some(45)));
    assert!(world.view().await.pace.read_at.is_some());
    world.platform.heals();
    assert_eq!(flow::name(&world.view().await), "leave.kyc.away");
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
