use contract::app::{ConsentKind, Party};
use contract::platform::status::{
    ActionRequired as Do, JourneyStatus as S, NextAction as N, OperationKind as Op, StepKey as K,
    StepStatus as Is,
};
use flow::{Ending, Leave, Screen, Waiting};

use super::{Row, leave, wait};
use crate::views::{RECEIVED, With, view};

/// A consent was withdrawn: from the sending of the application to the signature it stops.
pub(super) fn taken_back() -> Vec<Row> {
    let offers = || view(S::OffersAvailable, Some(N::ViewOffers)).lenders();
    let signing = |is, to| {
        view(S::LoanAgreementPending, Some(N::CompleteStep))
            .chosen()
            .step(K::LoanAgreement, is, to)
            .taken_back(ConsentKind::Lenders)
    };
    let stopped = Screen::ConsentWithdrawn;
    vec![
        (
            "before it was sent: it is given with the sending",
            view(S::ProfileRequired, Some(N::FillProfile)).taken_back(ConsentKind::Lenders),
            Screen::Profile,
        ),
        (
            "just sent",
            view(S::ProfileSubmitted, None).taken_back(ConsentKind::Bureau),
            stopped,
        ),
        (
            "lenders are asked",
            view(S::OffersPending, Some(N::WaitForOffers)).taken_back(ConsentKind::Bureau),
            stopped,
        ),
        (
            "an offer is looked at",
            offers().focus(RECEIVED).taken_back(ConsentKind::Lenders),
            stopped,
        ),
        (
            "the lender is being told of the choice",
            offers()
                .accepted(Op::SelectDispatch)
                .taken_back(ConsentKind::Lenders),
            stopped,
        ),
        (
            "at a provider's door",
            view(S::KycPending, Some(N::CompleteStep))
                .chosen()
                .step(K::Kyc, Is::Ready, Do::Redirect)
                .taken_back(ConsentKind::Lenders),
            stopped,
        ),
        (
            "before the signature",
            signing(Is::Ready, Do::Redirect),
            stopped,
        ),
        (
            "signed, and being checked",
            signing(Is::InProgress, Do::Wait),
            wait(Waiting::Step(K::LoanAgreement)),
        ),
        (
            "the lender pays",
            view(S::LenderProcessing, None)
                .chosen()
                .taken_back(ConsentKind::Lenders),
            wait(Waiting::Lender),
        ),
        (
            "over",
            view(S::Closed, None).taken_back(ConsentKind::Lenders),
            Screen::Ended(Ending::Closed),
        ),
        (
            "the consent to ask for statements: only they are not asked for",
            view(S::KycPending, Some(N::CompleteStep))
                .chosen()
                .step(K::Kyc, Is::Ready, Do::Redirect)
                .taken_back(ConsentKind::Aa),
            leave(Party::Kyc, Leave::First),
        ),
    ]
}
