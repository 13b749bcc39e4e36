use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use contract::platform::profile::ProfileSections;
use contract::platform::status::StepKey;
use contract::{AaSessionId, BorrowerId, JourneyId};
use uuid::Uuid;

use crate::borrowers::{self, TestBorrower};
use crate::clock::Moment;
use crate::control::LoggedCall;
use crate::engine::journey::Journey;
use crate::engine::{self, Event};
use crate::faults::Faults;
use crate::market::Market;
use crate::platform::{Replays, Sessions, Windows};
use crate::settings::{Settings, Span};
use crate::text;
use crate::webhooks::{News, Outbox};

/// All that there is. Changed only under one lock, by one caller at a time.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) settings: Arc<Settings>,
    /// `http://127.0.0.1:PORT`
    pub(crate) base: String,
    /// When what is happening now happens; behind the clock while events are caught up with.
    pub(crate) now: Moment,
    chance: fastrand::Rng,
    events: BTreeMap<(Moment, u64), Event>,
    counted: u64,
    pub(crate) borrowers: BTreeMap<BorrowerId, Borrower>,
    pub(crate) journeys: BTreeMap<JourneyId, Journey>,
    pub(crate) links: BTreeMap<String, Link>,
    /// The link that another app of the borrower was opened with.
    pub(crate) apps: BTreeMap<JourneyId, String>,
    links_swept_at: Moment,
    pub(crate) sessions: Sessions,
    pub(crate) replays: Replays,
    pub(crate) windows: Windows,
    pub(crate) outbox: Outbox,
    pub(crate) calls: Vec<LoggedCall>,
    pub(crate) faults: Faults,
    /// Asked for the next applications.
    pub(crate) market: Option<Market>,
}

/// Somebody the platform knows.
#[derive(Debug)]
pub(crate) struct Borrower {
    pub(crate) external_id: String,
    /// What the partner said at sign-in.
    pub(crate) known: ProfileSections,
}

/// The key to a provider's page, part of its address.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) journey: JourneyId,
    pub(crate) to: LinkFor,
    pub(crate) expires_at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkFor {
    Aa(AaSessionId),
    /// With the attempt it is good for.
    Step(StepKey, u32),
    Payment(String),
}

/// Sixteen random bytes of a version 4 UUID.
pub(crate) fn new_id() -> [u8; 16] {
    *Uuid::new_v4().as_bytes()
}

impl World {
    pub(crate) fn new(settings: Arc<Settings>, base: String, now: Moment) -> Self {
        Self {
            chance: fastrand::Rng::with_seed(settings.seed),
            settings,
            base,
            now,
            events: BTreeMap::new(),
            counted: 0,
            borrowers: BTreeMap::new(),
            journeys: BTreeMap::new(),
            links: BTreeMap::new(),
            apps: BTreeMap::new(),
            links_swept_at: now,
            sessions: Sessions::default(),
            replays: Replays::default(),
            windows: Windows::default(),
            outbox: Outbox::default(),
            calls: Vec::new(),
            faults: Faults::default(),
            market: None,
        }
    }

    /// Lets happen everything that is due, each thing in its own moment, and tells of it.
    pub(crate) fn catch_up(&mut self, now: Moment) {
        while let Some(next) = self.events.first_entry()
            && next.key().0 <= now
        {
            let ((due, _), event) = next.remove_entry();
            self.now = self.now.max(due);
            engine::apply(self, event);
            self.tell();
        }
        self.now = self.now.max(now);
        self.tell();
    }

    /// One snapshot for every journey that changed.
    fn tell(&mut self) {
        for journey in self.journeys.values_mut() {
            if let Some(why) = journey.changed.take() {
                let external = self
                    .borrowers
                    .get(&journey.owner)
                    .map_or("", |borrower| borrower.external_id.as_str());
                let news = News::of(why, external, journey);
                self.outbox.tell(self.now, news, journey.script.webhooks());
            }
        }
    }

    /// Something will happen after a wait within this span.
    pub(crate) fn later(&mut self, span: Span, event: Event) {
        let wait = self.chance.u64(span.0..=span.1.max(span.0));
        self.at(self.now.plus(Duration::from_millis(wait)), event);
    }

    /// Something will happen then, whatever else is fast.
    pub(crate) fn in_seconds(&mut self, seconds: u32, event: Event) {
        self.at(self.now.plus_millis(i64::from(seconds) * 1_000), event);
    }

    pub(crate) fn at(&mut self, due: Moment, event: Event) {
        self.counted += 1;
        self.events.insert((due, self.counted), event);
    }

    /// A new key to a provider's page; those that have expired are forgotten.
    pub(crate) fn link(&mut self, journey: JourneyId, to: LinkFor, life: Duration) -> String {
        const MINUTE: i64 = 60_000;
        let now = self.now;
        if self.links_swept_at.plus_millis(MINUTE) <= now {
            self.links_swept_at = now;
            self.links
                .retain(|_, link| link.expires_at.plus_millis(60 * MINUTE) > now);
        }
        let token = text::random();
        let link = Link {
            journey,
            to,
            expires_at: now.plus(life),
        };
        self.links.insert(token.clone(), link);
        token
    }

    pub(crate) fn borrower_by_external_id(&self, external_id: &str) -> Option<BorrowerId> {
        self.borrowers
            .iter()
            .find(|(_, borrower)| borrower.external_id == external_id)
            .map(|(id, _)| *id)
    }

    /// Which of the sandbox's people a borrower is, as far as is known of them and of what they
    /// say in an application.
    pub(crate) fn person(
        &self,
        borrower: BorrowerId,
        said: Option<&ProfileSections>,
    ) -> Option<&'static TestBorrower> {
        let known = self.borrowers.get(&borrower)?;
        let sections = said.unwrap_or(&known.known);
        let profile = sections.profile.as_ref();
        let mobile = profile.and_then(|profile| profile.contact_number.as_ref());
        let pan = profile.and_then(|profile| profile.pan.as_ref());
        borrowers::behind(
            &known.external_id,
            mobile.map(contract::Text::as_str),
            pan.map(contract::Text::as_str),
        )
    }

    /// Of one borrower, newest first.
    pub(crate) fn journeys_of(&self, owner: BorrowerId) -> Vec<&Journey> {
        let mut own: Vec<&Journey> = self
            .journeys
            .values()
            .filter(|journey| journey.owner == owner)
            .collect();
        own.sort_by_key(|journey| std::cmp::Reverse(journey.created_at));
        own
    }
}
