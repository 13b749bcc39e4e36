use contract::platform::status::{AaState, ActionRequired, JourneyStatus, NextAction};

use super::journey::{Answer, Card, Journey, Phase, Stage, StepAt};
use crate::lenders::AaNeed;

/// What `/state` says: where the journey stands and what it wants next.
pub(crate) fn state(journey: &Journey) -> (JourneyStatus, Option<NextAction>) {
    match journey.phase {
        Phase::Rejected => return (JourneyStatus::Rejected, None),
        Phase::Expired => return (JourneyStatus::Expired, None),
        Phase::Closed => return (JourneyStatus::Closed, None),
        Phase::Filling => {
            let status = if journey.saved {
                JourneyStatus::ProfileRequired
            } else {
                JourneyStatus::Started
            };
            return (status, Some(NextAction::FillProfile));
        }
        Phase::Submitted => {
            return (
                JourneyStatus::ProfileSubmitted,
                Some(NextAction::WaitForOffers),
            );
        }
        Phase::Shopping => {}
    }
    match journey.stage() {
        None => shopping(journey),
        Some(stage) => chosen(stage),
    }
}

fn shopping(journey: &Journey) -> (JourneyStatus, Option<NextAction>) {
    if journey.cards.iter().any(|card| card.quote().is_some()) {
        return (JourneyStatus::OffersAvailable, Some(NextAction::ViewOffers));
    }
    let awaited = || {
        journey
            .cards
            .iter()
            .filter(|card| matches!(card.answer, Answer::Awaited))
    };
    // Nobody else can move before the borrower consents.
    let stuck = awaited().count() > 0 && awaited().all(|card| journey.waits_for_consent(card));
    let next = if stuck {
        NextAction::CompleteAa
    } else {
        NextAction::WaitForOffers
    };
    (JourneyStatus::OffersPending, Some(next))
}

fn chosen(stage: Stage) -> (JourneyStatus, Option<NextAction>) {
    let step = Some(NextAction::CompleteStep);
    match stage {
        Stage::Dispatching | Stage::Confirming => (JourneyStatus::OfferSelected, None),
        Stage::Aa => (JourneyStatus::AaRequired, Some(NextAction::CompleteAa)),
        Stage::Amount => (JourneyStatus::OfferSelected, step),
        Stage::Step(StepAt::Kyc) => (JourneyStatus::KycPending, step),
        Stage::Step(StepAt::BankMandate) => (JourneyStatus::BankMandatePending, step),
        Stage::Step(StepAt::EMandate) => (JourneyStatus::EMandatePending, step),
        Stage::Step(StepAt::LoanAgreement) => (JourneyStatus::LoanAgreementPending, step),
        Stage::Appraisal | Stage::Step(StepAt::Disbursal) => {
            (JourneyStatus::LenderProcessing, None)
        }
        Stage::Disbursed => (JourneyStatus::Disbursed, None),
    }
}

/// The consent as an offer card shows it.
pub(crate) fn consent(journey: &Journey, card: &Card) -> (AaState, ActionRequired) {
    let need = card.aa;
    if need == AaNeed::Never || !card.is_alive() {
        return (AaState::NotRequired, ActionRequired::None);
    }
    let state = journey
        .aa_of(card.offer_id)
        .map_or(AaState::Required, |session| session.state);
    let wanted_now = match need {
        AaNeed::AfterSelection => journey.stage() == Some(Stage::Aa),
        AaNeed::BeforeOffer => journey.chosen.is_none() && !journey.is_over(),
        AaNeed::Never => false,
    };
    let action = match state {
        AaState::UserReturned => ActionRequired::AwaitCallback,
        AaState::ApprovalDispatched | AaState::Reconciling => ActionRequired::Wait,
        AaState::Confirmed | AaState::NotRequired | AaState::Unknown => ActionRequired::None,
        _ if wanted_now => ActionRequired::Redirect,
        _ => ActionRequired::None,
    };
    (state, action)
}
