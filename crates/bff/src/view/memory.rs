use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use contract::app::Asked;
use contract::platform::aa::AaSession;
use contract::platform::journeys::{Journey, JourneyState};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{JourneyType, NextAction, StepKey};
use contract::platform::steps::Steps;
use contract::{AaSessionId, JourneyId, OfferId, Text};
use flow::Doubt;

use super::read::fingerprint;
use crate::clock::{now_ms, parse_ms};

/// What was last read of one journey. Lost at a restart without harm.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    pub journey: Option<Journey>,
    pub state: Option<JourneyState>,
    pub has_earlier: bool,
    pub profile: Option<ProfileSnapshot>,
    /// As the profile had it when it was last read.
    pub asked: Option<Asked>,
    pub offers: Option<Vec<Offer>>,
    /// Offers in full, beside the list row they were read for.
    pub details: HashMap<OfferId, (Option<Offer>, Offer)>,
    /// With which figures an offer was last looked through for contradictions.
    looked_through: HashMap<OfferId, u64>,
    pub steps: Option<Steps>,
    pub aa_sessions: Vec<AaSession>,
    /// A consent that was already asked to be reconciled.
    pub reconciled: Option<AaSessionId>,
    /// Of which lenders the receipts say that they got the application.
    pub noted: BTreeSet<String>,
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

    /// Keeps an offer that was read in full, and says in the log what its figures contradict.
    pub fn keep_offer(&mut self, row: Option<Offer>, offer: Offer) {
        for doubt in self.new_doubts(&offer) {
            let lender = offer.lender_name.as_str();
            tracing::warn!(offer = %offer.offer_id, lender, ?doubt, "an offer contradicts itself");
        }
        self.details.insert(offer.offer_id, (row, offer));
    }

    /// All but what was said in the log already.
    fn empty(&mut self) -> bool {
        *self = Self {
            looked_through: std::mem::take(&mut self.looked_through),
            used_at: self.used_at,
            ..Self::default()
        };
        true
    }

    /// Once for an offer and its figures, however often it is read.
    fn new_doubts(&mut self, offer: &Offer) -> Vec<Doubt> {
        let mut figures = DefaultHasher::new();
        flow::figures_mark(offer).hash(&mut figures);
        let figures = figures.finish();
        if self.looked_through.insert(offer.offer_id, figures) == Some(figures) {
            return Vec::new();
        }
        flow::doubts(offer)
    }

    /// Which kind of loan it is.
    pub fn kind(&self) -> Option<JourneyType> {
        self.journey.as_ref().map(|journey| journey.kind)
    }

    /// Whose offer this is.
    pub fn lender_of(&self, id: OfferId) -> Option<Text> {
        let detail = self.details.get(&id).map(|(_, offer)| offer);
        let mut rows = self.offers.iter().flatten();
        let offer = detail.or_else(|| rows.find(|row| row.offer_id == id))?;
        Some(offer.lender_name.clone())
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
        self.shelf().retain(|(owner, _), memory| {
            // One that is being read into just now goes for good.
            owner != borrower || memory.try_lock().is_ok_and(|mut memory| memory.empty())
        });
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

#[cfg(test)]
mod tests {
    use std::io;

    use contract::platform::offers::Quote;

    use super::*;

    fn offer(total: &str, apr: &str) -> Offer {
        Offer {
            amount_principal: Some("100000".into()),
            amount_net_disbursed: Some("97640".into()),
            amount_total_interest_payable: Some("6618".into()),
            installment_amount: Some("8884.83".into()),
            number_of_installments: Some("12".into()),
            offer_term: Some("12 months".into()),
            annual_percentage_rate: Some(apr.into()),
            quote: Some(Quote {
                total: Some(total.into()),
                ..Quote::default()
            }),
            ..Offer::new(OfferId::from_bytes([2; 16]), "Sahyadri".into())
        }
    }

    #[test]
    fn a_contradiction_is_told_once_for_an_offer_and_its_figures() {
        let (wrong, right) = (offer("106619", "16.56"), offer("106618", "16.56"));
        let memories = Memories::default();
        let told = |offer| {
            let memory = memories.of("somebody", JourneyId::from_bytes([1; 16]));
            memory.try_lock().unwrap().new_doubts(offer).len()
        };
        assert_eq!((told(&wrong), told(&wrong)), (1, 0));
        memories.forget("somebody");
        assert_eq!(told(&wrong), 0, "a webhook makes it no news");
        assert_eq!((told(&right), told(&wrong)), (0, 1));
    }

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Log {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn an_apr_beyond_half_a_point_is_a_line_in_the_log() {
        let log = Log::default();
        let writer = log.clone();
        let said = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(said, || {
            let mut memory = Memory::default();
            for apr in ["16.56", "17.06", "17.07", "17.07"] {
                memory.keep_offer(None, offer("106618", apr));
            }
        });
        let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        assert_eq!(log.lines().count(), 1, "{log}");
        assert!(log.contains("Sahyadri") && log.contains("Apr"), "{log}");
    }
}
