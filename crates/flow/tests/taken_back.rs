//! A consent that was withdrawn, over every combination of what the platform can say.

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod rows;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::app::{ConsentKind, JourneyView, Standing};
use contract::platform::status::JourneyStatus;
use flow::{Resource, Screen, needs, open_offers, rejected_stage, screen, withdrawn};
use rows::{each_row, each_row_with_work_going_on};

const TAKEN_BACK: Standing = Standing {
    kind: ConsentKind::Lenders,
    offer_id: None,
    given: false,
};

/// The screen as it is with the consent withdrawn.
fn stopped(view: &mut JourneyView) -> Screen {
    view.consents.push(TAKEN_BACK);
    let shown = screen(view);
    view.consents.clear();
    shown
}

#[test]
fn withdrawing_stops_what_runs_and_changes_nothing_else() {
    let mut stops = 0_u64;
    let mut check = |view: &mut JourneyView| {
        let goes_on = screen(view);
        let shown = stopped(view);
        if shown != Screen::ConsentWithdrawn {
            assert_eq!(shown, goes_on, "{view:?}");
            return;
        }
        stops += 1;
        let status = view.journey.as_ref().map(|journey| journey.status);
        let over = matches!(goes_on, Screen::Ended(_) | Screen::Disbursed);
        assert!(!over && goes_on != Screen::Profile, "{view:?}");
        assert_ne!(status, Some(JourneyStatus::LenderProcessing), "{view:?}");
    };
    each_row(&mut check);
    each_row_with_work_going_on(&mut check);
    assert!(stops > 100_000);
}

#[test]
fn whoever_withdraws_can_give_up_whatever_could_be_given_up_before() {
    let check = |view: &mut JourneyView| {
        let before = (rejected_stage(view), open_offers(view));
        view.consents.push(TAKEN_BACK);
        assert_eq!(
            (rejected_stage(view), open_offers(view)),
            before,
            "{view:?}"
        );
        view.consents.clear();
    };
    each_row(check);
}

#[test]
fn that_it_stops_depends_on_nothing_that_the_view_need_not_hold() {
    each_row(|view| {
        let shown = stopped(view);
        let held = view.journey.as_ref().is_some_and(|it| {
            needs(it.status, it.next_action)
                .all
                .contains(&Resource::Steps)
        });
        if !held {
            let steps = view.steps.take();
            assert_eq!(stopped(view), shown, "{view:?}");
            view.steps = steps;
        }
    });
}

#[test]
fn only_the_consents_an_application_is_sent_by_stop_it() {
    for (kind, given, stops) in [
        (ConsentKind::Bureau, false, true),
        (ConsentKind::Lenders, false, true),
        (ConsentKind::Bureau, true, false),
        (ConsentKind::Aa, false, false),
        (ConsentKind::Kfs, false, false),
        (ConsentKind::Unknown, false, false),
    ] {
        let standing = Standing {
            kind,
            offer_id: None,
            given,
        };
        assert_eq!(withdrawn(&[standing]), stops, "{kind:?} {given}");
    }
}
