use super::{FieldProblem, checked_text};
use crate::typed::clean;

checked_text! {
    /// An email address. Letters of any script may stand on both sides.
    Email
}

/// RFC 5321's longest path, without its angle brackets.
const LONGEST: usize = 254;

impl Email {
    /// One @, a name before it and a domain with a dot after it; ASCII letters
    /// become small.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let address = clean(text).to_ascii_lowercase();
        if address.is_empty() {
            return Err(FieldProblem::Empty);
        }
        if address.chars().any(never_in_an_address) {
            return Err(FieldProblem::WrongCharacters);
        }
        if address.len() > LONGEST {
            return Err(FieldProblem::TooLong);
        }
        let (name, domain) = address.split_once('@').ok_or(FieldProblem::WrongShape)?;
        let dotted = domain.contains('.') && domain.split('.').all(is_label);
        if name.is_empty() || !dotted {
            return Err(FieldProblem::WrongShape);
        }
        Ok(Self(address))
    }
}

/// Only quoting allows these, and nobody has such an address; a comma is a typo
/// for a dot, angle brackets come from pasting a whole contact.
fn never_in_an_address(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | ' ' | ',' | ';' | ':' | '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\\'
    )
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label
            .chars()
            .all(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::{Email, FieldProblem};

    #[test]
    fn addresses_are_read_and_made_small() {
        for (typed, address) in [
            (" Asha.Rao@Example.CO.IN ", "asha.rao@example.co.in"),
            ("a+b_c@x-y.in", "a+b_c@x-y.in"),
            ("आशा@उदाहरण.भारत", "आशा@उदाहरण.भारत"),
        ] {
            assert_eq!(Email::parse(typed).unwrap().as_str(), address);
        }
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, WrongCharacters, WrongShape};
        let long = format!("{}@example.in", "a".repeat(244));
        for (typed, problem) in [
            ("", Empty),
            ("asha", WrongShape),
            ("@example.in", WrongShape),
            ("asha@example", WrongShape),
            ("asha@@example.in", WrongShape),
            ("asha@a@example.in", WrongShape),
            ("asha@example..in", WrongShape),
            ("asha@.in", WrongShape),
            ("asha@example.in.", WrongShape),
            ("asha@example,in", WrongCharacters),
            ("as ha@example.in", WrongCharacters),
            ("Asha <asha@example.in>", WrongCharacters),
            (&long, TooLong),
        ] {
            assert_eq!(Email::parse(typed), Err(problem), "{typed}");
        }
    }
}
