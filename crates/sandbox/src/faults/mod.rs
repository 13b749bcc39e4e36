//! What goes wrong between the platform and whoever asks it. Only the answer on the wire: what
//! was done is done, and what the world knows stays right.

mod active;
mod random;
mod wire;

pub(crate) use active::Faults;
pub(crate) use random::{Random, RandomFaults};
pub(crate) use wire::spoil;

use axum::http::Method;
use serde::{Deserialize, Serialize};

/// What happens to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub(crate) enum What {
    /// 503 in the envelope; nothing is done.
    Down,
    /// 429; nothing is done. Without seconds, without `Retry-After`.
    RateLimited {
        #[serde(default)]
        retry_after: Option<u32>,
    },
    /// Done as late.
    Slow { millis: u64 },
    /// Done; the body ends in the middle.
    BrokenJson,
    /// Done; a web page instead of the answer, with this status.
    Html { status: u16 },
    /// Words of lists that nobody was told of.
    UnknownWords,
    /// Nothing but what must be there.
    MissingFields,
    /// Numbers where digits were promised, and the other way round.
    Numbers,
    /// More than was promised.
    ExtraFields,
    /// Lists have rows that say nothing.
    BadRow,
    /// Done; the connection ends without an answer.
    LostAnswer,
}

/// What goes wrong, with which calls and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Fault<T = &'static str> {
    pub(crate) what: What,
    /// `None`: every one.
    pub(crate) method: Option<T>,
    /// Part of the path; empty for all.
    pub(crate) path: T,
    /// As many calls go well first.
    pub(crate) skip: u32,
    /// As many calls are hit; `None` for all.
    pub(crate) times: Option<u32>,
    /// Of the sandbox's clock, from the first call that is hit; `None` for ever.
    pub(crate) seconds: Option<u32>,
}

impl Fault {
    /// Hits every call.
    pub(crate) const fn all(what: What) -> Self {
        Self::on(what, "")
    }

    /// Hits calls with this part in their path.
    pub(crate) const fn on(what: What, path: &'static str) -> Self {
        Self {
            what,
            method: None,
            path,
            skip: 0,
            times: None,
            seconds: None,
        }
    }

    pub(crate) const fn method(mut self, method: &'static str) -> Self {
        self.method = Some(method);
        self
    }

    pub(crate) const fn skip(mut self, calls: u32) -> Self {
        self.skip = calls;
        self
    }

    pub(crate) const fn times(mut self, calls: u32) -> Self {
        self.times = Some(calls);
        self
    }

    pub(crate) const fn seconds(mut self, seconds: u32) -> Self {
        self.seconds = Some(seconds);
        self
    }
}

impl Default for Fault<String> {
    fn default() -> Self {
        Fault::all(What::Down).into()
    }
}

impl From<Fault> for Fault<String> {
    fn from(fault: Fault) -> Self {
        Self {
            what: fault.what,
            method: fault.method.map(str::to_owned),
            path: fault.path.to_owned(),
            skip: fault.skip,
            times: fault.times,
            seconds: fault.seconds,
        }
    }
}

impl Fault<String> {
    fn fits(&self, method: &Method, path: &str) -> bool {
        path.contains(&self.path)
            && self
                .method
                .as_deref()
                .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()))
    }
}
