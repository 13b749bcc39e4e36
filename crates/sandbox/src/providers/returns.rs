//! How a provider sends the borrower back.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use url::Url;

use super::visit::Visit;
use crate::html;
use crate::sandbox::Sandbox;
use crate::text;

/// Where a party's borrowers come back to when no address came with the request.
pub(crate) fn registered(sandbox: &Sandbox, party: &str) -> String {
    format!("{}/return/{party}", sandbox.settings.app_origin)
}

/// The way back to the app.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub(crate) home: String,
    pub(crate) by_post: bool,
}

impl Way {
    /// As the address of the page says, the script of its borrower, or the whole world.
    pub(crate) fn of(sandbox: &Sandbox, visit: Visit, token: &str, home: String) -> Self {
        let by_post = sandbox.with(|world| {
            let link = world.links.get(token);
            let journey = link.and_then(|link| world.journeys.get(&link.journey));
            let scripted = journey.is_some_and(|journey| journey.script.returns_by_post());
            visit.post || scripted || world.faults.return_by_post
        });
        Self { home, by_post }
    }

    /// Sends the browser on, with what providers like to add: a reference of their own and what
    /// they think happened. Neither proves anything.
    pub(crate) fn send(&self, sandbox: &Sandbox, visit: Visit, outcome: &str) -> Response {
        let added = [("txnid", text::short()), ("status", outcome.to_owned())];
        if self.by_post {
            return self.form(sandbox, visit, &added);
        }
        Redirect::to(&self.address(&added)).into_response()
    }

    /// The address to come back to by a link.
    pub(crate) fn link(&self, outcome: &str) -> String {
        self.address(&[("txnid", text::short()), ("status", outcome.to_owned())])
    }

    fn address(&self, added: &[(&str, String)]) -> String {
        let Ok(mut url) = Url::parse(&self.home) else {
            return self.home.clone();
        };
        url.query_pairs_mut().extend_pairs(added);
        url.into()
    }

    /// A form that posts itself, as many providers have it.
    fn form(&self, sandbox: &Sandbox, visit: Visit, added: &[(&str, String)]) -> Response {
        let words = visit.words;
        let body = html! {
            p { (words.going_back_why) }
            form method="post" action=(self.home) {
                @for (name, value) in added {
                    input type="hidden" name=(name) value=(value);
                }
                button { (words.back) }
            }
            script src="/post.js" {}
        };
        let page = html::page_in(&visit.last_frame("Sandbox"), words.going_back, &body);
        html::respond_with_script(StatusCode::OK, &sandbox.settings.app_origin, page)
    }
}

pub(super) async fn script() -> impl IntoResponse {
    (
        [
            (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
            (header::CACHE_CONTROL, "max-age=300"),
        ],
        "document.forms[0].submit();\n",
    )
}

/// Goes on by itself once it was read.
pub(crate) fn soon(mut response: Response, address: &str) -> Response {
    const SECONDS: u32 = 2;
    if let Ok(value) = HeaderValue::from_str(&format!("{SECONDS}; url={address}")) {
        response.headers_mut().insert("refresh", value);
    }
    response
}
