use contract::JourneyId;
use contract::platform::envelope::{ErrorBody, ErrorCode, ErrorDetails, FieldError};
use contract::platform::status::ProceedBoundary;

/// Why a call was not done.
#[derive(Debug, Clone)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) error: Box<ErrorBody>,
    /// Seconds.
    pub(crate) retry_after: Option<u32>,
}

impl Refusal {
    fn new(code: ErrorCode, message: &str, details: ErrorDetails) -> Self {
        Self {
            status: code.http_status(),
            error: Box::new(ErrorBody {
                code,
                message: message.to_owned(),
                retryable: code.retryable(),
                details,
            }),
            retry_after: None,
        }
    }

    fn plain(code: ErrorCode, message: &str) -> Self {
        Self::new(code, message, ErrorDetails::default())
    }

    fn after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    pub(crate) fn invalid_api_key() -> Self {
        Self::plain(
            ErrorCode::AuthInvalidApiKey,
            "The API key is missing or wrong.",
        )
    }

    pub(crate) fn invalid_session() -> Self {
        Self::plain(
            ErrorCode::AuthInvalidSession,
            "The session token is missing, wrong, expired or replaced.",
        )
    }

    pub(crate) fn wrong_class() -> Self {
        Self::plain(
            ErrorCode::AccessScopeMismatch,
            "This class of token may not make this call.",
        )
    }

    pub(crate) fn not_found(what: &str) -> Self {
        Self::plain(
            ErrorCode::ResourceNotFound,
            &format!("There is no such {what}."),
        )
    }

    pub(crate) fn wrong_method() -> Self {
        let mut refusal = Self::not_found("method on this path");
        refusal.status = 405;
        refusal
    }

    /// ASSUMPTION(G2): temporary trouble says when to come back.
    pub(crate) fn down() -> Self {
        Self::plain(
            ErrorCode::UpstreamTemporaryFailure,
            "The platform cannot be reached at the moment.",
        )
        .after(2)
    }

    /// `None` leaves open when to come back.
    pub(crate) fn rate_limited(seconds: Option<u32>) -> Self {
        let mut refusal = Self::plain(ErrorCode::RateLimited, "Too many calls.");
        refusal.retry_after = seconds;
        refusal
    }

    /// ASSUMPTION(G3): the first field, and all of them. `None` when there is no error.
    pub(crate) fn fields(errors: Vec<FieldError>) -> Option<Self> {
        let first = errors.first()?.clone();
        Some(Self::new(
            ErrorCode::ValidationFailed,
            &first.message,
            ErrorDetails {
                field: Some(first.field),
                errors,
                ..ErrorDetails::default()
            },
        ))
    }

    pub(crate) fn field(field: &str, message: &str) -> Self {
        let error = FieldError {
            field: field.to_owned(),
            message: message.to_owned(),
        };
        Self::new(
            ErrorCode::ValidationFailed,
            message,
            ErrorDetails {
                field: Some(error.field.clone()),
                errors: vec![error],
                ..ErrorDetails::default()
            },
        )
    }

    pub(crate) fn precondition(reason: &str, message: &str) -> Self {
        Self::new(
            ErrorCode::StatePreconditionFailed,
            message,
            ErrorDetails {
                reason: Some(reason.into()),
                ..ErrorDetails::default()
            },
        )
    }

    /// ASSUMPTION(G7)
    pub(crate) fn journey_open(active: JourneyId) -> Self {
        Self::new(
            ErrorCode::StatePreconditionFailed,
            "The borrower has an open journey of this type.",
            ErrorDetails {
                active_journey_id: Some(active),
                reason: Some("ACTIVE_JOURNEY_EXISTS".into()),
                ..ErrorDetails::default()
            },
        )
    }

    pub(crate) fn locked() -> Self {
        Self::new(
            ErrorCode::OfferLockConflict,
            "The journey is locked to a different offer.",
            ErrorDetails {
                proceed_boundary_state: Some(ProceedBoundary::LockedToDifferentOffer),
                ..ErrorDetails::default()
            },
        )
    }

    /// ASSUMPTION(G2)
    pub(crate) fn still_working() -> Self {
        Self::new(
            ErrorCode::AsyncOperationPending,
            "An earlier request is still being worked on.",
            ErrorDetails {
                poll_after_seconds: Some(1),
                ..ErrorDetails::default()
            },
        )
        .after(1)
    }
}
