use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use crate::app::App;
use crate::clock::now_ms;
use crate::cookie;
use crate::crypto::{random_token, sha256};
use crate::identity::{IdentityError, Person};
use crate::problem::AppError;
use crate::request::{Query, SignedIn};
use crate::store::{NewSession, StoreError};

const SIGN_IN_WITHIN_S: i64 = 600;

/// Where a sign-in that failed ends: a page of the app that says so and offers another try.
const FAILED: &str = "/sign-in/failed";

fn go(to: &str, cookies: impl IntoIterator<Item = HeaderValue>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// `GET /auth/login`
pub async fn login(State(app): State<App>) -> Result<Response, AppError> {
    let started = match app.identity.start().await {
        Ok(started) => started,
        Err(error) => {
            tracing::warn!(%error, "sign-in could not begin");
            return Ok(go(FAILED, None));
        }
    };
    let browser = random_token().map_err(StoreError::from)?;
    let expires_at = now_ms() + SIGN_IN_WITHIN_S * 1000;
    app.store
        .begin_sign_in(&started.state, &browser, &started.secrets, expires_at)
        .await?;
    Ok(go(
        &started.url,
        cookie::set_sign_in(&browser, SIGN_IN_WITHIN_S),
    ))
}

/// `GET /auth/callback`: only the browser that began this sign-in can finish it, once.
pub async fn callback(
    State(app): State<App>,
    query: Query,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let failed = || go(FAILED, cookie::end_sign_in());
    let browser = cookie::read(&headers, cookie::SIGN_IN);
    let (Some(code), Some(state), Some(browser)) =
        (query.first("code"), query.first("state"), browser)
    else {
        return Ok(failed());
    };
    let Some(begun) = app.store.take_sign_in(&state, browser, now_ms()).await? else {
        return Ok(failed());
    };
    let person = match app.identity.finish(code, begun).await {
        Ok(person) => person,
        Err(error @ (IdentityError::Refused(_) | IdentityError::Nameless)) => {
            tracing::warn!(%error, "sign-in was refused");
            return Ok(failed());
        }
        Err(error @ IdentityError::Unreachable(_)) => {
            tracing::error!(%error, "sign-in broke off");
            return Ok(failed());
        }
    };
    let value = open_session(&app, &person).await?;
    let max_age = i64::from(app.config.session.absolute_hours) * 3600;
    let cookies = [cookie::set_session(&value, max_age), cookie::end_sign_in()];
    Ok(go("/", cookies.into_iter().flatten()))
}

/// A new session for every sign-in. The platform hears of it at the first read, so that a platform
/// that is down keeps nobody out.
async fn open_session(app: &App, person: &Person) -> Result<String, AppError> {
    let value = random_token().map_err(StoreError::from)?;
    let now = now_ms();
    app.store
        .create_session(&NewSession {
            id_hash: &sha256(&value),
            name: person.name.as_deref(),
            mobile: person.mobile.as_deref(),
            request: &person.request,
            now,
            expires_at: now + i64::from(app.config.session.absolute_hours) * 3_600_000,
        })
        .await?;
    tracing::info!("signed in");
    Ok(value)
}

/// `POST /auth/logout`: ends the session wherever it is, and may be repeated.
pub async fn logout(State(app): State<App>, headers: HeaderMap) -> Result<Response, AppError> {
    if let Some(value) = cookie::read(&headers, cookie::SESSION) {
        app.store.end_session(&sha256(value)).await?;
    }
    Ok(ended())
}

/// `POST /api/data/delete`: everything we hold of this borrower but the receipts of consents, and
/// every session of theirs, on whatever phone. The application itself is the platform's.
pub async fn delete(
    State(app): State<App>,
    SignedIn(session): SignedIn,
) -> Result<Response, AppError> {
    app.store.forget_borrower(&session.borrower).await?;
    app.memories.forget(&session.borrower);
    tracing::info!("a borrower had their data deleted");
    Ok(ended())
}

fn ended() -> Response {
    let clear = (
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\", \"storage\""),
    );
    let mut response = (StatusCode::NO_CONTENT, [clear]).into_response();
    if let Some(cookie) = cookie::end_session() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
