use super::Paise;
use crate::scan::{NumberProblem, fixed_point};
use crate::typed::{clean, is_dash};

/// What is wrong with an amount somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountProblem {
    /// Nothing but spaces or a currency sign.
    Empty,
    /// Something that is not a number.
    NotANumber,
    /// More than this program can count.
    TooLarge,
    /// A minus sign before the number.
    Negative,
    /// Finer than one paisa.
    TooManyDecimals,
}

impl From<NumberProblem> for AmountProblem {
    fn from(problem: NumberProblem) -> Self {
        match problem {
            NumberProblem::NotANumber => Self::NotANumber,
            NumberProblem::TooManyDecimals => Self::TooManyDecimals,
            NumberProblem::TooLarge => Self::TooLarge,
        }
    }
}

/// Words after a number, and how many zeros each stands for. Hindi words come in
/// two encodings: the dotted letter as one character or as letter and dot.
const MULTIPLIERS: [(&str, usize); 14] = [
    ("lakhs", 5),
    ("lakh", 5),
    ("lacs", 5),
    ("lac", 5),
    ("crores", 7),
    ("crore", 7),
    ("cr", 7),
    ("thousand", 3),
    ("k", 3),
    ("लाख", 5),
    ("करोड\u{93C}", 7),
    ("करो\u{95C}", 7),
    ("हजार", 3),
    ("ह\u{91C}\u{93C}ार", 3),
];

const CURRENCY: [&str; 6] = ["₹", "rs.", "rs", "inr", "रु.", "रु"];

impl Paise {
    /// An amount as typed: `500000`, `₹5,00,000`, `Rs 12.50`, `5 lakh`,
    /// `1.5 लाख`, `५००`.
    pub fn parse(text: &str) -> Result<Self, AmountProblem> {
        let mut typed: String = clean(text)
            .chars()
            .filter(|&c| c != ' ' && c != ',')
            .collect();
        typed.make_ascii_lowercase();

        // The sign stands on either side of the currency: −₹500, ₹-500.
        let unsigned = without_currency(typed.trim_start_matches(is_dash));
        let amount = unsigned.trim_start_matches(is_dash);
        if amount.is_empty() && !typed.contains(is_dash) {
            return Err(AmountProblem::Empty);
        }
        let (number, zeros) = MULTIPLIERS
            .iter()
            .find_map(|(word, zeros)| Some((amount.strip_suffix(word)?, *zeros)))
            .unwrap_or((amount, 0));
        let paise = fixed_point(number, zeros + 2)?;
        if typed.contains(is_dash) {
            return Err(AmountProblem::Negative);
        }
        Ok(Self(paise))
    }
}

/// `text`, in ASCII lower case, without one currency sign at either end.
pub(super) fn without_currency(text: &str) -> &str {
    let after = CURRENCY.iter().find_map(|sign| text.strip_prefix(sign));
    let before = || CURRENCY.iter().find_map(|sign| text.strip_suffix(sign));
    after.or_else(before).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{AmountProblem, Paise};

    #[test]
    fn the_ways_people_write_an_amount_are_understood() {
        for (typed, paise) in [
            ("500000", 50_000_000),
            ("5,00,000", 50_000_000),
            ("500,000", 50_000_000),
            ("₹5,00,000", 50_000_000),
            (" ₹ 5 00 000 ", 50_000_000),
            ("Rs 500", 50_000),
            ("RS.500", 50_000),
            ("500 Rs", 50_000),
            ("INR 500", 50_000),
            ("रु. ५००", 50_000),
            ("5 lakh", 50_000_000),
            ("1.5 lakh", 15_000_000),
            ("2 Lacs", 20_000_000),
            ("₹1.2345678 lakh", 12_345_678),
            ("1.2 crore", 1_200_000_000),
            ("50k", 5_000_000),
            ("५ लाख", 50_000_000),
            ("२ करोड़", 2_000_000_000),
            ("५० हज़ार", 5_000_000),
            ("५०,०००", 5_000_000),
            ("12.50", 1_250),
            ("12.5", 1_250),
            (".5", 50),
            ("12.", 1_200),
            ("0", 0),
            ("007", 700),
        ] {
            assert_eq!(Paise::parse(typed), Ok(Paise(paise)), "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use AmountProblem::{Empty, Negative, NotANumber, TooLarge, TooManyDecimals};
        for (typed, problem) in [
            ("", Empty),
            ("  ", Empty),
            ("₹", Empty),
            ("five", NotANumber),
            ("lakh", NotANumber),
            (".", NotANumber),
            ("1.2.3", NotANumber),
            ("-", NotANumber),
            ("5-0", NotANumber),
            ("1e5", NotANumber),
            ("+5", NotANumber),
            ("₹₹5", NotANumber),
            ("-500", Negative),
            ("−₹500", Negative),
            ("₹-500", Negative),
            ("12.505", TooManyDecimals),
            ("1.23456789 lakh", TooManyDecimals),
            ("99999999999999999", TooLarge),
            ("99999999999999 crore", TooLarge),
        ] {
            assert_eq!(Paise::parse(typed), Err(problem), "{typed}");
        }
    }
}
