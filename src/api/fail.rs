use contract::app::{ChooseOffer, Problem, ProblemCode};

/// Why a call gave nothing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fail {
    /// No answer came.
    Unreachable,
    Problem(Box<Problem>),
}

impl Fail {
    pub(crate) fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Unreachable => None,
            Self::Problem(problem) => Some(problem.code),
        }
    }

    /// Nothing was chosen: the offer's figures are others than those that were shown.
    pub(crate) fn is_requoted(&self) -> bool {
        match self {
            Self::Unreachable => false,
            Self::Problem(problem) => problem.field.as_deref() == Some(ChooseOffer::FIGURES),
        }
    }

    /// Nothing was agreed to: the text that was ticked is not one that is asked for.
    pub(crate) fn is_reworded(&self) -> bool {
        match self {
            Self::Unreachable => false,
            Self::Problem(problem) => {
                problem.code == ProblemCode::ValidationFailed
                    && problem.field.as_deref() == Some("consents")
            }
        }
    }

    /// An address that is no web address.
    pub(crate) fn handoff_refused() -> Self {
        Self::of(ProblemCode::HandoffRefused)
    }

    /// What was to be done is done, or not to be done any more.
    pub(crate) fn moved_on() -> Self {
        Self::of(ProblemCode::StateChanged)
    }

    fn of(code: ProblemCode) -> Self {
        Self::Problem(Box::new(Problem {
            code,
            status: code.http_status(),
            ..Problem::default()
        }))
    }

    /// The very same call, with the same key, may still succeed.
    pub(crate) fn retryable(&self) -> bool {
        match self {
            Self::Unreachable => true,
            Self::Problem(problem) => {
                problem.retryable || problem.code.retryable() || problem.status >= 500
            }
        }
    }

    /// Seconds after which it is worth asking again, where the answer said so.
    pub(crate) fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Unreachable => None,
            Self::Problem(problem) => problem.retry_after,
        }
    }
}
