//! Errors as the browser sees them.

use axum::response::{IntoResponse, Response};
use contract::app::{Problem, ProblemCode};
use contract::platform::envelope::ErrorCode;
use http::{HeaderValue, StatusCode, header};

use crate::platform::PlatformError;
use crate::store::StoreError;
use crate::tokens::TokenError;

/// When to try again where the platform does not say.
const UNTOLD_S: u32 = 5;

/// An error on its way to the browser.
#[derive(Debug)]
pub struct AppError(pub Box<Problem>);

impl AppError {
    pub fn new(code: ProblemCode, title: &str) -> Self {
        Self(Box::new(Problem {
            title: title.to_owned(),
            status: code.http_status(),
            code,
            retryable: code.retryable(),
            ..Problem::default()
        }))
    }

    pub fn field(mut self, field: Option<String>) -> Self {
        self.0.field = field;
        self
    }

    pub fn not_found() -> Self {
        Self::new(ProblemCode::NotFound, "there is no such thing here")
    }

    pub fn session_required() -> Self {
        Self::new(ProblemCode::SessionRequired, "sign in first")
    }
}

impl From<PlatformError> for AppError {
    fn from(error: PlatformError) -> Self {
        let (code, title) = match error.code() {
            ErrorCode::ValidationFailed => (ProblemCode::ValidationFailed, "a field was refused"),
            ErrorCode::ResourceNotFound => {
                (ProblemCode::NotFound, "the platform knows no such thing")
            }
            ErrorCode::AccessScopeMismatch => (ProblemCode::NotFound, "not this borrower's"),
            ErrorCode::OfferLockConflict => (ProblemCode::OfferLocked, "another offer was chosen"),
            ErrorCode::StatePreconditionFailed => {
                (ProblemCode::StateChanged, "things have moved on")
            }
            ErrorCode::AsyncOperationPending => (ProblemCode::StillWorking, "still working"),
            ErrorCode::RateLimited => (ProblemCode::TooManyRequests, "too many requests"),
            ErrorCode::UpstreamTemporaryFailure | ErrorCode::AuthInvalidApiKey => (
                ProblemCode::PlatformUnavailable,
                "the platform does not answer",
            ),
            // A dead token that a new family did not cure: nobody is signed out for it.
            ErrorCode::AuthInvalidSession => (
                ProblemCode::PlatformUnavailable,
                "the platform refuses this session",
            ),
            // C7: an unknown code is judged by what the platform says of it.
            ErrorCode::Unknown => match &error {
                PlatformError::Refused { body, .. } if !body.retryable => {
                    (ProblemCode::StateChanged, "the platform said no")
                }
                _ => (
                    ProblemCode::PlatformUnavailable,
                    "the platform does not answer",
                ),
            },
        };
        let mut problem = Self::new(code, title);
        problem.0.retry_after = error
            .retry_after()
            .or((code == ProblemCode::TooManyRequests).then_some(UNTOLD_S));
        if let PlatformError::Refused { body, .. } = error {
            problem.0.field = body.details.field;
        }
        problem
    }
}

impl From<TokenError> for AppError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::NoSession => Self::session_required(),
            TokenError::Platform(error) => error.into(),
            TokenError::Store(error) => {
                tracing::error!(error, "store failed");
                Self::new(ProblemCode::Internal, "try again")
            }
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "store failed");
        Self::new(ProblemCode::Internal, "try again")
    }
}

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let problem = self.0;
        let status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json; charset=utf-8"),
        );
        let after = problem
            .retry_after
            .or((problem.code == ProblemCode::PlatformUnavailable).then_some(UNTOLD_S));
        if let Some(after) = after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(after));
        }
        // The outermost layer fills in the correlation ID.
        response.extensions_mut().insert(ProblemBody(problem));
        response
    }
}

/// Marks a response as a problem, so that the correlation ID can be added to it.
#[derive(Debug, Clone)]
pub struct ProblemBody(pub Box<Problem>);
