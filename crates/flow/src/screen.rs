use contract::OfferId;
use contract::app::{HandoffState, Journey, JourneyView, Party};
use contract::platform::offers::Offer;
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, NextAction, OfferCardStatus, OperationKind, StepKey,
    StepStatus,
};

/// What the borrower sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Nothing is open: start an application or look at earlier ones.
    Start,
    /// The question pages, check-your-answers and the consents.
    Profile,
    Waiting(Waiting),
    Offers,
    Offer(OfferId),
    /// Before the borrower leaves for a provider.
    Leave {
        party: Party,
        offer: OfferId,
        how: Leave,
    },
    LoanAmount(OfferId),
    BankAccount(OfferId),
    /// The platform describes a form for a step that no call can submit (C2): shown with help.
    FormElsewhere(StepKey),
    /// The step failed, and the platform offers no way to repeat it.
    StepFailed(StepKey),
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
    Step(StepKey),
    /// The lender decides and pays.
    Lender,
}

/// Why the borrower stands before a provider's door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leave {
    First,
    /// Went, and was not seen since.
    Away,
    /// Came back without finishing.
    Unfinished,
    Failed,
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
    if let Some(waiting) = operation(view, journey) {
        return Screen::Waiting(waiting);
    }
    match journey.next_action {
        Some(NextAction::FillProfile) => Screen::Profile,
        Some(NextAction::WaitForOffers) => match focused_aa(view) {
            Some(offer) => consent(view, offer),
            None => Screen::Waiting(Waiting::Offers),
        },
        Some(NextAction::ViewOffers) => offers(view),
        Some(NextAction::CompleteAa) => match aa_target(view, journey) {
            Some(offer) => consent(view, offer),
            None => Screen::Waiting(Waiting::Aa),
        },
        Some(NextAction::CompleteStep) => next_step(view, journey),
        Some(NextAction::Unknown) => Screen::Unknown,
        None => nothing_to_do(journey.status),
    }
}

/// Work that has been accepted and hides the form it came from.
fn operation(view: &JourneyView, journey: &Journey) -> Option<Waiting> {
    let accepted = view.pending.iter().map(|pending| pending.kind);
    let visible = journey.pending_operations.iter().copied();
    accepted.chain(visible).find_map(|kind| match kind {
        // Once offers are looked for, the waiting screen has more to say than "sending".
        OperationKind::ProfileSubmission => {
            matches!(journey.next_action, None | Some(NextAction::FillProfile))
                .then_some(Waiting::Sending)
        }
        OperationKind::SelectDispatch | OperationKind::OfferConfirmation => {
            Some(Waiting::Selecting)
        }
        OperationKind::AaReconciliation => Some(Waiting::Aa),
        OperationKind::BankMandateVerification => Some(Waiting::Step(StepKey::BankMandate)),
        // Neither a running refresh nor an unknown word keeps the borrower from acting.
        OperationKind::PostDisbursalRefresh | OperationKind::Unknown => None,
    })
}

/// `nextAction` is null: the status says what is going on.
fn nothing_to_do(status: JourneyStatus) -> Screen {
    match status {
        JourneyStatus::Started | JourneyStatus::ProfileRequired => Screen::Profile,
        JourneyStatus::ProfileSubmitted => Screen::Waiting(Waiting::Sending),
        JourneyStatus::OffersPending => Screen::Waiting(Waiting::Offers),
        JourneyStatus::OffersAvailable => Screen::Offers,
        JourneyStatus::OfferSelected => Screen::Waiting(Waiting::Selecting),
        JourneyStatus::AaRequired => Screen::Waiting(Waiting::Aa),
        JourneyStatus::KycPending => Screen::Waiting(Waiting::Step(StepKey::Kyc)),
        JourneyStatus::BankMandatePending => Screen::Waiting(Waiting::Step(StepKey::BankMandate)),
        JourneyStatus::EMandatePending => Screen::Waiting(Waiting::Step(StepKey::EMandate)),
        JourneyStatus::LoanAgreementPending => {
            Screen::Waiting(Waiting::Step(StepKey::LoanAgreement))
        }
        JourneyStatus::LenderProcessing => Screen::Waiting(Waiting::Lender),
        JourneyStatus::Disbursed => Screen::Disbursed,
        JourneyStatus::Rejected => Screen::Ended(Ending::Rejected),
        JourneyStatus::Expired => Screen::Ended(Ending::Expired),
        JourneyStatus::Closed => Screen::Ended(Ending::Closed),
        JourneyStatus::Unknown => Screen::Unknown,
    }
}

fn cards(view: &JourneyView) -> impl Iterator<Item = &Offer> {
    view.offers.iter().flatten().chain(view.offer.as_ref())
}

fn card(view: &JourneyView, id: OfferId) -> Option<&Offer> {
    cards(view).find(|offer| offer.offer_id == id)
}

/// The lender wants bank statements before it says more.
fn wants_consent(offer: &Offer) -> bool {
    offer.aa.required && !matches!(offer.aa.state, AaState::Confirmed | AaState::NotRequired)
}

fn focused_aa(view: &JourneyView) -> Option<OfferId> {
    let id = view.focus?;
    let offer = card(view, id)?;
    (wants_consent(offer) && offer.status != OfferCardStatus::OfferReceived).then_some(id)
}

fn aa_target(view: &JourneyView, journey: &Journey) -> Option<OfferId> {
    journey
        .selected_offer
        .or(view
            .focus
            .filter(|id| card(view, *id).is_some_and(wants_consent)))
        .or_else(|| {
            cards(view)
                .find(|offer| wants_consent(offer))
                .map(|offer| offer.offer_id)
        })
        .or_else(|| view.aa.as_ref().and_then(|session| session.offer_id))
}

fn offers(view: &JourneyView) -> Screen {
    if let Some(offer) = focused_aa(view) {
        return consent(view, offer);
    }
    match view.focus.and_then(|id| card(view, id)) {
        Some(offer) if offer.status == OfferCardStatus::OfferReceived => {
            Screen::Offer(offer.offer_id)
        }
        _ => Screen::Offers,
    }
}

fn consent(view: &JourneyView, offer: OfferId) -> Screen {
    let session = view
        .aa
        .as_ref()
        .filter(|session| session.offer_id.is_none_or(|id| id == offer))
        .map(|session| session.state);
    let state = session.or_else(|| card(view, offer).map(|card| card.aa.state));
    let leave = |how| Screen::Leave {
        party: Party::Aa,
        offer,
        how,
    };
    match state {
        Some(AaState::Required | AaState::RedirectReady) => {
            door(view, Party::Aa, offer).map_or(Screen::Waiting(Waiting::Aa), leave)
        }
        Some(AaState::InProgress) => match door(view, Party::Aa, offer) {
            Some(Leave::First) => leave(Leave::Away),
            Some(how) => leave(how),
            None => Screen::Waiting(Waiting::Aa),
        },
        Some(AaState::UserReturned | AaState::ApprovalDispatched | AaState::Reconciling) | None => {
            Screen::Waiting(Waiting::Aa)
        }
        Some(AaState::Confirmed | AaState::NotRequired) => {
            let chosen = view
                .journey
                .as_ref()
                .is_some_and(|j| j.selected_offer.is_some());
            Screen::Waiting(if chosen {
                Waiting::Selecting
            } else {
                Waiting::Offers
            })
        }
        Some(AaState::Failed) => leave(Leave::Failed),
        Some(AaState::Expired) => leave(Leave::Expired),
        Some(AaState::Unknown) => Screen::Unknown,
    }
}

/// How the borrower stands before this provider; `None` while a return is being settled.
fn door(view: &JourneyView, party: Party, offer: OfferId) -> Option<Leave> {
    let open = view
        .handoff
        .as_ref()
        .filter(|handoff| handoff.party == party && handoff.offer_id == offer);
    match open.map(|handoff| handoff.state) {
        None | Some(HandoffState::Unknown) => Some(Leave::First),
        Some(HandoffState::Away) => Some(Leave::Away),
        Some(HandoffState::Settling) => None,
        Some(HandoffState::Unfinished) => Some(Leave::Unfinished),
    }
}

/// ASSUMPTION(G25): `COMPLETE_STEP` does not name the step; the status does.
fn next_step(view: &JourneyView, journey: &Journey) -> Screen {
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
            // ASSUMPTION(G17): no step is open yet, so the lender waits for the amount.
            None if journey.status == JourneyStatus::OfferSelected => {
                return Screen::LoanAmount(offer);
            }
            None => return Screen::Unknown,
        },
    };
    step(view, key, offer)
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
