use contract::JourneyId;
use contract::platform::envelope::{ErrorBody, ErrorCode};

/// Why the platform did not give what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlatformError {
    /// It answered with an error of its contract.
    #[error("{} {}", .0.code.as_str(), .0.message)]
    Refused(Box<ErrorBody>, Option<u32>),
    /// It answered with something that is not of its contract: HTML, half a body, a bare 5xx.
    #[error("answer {status} is not of the contract")]
    Broken {
        status: u16,
        retry_after: Option<u32>,
    },
    /// It did not answer in time, or at all.
    #[error("no answer: {0}")]
    Unreachable(String),
}

impl PlatformError {
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(body, _) => body.code,
            Self::Broken { .. } | Self::Unreachable(_) => ErrorCode::UpstreamTemporaryFailure,
        }
    }

    /// The token is not, or no longer, good. Told by `code` first, by status where there is none.
    pub fn is_dead_token(&self) -> bool {
        match self {
            Self::Refused(body, _) => body.code == ErrorCode::AuthInvalidSession,
            Self::Broken { status, .. } => *status == 401,
            Self::Unreachable(_) => false,
        }
    }

    /// The journey that stands in the way of a second one.
    pub fn active_journey(&self) -> Option<JourneyId> {
        match self {
            Self::Refused(body, _) => body.details.active_journey_id,
            _ => None,
        }
    }

    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Refused(body, after) => body.details.poll_after_seconds.or(*after),
            Self::Broken { retry_after, .. } => *retry_after,
            Self::Unreachable(_) => None,
        }
    }
}
