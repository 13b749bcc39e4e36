use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lending::{Date, IstDateTime};

/// Real time, and how far the sandbox is ahead of it.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    ahead_ms: AtomicI64,
}

impl Clock {
    /// So many seconds ahead; behind when negative.
    pub(crate) fn ahead(seconds: i64) -> Self {
        Self {
            ahead_ms: AtomicI64::new(seconds.saturating_mul(1_000)),
        }
    }

    pub(crate) fn now(&self) -> Moment {
        Moment(
            real_millis()
                .0
                .saturating_add(self.ahead_ms.load(Ordering::SeqCst)),
        )
    }

    /// Moves forward only: time that has passed has had its effects.
    pub(crate) fn forward(&self, seconds: u32) {
        self.ahead_ms
            .fetch_add(i64::from(seconds) * 1_000, Ordering::SeqCst);
    }
}

/// The time outside, for what others check against their own clocks.
pub(crate) fn real_millis() -> Moment {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Moment(millis(since))
}

fn millis(span: Duration) -> i64 {
    i64::try_from(span.as_millis()).unwrap_or(i64::MAX)
}

/// Milliseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Moment(pub(crate) i64);

impl Moment {
    pub(crate) fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(millis(span)))
    }

    pub(crate) const fn plus_millis(self, span: i64) -> Self {
        Self(self.0.saturating_add(span))
    }

    pub(crate) const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// The day it is in India.
    pub(crate) fn date(self) -> Date {
        IstDateTime::from_unix_millis(self.0).date
    }

    /// The first moment of a day in India that is not before this one.
    pub(crate) fn until_day(self, day: Date) -> Self {
        const DAY: i64 = 86_400_000;
        let days = self.date().days_until(day);
        let ist = 19_800_000;
        let midnight = (self.0 + ist).div_euclid(DAY) * DAY - ist;
        Self((midnight + days * DAY).max(self.0))
    }
}

/// ISO 8601, UTC, milliseconds.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stamp = jiff::Timestamp::from_millisecond(self.0).map_err(|_| fmt::Error)?;
        write!(f, "{stamp:.3}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_with_milliseconds() {
        assert_eq!(
            Moment(1_772_730_000_000).to_string(),
            "2026-03-05T17:00:00.000Z"
        );
    }

    #[test]
    fn a_day_begins_at_midnight_in_india() {
        let noon = Moment(1_772_730_000_000);
        let day = Date::new(2026, 3, 8).unwrap();
        assert_eq!(noon.until_day(day).to_string(), "2026-03-07T18:30:00.000Z");
        assert_eq!(noon.until_day(Date::new(2026, 1, 1).unwrap()), noon);
    }

    #[test]
    fn time_moves_forward() {
        let clock = Clock::default();
        let before = clock.now();
        clock.forward(86_400);
        assert!(clock.now() >= before.plus(Duration::from_hours(24)));
    }
}
