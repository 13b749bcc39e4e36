//! Calendar dates, and instants as a clock in India shows them. Month names are
//! words and live in the app.

mod civil;
mod ist;
mod typed;

pub use ist::IstDateTime;
pub use typed::{DatePart, DateProblem};

use crate::scan::leading;
use std::fmt::{self, Display, Formatter};

/// A day that exists, from year 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day this type knows.
    pub const MIN: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };
    /// The last day this type knows.
    pub const MAX: Self = Self {
        year: 9_999,
        month: 12,
        day: 31,
    };

    /// The date, if there is such a day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9_999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=civil::days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// `2026-10-07`, alone or at the start of an ISO 8601 instant. The date of an
    /// instant is the one written, not the one in India: see [`IstDateTime`].
    pub fn parse(text: &str) -> Option<Self> {
        let (date, rest) = Self::leading(text.trim_ascii())?;
        (rest.is_empty() || rest.starts_with(['T', 't', ' '])).then_some(date)
    }

    fn leading(text: &str) -> Option<(Self, &str)> {
        let (year, rest) = leading(text, 4)?;
        let (month, rest) = leading(rest.strip_prefix('-')?, 2)?;
        let (day, rest) = leading(rest.strip_prefix('-')?, 2)?;
        let year = u16::try_from(year).ok()?;
        let date = Self::new(year, month.try_into().ok()?, day.try_into().ok()?)?;
        Some((date, rest))
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, January being 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// So many days later, or earlier when negative; stops at [`Date::MIN`] and
    /// [`Date::MAX`].
    pub fn add_days(self, days: i64) -> Self {
        civil::date_of(civil::days_of(self).saturating_add(days))
    }

    /// So many months later, on the last of the month where the day is missing;
    /// stops at [`Date::MAX`].
    pub fn add_months(self, months: u32) -> Self {
        let since_year_0 = u32::from(self.year) * 12 + u32::from(self.month) - 1;
        let target = since_year_0.saturating_add(months);
        let year = u16::try_from(target / 12).unwrap_or(u16::MAX);
        let month = u8::try_from(target % 12 + 1).unwrap_or(12);
        let day = self.day.min(civil::days_in_month(year, month));
        Self::new(year, month, day).unwrap_or(Self::MAX)
    }

    /// Days from this date to `later`; negative when that is earlier.
    pub fn days_until(self, later: Self) -> i64 {
        civil::days_of(later) - civil::days_of(self)
    }

    /// Age in whole years on a day, of somebody born on this date; `None` before
    /// birth. Born on 29 February, one is a year older on 1 March.
    pub fn age_on(self, day: Self) -> Option<u16> {
        let years = day.year.checked_sub(self.year)?;
        if (day.month, day.day) < (self.month, self.day) {
            years.checked_sub(1)
        } else {
            Some(years)
        }
    }

    /// `07/10/2026`, the compact form in India.
    pub fn dd_mm_yyyy(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }
}

/// ISO 8601: `2026-10-07`.
impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or(Date::MIN)
    }

    #[test]
    fn iso_dates_and_the_dates_of_instants_are_read() {
        for text in [
            "2026-10-07",
            "2026-10-07T10:15:00Z",
            " 2026-10-07 ",
            "2026-10-07 10:15",
        ] {
            assert_eq!(Date::parse(text), Date::new(2026, 10, 7), "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "",
            "2026-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "0000-01-01",
            "2026-10-00",
            "07/10/2026",
            "2026-10-7",
            "2026-10-07x",
            "+026-10-07",
            "२०२६-१०-०७",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2000-02-29").is_some());
    }

    #[test]
    fn months_are_added_without_leaving_the_month() {
        assert_eq!(date("2026-01-31").add_months(1), date("2026-02-28"));
        assert_eq!(date("2027-12-31").add_months(2), date("2028-02-29"));
        assert_eq!(date("2026-11-30").add_months(13), date("2027-12-30"));
        assert_eq!(date("2026-11-30").add_months(0), date("2026-11-30"));
        assert_eq!(date("2026-11-30").add_months(u32::MAX), Date::MAX);
    }

    #[test]
    fn days_are_added_across_months_and_leap_days() {
        assert_eq!(date("2026-12-30").add_days(3), date("2027-01-02"));
        assert_eq!(date("2028-02-28").add_days(1), date("2028-02-29"));
        assert_eq!(date("2027-01-02").add_days(-3), date("2026-12-30"));
        assert_eq!(date("2026-11-22").days_until(date("2027-01-01")), 40);
        assert_eq!(date("2026-11-22").add_days(i64::MAX), Date::MAX);
        assert_eq!(date("2026-11-22").add_days(i64::MIN), Date::MIN);
    }

    #[test]
    fn age_changes_on_the_birthday() {
        let born = date("2008-11-22");
        assert_eq!(born.age_on(date("2026-11-21")), Some(17));
        assert_eq!(born.age_on(date("2026-11-22")), Some(18));
        assert_eq!(born.age_on(date("2008-11-21")), None);
        assert_eq!(date("2008-02-29").age_on(date("2026-02-28")), Some(17));
        assert_eq!(date("2008-02-29").age_on(date("2026-03-01")), Some(18));
    }

    #[test]
    fn dates_are_shown_day_first() {
        assert_eq!(date("2026-10-07").dd_mm_yyyy(), "07/10/2026");
    }
}
