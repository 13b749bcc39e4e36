use super::shape::{digits, ending};
use super::{FieldProblem, checked_text};

checked_text! {
    /// A bank account number. Text, not a number: leading zeros are part of it.
    AccountNumber
}

impl AccountNumber {
    /// 9 to 18 digits; spaces and dashes are free. Banks share no other rule.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        digits(text, 9, 18).map(Self)
    }

    /// `•••• 4321`.
    pub fn masked(&self) -> String {
        format!("•••• {}", ending(&self.0, 4))
    }

    /// `0012 3456 7890`: in fours, for comparing with a passbook.
    pub fn grouped(&self) -> String {
        let mut grouped = String::new();
        for (index, digit) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                grouped.push(' ');
            }
            grouped.push(digit);
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::{AccountNumber, FieldProblem};

    #[test]
    fn leading_zeros_stay_and_spaces_go() {
        let account = AccountNumber::parse(" 0012-3456 7890 1").unwrap();
        assert_eq!(account.as_str(), "0012345678901");
        assert_eq!(account.grouped(), "0012 3456 7890 1");
        assert_eq!(account.masked(), "•••• 8901");
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters};
        for (typed, problem) in [
            ("", Empty),
            ("12345678", TooShort),
            ("1234567890123456789", TooLong),
            ("12345678A", WrongCharacters),
        ] {
            assert_eq!(AccountNumber::parse(typed), Err(problem), "{typed}");
        }
    }
}
