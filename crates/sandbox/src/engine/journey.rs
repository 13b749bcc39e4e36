use contract::platform::journeys::Resume;
use contract::platform::profile::ProfileSections;
use contract::platform::status::{AaState, JourneyType, OperationKind, StepKey};
use contract::{AaSessionId, BorrowerId, JourneyId, OfferId};

pub(crate) use super::card::{Answer, Card};
pub(crate) use super::chosen::{Chosen, Payout, Stage, StepAt};
use super::effects::Effects;
use super::ledger::Loan;
use crate::clock::Moment;
use crate::lenders::{AaNeed, Letter, Manner};
use crate::market::Market;
use crate::scenarios::{Note, Outcome, Script};

/// One application, with everything that the outside world knows of it.
#[derive(Debug)]
pub(crate) struct Journey {
    pub(crate) id: JourneyId,
    pub(crate) owner: BorrowerId,
    pub(crate) kind: JourneyType,
    /// What happens to the borrower.
    pub(crate) script: Script,
    /// Who was asked, where it was not the borrower's own lenders.
    pub(crate) market: Option<Market>,
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
            market: None,
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

    /// How a lender answers this application.
    pub(crate) fn manner(&self, letter: Letter) -> Manner {
        match (letter, self.market) {
            (Letter::Made(number), Some(market)) => Manner::Offers(market.terms(number)),
            _ => self.script.manner(letter),
        }
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
