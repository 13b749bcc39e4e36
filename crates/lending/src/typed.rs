//! What people type and paste, made plain before any rule looks at it.

/// Indic digits to ASCII, every kind of space to `' '`, invisible marks dropped,
/// ends trimmed.
pub fn clean(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(|c| if is_space(c) { ' ' } else { ascii_digit(c) })
        .collect();
    plain.trim_matches(' ').to_owned()
}

/// [`clean`], without spaces and dashes, in capitals: how codes are compared.
pub(crate) fn code(text: &str) -> String {
    let mut code: String = clean(text)
        .chars()
        .filter(|&c| c != ' ' && !is_dash(c))
        .collect();
    code.make_ascii_uppercase();
    code
}

/// The minus sign, hyphens and dashes: keyboards and copied documents mix them.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A short list instead of `char::is_whitespace`, whose tables cost bytes.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}')
}

/// Zero-width spaces and direction marks arrive with text copied from chats and
/// PDFs. ZWNJ and ZWJ (U+200C, U+200D) are not here: Indic names need them.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// From Devanagari to Malayalam the digits sit at the same place of blocks that
/// are 128 apart; Urdu and Arabic digits are the two other runs.
fn ascii_digit(c: char) -> char {
    let point = u32::from(c);
    let value = match point {
        0x0966..=0x0D6F => (point - 0x0966) % 0x80,
        0x06F0..=0x06F9 => point - 0x06F0,
        0x0660..=0x0669 => point - 0x0660,
        _ => return c,
    };
    char::from_digit(value, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{clean, code};

    #[test]
    fn digits_of_every_indic_script_become_ascii() {
        for digits in [
            "०१२३४५६७८९",
            "০১২৩৪৫৬৭৮৯",
            "੦੧੨੩੪੫੬੭੮੯",
            "૦૧૨૩૪૫૬૭૮૯",
            "୦୧୨୩୪୫୬୭୮୯",
            "௦௧௨௩௪௫௬௭௮௯",
            "౦౧౨౩౪౫౬౭౮౯",
            "೦೧೨೩೪೫೬೭೮೯",
            "൦൧൨൩൪൫൬൭൮൯",
            "۰۱۲۳۴۵۶۷۸۹",
            "٠١٢٣٤٥٦٧٨٩",
        ] {
            assert_eq!(clean(digits), "0123456789");
        }
    }

    #[test]
    fn letters_beside_the_digits_stay_as_they_are() {
        assert_eq!(clean("हिंदी தமிழ் മലയാളം"), "हिंदी தமிழ் മലയാളം");
    }

    #[test]
    fn pasted_spaces_and_direction_marks_go_and_joiners_stay() {
        assert_eq!(clean("\u{FEFF}\u{A0} a\u{202F}b\u{200E} \n"), "a b");
        assert_eq!(clean("क्\u{200D}ष"), "क्\u{200D}ष");
    }

    #[test]
    fn codes_lose_their_spaces_and_dashes() {
        assert_eq!(code(" abcde-1234\u{2013} f "), "ABCDE1234F");
    }
}
