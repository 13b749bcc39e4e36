//! What handlers take out of a request, each with its own refusal.

use axum::Json;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use contract::app::ProblemCode;
use contract::platform::header::IDEMPOTENCY_KEY;
use http::request::Parts;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::clock::now_ms;
use crate::cookie;
use crate::crypto::sha256;
use crate::problem::AppError;
use crate::store::SessionRow;

/// A signed-in borrower: a handler that takes this cannot be reached without a session.
#[derive(Debug)]
pub struct SignedIn(pub SessionRow);

impl FromRequestParts<App> for SignedIn {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let value =
            cookie::read(&parts.headers, cookie::SESSION).ok_or_else(AppError::session_required)?;
        let idle_ms = i64::from(app.config.session.idle_minutes) * 60_000;
        let session = app.store.session(&sha256(value), now_ms(), idle_ms).await?;
        session.map(Self).ok_or_else(AppError::session_required)
    }
}

/// The caller's `Idempotency-Key`: one per intent, kept across retries. The guard has checked it.
#[derive(Debug)]
pub struct IntentKey(pub String);

impl<S: Sync> FromRequestParts<S> for IntentKey {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        let key = parts
            .headers
            .get(IDEMPOTENCY_KEY)
            .and_then(|value| value.to_str().ok());
        key.map(|key| Self(key.to_owned()))
            .ok_or_else(|| AppError::new(ProblemCode::BadRequest, "no Idempotency-Key"))
    }
}

/// Names one user-visible flow in every log, ours and the platform's.
#[derive(Debug, Clone)]
pub struct Correlation(pub String);

impl<S: Sync> FromRequestParts<S> for Correlation {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        Ok(parts
            .extensions
            .get::<Self>()
            .cloned()
            .unwrap_or_else(Self::random))
    }
}

impl Correlation {
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    /// The caller's, if it is harmless, else a new one.
    pub fn of(value: Option<&http::HeaderValue>) -> Self {
        value
            .and_then(|value| value.to_str().ok())
            .filter(|text| (8..=64).contains(&text.len()))
            .filter(|text| {
                text.bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            })
            .map_or_else(Self::random, |text| Self(text.to_owned()))
    }
}

/// Typed path parameters; what does not parse is not found.
#[derive(Debug)]
pub struct Ids<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Ids<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AppError> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(ids)| Self(ids))
            .map_err(|_| AppError::not_found())
    }
}

/// The address's query, read leniently: the first value counts, and nothing in it is an error.
#[derive(Debug, Default)]
pub struct Query(Option<String>);

impl<S: Sync> FromRequestParts<S> for Query {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(parts.uri.query().map(str::to_owned)))
    }
}

impl Query {
    pub fn first(&self, name: &str) -> Option<String> {
        let query = self.0.as_deref().unwrap_or_default();
        url::form_urlencoded::parse(query.as_bytes())
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.into_owned())
    }
}

/// A JSON body, by its content type as well.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(error) => {
                let mut problem = AppError::new(ProblemCode::BadRequest, "the body is not fit");
                problem.0.status = error.status().as_u16();
                Err(problem)
            }
        }
    }
}
