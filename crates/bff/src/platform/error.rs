use std::time::Duration;

use contract::JourneyId;
use contract::platform::envelope::{ErrorBody, ErrorCode};

/// Why the platform did not give what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlatformError {
    /// It answered with an error of its contract.
    // Its own words may quote what was sent, and a log is no place for that.
    #[error("{status} {}", .body.code.as_str())]
    Refused {
        status: u16,
        body: Box<ErrorBody>,
        retry_after: Option<u32>,
    },
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
    /// C7: told by `code` first; where there is none, by the status.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused { body, .. } => body.code,
            Self::Broken { status, .. } => match status {
                401 => ErrorCode::AuthInvalidSession,
                400 | 409 | 422 => ErrorCode::StatePreconditionFailed,
                429 => ErrorCode::RateLimited,
                // A page that says 404 comes from a gateway on its way up, not from the platform.
                _ => ErrorCode::UpstreamTemporaryFailure,
            },
            Self::Unreachable(_) => ErrorCode::UpstreamTemporaryFailure,
        }
    }

    /// The token is not, or no longer, good.
    pub fn is_dead_token(&self) -> bool {
        match self {
            Self::Refused { status, body, .. } => {
                let unnamed = *status == 401 && body.code == ErrorCode::Unknown;
                unnamed || body.code == ErrorCode::AuthInvalidSession
            }
            Self::Broken { status, .. } => *status == 401,
            Self::Unreachable(_) => false,
        }
    }

    /// The journey that stands in the way of a second one.
    pub fn active_journey(&self) -> Option<JourneyId> {
        match self {
            Self::Refused { body, .. } => body.details.active_journey_id,
            _ => None,
        }
    }

    /// How long to wait before the one more try that a blip is worth; `None` when it is none.
    pub fn pause(&self) -> Option<Duration> {
        const BLIP: Duration = Duration::from_millis(300);
        const MOST: Duration = Duration::from_secs(2);
        let asked = self
            .retry_after()
            .map(|seconds| Duration::from_secs(seconds.into()));
        match self.code() {
            ErrorCode::RateLimited => asked,
            ErrorCode::UpstreamTemporaryFailure => Some(asked.unwrap_or(BLIP)),
            _ => None,
        }
        .filter(|pause| *pause <= MOST)
    }

    /// Seconds.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Refused {
                body, retry_after, ..
            } => body.details.poll_after_seconds.or(*retry_after),
            Self::Broken { retry_after, .. } => *retry_after,
            Self::Unreachable(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: ErrorCode, retry_after: Option<u32>) -> PlatformError {
        let body = ErrorBody {
            code,
            message: "PAN ABCDE1234F is not known".to_owned(),
            ..ErrorBody::default()
        };
        PlatformError::Refused {
            status: 503,
            body: Box::new(body),
            retry_after,
        }
    }

    #[test]
    fn who_asks_for_a_long_pause_is_not_asked_again_at_once() {
        let down = ErrorCode::UpstreamTemporaryFailure;
        for (code, asked, millis) in [
            (down, None, Some(300)),
            (down, Some(1), Some(1_000)),
            (down, Some(2), Some(2_000)),
            (down, Some(3), None),
            (down, Some(120), None),
            (ErrorCode::RateLimited, None, None),
            (ErrorCode::RateLimited, Some(2), Some(2_000)),
            (ErrorCode::RateLimited, Some(3), None),
        ] {
            let pause = refused(code, asked).pause();
            assert_eq!(
                pause,
                millis.map(Duration::from_millis),
                "{code:?} {asked:?}"
            );
        }
    }

    #[test]
    fn what_the_platform_says_in_its_own_words_stays_out_of_logs() {
        let shown = refused(ErrorCode::ValidationFailed, None).to_string();
        assert_eq!(shown, "503 VALIDATION_FAILED");
    }
}
