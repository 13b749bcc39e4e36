//! Money as whole paise.

mod shown;
mod typed;
mod wire;

pub use typed::AmountProblem;

use crate::rate::BasisPoints;

const PAISE_PER_RUPEE: i64 = 100;

/// An amount in paise. Every `i64` is an amount, so the field is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paise(pub i64);

impl Paise {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Whole rupees; beyond what fits, the largest amount of that sign.
    pub const fn from_rupees(rupees: i64) -> Self {
        Self(rupees.saturating_mul(PAISE_PER_RUPEE))
    }

    /// The rupees without the paise, cut towards zero.
    pub const fn whole_rupees(self) -> i64 {
        self.0 / PAISE_PER_RUPEE
    }

    /// Whether there are paise beside the rupees.
    pub const fn has_paise(self) -> bool {
        self.0 % PAISE_PER_RUPEE != 0
    }

    /// The sum, unless it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless it does not fit.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// `times` as much, unless it does not fit.
    pub fn checked_mul(self, times: i64) -> Option<Self> {
        self.0.checked_mul(times).map(Self)
    }

    /// The sum of many, unless it does not fit.
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// A percentage of this amount, to the nearest paisa, half up: fees and the
    /// GST on them.
    pub fn share(self, percentage: BasisPoints) -> Option<Self> {
        let product = i128::from(self.0) * i128::from(percentage.0);
        let half_up = (product + 5_000).div_euclid(10_000);
        i64::try_from(half_up).ok().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::Paise;
    use crate::BasisPoints;

    #[test]
    fn a_two_percent_fee_and_its_gst_come_out_to_the_paisa() {
        let fee = Paise::from_rupees(250_000).share(BasisPoints(200)).unwrap();
        assert_eq!(fee, Paise::from_rupees(5_000));
        assert_eq!(fee.share(BasisPoints(1_800)), Some(Paise::from_rupees(900)));
        assert_eq!(Paise(25).share(BasisPoints(200)), Some(Paise(1)));
        assert_eq!(Paise(24).share(BasisPoints(200)), Some(Paise(0)));
    }

    #[test]
    fn arithmetic_says_so_when_it_does_not_fit() {
        let most = Paise(i64::MAX);
        assert_eq!(most.checked_add(Paise(1)), None);
        assert_eq!(Paise(i64::MIN).checked_sub(Paise(1)), None);
        assert_eq!(most.checked_mul(2), None);
        assert_eq!(most.share(BasisPoints(10_001)), None);
        assert_eq!(Paise::total([most, Paise(1), Paise(-1)]), None);
        assert_eq!(Paise::total([Paise(1), Paise(2)]), Some(Paise(3)));
    }
}
