//! Checks that several kinds of number share.

use super::FieldProblem;
use crate::typed::code;

/// Whether `text` has the shape: `A` a capital, `9` a digit, `X` either.
fn fits(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text
            .bytes()
            .zip(shape.bytes())
            .all(|(byte, kind)| match kind {
                b'A' => byte.is_ascii_uppercase(),
                b'9' => byte.is_ascii_digit(),
                _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
            })
}

/// A code of one shape, however it was spaced and capitalised.
pub(super) fn shaped(text: &str, shape: &str) -> Result<String, FieldProblem> {
    let code = sized(text, shape.len(), shape.len(), |b| {
        b.is_ascii_alphanumeric()
    })?;
    if fits(&code, shape) {
        Ok(code)
    } else {
        Err(FieldProblem::WrongShape)
    }
}

/// Digits only, from `least` to `most` of them.
pub(super) fn digits(text: &str, least: usize, most: usize) -> Result<String, FieldProblem> {
    sized(text, least, most, |b| b.is_ascii_digit())
}

fn sized(
    text: &str,
    least: usize,
    most: usize,
    belongs: impl Fn(u8) -> bool,
) -> Result<String, FieldProblem> {
    let code = code(text);
    if code.is_empty() {
        Err(FieldProblem::Empty)
    } else if !code.bytes().all(belongs) {
        Err(FieldProblem::WrongCharacters)
    } else if code.len() < least {
        Err(FieldProblem::TooShort)
    } else if code.len() > most {
        Err(FieldProblem::TooLong)
    } else {
        Ok(code)
    }
}

/// The last `count` bytes of ASCII text.
pub(super) fn ending(text: &str, count: usize) -> &str {
    text.len()
        .checked_sub(count)
        .and_then(|start| text.get(start..))
        .unwrap_or_default()
}
