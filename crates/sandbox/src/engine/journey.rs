use contract::platform::journeys::Resume;
use contract::platform::profile::ProfileSections;
use contract::platform::status::{AaState, JourneyType, OperationKind, StepKey};
use contract::platform::steps::BankMandateRequest;
use contract::{AaSessionId, BorrowerId, JourneyId, OfferId};

pub(crate) use super::card::{Answer, Card};
use super::effects::Effects;
use super::ledger::Loan;
use super::steps::Rooms;
use crate::clock::Moment;
use crate::lenders::{AaNeed, Branch};
use crate::scenarios::{Note, Outcome, Script};

/// One application, with everything that the outside world knows of it.
#[derive(Debug)]
pub(crate) struct Journey {
    pub(crate) id: JourneyId,
    pub(crate) owner: BorrowerId,
    pub(crate) kind: JourneyType,
    /// What happens to the borrower.
    pub(crate) script: Script,
    /// Attempts at steps that the script has decided about.
    attempted: Vec<StepKey>,
    pub(crate) effects: Effects,
    pub(crate) created_at: Moment,
    pub(crate) updated_at: Moment,
    pub(crate) sections: ProfileSections,
    /// The borrower has saved something.
    pub(crate) saved: bool,
    pub(crate) submitted_at: Option<Moment>,
    pub(crate) resume: Resume,
    pub(crate) phase: Phase,
    pub(crate) cards: Vec<Card>,
    pub(crate) aa: Vec<AaSession>,
    pub(crate) chosen: Option<Chosen>,
    /// Answered with `ACCEPTED`, not yet to be seen.
    pub(crate) accepted: Vec<OperationKind>,
    /// To be seen as `pendingOperations`.
    pub(crate) pending: Vec<OperationKind>,
    /// Why the world outside is to be told, if it is.
    pub(crate) changed: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    Filling,
    Submitted,
    /// Lenders were asked; with an offer chosen, [`Chosen::stage`] says the rest.
    Shopping,
    Rejected,
    Expired,
    Closed,
}

/// The offer that the journey is locked to.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) offer_id: OfferId,
    pub(crate) locked_at: Moment,
    pub(crate) stage: Stage,
    pub(crate) rooms: Rooms,
    pub(crate) account: Option<BankMandateRequest>,
    /// Where the jewellery is brought to.
    pub(crate) branch: Option<&'static Branch>,
    pub(crate) loan: Option<Loan>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// The lender is being told.
    Dispatching,
    /// It wants bank statements.
    Aa,
    /// ASSUMPTION(G17): it waits for the amount.
    Amount,
    /// It quotes anew.
    Confirming,
    Step(StepAt),
    /// The jewellery is looked at.
    Appraisal,
    Disbursed,
}

/// The steps in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StepAt {
    Kyc,
    BankMandate,
    EMandate,
    LoanAgreement,
    Disbursal,
}

impl StepAt {
    pub(crate) const fn key(self) -> StepKey {
        match self {
            Self::Kyc => StepKey::Kyc,
            Self::BankMandate => StepKey::BankMandate,
            Self::EMandate => StepKey::EMandate,
            Self::LoanAgreement => StepKey::LoanAgreement,
            Self::Disbursal => StepKey::Disbursal,
        }
    }

    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Kyc => Self::BankMandate,
            Self::BankMandate => Self::EMandate,
            Self::EMandate => Self::LoanAgreement,
            Self::LoanAgreement | Self::Disbursal => Self::Disbursal,
        }
    }
}

/// One attempt to get a consent.
#[derive(Debug)]
pub(crate) struct AaSession {
    pub(crate) id: AaSessionId,
    pub(crate) offer_id: OfferId,
    pub(crate) state: AaState,
    pub(crate) reason: Option<Note>,
    pub(crate) return_url: Option<String>,
    pub(crate) approved: bool,
    pub(crate) created_at: Moment,
    pub(crate) expires_at: Moment,
    /// The only link that is good.
    pub(crate) link: Option<String>,
}

impl AaSession {
    /// The borrower may still decide.
    pub(crate) fn is_open(&self) -> bool {
        !self.approved
            && matches!(
                self.state,
                AaState::Required | AaState::RedirectReady | AaState::InProgress
            )
    }

    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, AaState::Failed | AaState::Expired)
    }
}

impl Journey {
    pub(crate) fn new(id: JourneyId, owner: BorrowerId, kind: JourneyType, now: Moment) -> Self {
        Self {
            id,
            owner,
            kind,
            script: Script::NONE,
            attempted: Vec::new(),
            effects: Effects::default(),
            created_at: now,
            updated_at: now,
            sections: ProfileSections::default(),
            saved: false,
            submitted_at: None,
            resume: Resume::default(),
            phase: Phase::Filling,
            cards: Vec::new(),
            aa: Vec::new(),
            chosen: None,
            accepted: Vec::new(),
            pending: Vec::new(),
            changed: Some("journey.started"),
        }
    }

    /// Something that can be seen has changed.
    pub(crate) fn touch(&mut self, now: Moment, why: &'static str) {
        self.updated_at = now;
        self.changed = Some(why);
    }

    pub(crate) fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Rejected | Phase::Expired | Phase::Closed)
    }

    pub(crate) fn card(&self, offer: OfferId) -> Option<&Card> {
        self.cards.iter().find(|card| card.offer_id == offer)
    }

    pub(crate) fn card_mut(&mut self, offer: OfferId) -> Option<&mut Card> {
        self.cards.iter_mut().find(|card| card.offer_id == offer)
    }

    pub(crate) fn chosen_card(&self) -> Option<&Card> {
        self.card(self.chosen.as_ref()?.offer_id)
    }

    pub(crate) fn stage(&self) -> Option<Stage> {
        if self.is_over() {
            return None;
        }
        self.chosen.as_ref().map(|chosen| chosen.stage)
    }

    pub(crate) fn set_stage(&mut self, stage: Stage) {
        if let Some(chosen) = &mut self.chosen {
            chosen.stage = stage;
        }
    }

    pub(crate) fn loan(&self) -> Option<&Loan> {
        self.chosen.as_ref()?.loan.as_ref()
    }

    pub(crate) fn loan_mut(&mut self) -> Option<&mut Loan> {
        self.chosen.as_mut()?.loan.as_mut()
    }

    /// The newest session of an offer.
    pub(crate) fn aa_of(&self, offer: OfferId) -> Option<&AaSession> {
        self.aa
            .iter()
            .rev()
            .find(|session| session.offer_id == offer)
    }

    pub(crate) fn aa_session(&self, id: AaSessionId) -> Option<&AaSession> {
        self.aa.iter().find(|session| session.id == id)
    }

    pub(crate) fn aa_session_mut(&mut self, id: AaSessionId) -> Option<&mut AaSession> {
        self.aa.iter_mut().find(|session| session.id == id)
    }

    /// The lender says nothing before it has bank statements.
    pub(crate) fn waits_for_consent(&self, card: &Card) -> bool {
        card.aa == AaNeed::BeforeOffer
            && matches!(card.answer, Answer::Awaited)
            && !self.has_consent(card.offer_id)
    }

    pub(crate) fn has_consent(&self, offer: OfferId) -> bool {
        self.aa_of(offer)
            .is_some_and(|session| session.state == AaState::Confirmed)
    }

    /// What becomes of the next attempt at a step that the borrower approves.
    pub(crate) fn next_outcome(&self, key: StepKey) -> Outcome {
        let before = self.attempted.iter().filter(|known| **known == key);
        self.script.outcome(key, before.count())
    }

    /// The borrower has approved it.
    pub(crate) fn attempt(&mut self, key: StepKey) -> Outcome {
        let outcome = self.next_outcome(key);
        self.attempted.push(key);
        outcome
    }

    /// Accepted and not finished, whether it can be seen or not.
    pub(crate) fn works_on(&self, operation: OperationKind) -> bool {
        self.accepted.contains(&operation) || self.pending.contains(&operation)
    }

    pub(crate) fn accept(&mut self, operation: OperationKind) {
        self.accepted.push(operation);
    }

    /// What was accepted can now be seen.
    pub(crate) fn show(&mut self, operation: OperationKind) {
        self.accepted.retain(|known| *known != operation);
        if !self.pending.contains(&operation) {
            self.pending.push(operation);
        }
    }

    pub(crate) fn finish(&mut self, operation: OperationKind) {
        self.accepted.retain(|known| *known != operation);
        self.pending.retain(|known| *known != operation);
    }

    /// Ends the journey; nothing that was under way goes on.
    pub(crate) fn end(&mut self, phase: Phase, now: Moment) {
        self.phase = phase;
        self.accepted.clear();
        self.pending.clear();
        self.touch(now, "journey.ended");
    }
}
