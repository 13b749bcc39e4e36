use contract::app::ProblemCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Session, Store};
use crate::api::{self, Fail, Intent};
use crate::browser;

impl Store {
    /// Sends an intent; `done` hears how it went, and the next view is in place before it does.
    /// Whoever has turned elsewhere or signed out meanwhile neither sees that view nor hears.
    pub(crate) fn act(self, intent: Intent, done: Box<dyn FnOnce(Result<(), Fail>)>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.drop_draft();
        if self.talk.with_value(|talk| talk.keeping) {
            self.next
                .set_value(Some(Box::new(move || self.act_now(intent, done))));
        } else {
            self.act_now(intent, done);
        }
    }

    /// Keeps what has been typed so far, once the borrower has stopped for a moment: who goes on at
    /// once sends it anyway. Nobody waits for it or hears how it went.
    pub(crate) fn keep(self, draft: Intent) {
        const A_MOMENT_MS: u32 = 2_000;
        self.drop_draft();
        let pause = browser::after(A_MOMENT_MS, move || self.keep_now());
        self.talk.update_value(|talk| {
            talk.draft = Some(draft);
            talk.pause = pause;
        });
    }

    pub(super) fn drop_draft(self) {
        self.talk.update_value(|talk| {
            talk.draft = None;
            if let Some(pause) = talk.pause.take() {
                pause.cancel();
            }
        });
    }

    /// The same, before the page is left. One draft after the other, so that none overtakes another.
    pub(crate) fn keep_now(self) {
        if self.busy.get_untracked() || self.talk.with_value(|talk| talk.keeping) {
            return;
        }
        let draft = self.talk.try_update_value(|talk| talk.draft.take());
        let Some(draft) = draft.flatten() else {
            return;
        };
        self.talk.update_value(|talk| talk.keeping = true);
        let turn = self.turn();
        let focus = self.talk.with_value(|talk| talk.offer);
        spawn_local(async move {
            let answer = api::act(&draft, focus, &browser::new_key()).await;
            self.talk.update_value(|talk| talk.keeping = false);
            if let Some(next) = self.next.try_update_value(Option::take).flatten() {
                next();
                return;
            }
            if self.turn() != turn {
                return;
            }
            if let Ok((view, etag)) = answer {
                self.take_view(view, etag);
            }
            self.keep_now();
        });
    }

    fn act_now(self, intent: Intent, done: Box<dyn FnOnce(Result<(), Fail>)>) {
        let turn = self.next_turn();
        let (key, focus) = self.talk.with_value(|talk| {
            let key = match &talk.unanswered {
                Some((earlier, key)) if *earlier == intent => key.clone(),
                _ => browser::new_key(),
            };
            (key, talk.offer.filter(|_| intent.keeps_focus()))
        });
        spawn_local(async move {
            let answer = api::act(&intent, focus, &key).await;
            self.busy.set(false);
            let late = self.turn() != turn;
            if late && self.session.get_untracked() != Session::SignedIn {
                return;
            }
            let journey = intent.journey();
            self.talk.update_value(|talk| {
                talk.unanswered = match &answer {
                    Err(fail) if fail.retryable() => Some((intent, key)),
                    _ => None,
                };
            });
            if late {
                let here = self.talk.with_value(|talk| talk.journey);
                if here.is_none() || here == journey {
                    self.refresh();
                }
                return;
            }
            match answer {
                Ok((view, etag)) => {
                    // What the answer is about is where we are now: going there reads nothing.
                    self.talk.update_value(|talk| {
                        talk.journey = talk.journey.filter(|_| journey.is_some());
                        talk.offer = focus.or(view.focus);
                    });
                    self.take_view(view, etag);
                    done(Ok(()));
                }
                Err(fail) => {
                    self.after_refusal(&fail);
                    done(Err(fail));
                }
            }
        });
    }

    /// A refused call says as much about the session as a read does; the rest is the screen's.
    pub(crate) fn after_refusal(self, fail: &Fail) {
        match fail.code() {
            Some(ProblemCode::SessionRequired) => self.end_session(),
            Some(
                ProblemCode::OfferLocked
                | ProblemCode::StateChanged
                | ProblemCode::StillWorking
                | ProblemCode::ConsentRequired,
            ) => self.refresh(),
            _ => self.plan(self.turn()),
        }
    }
}
