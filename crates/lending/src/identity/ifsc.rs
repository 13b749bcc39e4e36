use super::shape::shaped;
use super::{FieldProblem, checked_text};

checked_text! {
    /// The code of a bank branch: `HDFC0001234`.
    Ifsc
}

/// The fifth place takes anything here, to tell the letter O from the rest.
const SHAPE: &str = "AAAAXXXXXXX";
const BANK: usize = 4;

impl Ifsc {
    /// Four letters, a zero, six letters or digits; spaces and case are free.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let code = shaped(text, SHAPE)?;
        match code.as_bytes().get(BANK) {
            Some(b'0') => Ok(Self(code)),
            Some(b'O') => Err(FieldProblem::FifthIsLetterO),
            _ => Err(FieldProblem::WrongShape),
        }
    }

    /// The code meant by somebody who typed the letter O for the zero; `None` when
    /// that is not what is wrong.
    pub fn with_zero(text: &str) -> Option<Self> {
        let code = shaped(text, SHAPE).ok()?;
        let (bank, rest) = code.split_at_checked(BANK)?;
        let branch = rest.strip_prefix('O')?;
        Some(Self(format!("{bank}0{branch}")))
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, Ifsc};

    #[test]
    fn branch_codes_have_digits_or_letters() {
        for (typed, code) in [
            ("HDFC0001234", "HDFC0001234"),
            ("hdfc 0001 234", "HDFC0001234"),
            ("UTIB0SUTN01", "UTIB0SUTN01"),
        ] {
            assert_eq!(Ifsc::parse(typed).unwrap().as_str(), code);
        }
    }

    #[test]
    fn the_letter_o_for_zero_is_recognised_and_can_be_mended() {
        assert_eq!(
            Ifsc::parse("hdfco001234"),
            Err(FieldProblem::FifthIsLetterO)
        );
        assert_eq!(
            Ifsc::with_zero("hdfco001234").unwrap().as_str(),
            "HDFC0001234"
        );
        assert_eq!(Ifsc::with_zero("HDFC0001234"), None);
        assert_eq!(Ifsc::with_zero("HDFCO00123"), None);
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters, WrongShape};
        for (typed, problem) in [
            ("", Empty),
            ("HDFC000123", TooShort),
            ("HDFC00012345", TooLong),
            ("HDFC0001_34", WrongCharacters),
            ("HDFC1001234", WrongShape),
            ("HDF00001234", WrongShape),
        ] {
            assert_eq!(Ifsc::parse(typed), Err(problem), "{typed}");
        }
    }
}
