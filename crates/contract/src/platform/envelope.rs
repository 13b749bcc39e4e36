//! The envelope round every answer, and the ten error codes.

use serde::{Deserialize, Serialize};

use crate::Text;
use crate::wire::{count, nullable, open_enum};

/// What every answer of the platform is wrapped in: `data` or `error`, never both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de>"))]
pub struct Envelope<T> {
    #[serde(rename = "requestID", default, deserialize_with = "nullable")]
    pub request_id: String,
    #[serde(rename = "correlationID", default)]
    pub correlation_id: Option<String>,
    /// ISO 8601, UTC, milliseconds.
    #[serde(default, deserialize_with = "nullable")]
    pub timestamp: String,
    #[serde(default = "none")]
    pub data: Option<T>,
    #[serde(default)]
    pub error: Option<ErrorBody>,
}

fn none<T>() -> Option<T> {
    None
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorBody {
    pub code: ErrorCode,
    #[serde(deserialize_with = "nullable")]
    pub message: String,
    #[serde(deserialize_with = "nullable")]
    pub retryable: bool,
    #[serde(deserialize_with = "nullable")]
    pub details: ErrorDetails,
}

/// What is known to stand in `error.details`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ErrorDetails {
    /// Dotted path of the first offending field, such as `profile.contactNumber`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// ASSUMPTION(G3): all offending fields.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "nullable")]
    pub errors: Vec<FieldError>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proceed_boundary_state: Option<super::status::ProceedBoundary>,
    /// ASSUMPTION(G2): beside `ASYNC_OPERATION_PENDING`.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "count")]
    pub poll_after_seconds: Option<u32>,
    /// ASSUMPTION(G7): the journey that stands in the way of a second one.
    #[serde(rename = "activeJourneyID", skip_serializing_if = "Option::is_none")]
    pub active_journey_id: Option<crate::JourneyId>,
    /// ASSUMPTION(G4): such as `IDEMPOTENCY_KEY_REUSED`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldError {
    #[serde(deserialize_with = "nullable")]
    pub field: String,
    #[serde(deserialize_with = "nullable")]
    pub message: String,
}

open_enum!(
    /// The closed list of error codes.
    ErrorCode {
        AuthInvalidApiKey = "AUTH_INVALID_API_KEY",
        AuthInvalidSession = "AUTH_INVALID_SESSION",
        AccessScopeMismatch = "ACCESS_SCOPE_MISMATCH",
        ResourceNotFound = "RESOURCE_NOT_FOUND",
        ValidationFailed = "VALIDATION_FAILED",
        StatePreconditionFailed = "STATE_PRECONDITION_FAILED",
        OfferLockConflict = "OFFER_LOCK_CONFLICT",
        AsyncOperationPending = "ASYNC_OPERATION_PENDING",
        UpstreamTemporaryFailure = "UPSTREAM_TEMPORARY_FAILURE",
        RateLimited = "RATE_LIMITED",
    }
);

impl ErrorCode {
    /// The HTTP status the platform answers with. ASSUMPTION(G2) for all but the five documented
    /// pairs (the two `AUTH_` codes, validation, lock conflict, rate limit).
    pub const fn http_status(self) -> u16 {
        match self {
            Self::AuthInvalidApiKey | Self::AuthInvalidSession => 401,
            Self::AccessScopeMismatch => 403,
            Self::ResourceNotFound => 404,
            Self::ValidationFailed => 400,
            Self::StatePreconditionFailed
            | Self::OfferLockConflict
            | Self::AsyncOperationPending => 409,
            Self::UpstreamTemporaryFailure => 503,
            Self::RateLimited => 429,
            Self::Unknown => 500,
        }
    }

    /// Whether the same request may succeed later.
    pub const fn retryable(self) -> bool {
        matches!(
            self,
            Self::AsyncOperationPending | Self::UpstreamTemporaryFailure | Self::RateLimited
        )
    }
}

/// The answer to work that goes on after it: profile submission, refresh of a loan, and more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Accepted {
    #[serde(rename = "operationID", deserialize_with = "nullable")]
    pub operation_id: String,
    /// `ACCEPTED`.
    #[serde(deserialize_with = "nullable")]
    pub status: String,
    /// When to read the state again, in seconds.
    #[serde(deserialize_with = "count")]
    pub poll_after_seconds: Option<u32>,
}
