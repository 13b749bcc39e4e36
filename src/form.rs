//! What is being typed, and what is wrong with it. Outlives the screen it is typed on.

use leptos::prelude::*;

use crate::api::Fail;
use crate::text::{Language, Words};

/// One field and the words for what is wrong with it, in whatever language is read.
#[derive(Clone)]
pub(crate) struct Flaw {
    pub(crate) field: &'static str,
    say: Say,
}

#[derive(Clone)]
enum Say {
    /// The server's, which nothing here can check.
    Server,
    Plain(fn(Words) -> &'static str),
    With(fn(Words) -> &'static str, String),
}

impl Flaw {
    pub(crate) fn new(field: &'static str, say: fn(Words) -> &'static str) -> Self {
        Self {
            field,
            say: Say::Plain(say),
        }
    }

    pub(crate) fn of_server(field: &'static str) -> Self {
        Self {
            field,
            say: Say::Server,
        }
    }

    /// With something to put at `{0}`.
    pub(crate) fn with(field: &'static str, say: fn(Words) -> &'static str, part: String) -> Self {
        Self {
            field,
            say: Say::With(say, part),
        }
    }

    pub(crate) fn words(&self, t: Words) -> String {
        match &self.say {
            Say::Server => t.errors.server.to_owned(),
            Say::Plain(say) => say(t).to_owned(),
            Say::With(say, part) => crate::text::fill(say(t), &[part]),
        }
    }
}

/// A value that passed, or the flaw that is shown; flaws of all fields are collected.
pub(crate) type Checked<T> = Result<T, Flaw>;

#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(crate) flaws: RwSignal<Vec<Flaw>>,
    /// Counts refusals: each leads to what is wrong, while what is mended leads nowhere.
    pub(crate) refusals: RwSignal<u32>,
    /// What came back instead of the next view.
    pub(crate) refusal: RwSignal<Option<Fail>>,
    drafts: StoredValue<Vec<(&'static str, ArcRwSignal<String>)>>,
    /// The flaws belong to the screen that is about to open.
    carried: StoredValue<bool>,
}

impl Form {
    pub(crate) fn new() -> Self {
        Self {
            flaws: RwSignal::new(Vec::new()),
            refusals: RwSignal::new(0),
            refusal: RwSignal::new(None),
            drafts: StoredValue::new(Vec::new()),
            carried: StoredValue::new(false),
        }
    }

    /// What was typed into a field, or what it starts with: the first to ask says what that is, so
    /// whoever only listens must do so from within a closure.
    pub(crate) fn draft(self, field: &'static str, start: &str) -> ArcRwSignal<String> {
        self.known(field).unwrap_or_else(|| {
            let draft = ArcRwSignal::new(start.to_owned());
            self.drafts
                .update_value(|drafts| drafts.push((field, draft.clone())));
            draft
        })
    }

    fn known(self, field: &'static str) -> Option<ArcRwSignal<String>> {
        self.drafts.with_value(|drafts| {
            drafts
                .iter()
                .find(|(name, _)| *name == field)
                .map(|(_, draft)| draft.clone())
        })
    }

    /// What stands in a field now; nothing in one that was never shown.
    pub(crate) fn typed(self, field: &'static str) -> String {
        self.known(field)
            .map(|draft| draft.get_untracked())
            .unwrap_or_default()
    }

    /// Once sent, the platform's answer is what counts.
    pub(crate) fn forget(self, fields: &[&'static str]) {
        self.drafts
            .update_value(|drafts| drafts.retain(|(name, _)| !fields.contains(name)));
    }

    pub(crate) fn forget_all(self) {
        self.drafts.update_value(Vec::clear);
    }

    /// Shows what is wrong; with `carried`, on the screen that opens next.
    pub(crate) fn refuse(self, flaws: Vec<Flaw>, carried: bool) {
        self.carried.set_value(carried);
        self.flaws.set(flaws);
        self.refusals.update(|count| *count += 1);
    }

    /// `changed` was left with another answer: what is mended is not shown any more. `still` is what
    /// is wrong now; what was not wrong before is not brought up here.
    pub(crate) fn mend(self, changed: &str, still: &[Flaw]) {
        let left = self.flaws.with_untracked(|flaws| {
            let left = |flaw: &Flaw| match flaw.say {
                Say::Server => (flaw.field != changed).then(|| flaw.clone()),
                _ => still.iter().find(|it| it.field == flaw.field).cloned(),
            };
            let left: Vec<Flaw> = flaws.iter().filter_map(left).collect();
            let t = Language::English.words();
            let same = left.len() == flaws.len()
                && left
                    .iter()
                    .zip(flaws)
                    .all(|(one, other)| one.words(t) == other.words(t));
            (!same).then_some(left)
        });
        if let Some(left) = left {
            self.flaws.set(left);
        }
    }

    pub(crate) fn clear(self) {
        self.carried.set_value(false);
        if !self.flaws.with_untracked(Vec::is_empty) {
            self.flaws.set(Vec::new());
        }
        if self.refusal.with_untracked(Option::is_some) {
            self.refusal.set(None);
        }
    }

    /// Says why something was not done, on this screen or, with `carried`, on the next.
    pub(crate) fn refuse_all(self, fail: Fail, carried: bool) {
        self.carried.set_value(carried);
        self.refusal.set(Some(fail));
    }

    /// Another screen is open now.
    pub(crate) fn turn_page(self) {
        if self.carried.get_value() {
            self.carried.set_value(false);
        } else {
            self.clear();
        }
    }

    pub(crate) fn flaw_of(self, field: &'static str, t: Words) -> Option<String> {
        self.flaws.with(|flaws| {
            flaws
                .iter()
                .find(|flaw| flaw.field == field)
                .map(|flaw| flaw.words(t))
        })
    }
}

/// Runs checks one by one and keeps every flaw.
pub(crate) struct Checks(Vec<Flaw>);

impl Checks {
    pub(crate) fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn take<T>(&mut self, checked: Checked<T>) -> Option<T> {
        checked.map_err(|flaw| self.0.push(flaw)).ok()
    }

    pub(crate) fn flaws(self) -> Vec<Flaw> {
        self.0
    }
}
