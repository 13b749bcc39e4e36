//! The annual percentage rate of a Key Facts Statement: the monthly internal rate
//! of return on what the borrower is paid out, times twelve and not compounded
//! (RBI KFS Annex B row 9). The only place with floats.
//!
//! A lender's own figure is the one to show; this one is for checking it, since
//! lenders differ in how they count GST and days.

use crate::money::Paise;
use crate::rate::BasisPoints;

/// The APR of monthly instalments, the first one month after disbursal, rounded
/// half up to two decimals.
///
/// `None` when nothing is disbursed, an instalment is negative, or less comes
/// back than was paid out.
///
/// ```
/// use lending::{BasisPoints, Paise, apr};
///
/// let instalments = [Paise::from_rupees(970); 24];
/// let net = Paise::from_rupees(20_000 - 400);
/// assert_eq!(apr(net, &instalments), Some(BasisPoints(1_710)));
/// ```
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked against the range on the line before"
)]
pub fn apr(net_disbursed: Paise, instalments: &[Paise]) -> Option<BasisPoints> {
    let hundredths = (nominal_percent(net_disbursed, instalments)? * 100.0 + 0.5).floor();
    (hundredths <= f64::from(u32::MAX)).then_some(BasisPoints(hundredths as u32))
}

/// [`apr`] in percent, before rounding.
pub fn nominal_percent(net_disbursed: Paise, instalments: &[Paise]) -> Option<f64> {
    annual_percent(
        paise(net_disbursed),
        &instalments.iter().copied().map(paise),
    )
}

/// [`nominal_percent`] of `months` equal instalments that are not whole paise: RBI's
/// published example only comes out with the unrounded instalment.
pub fn apr_exact(net_disbursed: Paise, emi_rupees: f64, months: u32) -> Option<f64> {
    let count = usize::try_from(months).ok()?;
    annual_percent(
        paise(net_disbursed),
        &std::iter::repeat_n(emi_rupees * 100.0, count),
    )
}

/// The equal instalment in rupees before any rounding; `None` for no months.
pub fn emi_exact(principal: Paise, rate: BasisPoints, months: u32) -> Option<f64> {
    let count = usize::try_from(months).ok()?;
    let monthly = f64::from(rate.0) / 120_000.0;
    let annuity = present_value(std::iter::repeat_n(1.0, count), monthly);
    (months > 0).then(|| paise(principal) / 100.0 / annuity)
}

/// A smaller difference is the float's, not the lender's.
const HALF_A_PAISA: f64 = 0.5;

fn annual_percent<P>(net: f64, payments: &P) -> Option<f64>
where
    P: DoubleEndedIterator<Item = f64> + Clone,
{
    let total: f64 = payments.clone().sum();
    let negative = payments.clone().any(|payment| payment < 0.0);
    if net <= 0.0 || negative || !total.is_finite() || total <= net - HALF_A_PAISA {
        return None;
    }
    if total < net + HALF_A_PAISA {
        return Some(0.0);
    }
    let is_low = |rate| present_value(payments.clone(), rate) > net;
    let (mut low, mut high) = (0.0, 1.0);
    while is_low(high) {
        (low, high) = (high, high * 2.0);
    }
    // Halving ends by itself once no float lies between; the count is a backstop.
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if is_low(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(high * 1_200.0)
}

/// What equally spaced payments, the first one period away, are worth today.
fn present_value(payments: impl DoubleEndedIterator<Item = f64>, rate: f64) -> f64 {
    payments.rfold(0.0, |later, payment| (later + payment) / (1.0 + rate))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "exact up to 2^53 paise, ninety lakh crore rupees"
)]
fn paise(amount: Paise) -> f64 {
    amount.0 as f64
}

#[cfg(test)]
mod tests {
    use super::{apr, apr_exact};
    use crate::{BasisPoints, Paise};

    #[test]
    fn there_is_no_apr_without_money_paid_out_or_paid_back() {
        let thousand = Paise::from_rupees(1_000);
        assert_eq!(apr(Paise::ZERO, &[thousand]), None);
        assert_eq!(apr(Paise(-1), &[thousand]), None);
        assert_eq!(apr(thousand, &[]), None);
        assert_eq!(apr(thousand, &[Paise::from_rupees(999)]), None);
        assert_eq!(apr(thousand, &[Paise::from_rupees(2_000), Paise(-1)]), None);
    }

    #[test]
    fn paying_back_exactly_what_came_is_a_rate_of_zero() {
        let back = [Paise::from_rupees(1_000); 12];
        assert_eq!(apr(Paise::from_rupees(12_000), &back), Some(BasisPoints(0)));
    }

    #[test]
    fn one_payment_a_month_later_is_its_markup_times_twelve() {
        let apr_of = |back| apr(Paise::from_rupees(1_000), &[Paise::from_rupees(back)]);
        assert_eq!(apr_of(1_010), Some(BasisPoints(1_200)));
        assert_eq!(apr_of(3_000), Some(BasisPoints(240_000)));
    }

    #[test]
    fn rates_no_number_can_hold_are_none() {
        assert_eq!(apr(Paise(1), &[Paise(i64::MAX)]), None);
        assert_eq!(apr_exact(Paise(100), f64::NAN, 1), None);
        assert_eq!(apr_exact(Paise(100), f64::INFINITY, 1), None);
    }
}
