//! Digits into numbers, without floats and without `str::parse`, which takes a
//! leading plus sign.

/// Why a text is not a fixed-point number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberProblem {
    NotANumber,
    TooManyDecimals,
    TooLarge,
}

/// ASCII digits only, at least one.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// A whole number of ASCII digits.
pub(crate) fn whole(text: &str) -> Option<u32> {
    if is_digits(text) {
        text.parse().ok()
    } else {
        None
    }
}

/// The number in the first `width` bytes, and what follows them.
pub(crate) fn leading(text: &str, width: usize) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(width)?;
    Some((whole(digits)?, rest))
}

/// `text` times 10 to the power `places`: `("12.5", 2)` is 1250. One side of the
/// point may be missing, as in `.5` and `12.`.
pub(crate) fn fixed_point(text: &str, places: usize) -> Result<i64, NumberProblem> {
    let (units, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = units.bytes().chain(fraction.bytes());
    if units.len() + fraction.len() == 0 || !digits.clone().all(|b| b.is_ascii_digit()) {
        return Err(NumberProblem::NotANumber);
    }
    let Some(missing) = places.checked_sub(fraction.len()) else {
        return Err(NumberProblem::TooManyDecimals);
    };
    digits
        .chain(std::iter::repeat_n(b'0', missing))
        .try_fold(0_i64, |value, digit| {
            value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
        })
        .ok_or(NumberProblem::TooLarge)
}

/// [`fixed_point`] for platform values, where `12.5000` means 12.5.
pub(crate) fn wire_fixed_point(text: &str, places: usize) -> Option<i64> {
    let shortened = if text.contains('.') {
        text.trim_end_matches('0')
    } else {
        text
    };
    fixed_point(shortened, places).ok()
}
