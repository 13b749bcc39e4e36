//! A consent that was withdrawn, over every combination of what the platform can say.

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod rows;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::app::{ConsentKind, HandoffState, JourneyView, Party, Standing};
use contract::platform::status::{AaState, JourneyStatus, NextAction};
use flow::{
    Leave, Resource, Screen, Waiting, needs, open_offers, rejected_stage, screen, withdrawn,
    withheld,
};
use rows::{each_row, each_row_with_work_going_on};
use views::{RECEIVED, With as _, view};

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

#[test]
fn who_takes_back_the_consent_to_fetch_statements_is_asked_anew_and_waits_for_nothing() {
    for state in [
        AaState::Required,
        AaState::RedirectReady,
        AaState::InProgress,
        AaState::UserReturned,
        AaState::ApprovalDispatched,
        AaState::Reconciling,
        AaState::Confirmed,
        AaState::NotRequired,
        AaState::Failed,
        AaState::Expired,
    ] {
        for handoff in [None, Some(HandoffState::Away), Some(HandoffState::Settling)] {
            let mut view = view(JourneyStatus::AaRequired, Some(NextAction::CompleteAa))
                .lenders()
                .wanting_statements(RECEIVED, state)
                .session(RECEIVED, state);
            if let Some(handoff) = handoff {
                view = view.handoff(Party::Aa, RECEIVED, handoff);
            }
            let goes_on = screen(&view);
            let standing = |offer_id, given| Standing {
                kind: ConsentKind::Aa,
                offer_id: Some(offer_id),
                given,
            };
            view.consents = vec![standing(views::AWAITED, false), standing(RECEIVED, true)];
            assert_eq!(screen(&view), goes_on, "{state:?}: another offer's");
            view.consents = vec![standing(RECEIVED, false)];
            let shown = screen(&view);
            if matches!(state, AaState::Confirmed | AaState::NotRequired) {
                assert_eq!(shown, goes_on, "{state:?}: it is done");
                continue;
            }
            assert!(
                matches!(
                    shown,
                    Screen::Leave {
                        party: Party::Aa,
                        offer: RECEIVED,
                        ..
                    }
                ),
                "{state:?} {handoff:?}: {shown:?}"
            );
            assert!(
                !open_offers(&view).is_empty(),
                "{state:?}: it can be given up"
            );
        }
    }
}

#[test]
fn a_return_from_a_consent_that_was_taken_back_is_no_dead_end() {
    let mut view = view(JourneyStatus::AaRequired, Some(NextAction::CompleteAa))
        .lenders()
        .session(RECEIVED, AaState::UserReturned)
        .focus(RECEIVED);
    assert_eq!(screen(&view), Screen::Waiting(Waiting::Return(Party::Aa)));
    view = view.taken_back(ConsentKind::Aa);
    for standing in &mut view.consents {
        standing.offer_id = Some(RECEIVED);
    }
    let asked = Screen::Leave {
        party: Party::Aa,
        offer: RECEIVED,
        how: Leave::First,
    };
    assert_eq!(screen(&view), asked);
}

#[test]
fn statements_are_withheld_where_their_own_consent_or_one_to_send_was_taken_back() {
    let standing = |kind, offer_id, given| Standing {
        kind,
        offer_id,
        given,
    };
    let (this, other) = (Some(RECEIVED), Some(views::AWAITED));
    for (standing, expected) in [
        (standing(ConsentKind::Aa, this, false), true),
        (standing(ConsentKind::Aa, this, true), false),
        (standing(ConsentKind::Aa, other, false), false),
        (standing(ConsentKind::Lenders, None, false), true),
        (standing(ConsentKind::Kfs, this, false), false),
    ] {
        assert_eq!(withheld(&[standing], this), expected, "{standing:?}");
    }
    assert!(!withheld(&[], this));
}
