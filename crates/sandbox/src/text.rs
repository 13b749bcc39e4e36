//! Small texts: digits, hexadecimal, tokens, wire amounts.

use std::fmt::Write as _;

use contract::Text;
use lending::{BasisPoints, Paise};
use uuid::Uuid;

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref())
}

/// 64 characters nobody can guess.
pub(crate) fn random() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

/// 16 characters that are only meant to differ.
pub(crate) fn short() -> String {
    random().chars().take(16).collect()
}

/// Rupees for the wire, `244100` or `244100.50`.
pub(crate) fn rupees(amount: Paise) -> Text {
    if amount.has_paise() {
        Text(format!("{}.{:02}", amount.whole_rupees(), amount.0 % 100))
    } else {
        Text(amount.to_wire_rupees())
    }
}

/// Percent for the wire, `16.44`.
pub(crate) fn percent(rate: BasisPoints) -> Text {
    Text(rate.to_string().trim_end_matches('%').to_owned())
}

/// `A` is a capital letter, `9` a digit, anything else itself.
pub(crate) fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, kind)| match kind {
                b'A' => byte.is_ascii_uppercase(),
                b'9' => byte.is_ascii_digit(),
                b'X' => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
                other => byte == other,
            })
}

pub(crate) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// With a capital letter at the beginning.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_carry_paise_only_where_there_are_some() {
        assert_eq!(rupees(Paise(24_410_000)).as_str(), "244100");
        assert_eq!(rupees(Paise(24_410_005)).as_str(), "244100.05");
    }

    #[test]
    fn shapes_are_exact() {
        assert!(has_shape("ABCPV1234E", "AAAAA9999A"));
        for bad in ["abcpv1234e", "ABCPV1234", "ABCPV12345", "ABCPV1234E "] {
            assert!(!has_shape(bad, "AAAAA9999A"), "{bad}");
        }
        assert!(has_shape("HDFC0A1B2C3", "AAAA0XXXXXX"));
        assert!(!has_shape("HDFCO001234", "AAAA0XXXXXX"));
    }
}
