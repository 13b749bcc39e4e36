use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use contract::platform::aa::AaSession;
use contract::platform::journeys::{Journey, JourneyState};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{NextAction, StepKey};
use contract::platform::steps::Steps;
use contract::{AaSessionId, JourneyId, OfferId};

use super::read::fingerprint;
use crate::clock::{now_ms, parse_ms};

/// What was last read of one journey. Lost at a restart without harm.
#[derive(Debug, Clone, Default)]
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
    /// How far our clock is ahead of the platform's.
    ahead_ms: i64,
    /// When the last full or partial reading began.
    pub read_at: i64,
    used_at: i64,
}

impl Memory {
    pub fn read_since(&self, moment: i64) -> bool {
        self.state.is_some() && self.read_at >= moment
    }

    /// Notes the platform's time of an answer that has just come. Small differences are the
    /// network's, and would make every view another one.
    pub fn note_time(&mut self, timestamp: &str) {
        const NETWORK_MS: i64 = 15_000;
        if let Some(theirs) = parse_ms(timestamp) {
            let ahead = now_ms() - theirs;
            if (ahead - self.ahead_ms).abs() > NETWORK_MS {
                self.ahead_ms = ahead;
            }
        }
    }

    /// Since when the journey, or the step that is waited for, stands as it does, by our clock.
    pub fn stands_since(&self, step: Option<StepKey>) -> i64 {
        let instant = |text: &str| Some(parse_ms(text)? + self.ahead_ms);
        let state = self.state.as_ref();
        let state = state.and_then(|state| instant(&state.updated_at));
        let steps = self.steps.as_ref();
        let step = steps.zip(step).and_then(|(steps, key)| {
            let seen = steps.get(key)?.diagnostics.as_ref()?;
            instant(seen.updated_at.as_deref()?)
        });
        state.max(step).unwrap_or(self.moved_at)
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
/// over. Where none is chosen, or the application has ended, the one last looked at may have been
/// turned down.
pub fn selected(journey: &Journey, next: Option<NextAction>) -> Option<OfferId> {
    let choosing = matches!(
        next,
        Some(NextAction::FillProfile | NextAction::WaitForOffers | NextAction::ViewOffers)
    );
    let none = journey.status.is_terminal() || journey.status.is_before_choice();
    let looked_at = journey.resume.last_viewed_offer_id;
    let looked_at = looked_at.filter(|_| !choosing && !none);
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
