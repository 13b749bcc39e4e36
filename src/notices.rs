//! The texts that consents are given to. Our server has them, in more languages than the app has
//! words; a notice can be read in any of them.

use std::sync::Arc;

use contract::app::{Consent, ConsentKind, Notice, Notices as Texts};
use contract::{JourneyId, OfferId, Text};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Fail};
use crate::app::App;

#[derive(Clone, Copy)]
pub(crate) struct Notices(StoredValue<State>);

#[derive(Clone, Copy)]
struct State {
    /// By the language they were asked for in, which the server may not have.
    held: RwSignal<Vec<(Text, Arc<Texts>)>>,
    /// Chosen inside a notice; else the language of the app.
    chosen: RwSignal<Option<Text>>,
    failed: RwSignal<bool>,
    /// On its way.
    asked: StoredValue<Option<Text>>,
}

impl Notices {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(State {
            held: RwSignal::new(Vec::new()),
            chosen: RwSignal::new(None),
            failed: RwSignal::new(false),
            asked: StoredValue::new(None),
        }))
    }

    fn state(self) -> State {
        self.0.get_value()
    }

    /// The texts in the language that is being read, tracked; asks for them where they are not here.
    pub(crate) fn now(self, app: App) -> Option<Arc<Texts>> {
        let State {
            held,
            chosen,
            failed,
            ..
        } = self.state();
        let tag = chosen.get();
        let tag = tag.unwrap_or_else(|| app.language.get().tag().into());
        let texts = held.with(|held| {
            let here = held.iter().find(|(asked, _)| *asked == tag);
            here.map(|(_, texts)| Arc::clone(texts))
        });
        if texts.is_none() && !failed.get() {
            self.fetch(tag);
        }
        texts
    }

    fn fetch(self, tag: Text) {
        let State {
            held,
            failed,
            asked,
            ..
        } = self.state();
        if asked.with_value(|asked| asked.as_ref() == Some(&tag)) {
            return;
        }
        asked.set_value(Some(tag.clone()));
        spawn_local(async move {
            let answer = api::notices(tag.as_str()).await;
            asked.set_value(None);
            match answer {
                Ok(texts) => held.update(|held| held.push((tag, Arc::new(texts)))),
                Err(_) => failed.set(true),
            }
        });
    }

    #[cfg(feature = "gallery")]
    pub(crate) fn start_anew(self) {
        self.state().held.set(Vec::new());
        self.read_in(None);
    }

    /// They could not be read; tracked.
    pub(crate) fn failed(self) -> bool {
        self.state().failed.get()
    }

    pub(crate) fn try_again(self) {
        self.state().failed.set(false);
    }

    /// Notices are read in this language from now on; `None`: in that of the app.
    pub(crate) fn read_in(self, tag: Option<Text>) {
        self.state().failed.set(false);
        self.state().chosen.set(tag);
    }

    /// The server knows other texts by now than those that are here.
    pub(crate) fn after_refusal(self, fail: &Fail) {
        if fail.is_reworded() {
            self.state().held.set(Vec::new());
        }
    }
}

/// The notice of this kind, and for this kind of loan where there are two.
pub(crate) fn find(texts: &Texts, kind: ConsentKind, gold: bool) -> Option<&Notice> {
    let of_kind = || texts.notices.iter().filter(move |it| it.kind == kind);
    of_kind()
        .find(|notice| notice.gold == gold)
        .or_else(|| of_kind().next())
}

/// A tick as the form holds it: which text was on screen when the box was ticked, and for what. It
/// stands for nothing else.
pub(crate) fn ticked(
    notice: &Notice,
    language: &Text,
    journey: JourneyId,
    offer: Option<OfferId>,
) -> String {
    let offer = offer.map(|offer| offer.to_string()).unwrap_or_default();
    let (version, language) = (notice.version.as_str(), language.as_str());
    [
        version,
        " ",
        language,
        " ",
        &journey.to_string(),
        " ",
        &offer,
    ]
    .concat()
}

/// The consent that such a tick gives.
pub(crate) fn consent(kind: ConsentKind, ticked: &str) -> Option<Consent> {
    let mut parts = ticked.split(' ');
    Some(Consent {
        kind,
        text_version: parts.next()?.into(),
        language: parts.next()?.into(),
    })
}
