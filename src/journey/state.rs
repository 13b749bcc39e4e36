use contract::{JourneyId, OfferId};

use crate::api::Intent;
use crate::browser::{self, Timer};

/// The conversation with our server: what it is about, and how far it has come.
#[derive(Default)]
pub(super) struct Talk {
    pub(super) journey: Option<JourneyId>,
    pub(super) offer: Option<OfferId>,
    pub(super) etag: Option<String>,
    /// Counts calls; an answer to any but the last is too late.
    pub(super) turn: u32,
    /// Unix milliseconds of the last call.
    pub(super) called_at: i64,
    pub(super) failures: u32,
    pub(super) timer: Option<Timer>,
    /// What was sent and not answered keeps its key, so that a second tap is not a second loan.
    pub(super) unanswered: Option<(Intent, String)>,
    /// A draft is on its way, and nothing may overtake it.
    pub(super) keeping: bool,
    /// What is to be kept next, and when.
    pub(super) draft: Option<Intent>,
    pub(super) pause: Option<Timer>,
}

/// Whether our server knows who this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Session {
    /// No answer yet.
    Unknown,
    SignedIn,
    SignedOut,
    /// Was signed in, in this browser, and is not any more.
    Ended,
}

/// Why the last read gave nothing; the view before it stays on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    Offline,
    /// Our server or the platform does not answer.
    Down,
    /// Too many ask; seconds until we ask again.
    Busy(u32),
    /// There is no such journey.
    Missing,
}

/// 2, 4, 8 … 60 seconds, give or take a quarter, so that not all phones ask at once.
pub(super) fn pause_after(failures: u32) -> u32 {
    let full = 2_000_u32.saturating_mul(1 << failures.min(5)).min(60_000);
    full / 4 * 3 + full / 200 * browser::random_percent()
}
