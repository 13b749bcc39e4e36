use contract::app::{HandoffState as H, Party};
use contract::platform::status::{
    AaState as Aa, ActionRequired as Do, JourneyStatus as S, NextAction as N, OperationKind as Op,
    StepKey as K, StepStatus as Is,
};
use flow::{Failure, Leave, Screen, Waiting};

use super::{Row, leave, wait};
use crate::views::{AWAITED, RECEIVED, With, view};

pub(super) fn selected() -> Vec<Row> {
    let chosen = || view(S::OfferSelected, Some(N::CompleteStep)).chosen();
    vec![
        (
            "chosen, nothing named",
            view(S::OfferSelected, None).chosen(),
            wait(Waiting::Selecting),
        ),
        (
            "the lender is told",
            chosen().listed(Op::SelectDispatch),
            wait(Waiting::Selecting),
        ),
        (
            "chosen, no step open",
            chosen(),
            Screen::LoanAmount(RECEIVED),
        ),
        (
            "amount sent",
            chosen().listed(Op::OfferConfirmation),
            wait(Waiting::Selecting),
        ),
        (
            "chosen, KYC open",
            chosen().step(K::Kyc, Is::Ready, Do::Redirect),
            leave(Party::Kyc, Leave::First),
        ),
        (
            "KYC done, the next step not open yet: the amount stands",
            chosen().step(K::Kyc, Is::Success, Do::None),
            wait(Waiting::Selecting),
        ),
        (
            "the action is ahead of the status",
            view(S::OffersAvailable, Some(N::CompleteStep)).chosen(),
            wait(Waiting::Selecting),
        ),
    ]
}

pub(super) fn consenting() -> Vec<Row> {
    let aa = || view(S::AaRequired, Some(N::CompleteAa)).chosen();
    // Chosen, and its card could not be read.
    let unread = || {
        let mut view = aa();
        view.offer = None;
        view
    };
    let at = |state| aa().session(RECEIVED, state);
    let gone = |state| at(Aa::Required).handoff(Party::Aa, RECEIVED, state);
    vec![
        (
            "consent wanted",
            at(Aa::Required),
            leave(Party::Aa, Leave::First),
        ),
        (
            "consent wanted, nothing begun",
            unread(),
            leave(Party::Aa, Leave::First),
        ),
        (
            "consent wanted as a step",
            view(S::AaRequired, Some(N::CompleteStep))
                .chosen()
                .session(RECEIVED, Aa::Required),
            leave(Party::Aa, Leave::First),
        ),
        (
            "consent, no action named",
            view(S::AaRequired, None).chosen(),
            wait(Waiting::Aa),
        ),
        (
            "link ready",
            at(Aa::RedirectReady),
            leave(Party::Aa, Leave::First),
        ),
        (
            "gone in this browser",
            gone(H::Away),
            leave(Party::Aa, Leave::Away),
        ),
        (
            "gone in another",
            at(Aa::InProgress),
            leave(Party::Aa, Leave::Away),
        ),
        (
            "just back",
            gone(H::Settling),
            wait(Waiting::Return(Party::Aa)),
        ),
        (
            "back and not done",
            gone(H::Unfinished),
            leave(Party::Aa, Leave::Unfinished),
        ),
        (
            "gone for another lender",
            at(Aa::Required).handoff(Party::Aa, AWAITED, H::Away),
            leave(Party::Aa, Leave::First),
        ),
        (
            "another lender's consent counts for nothing",
            unread().session(AWAITED, Aa::Confirmed),
            leave(Party::Aa, Leave::First),
        ),
        (
            "whose consent, only its session says",
            view(S::AaRequired, Some(N::CompleteAa)).session(RECEIVED, Aa::Failed),
            leave(Party::Aa, Leave::Failed(Failure::Other)),
        ),
        (
            "whose consent, nothing says",
            view(S::AaRequired, Some(N::CompleteAa)),
            wait(Waiting::Aa),
        ),
        (
            "returned, with what answer is not known",
            at(Aa::UserReturned),
            wait(Waiting::Return(Party::Aa)),
        ),
        ("approved", at(Aa::ApprovalDispatched), wait(Waiting::Aa)),
        ("fetching", at(Aa::Reconciling), wait(Waiting::Aa)),
        ("given", at(Aa::Confirmed), wait(Waiting::Selecting)),
        (
            "declined",
            at(Aa::Failed).because("1"),
            leave(Party::Aa, Leave::Failed(Failure::Declined)),
        ),
        (
            "too late",
            at(Aa::Expired),
            leave(Party::Aa, Leave::Expired),
        ),
        (
            "a consent state of tomorrow",
            at(Aa::Unknown),
            Screen::Unknown,
        ),
    ]
}

pub(super) fn kyc() -> Vec<Row> {
    let kyc = |is, to| {
        view(S::KycPending, Some(N::CompleteStep))
            .chosen()
            .step(K::Kyc, is, to)
    };
    let gone = |state| kyc(Is::Ready, Do::Redirect).handoff(Party::Kyc, RECEIVED, state);
    let waiting = wait(Waiting::Step(K::Kyc));
    vec![
        (
            "KYC open",
            kyc(Is::Ready, Do::Redirect),
            leave(Party::Kyc, Leave::First),
        ),
        ("gone", gone(H::Away), leave(Party::Kyc, Leave::Away)),
        (
            "just back",
            gone(H::Settling),
            wait(Waiting::Return(Party::Kyc)),
        ),
        (
            "back and not done",
            gone(H::Unfinished),
            leave(Party::Kyc, Leave::Unfinished),
        ),
        (
            "gone for something else",
            kyc(Is::Ready, Do::Redirect).handoff(Party::EMandate, RECEIVED, H::Away),
            leave(Party::Kyc, Leave::First),
        ),
        (
            "failed, may be repeated",
            kyc(Is::Failure, Do::Redirect),
            leave(Party::Kyc, Leave::Failed(Failure::Other)),
        ),
        (
            "failed for good",
            kyc(Is::Failure, Do::None),
            Screen::StepFailed(K::Kyc, Failure::Other),
        ),
        (
            "awaits the provider",
            kyc(Is::InProgress, Do::AwaitCallback),
            waiting,
        ),
        ("to be waited for", kyc(Is::InProgress, Do::Wait), waiting),
        (
            "reconcile is a reading again",
            kyc(Is::InProgress, Do::Reconcile),
            waiting,
        ),
        ("done, the status lags", kyc(Is::Success, Do::None), waiting),
        (
            "a form nothing can submit",
            kyc(Is::Ready, Do::SubmitForm),
            Screen::FormElsewhere(K::Kyc),
        ),
        (
            "an action of tomorrow",
            kyc(Is::Ready, Do::Unknown),
            Screen::Unknown,
        ),
        (
            "no action named",
            view(S::KycPending, None).chosen(),
            waiting,
        ),
        (
            "the steps could not be read",
            {
                let mut view = kyc(Is::Ready, Do::Redirect);
                view.steps = None;
                view
            },
            waiting,
        ),
    ]
}
