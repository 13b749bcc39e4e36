use super::{Date, civil};
use crate::scan::{leading, whole};
use std::fmt::{self, Display, Formatter};

const MINUTES_A_DAY: i64 = 24 * 60;
/// India keeps one time zone and no summer time: UTC+05:30.
const IST: i64 = 5 * 60 + 30;

/// A date and time of day in India, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IstDateTime {
    /// The day in India.
    pub date: Date,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl IstDateTime {
    /// An ISO 8601 instant with `Z` or an offset: `2026-10-07T10:15:30.250Z`,
    /// `2026-10-07T15:45+05:30`. Without either it names no instant: `None`.
    pub fn from_iso(text: &str) -> Option<Self> {
        let (date, rest) = Date::leading(text.trim_ascii())?;
        let (clock, rest) = clock(rest.strip_prefix(['T', 't', ' '])?)?;
        let offset = offset(without_seconds(rest)?)?;
        let minutes = civil::days_of(date) * MINUTES_A_DAY + clock - offset;
        Some(Self::from_utc_minutes(minutes))
    }

    /// Milliseconds since 1970 in UTC, as `Date.now()` gives them.
    pub fn from_unix_millis(millis: i64) -> Self {
        Self::from_utc_minutes(millis.div_euclid(60_000))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a remainder of a day's minutes"
    )]
    fn from_utc_minutes(minutes: i64) -> Self {
        let minutes = minutes + IST;
        let of_day = minutes.rem_euclid(MINUTES_A_DAY);
        Self {
            date: civil::date_of(minutes.div_euclid(MINUTES_A_DAY)),
            hour: (of_day / 60) as u8,
            minute: (of_day % 60) as u8,
        }
    }

    /// `15:45`.
    pub fn hh_mm(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }
}

/// ISO 8601 with India's offset: `2026-10-07T15:45+05:30`.
impl Display for IstDateTime {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { date, hour, minute } = self;
        write!(f, "{date}T{hour:02}:{minute:02}+05:30")
    }
}

/// Minutes of the day from `HH:MM`, and what follows.
fn clock(text: &str) -> Option<(i64, &str)> {
    let (hour, rest) = leading(text, 2)?;
    let (minute, rest) = leading(rest.strip_prefix(':')?, 2)?;
    (hour < 24 && minute < 60).then_some((i64::from(hour * 60 + minute), rest))
}

/// What follows `:SS` and its fraction, both optional. A leap second is 60.
fn without_seconds(text: &str) -> Option<&str> {
    let Some(seconds) = text.strip_prefix(':') else {
        return Some(text);
    };
    let (_, rest) = leading(seconds, 2).filter(|(second, _)| *second <= 60)?;
    let Some(fraction) = rest.strip_prefix(['.', ',']) else {
        return Some(rest);
    };
    let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    (zone.len() < fraction.len()).then_some(zone)
}

/// Minutes ahead of UTC: `Z`, `+05:30`, `+0530`, `+05`.
fn offset(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, rest) = leading(digits, 2)?;
    let minutes = if rest.is_empty() {
        0
    } else {
        let digits = rest.strip_prefix(':').unwrap_or(rest);
        whole(digits).filter(|_| digits.len() == 2)?
    };
    (hours < 24 && minutes < 60).then_some(sign * i64::from(hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::IstDateTime;

    #[test]
    fn instants_are_shown_as_a_clock_in_india_shows_them() {
        for (iso, ist) in [
            ("2026-10-07T10:15:30.250Z", "2026-10-07T15:45+05:30"),
            ("2026-10-07T10:15:30Z", "2026-10-07T15:45+05:30"),
            ("2026-10-07T10:15Z", "2026-10-07T15:45+05:30"),
            ("2026-10-07T15:45:00+05:30", "2026-10-07T15:45+05:30"),
            ("2026-10-07T15:45:00+0530", "2026-10-07T15:45+05:30"),
            ("2026-10-07T05:15:00-05", "2026-10-07T15:45+05:30"),
            ("2026-12-31T18:29:59Z", "2026-12-31T23:59+05:30"),
            ("2026-12-31T18:30:00Z", "2027-01-01T00:00+05:30"),
            ("2026-12-31T23:59:60Z", "2027-01-01T05:29+05:30"),
        ] {
            let shown = IstDateTime::from_iso(iso).map(|at| at.to_string());
            assert_eq!(shown.as_deref(), Some(ist), "{iso}");
        }
    }

    #[test]
    fn what_names_no_instant_is_refused() {
        for text in [
            "",
            "2026-10-07",
            "2026-10-07T10:15:30",
            "2026-10-07T24:00:00Z",
            "2026-10-07T10:60Z",
            "2026-10-07T10:15:61Z",
            "2026-10-07T10:15:30.Z",
            "2026-10-07T10:15:30Zx",
            "2026-10-07T10:15:30+5",
            "2026-10-07T10:15:30+05:",
            "2026-02-30T10:15:30Z",
            "soon",
        ] {
            assert_eq!(IstDateTime::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn unix_milliseconds_give_the_same_clock() {
        let at = IstDateTime::from_unix_millis(1_795_310_700_000);
        assert_eq!(Some(at), IstDateTime::from_iso("2026-11-22T01:25:00Z"));
        assert_eq!(at.hh_mm(), "06:55");
        assert_eq!(IstDateTime::from_unix_millis(-1).hh_mm(), "05:29");
    }
}
