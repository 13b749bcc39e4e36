use contract::app::{Journey, JourneyView, Party};
use contract::platform::offers::Fulfillment;
use contract::platform::status::{ActionRequired, JourneyStatus, StepKey, StepStatus};
use contract::{OfferId, Text};

use crate::consent::consent;
use crate::door::door;
use crate::failure::{already_signed, failure, of_step};
use crate::screen::{Leave, Screen, Waiting};

/// ASSUMPTION(G25): `COMPLETE_STEP` does not name the step; the status does.
pub(crate) fn next_step(view: &JourneyView, journey: &Journey) -> Screen {
    let Some(offer) = journey.selected_offer.or(view.focus) else {
        return Screen::Unknown;
    };
    let key = match journey.status {
        JourneyStatus::KycPending => StepKey::Kyc,
        JourneyStatus::BankMandatePending => StepKey::BankMandate,
        JourneyStatus::EMandatePending => StepKey::EMandate,
        JourneyStatus::LoanAgreementPending => StepKey::LoanAgreement,
        JourneyStatus::AaRequired => return consent(view, offer),
        JourneyStatus::LenderProcessing => StepKey::Disbursal,
        _ => match first_active(view) {
            Some(key) => key,
            None => return nothing_open(view, journey.status, offer),
        },
    };
    step(view, key, offer)
}

/// A step is to be done, and none is open.
fn nothing_open(view: &JourneyView, status: JourneyStatus, offer: OfferId) -> Screen {
    let verified = view
        .steps
        .as_ref()
        .is_some_and(|steps| steps.kyc.status == StepStatus::Success);
    match status {
        // ASSUMPTION(G17): before KYC is done, the lender waits for the amount.
        JourneyStatus::OfferSelected if !verified => Screen::LoanAmount(offer),
        JourneyStatus::Unknown => Screen::Unknown,
        // Between two steps, or the status lags behind the action.
        _ => Screen::Waiting(Waiting::Selecting),
    }
}

/// The first step that is open or went wrong.
fn first_active(view: &JourneyView) -> Option<StepKey> {
    let steps = view.steps.as_ref()?;
    StepKey::ALL.iter().copied().find(|key| {
        steps.get(*key).is_some_and(|step| {
            matches!(
                step.status,
                StepStatus::Ready | StepStatus::InProgress | StepStatus::Failure
            )
        })
    })
}

fn step(view: &JourneyView, key: StepKey, offer: OfferId) -> Screen {
    let idle = idle(view, key);
    let Some(step) = view.steps.as_ref().and_then(|steps| steps.get(key)) else {
        return idle;
    };
    let failed = of_step(step, key);
    match step.action_required {
        // Signed already, and being checked, whatever else the step asks for.
        _ if already_signed(step, key) => idle,
        ActionRequired::Redirect => match Party::of(key) {
            Some(party) => match door(view, party, offer) {
                None => Screen::Waiting(Waiting::Return(party)),
                Some(how) => {
                    let failed = failed.filter(|_| how == Leave::First);
                    let how = failed.map_or(how, Leave::Failed);
                    Screen::Leave { party, offer, how }
                }
            },
            None => Screen::FormElsewhere(key),
        },
        ActionRequired::SubmitForm if key == StepKey::BankMandate => {
            Screen::BankAccount(offer, failed)
        }
        ActionRequired::SubmitForm => Screen::FormElsewhere(key),
        // On a step, reconcile means: read it again (C8). A payment that failed is tried again
        // without the borrower; any other step that is to be waited for has not failed for good.
        ActionRequired::Wait | ActionRequired::AwaitCallback | ActionRequired::Reconcile
            if key != StepKey::Disbursal =>
        {
            Screen::Waiting(Waiting::Step(key))
        }
        ActionRequired::None
        | ActionRequired::Wait
        | ActionRequired::AwaitCallback
        | ActionRequired::Reconcile => idle,
        ActionRequired::Unknown => Screen::Unknown,
    }
}

/// Nothing is to be done at this step: it goes on without the borrower, or has failed.
pub(crate) fn idle(view: &JourneyView, key: StepKey) -> Screen {
    match failure(view, key) {
        Some(failure) => Screen::StepFailed(key, failure),
        None if key != StepKey::Disbursal => Screen::Waiting(Waiting::Step(key)),
        None if appraised_offline(view) => Screen::Waiting(Waiting::Appraisal),
        None => Screen::Waiting(Waiting::Lender),
    }
}

/// The lender works at a branch, and has not said yes yet.
fn appraised_offline(view: &JourneyView) -> bool {
    let fulfillments = || view.offer.iter().flat_map(|offer| &offer.fulfillments);
    let offline = |it: &Fulfillment| {
        it.mode
            .as_ref()
            .is_some_and(|mode| mode.as_str() == "OFFLINE")
    };
    let decided = |it: &Fulfillment| {
        let state = it.state.as_ref().map(Text::as_str);
        matches!(state, Some("COMPLETED" | "SANCTIONED" | "DISBURSED"))
    };
    fulfillments().any(offline) && !fulfillments().any(decided)
}
