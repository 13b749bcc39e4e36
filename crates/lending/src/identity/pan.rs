use super::shape::{ending, shaped};
use super::{FieldProblem, checked_text};

checked_text! {
    /// A permanent account number of the income tax department: `ABCPE1234F`.
    Pan
}

impl Pan {
    /// Five letters, four digits, one letter; spaces, hyphens and case are free.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        shaped(text, "AAAAA9999A").map(Self)
    }

    /// Whether the fourth letter is the P of a person. Warn and go on when it is
    /// not: the platform's own test numbers have other letters.
    pub fn individual_shape(&self) -> bool {
        self.0.as_bytes().get(3) == Some(&b'P')
    }

    /// `ABC••••34F`.
    pub fn masked(&self) -> String {
        let start = self.0.get(..3).unwrap_or_default();
        format!("{start}••••{}", ending(&self.0, 3))
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, Pan};

    #[test]
    fn spaces_hyphens_and_case_do_not_matter() {
        for typed in [
            "ABCPE1234F",
            " abcpe1234f ",
            "ABCPE-1234-F",
            "ABCPE 1234 F",
            "abcpe१२३४f",
        ] {
            assert_eq!(Pan::parse(typed).unwrap().as_str(), "ABCPE1234F", "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters, WrongShape};
        for (typed, problem) in [
            ("", Empty),
            (" - ", Empty),
            ("ABCPE1234", TooShort),
            ("ABCPE12345F", TooLong),
            ("ABCPE1234?", WrongCharacters),
            ("ABCPE1234फ", WrongCharacters),
            ("ABCP51234F", WrongShape),
            ("ABCPEI234F", WrongShape),
            ("ABCPE12345", WrongShape),
        ] {
            assert_eq!(Pan::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn the_holder_type_is_only_a_hint() {
        assert!(Pan::parse("ABCPE1234F").unwrap().individual_shape());
        assert!(!Pan::parse("ABCDE1234F").unwrap().individual_shape());
    }

    #[test]
    fn a_mask_hides_the_middle_and_debug_hides_everything() {
        let pan = Pan::parse("ABCPE1234F").unwrap();
        assert_eq!(pan.masked(), "ABC••••34F");
        assert_eq!(format!("{pan:?}"), "Pan(…)");
    }
}
