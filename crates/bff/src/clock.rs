//! Time as Unix milliseconds.

use std::time::{SystemTime, UNIX_EPOCH};

pub fn now_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or_default()
}

/// Milliseconds of an ISO 8601 instant with `Z` or an offset.
pub fn parse_ms(instant: &str) -> Option<i64> {
    instant
        .parse::<jiff::Timestamp>()
        .ok()
        .map(jiff::Timestamp::as_millisecond)
}

/// As a borrower reads it: Indian time, which has one offset all year.
pub fn india(ms: i64) -> String {
    const AHEAD_MS: i64 = 330 * 60_000;
    jiff::Timestamp::from_millisecond(ms.saturating_add(AHEAD_MS))
        .map(|moment| moment.strftime("%d/%m/%Y %H:%M:%S IST").to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_indian_time() {
        let ms = parse_ms("2026-12-31T18:30:05Z");
        assert_eq!(ms.map(india).as_deref(), Some("01/01/2027 00:00:05 IST"));
        assert_eq!(india(i64::MAX), "");
    }
}
