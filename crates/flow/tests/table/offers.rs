use contract::app::{JourneyView, Party};
use contract::platform::status::{
    AaState as Aa, JourneyStatus as S, NextAction as N, OperationKind as Op,
};
use flow::{Ending, Leave, Screen, Waiting};

use super::{Row, wait};
use crate::views::{AWAITED, RECEIVED, STRANGER, With, view};

pub(super) fn applying() -> Vec<Row> {
    let fill = || view(S::ProfileRequired, Some(N::FillProfile));
    vec![
        ("no journey", JourneyView::default(), Screen::Start),
        (
            "just started",
            view(S::Started, Some(N::FillProfile)),
            Screen::Profile,
        ),
        (
            "just started, no action named",
            view(S::Started, None),
            Screen::Profile,
        ),
        ("profile unfinished", fill(), Screen::Profile),
        (
            "sent a moment ago",
            fill().accepted(Op::ProfileSubmission),
            wait(Waiting::Sending),
        ),
        (
            "the platform is sending it",
            fill().listed(Op::ProfileSubmission),
            wait(Waiting::Sending),
        ),
        (
            "submitted",
            view(S::ProfileSubmitted, None),
            wait(Waiting::Sending),
        ),
    ]
}

pub(super) fn choosing() -> Vec<Row> {
    let pending = || view(S::OffersPending, Some(N::WaitForOffers)).lenders();
    let offers = || view(S::OffersAvailable, Some(N::ViewOffers)).lenders();
    let aa = Screen::Leave {
        party: Party::Aa,
        offer: AWAITED,
        how: Leave::First,
    };
    vec![
        ("lenders are asked", pending(), wait(Waiting::Offers)),
        (
            "lenders are asked, as the documented state puts it",
            pending()
                .listed(Op::ProfileSubmission)
                .listed(Op::SelectDispatch),
            wait(Waiting::Offers),
        ),
        (
            "lenders are asked, no action named",
            view(S::OffersPending, None),
            wait(Waiting::Offers),
        ),
        (
            "a lender wants statements",
            pending()
                .wanting_statements(AWAITED, Aa::Required)
                .focus(AWAITED),
            aa,
        ),
        (
            "its consent is given",
            pending()
                .wanting_statements(AWAITED, Aa::Confirmed)
                .focus(AWAITED),
            wait(Waiting::Offers),
        ),
        ("offers are there", offers(), Screen::Offers),
        (
            "one is looked at",
            offers().focus(RECEIVED),
            Screen::Offer(RECEIVED),
        ),
        (
            "one is looked at, no action named",
            view(S::OffersAvailable, None).lenders().focus(RECEIVED),
            Screen::Offer(RECEIVED),
        ),
        (
            "a lender without an answer cannot be",
            offers().focus(AWAITED),
            Screen::Offers,
        ),
        (
            "nor one that is not there",
            offers().focus(STRANGER),
            Screen::Offers,
        ),
        (
            "statements before an offer, among offers",
            offers()
                .wanting_statements(AWAITED, Aa::Required)
                .focus(AWAITED),
            aa,
        ),
        (
            "statements after the choice: an offer like any",
            offers()
                .wanting_statements(RECEIVED, Aa::Required)
                .focus(RECEIVED),
            Screen::Offer(RECEIVED),
        ),
        (
            "statements on their way, other offers looked at",
            offers()
                .wanting_statements(AWAITED, Aa::Reconciling)
                .listed(Op::AaReconciliation)
                .focus(RECEIVED),
            Screen::Offer(RECEIVED),
        ),
        (
            "late lenders are still asked",
            offers().listed(Op::SelectDispatch),
            Screen::Offers,
        ),
        (
            "chosen a moment ago",
            offers().accepted(Op::SelectDispatch),
            wait(Waiting::Selecting),
        ),
    ]
}

pub(super) fn ends() -> Vec<Row> {
    let paid = || view(S::Disbursed, None).chosen();
    vec![
        ("paid", paid(), Screen::Disbursed),
        (
            "paid, figures being refreshed",
            paid().listed(Op::PostDisbursalRefresh),
            Screen::Disbursed,
        ),
        (
            "turned down",
            view(S::Rejected, None),
            Screen::Ended(Ending::Rejected),
        ),
        (
            "too old",
            view(S::Expired, None),
            Screen::Ended(Ending::Expired),
        ),
        (
            "repaid or withdrawn",
            view(S::Closed, None),
            Screen::Ended(Ending::Closed),
        ),
        (
            "a status of tomorrow",
            view(S::Unknown, None),
            Screen::Unknown,
        ),
        (
            "a status of tomorrow with an action of today",
            view(S::Unknown, Some(N::ViewOffers)).lenders(),
            Screen::Offers,
        ),
        (
            "an action of tomorrow",
            view(S::OffersAvailable, Some(N::Unknown)).lenders(),
            Screen::Unknown,
        ),
        (
            "a step of no offer",
            view(S::KycPending, Some(N::CompleteStep)),
            Screen::Unknown,
        ),
    ]
}
