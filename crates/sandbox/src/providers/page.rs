//! What the pages of all providers have in common.

use axum::http::StatusCode;
use axum::response::Response;
use contract::platform::profile::Profile;
use maud::{Markup, html};
use serde::Deserialize;

use super::returns::Way;
use super::visit::Visit;
use super::words::{Head, Words, fill};
use crate::engine::journey::Journey;
use crate::html::{page_in, respond};
use crate::sandbox::Sandbox;

/// The only code there is.
pub(crate) const OTP: &str = "123456";

/// What a page posts to itself.
#[derive(Debug, Deserialize)]
pub(crate) struct Decision {
    decision: String,
    #[serde(default)]
    otp: String,
    #[serde(default)]
    pub(crate) branch: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Approve,
    Decline,
    /// Goes back without deciding.
    Leave,
    /// Approves with a wrong code.
    WrongCode,
}

impl Decision {
    pub(crate) fn choice(&self, with_code: bool) -> Choice {
        match self.decision.as_str() {
            "approve" if with_code && self.otp.trim() != OTP => Choice::WrongCode,
            "approve" => Choice::Approve,
            "decline" => Choice::Decline,
            _ => Choice::Leave,
        }
    }
}

/// A page's questions: what is to be chosen or typed, and yes and no of equal weight.
#[derive(Debug, Default)]
pub(crate) struct Form<'a> {
    pub(crate) yes: &'a str,
    pub(crate) no: &'a str,
    pub(crate) with_code: bool,
    pub(crate) error: Option<&'a str>,
    /// Before the buttons.
    pub(crate) choices: Option<Markup>,
}

impl Form<'_> {
    pub(crate) fn draw(&self, words: &Words) -> Markup {
        html! {
            form method="post" {
                @if let Some(choices) = &self.choices { (choices) }
                @if self.with_code { (self.code(words)) }
                div.choices {
                    button name="decision" value="approve" { (self.yes) }
                    button name="decision" value="decline" { (self.no) }
                }
                button.quiet name="decision" value="leave" formnovalidate { (words.leave) }
            }
        }
    }

    fn code(&self, words: &Words) -> Markup {
        html! {
            label for="otp" { (words.code) }
            p.hint id="otp-hint" { (fill(words.code_hint, &[("code", OTP)])) }
            @if let Some(error) = self.error {
                p.error id="otp-error" role="alert" { (error) }
            }
            input id="otp" name="otp" value=(OTP) inputmode="numeric"
                autocomplete="one-time-code"
                aria-describedby=(if self.error.is_some() { "otp-hint otp-error" } else { "otp-hint" })
                aria-invalid=[self.error.map(|_| "true")];
        }
    }
}

pub(crate) fn wrong_code(words: &Words) -> String {
    fill(words.code_wrong, &[("code", OTP)])
}

/// A whole page of a provider.
pub(crate) fn show(
    sandbox: &Sandbox,
    visit: Visit,
    status: StatusCode,
    head: Head,
    body: &Markup,
) -> Response {
    let page = page_in(&visit.frame(head.who), head.title, body);
    respond(status, &sandbox.settings.app_origin, page)
}

/// Used, replaced or too old: the app knows what comes next.
pub(crate) fn dead_link(sandbox: &Sandbox, visit: Visit, who: &'static str, way: &Way) -> Response {
    let words = visit.words;
    let body = html! {
        p { (words.dead_why) }
        p { a href=(way.home) { (words.back) } }
    };
    let head = Head {
        who,
        title: words.dead,
        yes: "",
    };
    show(sandbox, visit, StatusCode::GONE, head, &body)
}

/// Whose application it is, as far as the profile says.
pub(crate) fn borrower_name(words: &Words, journey: &Journey) -> String {
    journey
        .sections
        .profile
        .as_ref()
        .and_then(|profile: &Profile| profile.pan_name.as_ref())
        .map_or_else(|| words.somebody.to_owned(), ToString::to_string)
}
