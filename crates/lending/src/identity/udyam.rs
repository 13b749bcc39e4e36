use super::shape::shaped;
use super::{FieldProblem, checked_text};

checked_text! {
    /// The registration number of a small business: `UDYAM-KR-03-0012345`.
    Udyam
}

impl Udyam {
    /// The number with or without its hyphens, which are put in.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let code = shaped(text, "AAAAAAA999999999")?;
        hyphenated(&code).map(Self).ok_or(FieldProblem::WrongShape)
    }
}

fn hyphenated(code: &str) -> Option<String> {
    let rest = code.strip_prefix("UDYAM")?;
    let (state, digits) = rest.split_at_checked(2)?;
    let (district, number) = digits.split_at_checked(2)?;
    Some(format!("UDYAM-{state}-{district}-{number}"))
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, Udyam};

    #[test]
    fn hyphens_are_put_where_they_belong() {
        for typed in [
            "UDYAM-KR-03-0012345",
            "udyamkr030012345",
            "Udyam KR 03 0012345",
        ] {
            assert_eq!(Udyam::parse(typed).unwrap().as_str(), "UDYAM-KR-03-0012345");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters, WrongShape};
        for (typed, problem) in [
            ("", Empty),
            ("UDYAM-KR-03-001234", TooShort),
            ("UDYAM-KR-03-00123456", TooLong),
            ("UDYAM/KR/03/0012345", WrongCharacters),
            ("UDYOG-KR-03-0012345", WrongShape),
            ("UDYAM-K1-03-0012345", WrongShape),
        ] {
            assert_eq!(Udyam::parse(typed), Err(problem), "{typed}");
        }
    }
}
