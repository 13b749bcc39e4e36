//! Giving a consent at an Account Aggregator while calls go astray.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::ProblemCode;
use serde_json::json;
use stand_in::Fault;
use stand_in::handoffs::{
    BACK, KEY, again, before_consenting, consent, consenting, earlier, go_for_consent, returned,
    sessions, standing, told, way_back,
};
use stand_in::loan::{OFFER, api, journey_path};

#[tokio::test]
async fn the_way_back_is_known_though_the_way_there_had_to_be_asked_for_again() {
    let world = consenting().await;
    let redirect = format!("/aa/sessions/{}/redirect", consent(1));
    let call = format!("POST {}", journey_path(&redirect));
    world.platform.breaks(&call, 2, Fault::Down);
    let created = json!({ "aaSessionID": consent(1), "offerID": OFFER, "state": "REQUIRED" });
    world
        .platform
        .replies(&journey_path("/aa/sessions"), created);
    let body = json!({ "party": "aa", "offerID": OFFER });
    let key = format!("{KEY}1");
    let answer = world.post(&api("/handoffs"), &key, &body).await;
    assert!(answer.problem().retryable);
    let back = go_for_consent(&world, 1).await;
    let calls = world.platform.calls().into_iter();
    let made: Vec<_> = calls
        .filter(|call| call.method == "POST" && call.path.ends_with("/aa/sessions"))
        .collect();
    let [first, second] = made.as_slice() else {
        panic!("{made:?}");
    };
    assert_eq!((&first.key, &first.body), (&second.key, &second.body));
    let arrival = world.arrive(&back).await;
    assert_eq!(arrival.location.as_deref(), Some("/back/aa"));

    // Or by another intent: the session is there, and keeps the address it was given.
    let world = consenting().await;
    world.platform.breaks(&call, 2, Fault::Down);
    let created = json!({ "aaSessionID": consent(1), "offerID": OFFER, "state": "REQUIRED" });
    world
        .platform
        .replies(&journey_path("/aa/sessions"), created);
    world.post(&api("/handoffs"), &key, &body).await.problem();
    sessions(&world, &[(1, "REQUIRED")]);
    again(&world, 1, 2).await;
    let arrival = world.arrive(&way_back(&world)).await;
    assert_eq!(arrival.location.as_deref(), Some("/back/aa"));
    assert_eq!(standing(&world.view().await), BACK);
}

#[tokio::test]
async fn the_platform_is_told_again_when_it_has_not_heard() {
    let world = consenting().await;
    go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    let complete = format!("/aa/sessions/{}/complete", consent(1));
    let call = format!("POST {}", journey_path(&complete));
    let path = api("/handoffs/aa/returned");
    let key = format!("{KEY}5");
    world.platform.breaks(&call, 2, Fault::Down);
    let answer = world.post(&path, &key, &json!({})).await;
    assert!(answer.problem().retryable);
    for known in ["STATE_PRECONDITION_FAILED", "ASYNC_OPERATION_PENDING"] {
        world.platform.breaks(&call, 1, Fault::Refused(409, known));
        assert_eq!(standing(&returned(&world, "aa", 5).await), BACK, "{known}");
    }
    assert_eq!(told(&world).len(), 4);
}

#[tokio::test]
async fn a_consent_is_reconciled_under_one_key_until_the_platform_has_heard() {
    let world = before_consenting().await;
    let mut card = stand_in::loan::offer(OFFER, "250000");
    let aa = json!({ "required": true, "state": "USER_RETURNED", "actionRequired": "RECONCILE" });
    card.as_object_mut().unwrap().insert("aa".into(), aa);
    world.platform.has(&journey_path("/offers"), json!([card]));
    sessions(&world, &[(1, "USER_RETURNED")]);
    let path = journey_path(&format!("/aa/sessions/{}/reconcile", consent(1)));
    world
        .platform
        .breaks(&format!("POST {path}"), 2, Fault::Down);
    for _ in 0..3 {
        world.view().await;
    }
    let calls = world.platform.calls().into_iter();
    let keys: Vec<_> = calls
        .filter(|call| call.path == path)
        .map(|call| call.key)
        .collect();
    let key = format!("reconcile-{}", consent(1));
    assert_eq!(keys, [Some(key.clone()), Some(key.clone()), Some(key)]);
}

#[tokio::test]
async fn a_consent_that_is_being_worked_on_is_not_asked_for_once_more() {
    let world = consenting().await;
    for state in [
        "USER_RETURNED",
        "APPROVAL_DISPATCHED",
        "RECONCILING",
        "CONFIRMED",
    ] {
        sessions(&world, &[(1, state)]);
        let body = json!({ "party": "aa", "offerID": OFFER });
        let answer = world.post(&api("/handoffs"), KEY, &body).await;
        assert_eq!(answer.problem().code, ProblemCode::StateChanged, "{state}");
    }
    let calls = world.platform.calls().into_iter();
    assert_eq!(
        calls
            .filter(|call| call.method == "POST" && call.path != "/sessions")
            .count(),
        0
    );
}

#[tokio::test]
async fn that_a_consent_came_to_nothing_is_said_once() {
    let world = consenting().await;
    go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "FAILED")]);
    let offer = OFFER.parse().ok();
    assert_eq!(returned(&world, "aa", 5).await.focus, offer);
    earlier(&world, 3_600).await;
    assert_eq!(returned(&world, "aa", 6).await.focus, None);
}
