//! What the platform may answer, and what the borrower then sees.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

mod stand_in;

use contract::app::{JourneyView, ProblemCode};
use flow::name;
use serde_json::json;
use stand_in::loan::{
    JOURNEY, OFFER, OTHER, at, checking, choosing, chosen, journey_path, state, steps, steps_path,
};
use stand_in::{Fault, World};

/// The state has moved on to the identity check; the reads that a whole composition takes.
async fn moved() -> (World, Vec<String>) {
    let world = World::start().await;
    choosing(&world.platform);
    assert_eq!(name(&world.view().await), "offers");
    for (path, data) in chosen() {
        world.platform.has(&path, data);
    }
    let reads = vec![
        format!("GET {}", journey_path("/state")),
        format!("GET {}", steps_path()),
        format!("GET {}", journey_path(&format!("/offers/{OFFER}"))),
        // Last, since the others begin with it.
        format!("GET {}", journey_path("")),
    ];
    (world, reads)
}

fn consistent(view: &JourneyView) {
    let journey = view.journey.as_ref().unwrap();
    if name(view) == "offers" {
        assert!(journey.selected_offer.is_none() && view.offers.is_some());
        return;
    }
    assert_eq!(name(view), "leave.kyc.first", "a mixture");
    assert!(journey.selected_offer.is_some() && view.steps.is_some());
    let offer = view.offer.as_ref().unwrap();
    assert_eq!(offer.amount_principal, Some("240000".into()));
}

#[tokio::test]
async fn a_read_that_breaks_half_way_leaves_no_mixture_and_the_next_poll_is_right() {
    for at in 0..4 {
        for fault in [
            Fault::Down,
            Fault::Limited(Some(30)),
            Fault::Text("<!doctype html><h1>Bad gateway</h1>"),
            Fault::Text("{\"data\": {"),
            Fault::Lost,
        ] {
            let (world, reads) = moved().await;
            // Twice: the one more try of a blip fails as well.
            world.platform.breaks(&reads[at], 2, fault.clone());
            let answer = world.get("/api/view").await;
            if answer.status == 200 {
                consistent(&answer.view());
            } else {
                assert!(answer.problem().retryable, "{fault:?} {answer:?}");
            }
            world.platform.heals();
            let view = world.view().await;
            assert_eq!(name(&view), "leave.kyc.first", "{} {fault:?}", reads[at]);
            consistent(&view);
        }
    }
}

#[tokio::test]
async fn a_single_blip_is_never_seen() {
    for at in 0..4 {
        for fault in [Fault::Down, Fault::Limited(Some(1)), Fault::Text("{")] {
            let (world, reads) = moved().await;
            world.platform.breaks(&reads[at], 1, fault);
            assert_eq!(name(&world.view().await), "leave.kyc.first");
        }
    }
}

#[tokio::test]
async fn what_a_platform_in_trouble_answers_is_a_problem_that_says_when_to_try_again() {
    for (fault, code, after) in [
        (Fault::Down, ProblemCode::PlatformUnavailable, "5"),
        (
            Fault::Text("<h1>x</h1>"),
            ProblemCode::PlatformUnavailable,
            "5",
        ),
        (
            Fault::Text("{\"data\":"),
            ProblemCode::PlatformUnavailable,
            "5",
        ),
        (Fault::Text("[]"), ProblemCode::PlatformUnavailable, "5"),
        (
            Fault::Text("{\"error\": 7, \"data\": {}}"),
            ProblemCode::PlatformUnavailable,
            "5",
        ),
        (Fault::Limited(None), ProblemCode::TooManyRequests, "5"),
        (Fault::Limited(Some(17)), ProblemCode::TooManyRequests, "17"),
        (Fault::Refused(418, "TEAPOT"), ProblemCode::StateChanged, ""),
    ] {
        let world = World::start().await;
        world.platform.breaks("GET ", 9, fault.clone());
        let answer = world.get("/api/view").await;
        assert_eq!(answer.problem().code, code, "{fault:?}");
        let told = answer.retry_after.clone().unwrap_or_default();
        assert_eq!(told, after, "{fault:?}");
    }
}

#[tokio::test]
async fn while_the_platform_counts_calls_the_last_view_is_shown_with_its_age_and_asked_for_less() {
    let world = World::start().await;
    for (path, data) in state("LENDER_PROCESSING", &json!(null), &json!(OFFER), 3) {
        world.platform.has(&path, data);
    }
    let offer = stand_in::loan::offer(OFFER, "240000");
    world
        .platform
        .has(&journey_path(&format!("/offers/{OFFER}")), offer);
    world
        .platform
        .has(&steps_path(), steps("SUCCESS", "NONE", 3));
    let before = world.view().await;
    assert_eq!(
        (name(&before).as_str(), before.pace.read_at),
        ("waiting.lender", None)
    );
    world.platform.breaks("GET ", 99, Fault::Limited(Some(45)));
    let shown = world.view().await;
    assert_eq!(name(&shown), "waiting.lender");
    assert_eq!(shown.pace.after_ms, 45_000);
    assert!(shown.pace.read_at.is_some());
    assert_eq!(shown.journey, before.journey);
    // Nothing is known of another journey: no view to fall back to.
    let other = world.get(&format!("/api/view?journey={OFFER}")).await;
    assert_eq!(other.problem().code, ProblemCode::TooManyRequests);
    world.platform.heals();
    assert_eq!(world.view().await.pace.read_at, None);
}

#[tokio::test]
async fn bad_rows_and_fields_are_left_out_and_the_rest_is_shown() {
    let world = World::start().await;
    choosing(&world.platform);
    let good = stand_in::loan::offer(OFFER, "250000");
    let rows = json!({ "items": [
        { "lenderName": "without a name" }, null, "row", good,
        { "offerID": 7, "lenderName": "numbered" },
    ], "total": "many", "later": {} });
    world.platform.has(&journey_path("/offers"), rows);
    world.platform.has(
        &journey_path("/aa/sessions"),
        json!([null, { "state": "REQUIRED" }]),
    );
    let view = world.view().await;
    assert_eq!(name(&view), "offers");
    assert_eq!(view.offers.unwrap().len(), 1);

    let world = World::start().await;
    checking(&world.platform);
    for kyc in [
        json!({ "status": "READY", "actionRequired": "REDIRECT", "diagnostics": "AP23" }),
        json!({ "status": "READY", "actionRequired": "REDIRECT", "resource": 5 }),
    ] {
        world.platform.has(
            &steps_path(),
            json!({ "kyc": kyc, "eMandate": null, "disbursal": [] }),
        );
        assert_eq!(name(&world.view().await), "leave.kyc.first");
    }
}

#[tokio::test]
async fn an_offer_that_is_withdrawn_leaves_the_others_to_choose_from() {
    for (status, code) in [
        (404, "RESOURCE_NOT_FOUND"),
        (409, "STATE_PRECONDITION_FAILED"),
    ] {
        let world = World::start().await;
        choosing(&world.platform);
        let detail = format!("GET {}", journey_path(&format!("/offers/{OFFER}")));
        world
            .platform
            .breaks(&detail, 9, Fault::Refused(status, code));
        let view = world.view().await;
        assert_eq!(name(&view), "offers");
        assert_eq!(view.offers.unwrap().len(), 2, "{code}");
    }
}

#[tokio::test]
async fn what_was_read_for_somebody_who_left_is_there_for_who_asks_next() {
    let world = World::start().await;
    choosing(&world.platform);
    let detail = format!("GET {}", journey_path(&format!("/offers/{OTHER}")));
    world.platform.breaks(&detail, 1, Fault::Slow(1_000));
    tokio::select! {
        answer = world.get("/api/view") => panic!("{answer:?}"),
        () = world.platform.hears(OTHER) => {}
    }
    let reads = |world: &World| world.platform.calls().len();
    world.view().await;
    let before = reads(&world);
    world.platform.forget_calls();
    world.view().await;
    assert_eq!(reads(&world), 2);
    // The whole once, with a session and a list before it; then the state and what is watched.
    assert_eq!(before, 10 + 2);
}

#[tokio::test]
async fn words_of_tomorrow_are_a_calm_page() {
    let world = World::start().await;
    for (path, data) in state("SOMEWHERE_NEW", &json!("DO_WHAT"), &json!(null), 1) {
        world.platform.has(&path, data);
    }
    let view = world.view().await;
    assert_eq!(name(&view), "unknown");
    assert!(view.pace.after_ms > 0);
}

#[tokio::test]
async fn waiting_has_an_end_that_does_not_move_while_nothing_does() {
    let world = World::start().await;
    checking(&world.platform);
    let minute = 2;
    let waits = steps("IN_PROGRESS", "AWAIT_CALLBACK", minute);
    world.platform.has(&steps_path(), waits);
    let view = world.view().await;
    assert_eq!(name(&view), "waiting.kyc");
    let stands: jiff::Timestamp = at(minute).parse().unwrap();
    let until = stands.as_millisecond()
        + flow::patience(flow::Waiting::Step(
            contract::platform::status::StepKey::Kyc,
        ));
    assert_eq!(view.pace.until, Some(until));
    assert_eq!(world.view().await.pace.until, Some(until));
    assert_eq!(view.journey.unwrap().id.to_string(), JOURNEY);
    // The step has moved since, and the journey's state has not.
    let waits = steps("IN_PROGRESS", "AWAIT_CALLBACK", 7);
    world.platform.has(&steps_path(), waits);
    let later = until + 5 * 60_000;
    assert_eq!(world.view().await.pace.until, Some(later));
    assert_eq!(world.view().await.pace.until, Some(later));
}
