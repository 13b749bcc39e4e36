use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;

use super::{Asked, CLIENT, Code, SignedIn, callback, cookie, issuer};
use crate::html;
use crate::sandbox::{Sandbox, Shared};
use crate::text;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Params {
    client_id: String,
    redirect_uri: String,
    response_type: String,
    scope: String,
    state: Option<String>,
    nonce: Option<String>,
    code_challenge: String,
    code_challenge_method: String,
    prompt: String,
    max_age: Option<i64>,
}

/// Shows the sign-in page, or goes straight back when the borrower is known here already.
pub(crate) async fn authorize(
    State(shared): State<Shared>,
    Query(params): Query<Params>,
    headers: HeaderMap,
) -> Response {
    // Without these two nothing may be sent anywhere.
    if params.client_id != CLIENT || params.redirect_uri != callback(&shared) {
        return refuse(&shared, "client_id or redirect_uri is not registered.");
    }
    if let Err((error, description)) = check(&params) {
        return back_with_error(&shared, params.state.as_deref(), error, description);
    }
    let wants_page = params.prompt.split(' ').any(|word| word == "login");
    let no_page = params.prompt == "none";
    let signed_in = cookie(&headers).and_then(|cookie| {
        shared.idp.with(|state, now| {
            state
                .sessions
                .get(&cookie)
                .filter(|who| {
                    params
                        .max_age
                        .is_none_or(|age| now <= who.at.plus_millis(age.saturating_mul(1_000)))
                })
                .cloned()
        })
    });
    let state = params.state.clone();
    let asked = shared.idp.with(|_, now| Asked {
        since: now,
        redirect_uri: params.redirect_uri,
        state: params.state,
        nonce: params.nonce,
        challenge: params.code_challenge,
    });
    match signed_in {
        Some(who) if !wants_page => back_with_code(&shared, asked, who),
        _ if no_page => back_with_error(&shared, state.as_deref(), "login_required", "Sign in."),
        _ => {
            let request = text::random();
            shared
                .idp
                .with(|state, _| state.requests.insert(request.clone(), asked));
            Redirect::to(&format!("/idp/sign-in/{request}")).into_response()
        }
    }
}

fn check(params: &Params) -> Result<(), (&'static str, &'static str)> {
    if params.response_type != "code" {
        return Err(("unsupported_response_type", "Only code."));
    }
    if !params.scope.split(' ').any(|word| word == "openid") {
        return Err(("invalid_scope", "The scope holds openid."));
    }
    if params.code_challenge_method != "S256" || params.code_challenge.len() != 43 {
        return Err(("invalid_request", "PKCE with S256 is required."));
    }
    Ok(())
}

pub(crate) fn refuse(sandbox: &Sandbox, why: &str) -> Response {
    let page = html::page(
        "Sandbox sign-in",
        "This sign-in cannot go on",
        &html! { p { (why) } },
    );
    html::respond(StatusCode::BAD_REQUEST, &sandbox.settings.app_origin, page)
}

pub(crate) fn back_with_code(sandbox: &Sandbox, asked: Asked, who: SignedIn) -> Response {
    let code = text::random();
    let state = asked.state.clone();
    sandbox.idp.with(|idp, now| {
        let code = code.clone();
        let since = now;
        idp.codes.insert(code, Code { since, asked, who })
    });
    back(sandbox, state.as_deref(), &[("code", &code)])
}

pub(crate) fn back_with_error(
    sandbox: &Sandbox,
    state: Option<&str>,
    error: &str,
    description: &str,
) -> Response {
    let pairs = [("error", error), ("error_description", description)];
    back(sandbox, state, &pairs)
}

fn back(sandbox: &Sandbox, state: Option<&str>, pairs: &[(&str, &str)]) -> Response {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    if let Some(state) = state {
        query.append_pair("state", state);
    }
    // RFC 9207
    query.append_pair("iss", &issuer(sandbox));
    let address = format!("{}?{}", callback(sandbox), query.finish());
    Redirect::to(&address).into_response()
}
