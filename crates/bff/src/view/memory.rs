use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use contract::platform::aa::AaSession;
use contract::platform::journeys::{Journey, JourneyState};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::NextAction;
use contract::platform::steps::Steps;
use contract::{AaSessionId, JourneyId, OfferId};

use super::read::fingerprint;
use crate::clock::now_ms;

/// What was last read of one journey. Lost at a restart without harm.
#[derive(Debug, Default)]
pub struct Memory {
    pub journey: Option<Journey>,
    pub state: Option<JourneyState>,
    pub has_earlier: bool,
    pub profile: Option<ProfileSnapshot>,
    pub offers: Option<Vec<Offer>>,
    /// Offers in full, beside the list row they were read for.
    pub details: HashMap<OfferId, (Option<Offer>, Offer)>,
    pub steps: Option<Steps>,
    pub aa_sessions: Vec<AaSession>,
    /// A consent that was already asked to be reconciled.
    pub reconciled: Option<AaSessionId>,
    /// When the state was last seen to move.
    pub moved_at: i64,
    /// When the last full or partial reading began.
    pub read_at: i64,
    used_at: i64,
}

impl Memory {
    pub fn read_since(&self, moment: i64) -> bool {
        self.state.is_some() && self.read_at >= moment
    }

    pub fn bank_step(&self) -> String {
        let steps = self.steps.as_ref();
        steps
            .map(|steps| fingerprint(&steps.bank_mandate))
            .unwrap_or_default()
    }

    /// An offer was opened that has not been read in full.
    pub fn lacks(&self, focus: Option<OfferId>) -> bool {
        focus.is_some_and(|id| !self.details.contains_key(&id))
    }

    /// The offer the journey is locked to.
    pub fn selected(&self) -> Option<OfferId> {
        selected(self.journey.as_ref()?, self.state.as_ref()?.next_action)
    }
}

/// ASSUMPTION(G25): the journey names its offer; else the one last looked at, once choosing is
/// over.
pub fn selected(journey: &Journey, next: Option<NextAction>) -> Option<OfferId> {
    let choosing = matches!(
        next,
        Some(NextAction::FillProfile | NextAction::WaitForOffers | NextAction::ViewOffers)
    );
    let looked_at = journey.resume.last_viewed_offer_id.filter(|_| !choosing);
    journey.selected_offer_id.or(looked_at)
}

type Shelf = HashMap<(String, JourneyId), Arc<tokio::sync::Mutex<Memory>>>;

/// The memories of all journeys somebody looks at.
#[derive(Debug, Default)]
pub struct Memories(Mutex<Shelf>);

impl Memories {
    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn of(&self, borrower: &str, journey: JourneyId) -> Arc<tokio::sync::Mutex<Memory>> {
        let mut all = self.shelf();
        let memory = all.entry((borrower.to_owned(), journey)).or_default();
        if let Ok(mut memory) = memory.try_lock() {
            memory.used_at = now_ms();
        }
        Arc::clone(memory)
    }

    /// Something changed on the platform's side: the next reading starts from nothing.
    pub fn forget(&self, borrower: &str) {
        self.shelf().retain(|(owner, _), _| owner != borrower);
    }

    /// Drops what nobody has looked at for a while.
    pub fn sweep(&self, before: i64) {
        self.shelf().retain(|_, memory| {
            memory
                .try_lock()
                .map_or(true, |memory| memory.used_at >= before)
        });
    }
}
