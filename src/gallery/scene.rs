use std::sync::Arc;

use contract::app::{JourneyList, JourneyView, ReceiptList};

use super::papers;
use crate::api::Fail;
use crate::journey::{Session, Trouble};
use crate::route::{Home, Route};

/// One picture: what the app knows, and what the borrower did last.
#[derive(Clone)]
pub(super) struct Scene {
    /// As `flow::name` has it, or our own word for what no view describes.
    pub(super) state: String,
    /// Where it comes from, for the list.
    pub(super) from: String,
    /// When it was seen, in Unix milliseconds.
    pub(super) at: Option<i64>,
    pub(super) view: Option<Arc<JourneyView>>,
    pub(super) route: Route,
    pub(super) session: Session,
    pub(super) trouble: Option<Trouble>,
    pub(super) fail: Option<Fail>,
    /// Field and text.
    pub(super) typed: &'static [(&'static str, &'static str)],
    /// What is clicked, by its CSS selector.
    pub(super) press: Option<&'static str>,
    /// The page is still here after a door was opened.
    pub(super) stayed: bool,
    /// Waiting has become long.
    pub(super) late: bool,
    /// What the list of applications holds; `None`: it has not come yet.
    pub(super) listed: Option<JourneyList>,
    /// What was agreed to; `None`: it has not come yet.
    pub(super) receipts: Option<ReceiptList>,
    /// The consent texts cannot be read.
    pub(super) no_notices: bool,
}

const SECOND: i64 = 1_000;
/// 22 November 2026, 10:42 in India, where a view tells no time.
const MORNING: i64 = 1_795_324_320_000;

impl Scene {
    /// Somebody is signed in; nothing else is known.
    pub(super) fn new(state: &str, from: &str) -> Self {
        Self {
            state: state.to_owned(),
            from: from.to_owned(),
            at: None,
            view: None,
            route: Route::HOME,
            session: Session::SignedIn,
            trouble: None,
            fail: None,
            typed: &[],
            press: None,
            stayed: false,
            late: false,
            listed: None,
            receipts: None,
            no_notices: false,
        }
    }

    pub(super) fn of(state: &str, from: &str, view: JourneyView) -> Self {
        Self {
            route: Route::Home(Home {
                offer: view.focus,
                ..Home::default()
            }),
            view: Some(Arc::new(view)),
            ..Self::new(state, from)
        }
    }

    /// The address names no scene.
    pub(super) fn missing(state: &str) -> Self {
        Self {
            route: Route::NotFound,
            ..Self::new(state, "")
        }
    }

    /// The first word of the state.
    pub(super) fn screen(&self) -> &str {
        self.state.split(['.', '+']).next().unwrap_or_default()
    }

    pub(super) fn change_view(&mut self, change: impl FnOnce(&mut JourneyView)) {
        if let Some(view) = &mut self.view {
            change(Arc::make_mut(view));
        }
    }

    /// The time on the wall.
    pub(super) fn clock(&self) -> i64 {
        let at = self.at.unwrap_or(MORNING);
        match self.view.as_ref().and_then(|view| view.pace.until) {
            Some(until) if self.late => until + SECOND,
            // Times of recorded views are rounded.
            Some(until) => at.min(until - SECOND),
            None => at,
        }
    }

    /// What our server would say, by path.
    pub(super) fn answers(&self) -> Vec<(&'static str, String)> {
        let listed = self.listed.as_ref();
        let listed = listed.and_then(|list| serde_json::to_string(list).ok());
        let receipts = self.receipts.as_ref();
        let receipts = receipts.and_then(|list| serde_json::to_string(list).ok());
        let mut answers = papers::notices();
        if self.no_notices {
            for (_, text) in &mut answers {
                text.clear();
            }
        }
        answers.extend(listed.map(|list| ("/api/journeys", list)));
        answers.extend(receipts.map(|list| ("/api/consents", list)));
        answers
    }
}
