//! What the gallery changes of the browser: time stands still, nothing is asked, and the address
//! stays.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::fetch::{Answer, Request};

thread_local! {
    static CLOCK: Cell<Option<i64>> = const { Cell::new(None) };
    static ANSWERS: RefCell<Vec<(&'static str, String)>> = const { RefCell::new(Vec::new()) };
}

/// What stands after `/gallery`, with dots between its words: a dot in a last word asks our server
/// for a file.
pub(crate) fn place() -> Option<String> {
    let path = super::address().path;
    let rest = path.strip_prefix("/gallery")?;
    let ours = rest.is_empty() || rest.starts_with('/');
    ours.then(|| rest.trim_matches('/').replace('/', "."))
}

pub(crate) fn url(state: &str) -> String {
    ["/gallery/", &state.replace('.', "/")].concat()
}

/// A screen of the gallery is shown.
pub(crate) fn is_open() -> bool {
    place().is_some_and(|place| !place.is_empty())
}

/// The moment at which time stands still.
pub(crate) fn clock() -> Option<i64> {
    CLOCK.get()
}

pub(crate) fn stop_clock(millis: i64) {
    CLOCK.set(Some(millis));
}

/// What our server would say, by path.
pub(crate) fn prepare(answers: Vec<(&'static str, String)>) {
    ANSWERS.set(answers);
}

/// No answer ever comes but one that was prepared.
pub(super) async fn answer(request: &Request<'_>) -> Answer {
    let body = ANSWERS.with_borrow(|answers| {
        answers
            .iter()
            .find(|(path, _)| *path == request.path)
            .map(|(_, body)| body.clone())
    });
    match body {
        Some(body) => Answer {
            status: 200,
            etag: None,
            body,
        },
        None => std::future::pending().await,
    }
}

pub(crate) fn press(selector: &str) {
    let found = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        element.click();
    }
}

/// Says to who takes pictures what is drawn now; empty while it is not.
pub(crate) fn tell(state: &str) {
    if let Some(body) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.body())
    {
        let _ = body.set_attribute("data-state", state);
    }
}
