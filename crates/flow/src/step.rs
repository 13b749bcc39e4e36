use contract::OfferId;
use contract::app::{Journey, JourneyView, Party};
use contract::platform::status::{ActionRequired, JourneyStatus, StepKey, StepStatus};

use crate::consent::consent;
use crate::door::door;
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
    let waiting = Screen::Waiting(match key {
        StepKey::Disbursal => Waiting::Lender,
        _ => Waiting::Step(key),
    });
    let Some(step) = view.steps.as_ref().and_then(|steps| steps.get(key)) else {
        return waiting;
    };
    match step.action_required {
        ActionRequired::Redirect => match party(key) {
            Some(party) => match door(view, party, offer) {
                None => waiting,
                Some(Leave::First) if step.status == StepStatus::Failure => Screen::Leave {
                    party,
                    offer,
                    how: Leave::Failed,
                },
                Some(how) => Screen::Leave { party, offer, how },
            },
            None => Screen::FormElsewhere(key),
        },
        ActionRequired::SubmitForm if key == StepKey::BankMandate => Screen::BankAccount(offer),
        ActionRequired::SubmitForm => Screen::FormElsewhere(key),
        // On a step, reconcile means: read it again (C8).
        ActionRequired::Wait | ActionRequired::AwaitCallback | ActionRequired::Reconcile => waiting,
        ActionRequired::None if step.status == StepStatus::Failure => Screen::StepFailed(key),
        ActionRequired::None => waiting,
        ActionRequired::Unknown => Screen::Unknown,
    }
}

fn party(key: StepKey) -> Option<Party> {
    match key {
        StepKey::Kyc => Some(Party::Kyc),
        StepKey::EMandate => Some(Party::EMandate),
        StepKey::LoanAgreement => Some(Party::LoanAgreement),
        StepKey::BankMandate | StepKey::Disbursal | StepKey::Unknown => None,
    }
}
