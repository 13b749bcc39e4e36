//! Repayment by equal monthly instalments on a reducing balance, in integers.

use crate::date::Date;
use crate::money::Paise;
use crate::rate::BasisPoints;

/// How a lender rounds, always half up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Instalment and each month's interest to the rupee.
    Rupee,
    /// Instalment to the rupee, interest to the paisa.
    RupeeInstalment,
    /// Both to the paisa.
    Paisa,
}

impl Rounding {
    const fn instalment_unit(self) -> i128 {
        match self {
            Self::Rupee | Self::RupeeInstalment => 100,
            Self::Paisa => 1,
        }
    }

    const fn interest_unit(self) -> i128 {
        match self {
            Self::Rupee => 100,
            Self::RupeeInstalment | Self::Paisa => 1,
        }
    }
}

/// One row of a repayment schedule (RBI KFS Annex C).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instalment {
    /// Counted from 1.
    pub number: u32,
    /// When it is to be paid.
    pub due: Date,
    /// Principal and interest together.
    pub amount: Paise,
    /// What it takes off the balance.
    pub principal: Paise,
    /// A month's interest on the balance before it.
    pub interest: Paise,
    /// What is still owed.
    pub balance_after: Paise,
}

/// Fifty years. A term comes from outside, and must not decide how much memory
/// is taken.
pub const MAX_MONTHS: u32 = 600;

/// Basis points of a year, in one month: a monthly rate is `rate / 120 000`.
const MONTHLY: i128 = 120_000;

/// 1 in the fixed-point numbers that discounts are kept in.
const ONE: i128 = 1_000_000_000_000_000_000;

/// The equal monthly instalment. `None` without principal or months, or beyond
/// [`MAX_MONTHS`].
pub fn emi(principal: Paise, rate: BasisPoints, months: u32, rounding: Rounding) -> Option<Paise> {
    if principal <= Paise::ZERO || months == 0 || months > MAX_MONTHS {
        return None;
    }
    // What one paisa a month is worth today. It holds for a rate of zero too,
    // where the textbook formula divides by zero.
    let mut discount = ONE;
    let mut annuity = 0;
    for _ in 0..months {
        discount = nearest(discount * MONTHLY, MONTHLY + i128::from(rate.0));
        annuity += discount;
    }
    let unit = rounding.instalment_unit();
    let units = nearest(i128::from(principal.0) * ONE, annuity * unit);
    paise(units * unit)
}

/// Every instalment from `first_due` on, each a month after the last and on the
/// same day where the month has it. The last one is whatever is left, so that
/// principal parts sum to `principal` and the balance ends at zero.
///
/// Empty where [`emi`] is `None`.
///
/// ```
/// use lending::{BasisPoints, Date, Paise, Rounding, schedule};
///
/// let first = Date::parse("2027-01-05").unwrap();
/// let rows = schedule(Paise::from_rupees(12_000), BasisPoints(0), 12, first, Rounding::Rupee);
/// assert_eq!(rows[11].amount, Paise::from_rupees(1_000));
/// assert_eq!(rows[11].due.to_string(), "2027-12-05");
/// ```
pub fn schedule(
    principal: Paise,
    rate: BasisPoints,
    months: u32,
    first_due: Date,
    rounding: Rounding,
) -> Vec<Instalment> {
    let Some(instalment) = emi(principal, rate, months, rounding) else {
        return Vec::new();
    };
    let mut balance = i128::from(principal.0);
    let row = |number| {
        let unit = rounding.interest_unit();
        let interest = nearest(balance * i128::from(rate.0), MONTHLY * unit) * unit;
        // Rounding can lift an instalment of a tiny loan above what is owed, or
        // push it below the interest: the balance never leaves zero to principal.
        let repaid = if number == months {
            balance
        } else {
            (i128::from(instalment.0) - interest).clamp(0, balance)
        };
        balance -= repaid;
        Some(Instalment {
            number,
            due: first_due.add_months(number - 1),
            amount: paise(repaid + interest)?,
            principal: paise(repaid)?,
            interest: paise(interest)?,
            balance_after: paise(balance)?,
        })
    };
    let rows: Option<Vec<_>> = (1..=months).map(row).collect();
    rows.unwrap_or_default()
}

/// Division to the nearest whole number, half up; neither side is negative.
const fn nearest(numerator: i128, denominator: i128) -> i128 {
    (numerator + denominator / 2) / denominator
}

fn paise(amount: i128) -> Option<Paise> {
    i64::try_from(amount).ok().map(Paise)
}

#[cfg(test)]
mod tests {
    use super::{MAX_MONTHS, Rounding, emi, schedule};
    use crate::{BasisPoints, Date, Paise};

    #[test]
    fn there_is_no_schedule_without_principal_or_term() {
        let first = Date::new(2027, 1, 5).unwrap();
        for (principal, months) in [(0, 12), (-1, 12), (100, 0), (100, MAX_MONTHS + 1)] {
            let (principal, rate) = (Paise(principal), BasisPoints(1_200));
            assert_eq!(emi(principal, rate, months, Rounding::Paisa), None);
            assert!(schedule(principal, rate, months, first, Rounding::Paisa).is_empty());
        }
    }

    #[test]
    fn instalments_fall_on_the_same_day_or_on_the_last_of_a_short_month() {
        let first = Date::new(2026, 12, 31).unwrap();
        let principal = Paise::from_rupees(1_000);
        let due: Vec<String> = schedule(principal, BasisPoints(0), 4, first, Rounding::Rupee)
            .iter()
            .map(|row| row.due.to_string())
            .collect();
        assert_eq!(
            due,
            ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"]
        );
    }

    #[test]
    fn the_largest_figures_do_not_overflow() {
        let first = Date::new(2027, 1, 5).unwrap();
        for rate in [0, 1, u32::MAX] {
            for rounding in [Rounding::Rupee, Rounding::RupeeInstalment, Rounding::Paisa] {
                let (most, rate) = (Paise(i64::MAX), BasisPoints(rate));
                let rows = schedule(most, rate, MAX_MONTHS, first, rounding);
                assert!(rows.iter().all(|row| row.balance_after >= Paise::ZERO));
            }
        }
    }
}
