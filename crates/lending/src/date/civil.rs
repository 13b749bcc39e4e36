//! Dates as a count of days, after Howard Hinnant's `days_from_civil`: years that
//! begin in March put the leap day last, and 400 years always have as many days.

use super::Date;

const DAYS_OF_400_YEARS: i64 = 146_097;
/// From 1 March of year 0 to 1 January 1970.
const TO_1970: i64 = 719_468;

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

pub(super) const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1 January 1970.
pub(super) fn days_of(date: Date) -> i64 {
    let month = i64::from(date.month);
    let year = i64::from(date.year) - i64::from(month <= 2);
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(date.day) - 1;
    let day_of_era = year * 365 + year / 4 - year / 100 + day_of_year;
    era * DAYS_OF_400_YEARS + day_of_era - TO_1970
}

/// The date so many days after 1 January 1970, within what [`Date`] knows.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to years 1 to 9999 on the first line"
)]
pub(super) fn date_of(days: i64) -> Date {
    let days = days.clamp(days_of(Date::MIN), days_of(Date::MAX)) + TO_1970;
    let (era, day_of_era) = (
        days.div_euclid(DAYS_OF_400_YEARS),
        days.rem_euclid(DAYS_OF_400_YEARS),
    );
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    Date {
        year: year as u16,
        month: month as u8,
        day: day as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::{date_of, days_of};
    use crate::Date;

    #[test]
    fn known_days_have_their_known_counts() {
        for (text, days) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2026-11-22", 20_779),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ] {
            let date = Date::parse(text).unwrap();
            assert_eq!(days_of(date), days, "{text}");
            assert_eq!(date_of(days), date, "{text}");
        }
    }

    #[test]
    fn every_day_is_the_day_after_the_one_before() {
        let mut day = Date::MIN;
        for count in days_of(Date::MIN)..days_of(Date::MAX) {
            let next = date_of(count + 1);
            assert!(next > day, "{day}");
            assert_eq!(Date::new(next.year, next.month, next.day), Some(next));
            day = next;
        }
        assert_eq!(day, Date::MAX);
    }
}
