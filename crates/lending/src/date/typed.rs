use super::Date;
use crate::scan::whole;
use crate::typed::clean;

/// One of the three fields a date is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatePart {
    /// Day of the month.
    Day,
    /// Month as a number.
    Month,
    /// Year in four digits.
    Year,
}

/// What is wrong with a date somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// All three fields are blank.
    Empty,
    /// This field is blank: the first one, where there are two.
    Missing(DatePart),
    /// This field alone cannot be right: letters, month 13, a year in two digits.
    Wrong(DatePart),
    /// Each field could be right, but there is no such day: 31 February.
    NotADate,
}

impl Date {
    /// A date from three fields.
    ///
    /// ```
    /// use lending::{Date, DatePart, DateProblem};
    ///
    /// assert_eq!(Date::from_dmy("7", "10", "1990"), Ok(Date::new(1990, 10, 7).unwrap()));
    /// assert_eq!(Date::from_dmy("7", "", "1990"), Err(DateProblem::Missing(DatePart::Month)));
    /// ```
    pub fn from_dmy(day: &str, month: &str, year: &str) -> Result<Self, DateProblem> {
        let (day, month, year) = (clean(day), clean(month), clean(year));
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Err(DateProblem::Empty);
        }
        for (field, part) in [
            (&day, DatePart::Day),
            (&month, DatePart::Month),
            (&year, DatePart::Year),
        ] {
            if field.is_empty() {
                return Err(DateProblem::Missing(part));
            }
        }
        let day = ranged(&day, 1, 31).ok_or(DateProblem::Wrong(DatePart::Day))?;
        let month = ranged(&month, 1, 12).ok_or(DateProblem::Wrong(DatePart::Month))?;
        let year = ranged(&year, 1_000, 9_999).ok_or(DateProblem::Wrong(DatePart::Year))?;
        Self::new(year, month, day).ok_or(DateProblem::NotADate)
    }
}

fn ranged<T: TryFrom<u32>>(text: &str, least: u32, most: u32) -> Option<T> {
    let number = whole(text).filter(|number| (least..=most).contains(number))?;
    T::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::{Date, DatePart, DateProblem};

    #[test]
    fn a_date_is_read_from_three_fields() {
        for (day, month, year) in [
            ("7", "10", "1990"),
            (" 07 ", "10", "1990"),
            ("७", "१०", "१९९०"),
        ] {
            let date = Date::from_dmy(day, month, year).map(|date| date.to_string());
            assert_eq!(date.as_deref(), Ok("1990-10-07"));
        }
    }

    #[test]
    fn the_problem_names_the_field_to_mend() {
        use DatePart::{Day, Month, Year};
        use DateProblem::{Empty, Missing, NotADate, Wrong};
        for (day, month, year, problem) in [
            ("", " ", "", Empty),
            ("", "10", "1990", Missing(Day)),
            ("7", "", "", Missing(Month)),
            ("7", "10", "", Missing(Year)),
            ("x", "", "1990", Missing(Month)),
            ("x", "10", "1990", Wrong(Day)),
            ("0", "10", "1990", Wrong(Day)),
            ("32", "10", "1990", Wrong(Day)),
            ("7", "13", "1990", Wrong(Month)),
            ("7", "Oct", "1990", Wrong(Month)),
            ("7", "10", "90", Wrong(Year)),
            ("7", "10", "19900", Wrong(Year)),
            ("7", "10", "+1990", Wrong(Year)),
            ("31", "2", "1990", NotADate),
            ("29", "2", "1990", NotADate),
        ] {
            assert_eq!(
                Date::from_dmy(day, month, year),
                Err(problem),
                "{day}/{month}/{year}"
            );
        }
    }
}
