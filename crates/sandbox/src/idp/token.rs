use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::{Value, json};

use super::key::base64url;
use super::{CLIENT, Code, issuer};
use crate::clock::real_millis;
use crate::sandbox::{Sandbox, Shared};
use crate::text;

const TOKEN_LIFE_SECONDS: i64 = 300;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Exchange {
    grant_type: String,
    code: String,
    redirect_uri: String,
    code_verifier: String,
    client_id: Option<String>,
    client_secret: Option<String>,
}

/// The token endpoint: a code, once, for an ID token.
pub(crate) async fn exchange(
    State(shared): State<Shared>,
    headers: HeaderMap,
    Form(form): Form<Exchange>,
) -> Response {
    if !is_client(&shared, &headers, &form) {
        let mut refusal = refuse(StatusCode::UNAUTHORIZED, "invalid_client");
        refusal.headers_mut().insert(
            "www-authenticate",
            axum::http::HeaderValue::from_static("Basic realm=\"sandbox\""),
        );
        return refusal;
    }
    if form.grant_type != "authorization_code" {
        return refuse(StatusCode::BAD_REQUEST, "unsupported_grant_type");
    }
    let code = shared.idp.with(|state, _| state.codes.remove(&form.code));
    let Some(code) = code.filter(|code| fits(code, &form)) else {
        return refuse(StatusCode::BAD_REQUEST, "invalid_grant");
    };
    let Ok(id_token) = shared.idp.key.jwt(&id_claims(&shared, &code)) else {
        return refuse(StatusCode::INTERNAL_SERVER_ERROR, "server_error");
    };
    let access_token = text::random();
    shared.idp.with(|state, _| {
        state
            .tokens
            .insert(access_token.clone(), code.who.person.clone())
    });
    let answer = json!({
        "access_token": access_token,
        "token_type": "Bearer",
        "expires_in": TOKEN_LIFE_SECONDS,
        "scope": "openid",
        "id_token": id_token,
    });
    ([("cache-control", "no-store")], Json(answer)).into_response()
}

fn fits(code: &Code, form: &Exchange) -> bool {
    let digest =
        aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, form.code_verifier.as_bytes());
    form.redirect_uri == code.asked.redirect_uri
        && (43..=128).contains(&form.code_verifier.len())
        && base64url(digest.as_ref()) == code.asked.challenge
}

/// `client_secret_basic` or `client_secret_post`.
fn is_client(sandbox: &Sandbox, headers: &HeaderMap, form: &Exchange) -> bool {
    let secret = &sandbox.settings.secrets.client;
    if let (Some(id), Some(given)) = (&form.client_id, &form.client_secret) {
        return id == CLIENT && given == secret;
    }
    let basic = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Basic "))
        .and_then(|encoded| STANDARD.decode(encoded).ok())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let Some((id, given)) = basic.as_deref().and_then(|pair| pair.split_once(':')) else {
        return false;
    };
    // RFC 6749 §2.3.1: both are form-encoded before they are joined.
    decoded(id) == CLIENT && decoded(given) == *secret
}

fn decoded(text: &str) -> String {
    url::form_urlencoded::parse(text.as_bytes())
        .next()
        .map(|(text, _)| text.into_owned())
        .unwrap_or_default()
}

fn id_claims(sandbox: &Sandbox, code: &Code) -> Value {
    let now = real_millis().seconds();
    let mut claims = code.who.person.claims();
    let mut add = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    add("iss", issuer(sandbox).into());
    add("aud", CLIENT.into());
    add("iat", now.into());
    add("exp", (now + TOKEN_LIFE_SECONDS).into());
    add("auth_time", code.who.at.seconds().into());
    if let Some(nonce) = &code.asked.nonce {
        add("nonce", nonce.as_str().into());
    }
    claims.into()
}

fn refuse(status: StatusCode, error: &str) -> Response {
    (status, Json(json!({ "error": error }))).into_response()
}

pub(crate) async fn userinfo(State(shared): State<Shared>, headers: HeaderMap) -> Response {
    let person = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .and_then(|token| shared.idp.with(|state, _| state.tokens.get(token).cloned()));
    match person {
        Some(person) => Json(Value::from(person.claims())).into_response(),
        None => refuse(StatusCode::UNAUTHORIZED, "invalid_token"),
    }
}
