use contract::OfferId;
use contract::app::{Journey, JourneyView, Party};
use contract::platform::status::{JourneyStatus, NextAction, OperationKind, StepKey};

use crate::cards::offers;
use crate::consent::{consent, consent_offer, stopped};
use crate::failure::Failure;
use crate::step::{idle, next_step};

/// What the borrower sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Nothing is open: start an application or look at earlier ones.
    Start,
    /// The question pages, check-your-answers and the consents.
    Profile,
    Waiting(Waiting),
    /// A consent that the application needs was taken back: it goes on with a new one, or not.
    ConsentWithdrawn,
    Offers,
    Offer(OfferId),
    /// Before the borrower leaves for a provider.
    Leave {
        party: Party,
        offer: OfferId,
        how: Leave,
    },
    LoanAmount(OfferId),
    /// Why the last account was refused, if one was.
    BankAccount(OfferId, Option<Failure>),
    /// The platform describes a form for a step that no call can submit (C2): shown with help.
    FormElsewhere(StepKey),
    /// The step failed, and the platform offers no way to repeat it.
    StepFailed(StepKey, Failure),
    Disbursed,
    Ended(Ending),
    /// Values this version does not know: a calm page with a way to get help.
    Unknown,
}

/// What is being waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Waiting {
    /// The profile is on its way to the lenders.
    Sending,
    Offers,
    /// The lender is told of the choice, or quotes anew.
    Selecting,
    /// Bank data is on its way from the Account Aggregator.
    Aa,
    /// Back from a provider; nothing is known yet of how it went there.
    Return(Party),
    Step(StepKey),
    /// The lender decides and pays.
    Lender,
    /// The lender sees the gold at a branch.
    Appraisal,
}

/// Why the borrower stands before a provider's door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leave {
    First,
    /// Went, and was not seen since.
    Away,
    /// Came back without finishing.
    Unfinished,
    Failed(Failure),
    Expired,
}

/// How a journey ended without a running loan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    Rejected,
    Expired,
    Closed,
}

/// The screen for a view. Total: every combination of status, action, step and consent has one.
pub fn screen(view: &JourneyView) -> Screen {
    let Some(journey) = &view.journey else {
        return Screen::Start;
    };
    // The end of a journey, or money paid, outranks whatever else is said.
    match journey.status {
        JourneyStatus::Rejected => return Screen::Ended(Ending::Rejected),
        JourneyStatus::Expired => return Screen::Ended(Ending::Expired),
        JourneyStatus::Closed => return Screen::Ended(Ending::Closed),
        JourneyStatus::Disbursed => return Screen::Disbursed,
        _ => {}
    }
    if stopped(view, journey) {
        return Screen::ConsentWithdrawn;
    }
    going_on(view)
}

/// What the platform wants next, whatever was taken back.
pub(crate) fn going_on(view: &JourneyView) -> Screen {
    let Some(journey) = &view.journey else {
        return Screen::Start;
    };
    if let Some(waiting) = operation(view, journey) {
        return Screen::Waiting(waiting);
    }
    match journey.next_action {
        Some(NextAction::FillProfile) => Screen::Profile,
        Some(NextAction::WaitForOffers) => match consent_offer(view) {
            Some(offer) => consent(view, offer),
            None => Screen::Waiting(Waiting::Offers),
        },
        Some(NextAction::ViewOffers) => offers(view),
        Some(NextAction::CompleteAa) => match consent_offer(view) {
            Some(offer) => consent(view, offer),
            None => Screen::Waiting(Waiting::Aa),
        },
        Some(NextAction::CompleteStep) => next_step(view, journey),
        Some(NextAction::Unknown) => Screen::Unknown,
        None => nothing_to_do(view, journey.status),
    }
}

/// Work that has been accepted and hides the form it came from.
fn operation(view: &JourneyView, journey: &Journey) -> Option<Waiting> {
    let accepted = view.pending.as_ref().map(|pending| pending.kind);
    let visible = journey.pending_operations.iter().copied();
    accepted
        .into_iter()
        .chain(visible)
        .find_map(|kind| match kind {
            // Once offers are looked for, the waiting screen has more to say than "sending".
            OperationKind::ProfileSubmission => match journey.next_action {
                Some(next) => next == NextAction::FillProfile,
                None => journey.status.is_before_offers(),
            }
            .then_some(Waiting::Sending),
            // The documented state lists it while offers are looked for: nothing is chosen then.
            OperationKind::SelectDispatch
                if accepted != Some(kind) && journey.selected_offer.is_none() =>
            {
                None
            }
            OperationKind::SelectDispatch | OperationKind::OfferConfirmation => {
                Some(Waiting::Selecting)
            }
            // Other lenders' offers can be looked at meanwhile.
            OperationKind::AaReconciliation => consent_offer(view).map(|_| Waiting::Aa),
            OperationKind::BankMandateVerification => Some(Waiting::Step(StepKey::BankMandate)),
            // Neither a running refresh nor an unknown word keeps the borrower from acting.
            OperationKind::PostDisbursalRefresh | OperationKind::Unknown => None,
        })
}

/// `nextAction` is null: the status says what is going on.
fn nothing_to_do(view: &JourneyView, status: JourneyStatus) -> Screen {
    match status {
        JourneyStatus::Started | JourneyStatus::ProfileRequired => Screen::Profile,
        JourneyStatus::ProfileSubmitted => Screen::Waiting(Waiting::Sending),
        JourneyStatus::OffersPending => Screen::Waiting(Waiting::Offers),
        JourneyStatus::OffersAvailable => offers(view),
        JourneyStatus::OfferSelected => Screen::Waiting(Waiting::Selecting),
        JourneyStatus::AaRequired => Screen::Waiting(Waiting::Aa),
        JourneyStatus::KycPending => idle(view, StepKey::Kyc),
        JourneyStatus::BankMandatePending => idle(view, StepKey::BankMandate),
        JourneyStatus::EMandatePending => idle(view, StepKey::EMandate),
        JourneyStatus::LoanAgreementPending => idle(view, StepKey::LoanAgreement),
        JourneyStatus::LenderProcessing => idle(view, StepKey::Disbursal),
        JourneyStatus::Disbursed => Screen::Disbursed,
        JourneyStatus::Rejected => Screen::Ended(Ending::Rejected),
        JourneyStatus::Expired => Screen::Ended(Ending::Expired),
        JourneyStatus::Closed => Screen::Ended(Ending::Closed),
        JourneyStatus::Unknown => Screen::Unknown,
    }
}
