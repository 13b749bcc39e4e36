use serde::{Deserialize, Serialize};

use crate::wire::open_enum;

open_enum!(
    /// Stable names for what can go wrong; the words a borrower reads are the app's.
    ProblemCode {
        /// 401: sign in.
        SessionRequired = "SESSION_REQUIRED",
        /// 403: the call did not come from our own page.
        CrossSite = "CROSS_SITE",
        /// 400: `field` says where.
        ValidationFailed = "VALIDATION_FAILED",
        /// 400: a consent is missing.
        ConsentRequired = "CONSENT_REQUIRED",
        /// 404
        NotFound = "NOT_FOUND",
        /// 409: another offer was chosen first; read the view.
        OfferLocked = "OFFER_LOCKED",
        /// 409: things have moved on; read the view.
        StateChanged = "STATE_CHANGED",
        /// 409: still working on the last request; read the view.
        StillWorking = "STILL_WORKING",
        /// 429
        TooManyRequests = "TOO_MANY_REQUESTS",
        /// 502: the provider's address is not one we send people to.
        HandoffRefused = "HANDOFF_REFUSED",
        /// 503: the platform does not answer; nothing is lost.
        PlatformUnavailable = "PLATFORM_UNAVAILABLE",
        /// 405, 413, 415 and their like: a bug in the caller.
        BadRequest = "BAD_REQUEST",
        /// 500
        Internal = "INTERNAL",
    }
);

impl ProblemCode {
    pub const fn http_status(self) -> u16 {
        match self {
            Self::SessionRequired => 401,
            Self::CrossSite => 403,
            Self::ValidationFailed | Self::ConsentRequired | Self::BadRequest => 400,
            Self::NotFound => 404,
            Self::OfferLocked | Self::StateChanged | Self::StillWorking => 409,
            Self::TooManyRequests => 429,
            Self::HandoffRefused => 502,
            Self::PlatformUnavailable => 503,
            Self::Internal | Self::Unknown => 500,
        }
    }

    /// Whether the very same call, with the same key, is worth repeating.
    pub const fn retryable(self) -> bool {
        matches!(
            self,
            Self::StillWorking | Self::TooManyRequests | Self::PlatformUnavailable
        )
    }
}

/// RFC 9457, `application/problem+json`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Problem {
    /// For developers, in English.
    pub title: String,
    pub status: u16,
    pub code: ProblemCode,
    pub retryable: bool,
    /// Dotted path of the offending field, such as `profile.pan`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    #[serde(rename = "correlationID", skip_serializing_if = "Option::is_none")]
    pub correlation_id: Option<String>,
}
