//! What is known of the borrower's journey, for as long as the app runs.
//!
//! Holds the last view, asks again at the pace the view sets, and sends intents. Everything here
//! lives in signals of the root: a screen may go away while a call is under way.

mod act;
mod state;

use std::sync::Arc;

use contract::app::{JourneyView, ProblemCode};
use contract::{JourneyId, OfferId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Fail, Read};
use crate::browser;

pub(crate) use state::{Session, Trouble};
use state::{Talk, pause_after};

#[derive(Clone, Copy)]
pub(crate) struct Store {
    view: RwSignal<Option<Arc<JourneyView>>>,
    pub(crate) session: RwSignal<Session>,
    pub(crate) trouble: RwSignal<Option<Trouble>>,
    /// An intent is on its way.
    pub(crate) busy: RwSignal<bool>,
    /// Unix milliseconds of the last answer; 0 before the first.
    pub(crate) checked_at: RwSignal<i64>,
    talk: StoredValue<Talk>,
    /// Waits until what is being kept has arrived.
    next: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
}

/// Remembers, without saying who, that somebody has signed in here.
const SEEN: &str = "seen";

impl Store {
    pub(crate) fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            session: RwSignal::new(Session::Unknown),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
            checked_at: RwSignal::new(0),
            talk: StoredValue::new(Talk::default()),
            next: StoredValue::new_local(None),
        }
    }

    /// Holds what a screen of the gallery is drawn from, as if it had just been read.
    #[cfg(feature = "gallery")]
    pub(crate) fn hold(self, view: Option<Arc<JourneyView>>, session: Session) {
        self.forget(session);
        self.busy.set(false);
        self.view.set(view);
        self.checked_at.set(browser::now_ms());
    }

    /// The view, tracked.
    pub(crate) fn view(self) -> Option<Arc<JourneyView>> {
        self.view.get()
    }

    /// The view as it is now, untracked.
    pub(crate) fn now(self) -> Option<Arc<JourneyView>> {
        self.view.get_untracked()
    }

    pub(crate) fn journey_id(self) -> Option<JourneyId> {
        self.now()?.journey.as_ref().map(|journey| journey.id)
    }

    /// Turns to another journey or offer. A card that is already here is shown at once.
    pub(crate) fn turn_to(self, journey: Option<JourneyId>, offer: Option<OfferId>) {
        let same_journey = self.talk.with_value(|talk| talk.journey == journey);
        let same = same_journey && self.talk.with_value(|talk| talk.offer == offer);
        if same && self.session.get_untracked() != Session::Unknown {
            return;
        }
        self.talk.update_value(|talk| {
            talk.journey = journey;
            talk.offer = offer;
            talk.etag = None;
        });
        if self.trouble.get_untracked() == Some(Trouble::Missing) {
            self.trouble.set(None);
        }
        match self.now().filter(|_| same_journey) {
            Some(view) => self.view.set(Some(Arc::new(JourneyView {
                focus: offer,
                ..JourneyView::clone(&view)
            }))),
            None => self.view.set(None),
        }
        self.refresh();
    }

    /// Reads the view for the first time: the page has already asked for it.
    pub(crate) fn begin(self, journey: Option<JourneyId>, offer: Option<OfferId>) {
        let turn = self.next_turn();
        self.talk.update_value(|talk| {
            talk.journey = journey;
            talk.offer = offer;
        });
        spawn_local(async move {
            let read = match api::early_view().await {
                Some(read) => read,
                None => api::view(journey, offer, None).await,
            };
            self.take_read(turn, read);
        });
    }

    /// Reads the view now.
    pub(crate) fn refresh(self) {
        let turn = self.next_turn();
        let (journey, offer, etag) = self
            .talk
            .with_value(|talk| (talk.journey, talk.offer, talk.etag.clone()));
        spawn_local(async move {
            let read = api::view(journey, offer, etag.as_deref()).await;
            self.take_read(turn, read);
        });
    }

    /// The borrower looks at the page again. Several events say so at once; one read is enough, and
    /// what comes right after an answer is read a moment later.
    pub(crate) fn look(self) {
        const JUST_NOW_MS: u32 = 500;
        let trouble = self.trouble.get_untracked().is_some();
        let first = self.session.get_untracked() == Session::Unknown;
        if self.busy.get_untracked() || (first && !trouble) {
            return;
        }
        let called = self.talk.with_value(|talk| talk.called_at);
        let last = called.max(self.checked_at.get_untracked());
        let asks_anyway = self.now().is_some_and(|view| view.pace.after_ms > 0);
        if browser::now_ms() - last >= i64::from(JUST_NOW_MS) {
            self.refresh();
        } else if !asks_anyway {
            self.wait(self.turn(), JUST_NOW_MS);
        }
    }

    fn turn(self) -> u32 {
        self.talk.with_value(|talk| talk.turn)
    }

    fn next_turn(self) -> u32 {
        self.talk
            .try_update_value(|talk| {
                if let Some(timer) = talk.timer.take() {
                    timer.cancel();
                }
                talk.turn = talk.turn.wrapping_add(1);
                talk.called_at = browser::now_ms();
                talk.turn
            })
            .unwrap_or_default()
    }

    pub(crate) fn sign_out(self) {
        browser::set_cookie(SEEN, "");
        self.forget(Session::SignedOut);
    }

    /// Nothing read for one borrower is left for the next, and what is on its way comes too late.
    fn forget(self, session: Session) {
        self.next_turn();
        self.drop_draft();
        self.talk.update_value(|talk| {
            talk.etag = None;
            talk.unanswered = None;
        });
        self.view.set(None);
        self.trouble.set(None);
        self.session.set(session);
    }

    fn take_read(self, turn: u32, read: Result<Read, Fail>) {
        if self.turn() != turn {
            return;
        }
        match read {
            Ok(Read::View(view, etag)) => self.take_view(view, etag),
            Ok(Read::Unchanged) => self.answered(),
            Err(fail) => self.take_failure(turn, &fail),
        }
    }

    fn take_view(self, view: Box<JourneyView>, etag: Option<String>) {
        self.talk.update_value(|talk| talk.etag = etag);
        self.view.set(Some(Arc::from(view)));
        if self.session.get_untracked() != Session::SignedIn {
            self.session.set(Session::SignedIn);
            browser::set_cookie(SEEN, "1");
        }
        self.answered();
    }

    fn answered(self) {
        self.checked_at.set(browser::now_ms());
        if self.trouble.get_untracked().is_some() {
            self.trouble.set(None);
        }
        self.talk.update_value(|talk| talk.failures = 0);
        self.plan(self.turn());
    }

    fn take_failure(self, turn: u32, fail: &Fail) {
        let code = match fail.code() {
            Some(ProblemCode::SessionRequired) => return self.end_session(),
            Some(ProblemCode::NotFound) => {
                self.trouble.set(Some(Trouble::Missing));
                return;
            }
            Some(code) => Some(code),
            None => None,
        };
        let failures = self.talk.with_value(|talk| talk.failures);
        self.talk.update_value(|talk| talk.failures = failures + 1);
        let asked = fail.retry_after().unwrap_or(0).saturating_mul(1_000);
        let pause = pause_after(failures).max(asked);
        self.trouble.set(Some(match code {
            None => Trouble::Offline,
            Some(ProblemCode::TooManyRequests) => Trouble::Busy(pause.div_ceil(1_000)),
            Some(_) => Trouble::Down,
        }));
        self.wait(turn, pause);
    }

    fn end_session(self) {
        let known =
            self.session.get_untracked() == Session::SignedIn || browser::cookie(SEEN).is_some();
        self.forget(if known {
            Session::Ended
        } else {
            Session::SignedOut
        });
    }

    /// Asks again when the view says so.
    fn plan(self, turn: u32) {
        let pause = self.now().map_or(0, |view| view.pace.after_ms);
        if pause > 0 {
            self.wait(turn, pause);
        }
    }

    fn wait(self, turn: u32, pause: u32) {
        let timer = browser::after(pause, move || {
            let due = self.turn() == turn;
            // A hidden page asks again when it is looked at.
            if due && !browser::hidden() {
                self.refresh();
            }
        });
        self.talk.update_value(|talk| {
            if let Some(earlier) = talk.timer.take() {
                earlier.cancel();
            }
            talk.timer = timer;
        });
    }
}
