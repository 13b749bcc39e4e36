use std::collections::BTreeMap;

use serde_json::Value;

/// What the sandbox's clock says when a recording begins: 2026-03-05T09:02:00Z.
pub const BASE_MS: i64 = 1_772_701_320_000;
const TEN_MINUTES_MS: i64 = 600_000;
const FORTY_DAYS_MS: i64 = 40 * 86_400_000;

/// The same for every recording: IDs numbered as they appear, times to ten minutes, the addresses
/// of the machine's own ports as `cargo xtask run` has them.
///
/// `off_ms`: how far the sandbox's clock is from the real one, by which the BFF's own times go.
pub fn steady(view: &Value, real_ms: i64, off_ms: i64) -> Value {
    let mut names = BTreeMap::new();
    calm(view, real_ms, off_ms, &mut names)
}

fn calm(value: &Value, real_ms: i64, off_ms: i64, names: &mut BTreeMap<String, String>) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), calm(value, real_ms, off_ms, names)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items
            .iter()
            .map(|item| calm(item, real_ms, off_ms, names))
            .collect(),
        Value::String(text) => Value::String(calm_text(text, names)),
        Value::Number(number) => match number.as_i64().filter(|ms| *ms > 1_000_000_000_000) {
            Some(ms) if (ms - real_ms).abs() < FORTY_DAYS_MS => to_ten_minutes(ms + off_ms).into(),
            Some(ms) => to_ten_minutes(ms).into(),
            None => value.clone(),
        },
        other => other.clone(),
    }
}

pub(super) fn to_ten_minutes(ms: i64) -> i64 {
    ms.div_euclid(TEN_MINUTES_MS) * TEN_MINUTES_MS
}

/// What one text has in it, from left to right.
fn calm_text(text: &str, names: &mut BTreeMap<String, String>) -> String {
    let mut calm = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = names.len() + 1;
        let taken = if let Some(id) = head(rest, is_id) {
            let name = || format!("00000000-0000-4000-8000-{number:012}");
            calm.push_str(names.entry(id.to_owned()).or_insert_with(name));
            id.len()
        } else if let Some(id) = head(rest, is_short_id) {
            let name = || format!("_{number:016}");
            calm.push_str(names.entry(id.to_owned()).or_insert_with(name));
            id.len()
        } else if let Some(time) = head(rest, is_time) {
            // The minutes' last digit, seconds and fractions.
            calm.push_str(time.get(..15).unwrap_or_default());
            calm.push_str("0:00.000Z");
            time.len()
        } else if let Some(host) = local(rest) {
            calm.push_str("http://127.0.0.1:8081");
            host
        } else if let Some(random) = reference(rest) {
            calm.push_str("SBOX00000000");
            random
        } else {
            calm.push(first);
            first.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    calm
}

/// The beginning of a text, as long as the pattern, if it fits.
fn head(text: &str, fits: fn(&str) -> Option<usize>) -> Option<&str> {
    text.get(..fits(text)?)
}

/// `9` stands for a digit, `x` for a hexadecimal one.
fn like(text: &str, pattern: &str) -> bool {
    let text = text.as_bytes();
    pattern.len() <= text.len()
        && pattern.bytes().zip(text).all(|(wanted, is)| match wanted {
            b'9' => is.is_ascii_digit(),
            b'x' => is.is_ascii_hexdigit(),
            other => other == *is,
        })
}

fn is_id(text: &str) -> Option<usize> {
    const ID: &str = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    like(text, ID).then_some(ID.len())
}

/// As in `quote_0123456789abcdef`.
fn is_short_id(text: &str) -> Option<usize> {
    const ID: &str = "_xxxxxxxxxxxxxxxx";
    like(text, ID).then_some(ID.len())
}

fn is_time(text: &str) -> Option<usize> {
    ["9999-99-99T99:99:99.999Z", "9999-99-99T99:99:99Z"]
        .into_iter()
        .find(|pattern| like(text, pattern))
        .map(str::len)
}

fn local(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("http://127.0.0.1:")?;
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    Some(text.len() - rest.len() + digits)
}

/// A payment's reference.
fn reference(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("SBOX")?;
    let letters = rest.chars().take_while(char::is_ascii_alphanumeric).count();
    Some(text.len() - rest.len() + letters)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn two_recordings_of_the_same_are_the_same() {
        let real = 1_795_000_000_000;
        let off = BASE_MS - real;
        let view = |id: &str, port: u16, late: i64| {
            json!({
                "id": id, "again": format!("http://127.0.0.1:{port}/offers/{id}/kfs"),
                "updatedAt": format!("2026-03-05T09:02:{:02}.123Z", 10 + late),
                "quoteID": format!("quote_{:016x}", port),
                "acceptedAt": real + late, "paid": format!("UTR SBOX{port}AB."),
            })
        };
        let one = view("b6c8a1de-1111-4222-8333-944455556666", 20_001, 3);
        let two = view("0f0e0d0c-aaaa-4bbb-8ccc-9ddddeeee000", 31_777, 9);
        assert_eq!(steady(&one, real, off), steady(&two, real, off));
        let calm = steady(&one, real, off);
        assert_eq!(
            calm.pointer("/updatedAt"),
            Some(&json!("2026-03-05T09:00:00.000Z"))
        );
        assert_eq!(calm.pointer("/acceptedAt"), Some(&json!(BASE_MS - 120_000)));
    }
}
