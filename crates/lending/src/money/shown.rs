//! Amounts as a borrower reads them. Our own code, because browsers group and
//! number differently from one Indian language to the next.

use super::{PAISE_PER_RUPEE, Paise};
use std::fmt::{self, Display, Formatter, Write};

impl Paise {
    /// `₹12,34,567.50`: lakh grouping, ASCII digits, paise only when there are
    /// any, and U+2212 before a negative amount.
    pub fn format(self) -> String {
        self.to_string()
    }
}

impl Display for Paise {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let unit = PAISE_PER_RUPEE.unsigned_abs();
        let (rupees, paise) = (self.0.unsigned_abs() / unit, self.0.unsigned_abs() % unit);
        f.write_str(if self.0 < 0 { "−₹" } else { "₹" })?;
        let digits = rupees.to_string();
        for (index, digit) in digits.chars().enumerate() {
            let remaining = digits.len() - index;
            // The last three digits are one group, all before them are pairs.
            if index > 0 && remaining >= 3 && remaining % 2 == 1 {
                f.write_char(',')?;
            }
            f.write_char(digit)?;
        }
        if paise == 0 {
            return Ok(());
        }
        write!(f, ".{paise:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Paise;

    #[test]
    fn amounts_are_grouped_by_thousand_lakh_and_crore() {
        for (paise, shown) in [
            (0, "₹0"),
            (5, "₹0.05"),
            (100, "₹1"),
            (1_250, "₹12.50"),
            (99_900, "₹999"),
            (100_000, "₹1,000"),
            (9_999_900, "₹99,999"),
            (10_000_000, "₹1,00,000"),
            (123_456_750, "₹12,34,567.50"),
            (1_234_567_850, "₹1,23,45,678.50"),
            (-50_000, "−₹500"),
            (-50, "−₹0.50"),
        ] {
            assert_eq!(Paise(paise).format(), shown);
        }
    }

    #[test]
    fn the_smallest_amount_of_all_can_be_shown() {
        assert_eq!(
            Paise(i64::MIN).format().replace(',', ""),
            "−₹92233720368547758.08"
        );
    }
}
