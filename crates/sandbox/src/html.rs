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

/// A whole page; `who` is whose page it pretends to be.
pub(crate) fn page(who: &str, title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " - " (who) }
                link rel="stylesheet" href="/sandbox.css";
                link rel="icon" href="data:,";
            }
            body {
                header {
                    p.who { (who) }
                    p.sandbox { "Sandbox: nothing here is real. No money moves, nobody is asked." }
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
    let mut response = (status, page).into_response();
    let headers = response.headers_mut();
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' {app_origin}; \
         base-uri 'none'; frame-ancestors 'none'"
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
