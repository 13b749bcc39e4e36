//! Views to ask about: a journey, three lenders, and what is laid over them.

use contract::app::{
    ConsentKind, HandoffState, Journey, JourneyView, OpenHandoff, Party, PendingOperation, Standing,
};
use contract::platform::aa::AaSession;
use contract::platform::journeys::{Capabilities, Resume};
use contract::platform::offers::{Fulfillment, Offer, OfferAa};
use contract::platform::post_disbursal::Payment;
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, JourneyType, NextAction, OfferCardStatus,
    OperationKind, StepKey, StepStatus,
};
use contract::platform::steps::{Diagnostics, Step, Steps};
use contract::{AaSessionId, JourneyId, OfferId, Text};

/// Has made an offer.
pub(crate) const RECEIVED: OfferId = OfferId::from_bytes([1; 16]);
/// Has not answered yet.
pub(crate) const AWAITED: OfferId = OfferId::from_bytes([2; 16]);
/// Is not in any list.
pub(crate) const STRANGER: OfferId = OfferId::from_bytes([3; 16]);

pub(crate) fn offer(id: OfferId, status: OfferCardStatus) -> Offer {
    Offer {
        status,
        aa: OfferAa {
            required: false,
            state: AaState::NotRequired,
            action_required: ActionRequired::None,
        },
        ..Offer::new(id, Text::from("Lender"))
    }
}

/// A view with a journey in this state and nothing else; steps are all closed.
pub(crate) fn view(status: JourneyStatus, next: Option<NextAction>) -> JourneyView {
    JourneyView {
        journey: Some(Journey {
            id: JourneyId::from_bytes([9; 16]),
            kind: JourneyType::PersonalLoan,
            status,
            next_action: next,
            pending_operations: Vec::new(),
            capabilities: Capabilities::default(),
            resume: Resume::default(),
            selected_offer: None,
            lender: None,
            stands_still: false,
            updated_at: String::new(),
        }),
        ..JourneyView::default()
    }
}

pub(crate) fn session(offer: OfferId, state: AaState) -> AaSession {
    AaSession {
        aa_session_id: AaSessionId::from_bytes([8; 16]),
        state,
        offer_id: Some(offer),
        reason: None,
        reason_code: None,
        created_at: None,
        expires_at: None,
    }
}

pub(crate) fn closed() -> Steps {
    let mut steps = Steps::default();
    for step in steps.all_mut() {
        step.status = StepStatus::Pending;
        step.action_required = ActionRequired::None;
    }
    steps
}

pub(crate) fn step_mut(steps: &mut Steps, key: StepKey) -> Option<&mut Step> {
    let at = StepKey::ALL.iter().position(|other| *other == key)?;
    steps.all_mut().into_iter().nth(at)
}

/// What a row of a table lays over a view.
pub(crate) trait With: Sized {
    fn chosen(self) -> Self;
    fn lenders(self) -> Self;
    fn focus(self, id: OfferId) -> Self;
    /// This lender wants bank statements.
    fn wanting_statements(self, id: OfferId, state: AaState) -> Self;
    fn session(self, offer: OfferId, state: AaState) -> Self;
    fn step(self, key: StepKey, status: StepStatus, action: ActionRequired) -> Self;
    fn handoff(self, party: Party, offer: OfferId, state: HandoffState) -> Self;
    /// What the step's diagnostics say.
    fn code(self, key: StepKey, code: &str) -> Self;
    /// What the consent session says.
    fn because(self, reason_code: &str) -> Self;
    /// The chosen lender works at a branch.
    fn offline(self, state: &str) -> Self;
    /// The chosen offer was another when it was chosen.
    fn agreed_to(self, principal: &str) -> Self;
    /// The lender's payment to the borrower stands so.
    fn paid_out(self, status: &str) -> Self;
    /// Given once, and withdrawn since.
    fn taken_back(self, kind: ConsentKind) -> Self;
    /// Accepted a moment ago.
    fn accepted(self, kind: OperationKind) -> Self;
    /// Listed by the platform.
    fn listed(self, kind: OperationKind) -> Self;
}

impl With for JourneyView {
    fn chosen(mut self) -> Self {
        if let Some(journey) = &mut self.journey {
            journey.selected_offer = Some(RECEIVED);
        }
        self.steps = Some(closed());
        self.offer = Some(offer(RECEIVED, OfferCardStatus::OfferReceived));
        self
    }

    fn lenders(mut self) -> Self {
        self.offers = Some(vec![
            offer(RECEIVED, OfferCardStatus::OfferReceived),
            offer(AWAITED, OfferCardStatus::OfferAwaited),
        ]);
        self
    }

    fn focus(mut self, id: OfferId) -> Self {
        self.focus = Some(id);
        self
    }

    fn wanting_statements(mut self, id: OfferId, state: AaState) -> Self {
        for offer in self.offers.iter_mut().flatten() {
            if offer.offer_id == id {
                offer.aa.required = true;
                offer.aa.state = state;
            }
        }
        self
    }

    fn session(mut self, offer: OfferId, state: AaState) -> Self {
        self.aa = Some(session(offer, state));
        self
    }

    fn step(mut self, key: StepKey, status: StepStatus, action: ActionRequired) -> Self {
        if let Some(step) = self.steps.as_mut().and_then(|steps| step_mut(steps, key)) {
            step.status = status;
            step.action_required = action;
        }
        self
    }

    fn handoff(mut self, party: Party, offer: OfferId, state: HandoffState) -> Self {
        self.handoff = Some(OpenHandoff {
            party,
            offer_id: offer,
            state,
        });
        self
    }

    fn code(mut self, key: StepKey, code: &str) -> Self {
        if let Some(step) = self.steps.as_mut().and_then(|steps| step_mut(steps, key)) {
            step.diagnostics = Some(Diagnostics {
                code: Some(code.into()),
                ..Diagnostics::default()
            });
        }
        self
    }

    fn because(mut self, reason_code: &str) -> Self {
        if let Some(session) = &mut self.aa {
            session.reason_code = Some(reason_code.into());
        }
        self
    }

    fn offline(mut self, state: &str) -> Self {
        if let Some(offer) = &mut self.offer {
            offer.fulfillments = vec![Fulfillment {
                mode: Some("OFFLINE".into()),
                state: Some(state.into()),
                ..Fulfillment::default()
            }];
        }
        self
    }

    fn agreed_to(mut self, principal: &str) -> Self {
        self.agreed.clone_from(&self.offer);
        if let Some(agreed) = &mut self.agreed {
            agreed.amount_principal = Some(principal.into());
        }
        self
    }

    fn paid_out(mut self, status: &str) -> Self {
        if let Some(offer) = &mut self.offer {
            offer.payments.push(Payment {
                label: Some(Payment::PAYOUT.into()),
                status: Some(status.into()),
                transaction_id: Some("UTR1".into()),
                sent_at: Some("2026-12-22T20:00:00Z".into()),
                credited_at: (status == "PAID").then(|| "2026-12-23T04:30:00Z".into()),
                account_ending: Some("9012".into()),
                ..Payment::default()
            });
        }
        self
    }

    fn taken_back(mut self, kind: ConsentKind) -> Self {
        self.consents.push(Standing {
            kind,
            offer_id: None,
            given: false,
        });
        self
    }

    fn accepted(mut self, kind: OperationKind) -> Self {
        self.pending = Some(PendingOperation {
            kind,
            accepted_at: 0,
        });
        self
    }

    fn listed(mut self, kind: OperationKind) -> Self {
        if let Some(journey) = &mut self.journey {
            journey.pending_operations.push(kind);
        }
        self
    }
}
