use super::{FieldProblem, checked_text};
use crate::typed::clean;

checked_text! {
    /// A person's name in any script, as they write it.
    PersonName
}

const LONGEST: usize = 100;

impl PersonName {
    /// Up to 100 characters: letters, spaces and `. ' ’ -`. Runs of spaces become
    /// one. Every character beyond ASCII counts as a letter, since telling letters
    /// and combining marks apart would ship the Unicode tables to every phone.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let mut name = String::new();
        for word in clean(text).split(' ').filter(|word| !word.is_empty()) {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
        }
        if name.is_empty() {
            Err(FieldProblem::Empty)
        } else if !name.chars().all(|c| is_letter(c) || is_joiner(c)) {
            Err(FieldProblem::WrongCharacters)
        } else if !name.chars().any(is_letter) {
            Err(FieldProblem::WrongShape)
        } else if name.chars().count() > LONGEST {
            Err(FieldProblem::TooLong)
        } else {
            Ok(Self(name))
        }
    }

    /// How many words it has. The platform takes up to three in the name on a PAN:
    /// a reason to warn, not to stop.
    pub fn word_count(&self) -> usize {
        self.0.split(' ').count()
    }
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        // U+0080 to U+009F are controls.
        c >= '\u{A0}' && !is_joiner(c)
    }
}

/// Marks between letters, and the two that shape conjuncts (ZWNJ, ZWJ).
fn is_joiner(c: char) -> bool {
    matches!(c, ' ' | '.' | '\'' | '’' | '-' | '\u{200C}' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use super::{FieldProblem, PersonName};

    #[test]
    fn names_of_every_script_are_kept_as_written() {
        for name in [
            "Asha",
            "Asha Rao",
            "A. P. J. Abdul Kalam",
            "D'Souza",
            "O’Brien",
            "Anne-Marie",
            "श्रीमती लक्ष्मी",
            "क्\u{200D}षेत्रपाल",
            "சுப்பிரமணியன்",
            "ਗੁਰਪ੍ਰੀਤ",
            "فاطمہ",
            "José",
        ] {
            assert_eq!(PersonName::parse(name).unwrap().as_str(), name);
        }
    }

    #[test]
    fn spaces_are_tidied_and_words_counted() {
        let name = PersonName::parse("  Asha \t Devi\u{A0}Rao ").unwrap();
        assert_eq!(name.as_str(), "Asha Devi Rao");
        assert_eq!(name.word_count(), 3);
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        use FieldProblem::{Empty, TooLong, WrongCharacters, WrongShape};
        let long = "अ".repeat(101);
        for (typed, problem) in [
            ("", Empty),
            ("   ", Empty),
            ("Asha2", WrongCharacters),
            ("आशा२", WrongCharacters),
            ("Asha, Rao", WrongCharacters),
            ("<b>Asha</b>", WrongCharacters),
            ("Asha\u{7}", WrongCharacters),
            ("Asha\u{85}Rao", WrongCharacters),
            (". - '", WrongShape),
            ("\u{200D}", WrongShape),
            (&long, TooLong),
        ] {
            assert_eq!(PersonName::parse(typed), Err(problem), "{typed}");
        }
        assert!(PersonName::parse(&"अ".repeat(100)).is_ok());
    }
}
