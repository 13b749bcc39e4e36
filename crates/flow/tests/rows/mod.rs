//! The generated table: a view for every combination, visited one after another.

mod failures;

use contract::OfferId;
use contract::app::{ConsentKind, HandoffState, JourneyView, OpenHandoff, Party, PendingOperation};
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, NextAction, OfferCardStatus, OperationKind, StepKey,
    StepStatus,
};

#[allow(unused_imports, reason = "not every test of this folder visits them")]
pub(crate) use failures::each_row_with_a_reason;

use crate::views::{AWAITED, RECEIVED, With, closed, offer, session, step_mut, view};

/// Every known word, and what a word of tomorrow becomes.
fn with_unknown<T: Copy>(all: &[T], unknown: T) -> Vec<T> {
    all.iter().copied().chain([unknown]).collect()
}

fn statuses() -> Vec<JourneyStatus> {
    with_unknown(JourneyStatus::ALL, JourneyStatus::Unknown)
}

fn next_actions() -> Vec<Option<NextAction>> {
    let words = with_unknown(NextAction::ALL, NextAction::Unknown);
    words.into_iter().map(Some).chain([None]).collect()
}

/// The step a status names; for the others each in turn.
fn keys(status: JourneyStatus, next: Option<NextAction>) -> &'static [StepKey] {
    match status {
        JourneyStatus::KycPending => &[StepKey::Kyc],
        JourneyStatus::BankMandatePending => &[StepKey::BankMandate],
        JourneyStatus::EMandatePending => &[StepKey::EMandate],
        JourneyStatus::LoanAgreementPending => &[StepKey::LoanAgreement],
        JourneyStatus::LenderProcessing => &[StepKey::Disbursal],
        _ if next == Some(NextAction::CompleteStep) => StepKey::ALL,
        _ => &[StepKey::Kyc],
    }
}

/// The steps could not be read, or one of them stands like this.
fn step_states() -> Vec<Option<(StepStatus, ActionRequired)>> {
    let mut all = vec![None];
    for status in with_unknown(StepStatus::ALL, StepStatus::Unknown) {
        for action in with_unknown(ActionRequired::ALL, ActionRequired::Unknown) {
            all.push(Some((status, action)));
        }
    }
    all
}

/// No lender wants statements; or one does, and has a session or only its card.
fn consents() -> Vec<Option<(AaState, bool)>> {
    let states = with_unknown(AaState::ALL, AaState::Unknown);
    let both = |state| [Some((state, true)), Some((state, false))];
    states.into_iter().flat_map(both).chain([None]).collect()
}

fn handoffs() -> Vec<Option<HandoffState>> {
    let states = with_unknown(HandoffState::ALL, HandoffState::Unknown);
    states.into_iter().map(Some).chain([None]).collect()
}

/// The chosen offer, and the one looked at.
const OFFERS: [(Option<OfferId>, Option<OfferId>); 5] = [
    (None, None),
    (None, Some(RECEIVED)),
    (None, Some(AWAITED)),
    (Some(RECEIVED), None),
    (Some(RECEIVED), Some(AWAITED)),
];

fn party(next: Option<NextAction>, key: StepKey) -> Party {
    match key {
        _ if next != Some(NextAction::CompleteStep) => Party::Aa,
        StepKey::Kyc => Party::Kyc,
        StepKey::EMandate => Party::EMandate,
        StepKey::LoanAgreement => Party::LoanAgreement,
        _ => Party::Aa,
    }
}

fn lay_step(view: &mut JourneyView, key: StepKey, state: Option<(StepStatus, ActionRequired)>) {
    view.steps = state.map(|(status, action)| {
        let mut steps = closed();
        if let Some(step) = step_mut(&mut steps, key) {
            step.status = status;
            step.action_required = action;
        }
        steps
    });
}

fn lay_consent(view: &mut JourneyView, about: OfferId, consent: Option<(AaState, bool)>) {
    let cards = view.offers.iter_mut().flatten().chain(&mut view.offer);
    for card in cards {
        card.aa.required = consent.is_some() && card.offer_id == about;
        card.aa.state = match consent {
            Some((state, _)) if card.aa.required => state,
            _ => AaState::NotRequired,
        };
    }
    view.aa = match consent {
        Some((state, true)) => Some(session(about, state)),
        _ => None,
    };
}

/// A row for every status, next action, step state, consent, handoff, choice and focus.
pub(crate) fn each_row(mut visit: impl FnMut(&mut JourneyView)) {
    for status in statuses() {
        for next in next_actions() {
            for key in keys(status, next) {
                each_row_of(status, next, *key, &mut visit);
            }
        }
    }
}

fn each_row_of(
    status: JourneyStatus,
    next: Option<NextAction>,
    key: StepKey,
    visit: &mut impl FnMut(&mut JourneyView),
) {
    let mut view = view(status, next).lenders();
    for (chosen, focus) in OFFERS {
        if let Some(journey) = &mut view.journey {
            journey.selected_offer = chosen;
        }
        view.focus = focus;
        let shown = focus.or(chosen);
        view.offer = shown.map(|id| offer(id, card_status(id)));
        for consent in consents() {
            let about = chosen.or(focus).unwrap_or(AWAITED);
            lay_consent(&mut view, about, consent);
            for step in step_states() {
                lay_step(&mut view, key, step);
                for state in handoffs() {
                    view.handoff = state.map(|state| OpenHandoff {
                        party: party(next, key),
                        offer_id: about,
                        state,
                    });
                    visit(&mut view);
                }
            }
        }
    }
}

fn card_status(id: OfferId) -> OfferCardStatus {
    if id == RECEIVED {
        OfferCardStatus::OfferReceived
    } else {
        OfferCardStatus::OfferAwaited
    }
}

/// A row for every status and every way a payout may stand.
pub(crate) fn each_row_with_a_payout(mut visit: impl FnMut(&mut JourneyView)) {
    for status in statuses() {
        for next in next_actions() {
            for paid in ["PAID", "NOT-PAID", "FAILED", ""] {
                visit(&mut view(status, next).chosen().paid_out(paid));
            }
        }
    }
}

/// A row for every status and next action, with a consent withdrawn that the application needs, and
/// the agreement open, being checked or signed.
pub(crate) fn each_row_with_a_consent_taken_back(mut visit: impl FnMut(&mut JourneyView)) {
    let agreements = [
        (StepStatus::Pending, ActionRequired::None),
        (StepStatus::Ready, ActionRequired::Redirect),
        (StepStatus::InProgress, ActionRequired::Wait),
        (StepStatus::Success, ActionRequired::None),
    ];
    for status in statuses() {
        for next in next_actions() {
            for kind in ConsentKind::TO_SUBMIT {
                visit(&mut view(status, next).lenders().taken_back(kind));
                for (step, action) in agreements {
                    let row = view(status, next).chosen().taken_back(kind);
                    visit(&mut row.step(StepKey::LoanAgreement, step, action));
                }
            }
        }
    }
}

/// A row for every status, next action and operation, accepted by us or listed by the platform,
/// with the form open that the operation came from.
pub(crate) fn each_row_with_work_going_on(mut visit: impl FnMut(&mut JourneyView)) {
    for status in statuses() {
        for next in next_actions() {
            for kind in with_unknown(OperationKind::ALL, OperationKind::Unknown) {
                for (chosen, focus) in OFFERS {
                    let mut row = view(status, next).lenders();
                    if chosen.is_some() {
                        row = row.chosen();
                    }
                    row.focus = focus;
                    let open = (StepStatus::Ready, ActionRequired::SubmitForm);
                    for step in [None, Some(open)] {
                        if let Some((status, action)) = step {
                            row = row.step(StepKey::BankMandate, status, action);
                        }
                        visit(&mut row.clone().listed(kind));
                        row.pending = Some(PendingOperation {
                            kind,
                            accepted_at: 0,
                        });
                        visit(&mut row);
                        row.pending = None;
                    }
                }
            }
        }
    }
}
