//! What the pages of all providers have in common.

use axum::http::StatusCode;
use axum::response::Response;
use contract::platform::status::StepKey;
use contract::{JourneyId, platform::profile::Profile};
use maud::{Markup, html};
use serde::Deserialize;

use super::returns;
use crate::engine::journey::{Card, Journey};
use crate::engine::steps;
use crate::html;
use crate::sandbox::Sandbox;
use crate::world::{LinkFor, World};

/// The only code there is.
pub(crate) const OTP: &str = "123456";

/// What a page posts to itself.
#[derive(Debug, Deserialize)]
pub(crate) struct Decision {
    decision: String,
    #[serde(default)]
    otp: String,
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

/// A provider whose page belongs to a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StepPage {
    pub(crate) key: StepKey,
    pub(crate) who: &'static str,
    /// The last part of the return address.
    pub(crate) party: &'static str,
    pub(crate) title: &'static str,
    pub(crate) approve: &'static str,
    pub(crate) decline: &'static str,
    pub(crate) with_code: bool,
    pub(crate) body: fn(&Journey, &Card) -> Markup,
}

impl StepPage {
    pub(crate) fn show(&self, sandbox: &Sandbox, token: &str) -> Response {
        self.answer(sandbox, token, StatusCode::OK, None)
    }

    pub(crate) fn decide(&self, sandbox: &Sandbox, token: &str, decision: &Decision) -> Response {
        let home = returns::registered(sandbox, self.party);
        let (approves, outcome) = match decision.choice(self.with_code) {
            Choice::Leave => return returns::send_back(&home, "left"),
            Choice::WrongCode => {
                let say = "This is not the code. Enter 123456.";
                return self.answer(sandbox, token, StatusCode::UNPROCESSABLE_ENTITY, Some(say));
            }
            Choice::Approve => (true, "success"),
            Choice::Decline => (false, "failure"),
        };
        let done = sandbox.with(|world| {
            let (journey, attempt) = open_link(world, token, self.key)?;
            steps::decided(world, journey, self.key, attempt, approves).then_some(())
        });
        match done {
            Some(()) => returns::send_back(&home, outcome),
            None => dead_link(sandbox, self.who, &home),
        }
    }

    fn answer(
        &self,
        sandbox: &Sandbox,
        token: &str,
        status: StatusCode,
        error: Option<&str>,
    ) -> Response {
        let body = sandbox.with(|world| {
            let (id, attempt) = open_link(world, token, self.key)?;
            let journey = world.journeys.get_mut(&id)?;
            steps::current(journey, self.key)
                .filter(|room| room.is_open() && room.attempts == attempt)?;
            Some((self.body)(journey, journey.chosen_card()?))
        });
        let home = returns::registered(sandbox, self.party);
        match body {
            None => dead_link(sandbox, self.who, &home),
            Some(body) => {
                let form = form(self.approve, self.decline, self.with_code, error);
                let page = html::page(self.who, self.title, &html! { (body) (form) });
                html::respond(status, &sandbox.settings.app_origin, page)
            }
        }
    }
}

/// The journey and attempt of a link that is good.
fn open_link(world: &World, token: &str, key: StepKey) -> Option<(JourneyId, u32)> {
    let link = world.links.get(token)?;
    match link.to {
        LinkFor::Step(known, attempt) if known == key && link.expires_at > world.now => {
            Some((link.journey, attempt))
        }
        _ => None,
    }
}

/// Code, yes and no of equal weight, and the way back.
pub(crate) fn form(approve: &str, decline: &str, with_code: bool, error: Option<&str>) -> Markup {
    html! {
        form method="post" {
            @if with_code {
                label for="otp" { "Code from the SMS" }
                p.hint id="otp-hint" { "In the sandbox it is always " (OTP) "." }
                @if let Some(error) = error {
                    p.error id="otp-error" role="alert" { (error) }
                }
                input id="otp" name="otp" value=(OTP) inputmode="numeric"
                    autocomplete="one-time-code"
                    aria-describedby=(if error.is_some() { "otp-hint otp-error" } else { "otp-hint" })
                    aria-invalid=[error.map(|_| "true")];
            }
            div.choices {
                button name="decision" value="approve" { (approve) }
                button name="decision" value="decline" { (decline) }
            }
            button.quiet name="decision" value="leave" { "Go back without deciding" }
        }
    }
}

/// Used, replaced or too old: the app knows what comes next.
pub(crate) fn dead_link(sandbox: &Sandbox, who: &str, home: &str) -> Response {
    let body = html! {
        p { "It was used before, was replaced by a newer one, or is too old." }
        p { a href=(home) { "Go back to the app" } }
    };
    let page = html::page(who, "This link is no longer good", &body);
    html::respond(StatusCode::GONE, &sandbox.settings.app_origin, page)
}

/// Whose application it is, as far as the profile says.
pub(crate) fn borrower_name(journey: &Journey) -> String {
    journey
        .sections
        .profile
        .as_ref()
        .and_then(|profile: &Profile| profile.pan_name.as_ref())
        .map_or_else(|| "The borrower".to_owned(), ToString::to_string)
}
