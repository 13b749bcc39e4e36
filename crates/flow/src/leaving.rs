use contract::OfferId;
use contract::app::{JourneyView, Party};
use contract::platform::status::{
    ActionRequired, JourneyStatus, OfferCardStatus, RejectedStage, StepKey, StepStatus,
};
use contract::platform::steps::Steps;

use crate::failure::already_signed;
use crate::screen::{Screen, going_on};

/// The offers that a borrower who gives up turns down, at the stage of [`rejected_stage`].
///
/// The chosen one, else every one that was made or may yet be. Turning down the chosen one can
/// bring the others back: the next view names them, until none is left.
pub fn open_offers(view: &JourneyView) -> Vec<OfferId> {
    if rejected_stage(view).is_none() {
        return Vec::new();
    }
    let chosen = view.journey.as_ref().and_then(|it| it.selected_offer);
    if let Some(chosen) = chosen {
        return vec![chosen];
    }
    let cards = view.offers.iter().flatten();
    cards
        .filter(|offer| {
            matches!(
                offer.status,
                OfferCardStatus::OfferReceived | OfferCardStatus::OfferAwaited
            )
        })
        .map(|offer| offer.offer_id)
        .collect()
}

/// At which stage an offer would be turned down now. `None`: there is nothing to turn down yet, or
/// it is too late, since the agreement is signed or the journey is over.
pub fn rejected_stage(view: &JourneyView) -> Option<RejectedStage> {
    let journey = view.journey.as_ref()?;
    let asks_for_consent = matches!(
        going_on(view),
        Screen::Leave {
            party: Party::Aa,
            ..
        }
    );
    match journey.status {
        JourneyStatus::Disbursed
        | JourneyStatus::Rejected
        | JourneyStatus::Expired
        | JourneyStatus::Closed => None,
        status if status.is_before_offers() => None,
        _ if asks_for_consent => Some(RejectedStage::Aa),
        JourneyStatus::AaRequired => Some(RejectedStage::Aa),
        _ if journey.selected_offer.is_none() => {
            view.offers.is_some().then_some(RejectedStage::Offer)
        }
        JourneyStatus::OfferSelected if !begun(view.steps.as_ref()) => Some(RejectedStage::Offer),
        _ => open_step(view.steps.as_ref()?),
    }
}

/// The identity check is the first step: until it is open, the offer itself is looked at.
fn begun(steps: Option<&Steps>) -> bool {
    steps
        .is_some_and(|steps| !matches!(steps.kyc.status, StepStatus::Pending | StepStatus::Unknown))
}

/// The first step that is not done, up to the signature.
fn open_step(steps: &Steps) -> Option<RejectedStage> {
    if signed(steps) {
        return None;
    }
    let stages = [
        (StepKey::Kyc, RejectedStage::Kyc),
        (StepKey::BankMandate, RejectedStage::BankMandate),
        (StepKey::EMandate, RejectedStage::EMandate),
        (StepKey::LoanAgreement, RejectedStage::LoanAgreement),
    ];
    let open = |key| steps.get(key).is_some_and(|step| !step.status.is_done());
    stages
        .into_iter()
        .find(|(key, _)| open(*key))
        .map(|(_, stage)| stage)
}

/// Signed, or signed and being checked.
pub(crate) fn signed(steps: &Steps) -> bool {
    let agreement = &steps.loan_agreement;
    let checked = agreement.status == StepStatus::InProgress
        && agreement.action_required != ActionRequired::Redirect;
    agreement.status.is_done() || checked || already_signed(agreement, StepKey::LoanAgreement)
}
