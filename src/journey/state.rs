use crate::browser;

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
    /// There is no such journey.
    Missing,
}

/// 2, 4, 8 … 60 seconds, give or take a quarter, so that not all phones ask at once.
pub(super) fn pause_after(failures: u32) -> u32 {
    let full = 2_000_u32.saturating_mul(1 << failures.min(5)).min(60_000);
    full / 4 * 3 + full / 200 * browser::random_percent()
}
