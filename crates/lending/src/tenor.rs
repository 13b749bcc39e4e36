//! How long: loan terms and cooling-off periods.

use crate::date::Date;
use crate::scan::whole;
use std::fmt::{self, Display, Formatter};

/// Months and days, which are not exchangeable.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Tenor {
    /// Whole months; twelve to a year.
    pub months: u32,
    /// Days beyond the months.
    pub days: u32,
}

impl Tenor {
    /// So many months.
    pub const fn of_months(months: u32) -> Self {
        Self { months, days: 0 }
    }

    /// So many days.
    pub const fn of_days(days: u32) -> Self {
        Self { months: 0, days }
    }

    /// A duration of the platform: `12 months`, `P12M`, `3 days`, `P2Y`, `P1Y6M`,
    /// or bare months, `12`.
    ///
    /// ASSUMPTION(G13): a bare number counts months. ONDC samples also write a
    /// cooling-off period as `PT30D`; ISO 8601 has no days after `T`, so it can
    /// only mean `P30D`.
    pub fn from_wire(text: &str) -> Option<Self> {
        let text = text.trim_ascii().to_ascii_lowercase();
        if let Some(months) = whole(&text) {
            return Some(Self::of_months(months));
        }
        if let Some(days) = text.strip_prefix("pt") {
            return whole(days.strip_suffix('d')?).map(Self::of_days);
        }
        let mut rest = text.strip_prefix('p').unwrap_or(&text);
        let mut tenor = Self::default();
        loop {
            let (count, after) = split(rest, u8::is_ascii_digit)?;
            let (unit, after) = split(after.trim_ascii_start(), u8::is_ascii_alphabetic)?;
            tenor = tenor.plus(whole(count)?, unit)?;
            rest = after.trim_ascii_start();
            if rest.is_empty() {
                return Some(tenor);
            }
        }
    }

    fn plus(self, count: u32, unit: &str) -> Option<Self> {
        let (months, days) = match unit {
            "y" | "year" | "years" => (count.checked_mul(12)?, 0),
            "m" | "month" | "months" => (count, 0),
            "d" | "day" | "days" => (0, count),
            _ => return None,
        };
        Some(Self {
            months: self.months.checked_add(months)?,
            days: self.days.checked_add(days)?,
        })
    }

    /// Whole years, and the months left over.
    pub const fn years_and_months(self) -> (u32, u32) {
        (self.months / 12, self.months % 12)
    }

    /// The date this long after `start`: months first, then days.
    pub fn after(self, start: Date) -> Date {
        start.add_months(self.months).add_days(self.days.into())
    }
}

/// ISO 8601 in months and days: `P12M`, `P30D`.
impl Display for Tenor {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.months, self.days) {
            (0, days) => write!(f, "P{days}D"),
            (months, 0) => write!(f, "P{months}M"),
            (months, days) => write!(f, "P{months}M{days}D"),
        }
    }
}

/// `text` in two, after the leading bytes that belong.
fn split(text: &str, belongs: impl Fn(&u8) -> bool) -> Option<(&str, &str)> {
    text.split_at_checked(text.bytes().take_while(belongs).count())
}

#[cfg(test)]
mod tests {
    use super::Tenor;
    use crate::Date;

    #[test]
    fn every_spelling_of_a_term_is_read() {
        for (wire, months, days) in [
            ("12 months", 12, 0),
            ("1 month", 1, 0),
            ("5 Months", 5, 0),
            ("12months", 12, 0),
            ("P12M", 12, 0),
            ("12", 12, 0),
            ("P30D", 0, 30),
            ("PT30D", 0, 30),
            ("3 days", 0, 3),
            ("P2Y", 24, 0),
            ("P1Y6M", 18, 0),
            ("2 years 6 months", 30, 0),
            ("P1M15D", 1, 15),
            ("P0D", 0, 0),
        ] {
            assert_eq!(
                Tenor::from_wire(wire),
                Some(Tenor { months, days }),
                "{wire}"
            );
        }
    }

    #[test]
    fn what_is_not_a_term_is_not_guessed_at() {
        for wire in [
            "",
            "P",
            "PT",
            "PT30M",
            "months",
            "12 moons",
            "-3 days",
            "1.5 years",
            "P12",
            "12 ₹",
            "4294967296 days",
            "P999999999Y",
        ] {
            assert_eq!(Tenor::from_wire(wire), None, "{wire}");
        }
    }

    #[test]
    fn a_term_ends_on_a_date() {
        let start = Date::new(2026, 11, 29).unwrap();
        let ends = |tenor: Tenor| tenor.after(start).to_string();
        assert_eq!(ends(Tenor::of_days(3)), "2026-12-02");
        assert_eq!(ends(Tenor::of_months(3)), "2027-02-28");
        assert_eq!(Tenor::of_months(30).years_and_months(), (2, 6));
    }
}
