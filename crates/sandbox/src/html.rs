//! The frame round every page of the sandbox.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// Served at `/sandbox.css`.
const STYLE: &str = include_str!("sandbox.css");

pub(crate) async fn style() -> impl IntoResponse {
    (
        [
            (header::CONTENT_TYPE, "text/css; charset=utf-8"),
            (header::CACHE_CONTROL, "max-age=300"),
        ],
        STYLE,
    )
}

/// What stands round a page.
#[derive(Debug)]
pub(crate) struct Frame<'a> {
    pub(crate) lang: &'a str,
    /// Whose page it pretends to be.
    pub(crate) who: &'a str,
    /// That nothing here is real.
    pub(crate) sandbox: &'a str,
    /// Links to the page in other languages.
    pub(crate) languages: Option<Markup>,
}

/// A whole page in English; `who` is whose page it pretends to be.
pub(crate) fn page(who: &str, title: &str, body: &Markup) -> Markup {
    let frame = Frame {
        lang: "en",
        who,
        sandbox: "Sandbox: nothing here is real. No money moves, nobody is asked.",
        languages: None,
    };
    page_in(&frame, title, body)
}

pub(crate) fn page_in(frame: &Frame, title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " - " (frame.who) }
                link rel="stylesheet" href="/sandbox.css";
                link rel="icon" href="data:,";
            }
            body {
                header {
                    p.who { (frame.who) }
                    p.sandbox { (frame.sandbox) }
                    @if let Some(languages) = &frame.languages { (languages) }
                }
                main {
                    h1 { (title) }
                    (body)
                }
            }
        }
    }
}

/// With the headers such a page should have. Forms may lead to the app: browsers apply
/// `form-action` to the redirect after a form as well.
pub(crate) fn respond(status: StatusCode, app_origin: &str, page: Markup) -> Response {
    respond_with(status, app_origin, page, "")
}

/// For a page that posts its own form.
pub(crate) fn respond_with_script(status: StatusCode, app_origin: &str, page: Markup) -> Response {
    respond_with(status, app_origin, page, "script-src 'self'; ")
}

fn respond_with(status: StatusCode, app_origin: &str, page: Markup, scripts: &str) -> Response {
    let mut response = (status, page).into_response();
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'none'; {scripts}style-src 'self'; img-src data:; \
         form-action 'self' {app_origin}; base-uri 'none'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
    response
}
