//! Giving up: which offers are turned down, at which stage, and until when.

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod rows;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::app::JourneyView;
use contract::platform::offers::Offer;
use contract::platform::status::{
    AaState, ActionRequired as Do, JourneyStatus as S, NextAction as N, OfferCardStatus,
    RejectedStage as Stage, StepKey as K, StepStatus as Is,
};
use flow::{open_offers, rejected_stage};
use rows::{each_row, each_row_with_a_reason};
use views::{AWAITED, RECEIVED, With, view};

fn check(what: &str, view: &JourneyView, stage: Option<Stage>) {
    assert_eq!(rejected_stage(view), stage, "{what}");
}

#[test]
fn before_a_choice_every_open_offer_is_turned_down() {
    let mut offers = view(S::OffersAvailable, Some(N::ViewOffers)).lenders();
    check("choosing", &offers, Some(Stage::Offer));
    assert_eq!(open_offers(&offers), [RECEIVED, AWAITED]);
    for card in offers.offers.iter_mut().flatten() {
        if card.offer_id == AWAITED {
            card.status = OfferCardStatus::NoOfferAvailable;
        }
    }
    assert_eq!(open_offers(&offers), [RECEIVED]);

    let waiting = view(S::OffersPending, Some(N::WaitForOffers)).lenders();
    check("waiting", &waiting, Some(Stage::Offer));
    assert_eq!(open_offers(&waiting), [RECEIVED, AWAITED]);

    let asked = waiting
        .wanting_statements(AWAITED, AaState::Required)
        .focus(AWAITED);
    check("asked for statements", &asked, Some(Stage::Aa));
}

#[test]
fn a_chosen_offer_is_turned_down_at_the_step_it_has_come_to() {
    let at = |status, key, is, to| {
        view(status, Some(N::CompleteStep))
            .chosen()
            .step(K::Kyc, Is::Success, Do::None)
            .step(K::BankMandate, Is::Success, Do::None)
            .step(K::EMandate, Is::NotRequired, Do::None)
            .step(key, is, to)
    };
    let rows = vec![
        (
            at(S::KycPending, K::Kyc, Is::Ready, Do::Redirect),
            Stage::Kyc,
        ),
        (
            at(
                S::BankMandatePending,
                K::BankMandate,
                Is::Failure,
                Do::SubmitForm,
            ),
            Stage::BankMandate,
        ),
        (
            at(S::EMandatePending, K::EMandate, Is::Ready, Do::Redirect),
            Stage::EMandate,
        ),
        (
            at(
                S::LoanAgreementPending,
                K::LoanAgreement,
                Is::Ready,
                Do::Redirect,
            ),
            Stage::LoanAgreement,
        ),
    ];
    for (view, stage) in rows {
        check(stage.as_str(), &view, Some(stage));
        assert_eq!(open_offers(&view), [RECEIVED]);
    }
    let chosen = view(S::OfferSelected, Some(N::CompleteStep)).chosen();
    check("the amount is asked for", &chosen, Some(Stage::Offer));
    let consent = view(S::AaRequired, Some(N::CompleteAa)).chosen();
    check("statements are asked for", &consent, Some(Stage::Aa));
}

#[test]
fn a_gold_loan_that_is_still_valued_can_be_given_up() {
    let branch = view(S::LenderProcessing, None)
        .chosen()
        .offline("OFFLINE_PENDING")
        .step(K::Kyc, Is::Success, Do::None)
        .step(K::BankMandate, Is::NotRequired, Do::None)
        .step(K::EMandate, Is::NotRequired, Do::None);
    check("at the branch", &branch, Some(Stage::LoanAgreement));
    let signed = branch.step(K::LoanAgreement, Is::Success, Do::None);
    check("signed there", &signed, None);
}

#[test]
fn it_is_too_late_once_the_agreement_is_signed() {
    let agreement = |is, to| {
        view(S::LoanAgreementPending, Some(N::CompleteStep))
            .chosen()
            .step(K::LoanAgreement, is, to)
    };
    check("signed", &agreement(Is::Success, Do::None), None);
    check(
        "being checked",
        &agreement(Is::InProgress, Do::AwaitCallback),
        None,
    );
    check(
        "signed before",
        &agreement(Is::Failure, Do::Redirect).code(K::LoanAgreement, "document_already_signed"),
        None,
    );
    // The word of another service, or of another time, is not taken for it.
    let open = agreement(Is::Ready, Do::Redirect).code(K::LoanAgreement, "document_already_signed");
    check("not signed", &open, Some(Stage::Kyc));
    for status in [S::Disbursed, S::Rejected, S::Expired, S::Closed] {
        check(
            status.as_str(),
            &view(status, None).chosen().lenders(),
            None,
        );
    }
}

#[test]
fn there_is_nothing_to_turn_down_before_there_are_offers() {
    check("no journey", &JourneyView::default(), None);
    for status in [S::Started, S::ProfileRequired, S::ProfileSubmitted] {
        check(status.as_str(), &view(status, Some(N::FillProfile)), None);
    }
}

#[test]
fn offers_are_turned_down_at_a_stage_or_not_at_all() {
    let check = |view: &mut JourneyView| {
        let open = open_offers(view);
        let Some(stage) = rejected_stage(view) else {
            assert_eq!(open, [], "{view:?}");
            return;
        };
        let journey = view.journey.as_ref();
        let over = journey.is_none_or(|it| it.status.is_terminal() || it.status == S::Disbursed);
        assert!(!over, "{view:?}");
        if let Some(chosen) = journey.and_then(|journey| journey.selected_offer) {
            assert_eq!(open, [chosen], "{view:?}");
        } else {
            let may_still_lend = |card: &Offer| card.status != OfferCardStatus::NoOfferAvailable;
            let mut cards = view
                .offers
                .iter()
                .flatten()
                .filter(|card| may_still_lend(card));
            assert!(open.iter().all(|id| cards.any(|card| card.offer_id == *id)));
        }
        let key = match stage {
            Stage::Kyc => K::Kyc,
            Stage::BankMandate => K::BankMandate,
            Stage::EMandate => K::EMandate,
            Stage::LoanAgreement => K::LoanAgreement,
            _ => return,
        };
        let step = view.steps.as_ref().and_then(|steps| steps.get(key));
        assert!(step.is_some_and(|step| !step.status.is_done()), "{view:?}");
    };
    each_row(check);
    each_row_with_a_reason(check);
}
