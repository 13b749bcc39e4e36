use super::Paise;
use super::typed::without_currency;
use crate::scan::wire_fixed_point;

impl Paise {
    /// An amount of the platform: rupees as text, `250000`, `250000.50` or, as
    /// lenders write into free text, `1000 INR` and `₹0`. Anything finer than a
    /// paisa is `None`, never rounded.
    ///
    /// ASSUMPTION(G13): amounts are rupees, not paise.
    pub fn from_wire(text: &str) -> Option<Self> {
        let lower = text.trim_ascii().to_ascii_lowercase();
        let number = without_currency(&lower).trim_ascii().replace(',', "");
        match number.strip_prefix('-') {
            Some(positive) => wire_fixed_point(positive, 2)?.checked_neg().map(Self),
            None => wire_fixed_point(&number, 2).map(Self),
        }
    }

    /// Whole rupees as the platform wants them, without paise: an amount asked
    /// for or earned is never overstated.
    pub fn to_wire_rupees(self) -> String {
        self.whole_rupees().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::Paise;

    #[test]
    fn platform_amounts_are_rupees() {
        for (wire, paise) in [
            ("250000", 25_000_000),
            ("250000.50", 25_000_050),
            ("250000.5", 25_000_050),
            ("250000.5000", 25_000_050),
            ("1000 INR", 100_000),
            ("46360 inr", 4_636_000),
            ("INR 1000", 100_000),
            ("₹0", 0),
            ("₹1,000", 100_000),
            ("0", 0),
            ("-12.5", -1_250),
        ] {
            assert_eq!(Paise::from_wire(wire), Some(Paise(paise)), "{wire}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_not_guessed_at() {
        for wire in [
            "",
            " ",
            "INR",
            "-",
            ".",
            "3%",
            "5 lakh",
            "12.345",
            "1e5",
            "NaN",
            "+5",
            "--5",
            "1 000",
            "५००",
            "99999999999999999999",
        ] {
            assert_eq!(Paise::from_wire(wire), None, "{wire}");
        }
    }

    #[test]
    fn paise_are_dropped_from_what_is_sent() {
        assert_eq!(Paise(25_000_050).to_wire_rupees(), "250000");
        assert_eq!(Paise(99).to_wire_rupees(), "0");
    }
}
