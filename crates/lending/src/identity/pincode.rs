use super::shape::digits;
use super::{FieldProblem, checked_text};

checked_text! {
    /// A postal PIN code: `560001`.
    Pincode
}

impl Pincode {
    /// Six digits, the first not zero; `560 001` is fine.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let code = digits(text, 6, 6)?;
        if code.starts_with('0') {
            Err(FieldProblem::WrongShape)
        } else {
            Ok(Self(code))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, Pincode};

    #[test]
    fn six_digits_are_read_with_or_without_a_space() {
        for typed in ["560001", "560 001", " 560-001 ", "५६०००१"] {
            assert_eq!(Pincode::parse(typed).unwrap().as_str(), "560001", "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters, WrongShape};
        for (typed, problem) in [
            (" ", Empty),
            ("56000", TooShort),
            ("5600011", TooLong),
            ("56OOO1", WrongCharacters),
            ("060001", WrongShape),
        ] {
            assert_eq!(Pincode::parse(typed), Err(problem), "{typed}");
        }
    }
}
