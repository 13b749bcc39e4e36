//! The partner's identity provider: OpenID Connect, authorization code with PKCE.

mod authorize;
mod key;
mod logout;
mod metadata;
mod person;
mod sign_in;
mod token;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::{get, post};

use crate::clock::{Moment, real_millis};
use crate::sandbox::{Sandbox, Shared};
use key::SigningKey;
use person::Person;

/// The only client.
pub(crate) const CLIENT: &str = "borrower-web";

/// Of the provider's own session, so that one who is signed in is not asked again.
const COOKIE: &str = "sandbox_idp";

const REQUEST_LIFE_MS: i64 = 600_000;
const CODE_LIFE_MS: i64 = 60_000;

/// Its key, and who is signing in. On real time: clients check it against their own clocks.
#[derive(Debug)]
pub(crate) struct Idp {
    key: SigningKey,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Sign-in pages that are open.
    requests: BTreeMap<String, Asked>,
    codes: BTreeMap<String, Code>,
    /// By the provider's own cookie.
    sessions: BTreeMap<String, SignedIn>,
    /// Whose an access token is.
    tokens: BTreeMap<String, Person>,
}

/// What a client asked for at the authorization endpoint.
#[derive(Debug, Clone)]
struct Asked {
    since: Moment,
    redirect_uri: String,
    state: Option<String>,
    nonce: Option<String>,
    challenge: String,
}

/// An authorization code, good for one exchange.
#[derive(Debug)]
struct Code {
    since: Moment,
    asked: Asked,
    who: SignedIn,
}

#[derive(Debug, Clone)]
struct SignedIn {
    person: Person,
    at: Moment,
}

impl Idp {
    pub(crate) fn new() -> std::io::Result<Self> {
        Ok(Self {
            key: SigningKey::generate()?,
            state: Mutex::default(),
        })
    }

    pub(crate) fn reset(&self) {
        self.with(|state, _| *state = State::default());
    }

    fn with<T>(&self, change: impl FnOnce(&mut State, Moment) -> T) -> T {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let now = real_millis();
        let fresh = |since: Moment, life| since.plus_millis(life) > now;
        state
            .requests
            .retain(|_, asked| fresh(asked.since, REQUEST_LIFE_MS));
        state
            .codes
            .retain(|_, code| fresh(code.since, CODE_LIFE_MS));
        change(&mut state, now)
    }
}

pub(crate) fn issuer(sandbox: &Sandbox) -> String {
    format!("{}/idp", sandbox.base)
}

/// The only address codes are sent to.
fn callback(sandbox: &Sandbox) -> String {
    format!("{}/auth/callback", sandbox.settings.app_origin)
}

/// The provider's own cookie.
fn cookie(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all("cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
        .map(str::to_owned)
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(metadata::discovery),
        )
        .route("/jwks", get(metadata::jwks))
        .route("/authorize", get(authorize::authorize))
        .route(
            "/sign-in/{request}",
            get(sign_in::show).post(sign_in::submit),
        )
        .route("/token", post(token::exchange))
        .route("/userinfo", get(token::userinfo))
        .route("/logout", get(logout::end).post(logout::end))
}
