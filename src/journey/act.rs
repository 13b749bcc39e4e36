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
                ProblemCode::OfferLocked | ProblemCode::StateChanged | ProblemCode::StillWorking,
            ) => self.refresh(),
            _ => self.plan(self.turn()),
        }
    }
}
