use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use super::authorize::{back_with_code, back_with_error, refuse};
use super::person::Person;
use super::{COOKIE, SignedIn};
use crate::borrowers;
use crate::html;
use crate::providers::OTP;
use crate::sandbox::{Sandbox, Shared};
use crate::scenarios::{self, Group};
use crate::text::{self, capitalised};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Input {
    borrower: Option<String>,
    mobile: String,
    otp: String,
    cancel: Option<String>,
}

/// What was typed and what is wrong with it.
#[derive(Debug, Default)]
struct Problems {
    mobile: String,
    wrong_mobile: bool,
    wrong_otp: bool,
}

pub(crate) async fn show(State(shared): State<Shared>, Path(request): Path<String>) -> Response {
    page(&shared, &request, StatusCode::OK, &Problems::default())
}

pub(crate) async fn submit(
    State(shared): State<Shared>,
    Path(request): Path<String>,
    Form(input): Form<Input>,
) -> Response {
    let Some(asked) = shared
        .idp
        .with(|state, _| state.requests.get(&request).cloned())
    else {
        return too_late(&shared);
    };
    if input.cancel.is_some() {
        let state = asked.state.as_deref();
        return back_with_error(&shared, state, "access_denied", "The borrower went back.");
    }
    let person = match person(&input) {
        Ok(person) => person,
        Err(problems) => {
            return page(
                &shared,
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                &problems,
            );
        }
    };
    let session = text::random();
    let who = shared.idp.with(|state, now| {
        state.requests.remove(&request);
        let who = SignedIn { person, at: now };
        state.sessions.insert(session.clone(), who.clone());
        who
    });
    let mut response = back_with_code(&shared, asked, who);
    let cookie = format!("{COOKIE}={session}; HttpOnly; SameSite=Lax; Path=/idp");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn person(input: &Input) -> Result<Person, Problems> {
    if let Some(person) = input.borrower.as_deref().and_then(Person::by_id) {
        return Ok(person);
    }
    let mobile = lending::Mobile::parse(&input.mobile);
    let wrong_otp = input.otp.trim() != OTP;
    match mobile {
        Ok(mobile) if !wrong_otp => Ok(Person::by_mobile(&mobile)),
        other => Err(Problems {
            mobile: input.mobile.clone(),
            wrong_mobile: other.is_err(),
            wrong_otp,
        }),
    }
}

fn too_late(sandbox: &Sandbox) -> Response {
    refuse(
        sandbox,
        "It was finished before, or waited for longer than ten minutes. Go back to the app.",
    )
}

fn page(sandbox: &Sandbox, request: &str, status: StatusCode, problems: &Problems) -> Response {
    let open = sandbox
        .idp
        .with(|state, _| state.requests.contains_key(request));
    if !open {
        return too_late(sandbox);
    }
    let body = html! {
        form method="post" {
            h2 { "Test borrowers" }
            @for borrower in borrowers::ALL {
                button name="borrower" value=(borrower.id)
                    aria-describedby={ "meets-" (borrower.id) } {
                    "Continue as " (borrower.claims.name)
                }
                p.hint id={ "meets-" (borrower.id) } { (borrower.meets) }
            }
        }
        (scenario_forms())
        form method="post" {
            h2 { "Anybody else" }
            (fields(problems))
            button { "Continue with this number" }
        }
        form method="post" {
            button.quiet name="cancel" value="yes" { "Back to the app" }
        }
    };
    let page = html::page("Sandbox sign-in", "Who are you?", &body);
    html::respond(status, &sandbox.settings.app_origin, page)
}

/// Somebody for every scenario, out of the way of those who just want to look.
fn scenario_forms() -> Markup {
    html! {
        details {
            summary { "Scenarios" }
            @for group in Group::ALL {
                form method="post" {
                    h2 { (capitalised(group.as_str())) }
                    @for scenario in scenarios::ALL.iter().filter(|scenario| scenario.group == group) {
                        button name="borrower" value=(scenario.name)
                            aria-describedby={ "meets-" (scenario.name) } {
                            "Continue as " (scenario.name)
                        }
                        p.hint id={ "meets-" (scenario.name) } { (scenario.says) }
                    }
                }
            }
        }
    }
}

fn fields(problems: &Problems) -> Markup {
    html! {
        label for="mobile" { "Mobile number" }
        p.hint id="mobile-hint" { "Any Indian number: it is a new borrower without a profile." }
        @if problems.wrong_mobile {
            p.error id="mobile-error" role="alert" { "Enter a mobile number of ten digits." }
        }
        input id="mobile" name="mobile" type="tel" autocomplete="tel" value=(problems.mobile)
            aria-describedby=(described("mobile", problems.wrong_mobile))
            aria-invalid=[problems.wrong_mobile.then_some("true")];
        label for="otp" { "Code from the SMS" }
        p.hint id="otp-hint" { "In the sandbox it is always " (OTP) "." }
        @if problems.wrong_otp {
            p.error id="otp-error" role="alert" { "This is not the code. Enter " (OTP) "." }
        }
        input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code"
            aria-describedby=(described("otp", problems.wrong_otp))
            aria-invalid=[problems.wrong_otp.then_some("true")];
    }
}

fn described(field: &str, wrong: bool) -> String {
    if wrong {
        format!("{field}-hint {field}-error")
    } else {
        format!("{field}-hint")
    }
}
