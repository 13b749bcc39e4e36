use contract::Text;
use lending::{BasisPoints, Paise};

/// How a lender states a charge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charge<'a> {
    Missing,
    /// ASSUMPTION(G14): a bare number is rupees.
    Amount(Paise),
    /// A percentage, as it was written, of something that the lender did not name.
    Percent(&'a str),
    /// Anything else, such as `2% of the amount outstanding`: the lender's words.
    Words(&'a str),
}

impl<'a> Charge<'a> {
    pub fn of(raw: Option<&'a Text>) -> Self {
        let raw = raw.map_or("", |raw| raw.as_str().trim());
        if raw.is_empty() {
            return Self::Missing;
        }
        match Paise::from_wire(raw) {
            Some(amount) if amount >= Paise::ZERO => return Self::Amount(amount),
            _ => {}
        }
        match BasisPoints::from_wire(raw).filter(|_| raw.contains('%')) {
            // Of whatever it may be.
            Some(BasisPoints(0)) => Self::Amount(Paise::ZERO),
            Some(_) => Self::Percent(raw),
            None => Self::Words(raw),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charge_is_read_where_it_is_plain_and_left_as_written_where_it_is_not() {
        for (wire, read) in [
            ("", Charge::Missing),
            ("  ", Charge::Missing),
            ("0", Charge::Amount(Paise::ZERO)),
            ("500", Charge::Amount(Paise::from_rupees(500))),
            ("1000 INR", Charge::Amount(Paise::from_rupees(1_000))),
            ("5 %", Charge::Percent("5 %")),
            (" 5% ", Charge::Percent("5%")),
            ("0%", Charge::Amount(Paise::ZERO)),
            ("2% of the rest", Charge::Words("2% of the rest")),
            ("-500", Charge::Words("-500")),
            ("-5%", Charge::Words("-5%")),
            ("P24M", Charge::Words("P24M")),
            ("5%%", Charge::Words("5%%")),
            ("none", Charge::Words("none")),
        ] {
            assert_eq!(Charge::of(Some(&wire.into())), read, "{wire}");
        }
        assert_eq!(Charge::of(None), Charge::Missing);
    }
}
