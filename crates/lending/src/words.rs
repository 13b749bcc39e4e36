//! Large amounts said short: "5 lakh", "12.35 lakh", "1.2 crore".

use crate::money::Paise;
use std::fmt::{self, Display, Formatter};

/// The word that belongs after the number; the app has it in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 1,00,000 rupees.
    Lakh,
    /// 1,00,00,000 rupees.
    Crore,
}

/// An amount in lakh or crore to two decimals. Help for reading only: it may be
/// rounded, so it never stands in for the figure. `Display` is the number alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortAmount {
    /// Hundredths of the unit: 1235 is 12.35.
    pub hundredths: u64,
    /// What is counted.
    pub unit: Unit,
    /// Whether nothing was rounded away.
    pub exact: bool,
}

const LAKH_IN_PAISE: u64 = 10_000_000;
const CRORE_IN_PAISE: u64 = 1_000_000_000;

impl ShortAmount {
    /// The short form of an amount from one lakh up.
    pub fn of(amount: Paise) -> Option<Self> {
        let paise = u64::try_from(amount.0).ok()?;
        let lakh = Self::counted(paise, LAKH_IN_PAISE, Unit::Lakh);
        if paise < LAKH_IN_PAISE {
            None
        } else if lakh.hundredths < 10_000 {
            Some(lakh)
        } else {
            // Also what rounds up to 100 lakh.
            Some(Self::counted(paise, CRORE_IN_PAISE, Unit::Crore))
        }
    }

    fn counted(paise: u64, size: u64, unit: Unit) -> Self {
        let hundredth = size / 100;
        Self {
            hundredths: (paise + hundredth / 2) / hundredth,
            unit,
            exact: paise.is_multiple_of(hundredth),
        }
    }
}

impl Display for ShortAmount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match rest {
            0 => write!(f, "{whole}"),
            tens if tens % 10 == 0 => write!(f, "{whole}.{}", tens / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ShortAmount, Unit};
    use crate::Paise;

    #[test]
    fn amounts_are_said_in_lakh_and_crore() {
        for (rupees, number, unit, exact) in [
            (100_000, "1", Unit::Lakh, true),
            (500_000, "5", Unit::Lakh, true),
            (150_000, "1.5", Unit::Lakh, true),
            (105_000, "1.05", Unit::Lakh, true),
            (1_234_567, "12.35", Unit::Lakh, false),
            (500_123, "5", Unit::Lakh, false),
            (9_999_400, "99.99", Unit::Lakh, false),
            (9_999_500, "1", Unit::Crore, false),
            (12_000_000, "1.2", Unit::Crore, true),
            (2_500_000_000, "250", Unit::Crore, true),
        ] {
            let short = ShortAmount::of(Paise::from_rupees(rupees)).unwrap();
            assert_eq!((short.unit, short.exact), (unit, exact), "{rupees}");
            assert_eq!(short.to_string(), number, "{rupees}");
        }
    }

    #[test]
    fn amounts_below_a_lakh_have_no_short_form() {
        assert_eq!(ShortAmount::of(Paise::from_rupees(99_999)), None);
        assert_eq!(ShortAmount::of(Paise::from_rupees(-500_000)), None);
    }

    #[test]
    fn the_largest_amount_has_a_short_form() {
        assert!(ShortAmount::of(Paise(i64::MAX)).is_some());
    }
}
