//! Every combination of what the platform and the BFF can say: each has a screen, and the screen
//! is one that may be shown.

mod rows;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::OfferId;
use contract::app::{Journey, JourneyView, Party};
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, NextAction, OperationKind, StepKey, StepStatus,
};
use flow::{Ending, Resource, Screen, Waiting, needs, pace, screen};
use rows::{
    each_row, each_row_with_a_consent_taken_back, each_row_with_a_payout, each_row_with_a_reason,
    each_row_with_work_going_on,
};

#[expect(clippy::unwrap_used, reason = "every row has a journey")]
fn journey(view: &JourneyView) -> &Journey {
    view.journey.as_ref().unwrap()
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the size of the table is worth knowing"
)]
fn every_combination_has_one_screen_and_one_pace() {
    let mut screens = 0_u64;
    let mut check = |view: &mut JourneyView| {
        let shown = screen(view);
        let waits = matches!(shown, Screen::Waiting(_) | Screen::Unknown);
        let form = matches!(
            shown,
            Screen::Profile
                | Screen::LoanAmount(_)
                | Screen::BankAccount(..)
                | Screen::FormElsewhere(_)
        );
        for quiet_ms in [-1, 0, i64::MAX] {
            let pace = pace(&shown, quiet_ms, true);
            assert!(!waits || pace > 0, "{shown:?} would never be read again");
            assert!(
                !form || pace == 0,
                "{shown:?} would be taken away while it is filled in"
            );
        }
        screens += 1;
    };
    each_row(&mut check);
    each_row_with_work_going_on(&mut check);
    each_row_with_a_reason(&mut check);
    each_row_with_a_consent_taken_back(&mut check);
    each_row_with_a_payout(&mut check);
    println!("{screens} combinations");
    assert!(screens > 1_000_000);
}

#[test]
fn the_end_of_a_journey_outranks_everything_else() {
    let check = |view: &mut JourneyView| {
        let shown = screen(view);
        let ended = match journey(view).status {
            JourneyStatus::Disbursed => Some(Screen::Disbursed),
            JourneyStatus::Rejected => Some(Screen::Ended(Ending::Rejected)),
            JourneyStatus::Expired => Some(Screen::Ended(Ending::Expired)),
            JourneyStatus::Closed => Some(Screen::Ended(Ending::Closed)),
            _ => None,
        };
        match ended {
            Some(end) => assert_eq!(shown, end),
            None => assert!(!matches!(shown, Screen::Ended(_) | Screen::Disbursed)),
        }
    };
    each_row(check);
    each_row_with_work_going_on(check);
}

/// The consent of this offer is asked for: by the journey, or by the lender's card.
fn consent_wanted(view: &JourneyView, id: OfferId) -> bool {
    let journey = journey(view);
    let asked = match journey.next_action {
        Some(NextAction::CompleteAa) => true,
        Some(NextAction::CompleteStep) => journey.status == JourneyStatus::AaRequired,
        _ => false,
    };
    let mut cards = view.offers.iter().flatten().chain(&view.offer);
    asked || cards.any(|offer| offer.offer_id == id && offer.aa.required)
}

fn redirect_wanted(view: &JourneyView, party: Party) -> bool {
    let steps = view.steps.as_ref();
    let step = steps
        .zip(party.step())
        .and_then(|(steps, key)| steps.get(key));
    step.is_some_and(|step| step.action_required == ActionRequired::Redirect)
}

#[test]
fn nobody_is_sent_away_unasked() {
    each_row(|view| {
        if let Screen::Leave { party, offer, .. } = screen(view) {
            let wanted = match party {
                Party::Aa => consent_wanted(view, offer),
                _ => redirect_wanted(view, party),
            };
            assert!(wanted, "{party:?} {view:?}");
            let ours = [journey(view).selected_offer, view.focus];
            let card = view
                .offers
                .iter()
                .flatten()
                .any(|card| card.offer_id == offer);
            assert!(card || ours.contains(&Some(offer)), "{view:?}");
        }
    });
}

/// What the view says that this version cannot know how to show.
fn puzzling(view: &JourneyView) -> bool {
    let journey = journey(view);
    let sessions = view.aa.iter().map(|session| session.state);
    let cards = view.offers.iter().flatten().chain(&view.offer);
    let odd_consent = sessions
        .chain(cards.map(|offer| offer.aa.state))
        .any(|state| state == AaState::Unknown);
    let odd_step = view.steps.as_ref().is_none_or(|steps| {
        StepKey::ALL
            .iter()
            .filter_map(|key| steps.get(*key))
            .any(|step| {
                step.action_required == ActionRequired::Unknown
                    || step.status == StepStatus::Unknown
            })
    });
    match journey.next_action {
        Some(NextAction::Unknown) => true,
        Some(NextAction::FillProfile) => false,
        Some(NextAction::WaitForOffers | NextAction::ViewOffers | NextAction::CompleteAa) => {
            odd_consent
        }
        Some(NextAction::CompleteStep) => {
            let no_offer = journey.selected_offer.or(view.focus).is_none();
            match journey.status {
                JourneyStatus::AaRequired => no_offer || odd_consent,
                status => no_offer || odd_step || status == JourneyStatus::Unknown,
            }
        }
        None => match journey.status {
            JourneyStatus::OffersAvailable => odd_consent,
            status => status == JourneyStatus::Unknown,
        },
    }
}

#[test]
fn only_what_is_unknown_or_missing_is_shown_as_unknown() {
    each_row(|view| {
        assert!(
            screen(view) != Screen::Unknown || puzzling(view),
            "{view:?}"
        );
    });
}

#[test]
fn a_form_that_was_sent_is_hidden_until_the_state_moves() {
    each_row_with_work_going_on(|view| {
        let shown = screen(view);
        let going_on = |kind| {
            view.pending
                .as_ref()
                .is_some_and(|pending| pending.kind == kind)
                || journey(view).pending_operations.contains(&kind)
        };
        let hidden = match shown {
            Screen::Profile => going_on(OperationKind::ProfileSubmission),
            Screen::LoanAmount(_) => going_on(OperationKind::OfferConfirmation),
            Screen::BankAccount(..) => going_on(OperationKind::BankMandateVerification),
            Screen::Offers | Screen::Offer(_) => view
                .pending
                .as_ref()
                .is_some_and(|pending| pending.kind == OperationKind::SelectDispatch),
            _ => false,
        };
        assert!(!hidden, "{shown:?} {view:?}");
    });
}

/// The view without what it need not hold.
fn pruned(view: &mut JourneyView, keep: &[Resource]) -> Screen {
    let kept = |resource| keep.contains(&resource);
    let offers = (!kept(Resource::Offers)).then(|| view.offers.take());
    let offer = (!kept(Resource::Offer)).then(|| view.offer.take());
    let steps = (!kept(Resource::Steps)).then(|| view.steps.take());
    let aa = (!kept(Resource::AaSessions)).then(|| view.aa.take());
    let shown = screen(view);
    if let Some(offers) = offers {
        view.offers = offers;
    }
    if let Some(offer) = offer {
        view.offer = offer;
    }
    if let Some(steps) = steps {
        view.steps = steps;
    }
    if let Some(aa) = aa {
        view.aa = aa;
    }
    shown
}

#[test]
fn a_screen_depends_on_nothing_that_the_view_need_not_hold() {
    each_row(|view| {
        let (status, next) = (journey(view).status, journey(view).next_action);
        let shown = screen(view);
        let without = pruned(view, needs(status, next).all);
        assert_eq!(without, shown, "{view:?}");
    });
}

/// What a screen is drawn from, apart from the journey's state; any of these will do.
fn drawn_from(screen: Screen) -> &'static [Resource] {
    match screen {
        Screen::Profile => &[Resource::Profile],
        Screen::Offers | Screen::Waiting(Waiting::Offers) => &[Resource::Offers],
        Screen::Offer(_)
        | Screen::LoanAmount(_)
        | Screen::Disbursed
        | Screen::Waiting(Waiting::Appraisal) => &[Resource::Offer],
        Screen::Leave {
            party: Party::Aa, ..
        } => &[Resource::Offer, Resource::Offers],
        Screen::Leave { .. }
        | Screen::BankAccount(..)
        | Screen::FormElsewhere(_)
        | Screen::StepFailed(..)
        | Screen::Waiting(Waiting::Step(_) | Waiting::Lender) => &[Resource::Steps],
        Screen::Waiting(Waiting::Return(Party::Aa)) => &[Resource::Offers],
        Screen::Waiting(Waiting::Return(_)) => &[Resource::Steps],
        Screen::Start
        | Screen::ConsentWithdrawn
        | Screen::Waiting(Waiting::Sending | Waiting::Selecting | Waiting::Aa)
        | Screen::Ended(_)
        | Screen::Unknown => &[],
    }
}

#[test]
fn a_view_holds_what_its_screen_is_drawn_from() {
    each_row(|view| {
        let needs = needs(journey(view).status, journey(view).next_action);
        let from = drawn_from(screen(view));
        let held = from.iter().any(|resource| needs.all.contains(resource));
        assert!(from.is_empty() || held, "{view:?}");
    });
}

#[test]
fn what_a_screen_waits_for_is_read_at_every_poll() {
    each_row(|view| {
        let watched = needs(journey(view).status, journey(view).next_action).watched;
        let shown = screen(view);
        let enough = match shown {
            Screen::Waiting(Waiting::Return(party)) if party != Party::Aa => {
                watched == Some(Resource::Steps)
            }
            Screen::StepFailed(..)
            | Screen::Waiting(Waiting::Step(_) | Waiting::Lender | Waiting::Appraisal) => {
                watched == Some(Resource::Steps)
            }
            // The lender's card says how its consent stands.
            Screen::Waiting(Waiting::Aa | Waiting::Return(_))
            | Screen::Leave {
                party: Party::Aa, ..
            } => {
                matches!(watched, Some(Resource::AaSessions | Resource::Offers))
            }
            Screen::Offers => watched == Some(Resource::Offers),
            _ => true,
        };
        assert!(enough, "{shown:?} {view:?}");
    });
}
