use super::shape::{digits, ending};
use super::{FieldProblem, checked_text};
use crate::typed::code;

checked_text! {
    /// An Indian mobile number: ten digits, without the country code.
    Mobile
}

const LENGTH: usize = 10;

impl Mobile {
    /// Ten digits from 6 up, after any of `+91`, `91`, `0` and `0091`.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let code = code(text).replace(['(', ')'], "");
        let number = digits(national(&code)?, LENGTH, LENGTH)?;
        if number.starts_with(['6', '7', '8', '9']) {
            Ok(Self(number))
        } else {
            Err(FieldProblem::WrongShape)
        }
    }

    /// `+919876543210`. The platform wants either form, place by place.
    pub fn with_country_code(&self) -> String {
        format!("+91{}", self.0)
    }

    /// `••••••3210`.
    pub fn masked(&self) -> String {
        format!("••••••{}", ending(&self.0, 4))
    }
}

/// The number without its prefixes. They only count as such on top of ten digits:
/// there are mobile numbers that begin with 91.
fn national(code: &str) -> Result<&str, FieldProblem> {
    if let Some(foreign) = code.strip_prefix('+') {
        let number = foreign.strip_prefix("91").ok_or(FieldProblem::WrongShape)?;
        return Ok(shortened(number, "0"));
    }
    Ok(["0", "0", "91", "0"].into_iter().fold(code, shortened))
}

fn shortened<'a>(number: &'a str, prefix: &str) -> &'a str {
    match number.strip_prefix(prefix) {
        Some(rest) if rest.len() >= LENGTH => rest,
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, Mobile};

    #[test]
    fn prefixes_and_spaces_do_not_matter() {
        for typed in [
            "9876543210",
            "98765 43210",
            "+91 98765-43210",
            "919876543210",
            "09876543210",
            "0091 9876543210",
            "+91 (0) 9876543210",
            "९८७६५४३२१०",
            "\u{202A}+91 98765 43210\u{202C}",
        ] {
            assert_eq!(
                Mobile::parse(typed).unwrap().as_str(),
                "9876543210",
                "{typed}"
            );
        }
    }

    #[test]
    fn a_number_that_begins_like_the_country_code_is_kept() {
        assert_eq!(Mobile::parse("9198765432").unwrap().as_str(), "9198765432");
        assert_eq!(
            Mobile::parse("919198765432").unwrap().as_str(),
            "9198765432"
        );
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, TooShort, WrongCharacters, WrongShape};
        for (typed, problem) in [
            ("", Empty),
            ("987654321", TooShort),
            ("+91 98765", TooShort),
            ("98765432101", TooLong),
            ("98765x3210", WrongCharacters),
            ("5876543210", WrongShape),
            ("+1 9876543210", WrongShape),
            ("+98 76543210", WrongShape),
        ] {
            assert_eq!(Mobile::parse(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn a_mask_shows_the_last_four() {
        let mobile = Mobile::parse("9876543210").unwrap();
        assert_eq!(mobile.masked(), "••••••3210");
        assert_eq!(mobile.with_country_code(), "+919876543210");
    }
}
