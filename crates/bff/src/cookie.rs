//! The two cookies. `__Host-Http-`: only this host, only over HTTP, never from a script.

use http::{HeaderMap, HeaderValue, header};

/// Names the session. Strict: it is not sent on arrivals from other sites.
pub const SESSION: &str = "__Host-Http-bs";
/// Ties a sign-in to the browser that began it. Lax: it must survive the way back.
pub const SIGN_IN: &str = "__Host-Http-si";

/// The cookie's value; none when it is there twice, since then one of them is not ours.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter_map(|(key, value)| (key == name).then_some(value));
    match (found.next(), found.next()) {
        (Some(value), None) if !value.is_empty() && value.len() <= 128 => Some(value),
        _ => None,
    }
}

fn line(name: &str, value: &str, same_site: &str, max_age: i64) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; Secure; HttpOnly; SameSite={same_site}; Max-Age={max_age}"
    ))
    .ok()
}

pub fn set_session(value: &str, max_age: i64) -> Option<HeaderValue> {
    line(SESSION, value, "Strict", max_age)
}

pub fn end_session() -> Option<HeaderValue> {
    line(SESSION, "", "Strict", 0)
}

pub fn set_sign_in(value: &str, max_age: i64) -> Option<HeaderValue> {
    line(SIGN_IN, value, "Lax", max_age)
}

pub fn end_sign_in() -> Option<HeaderValue> {
    line(SIGN_IN, "", "Lax", 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[&str]) -> HeaderMap {
        lines
            .iter()
            .map(|line| (header::COOKIE, HeaderValue::from_str(line).unwrap()))
            .collect()
    }

    #[test]
    fn a_cookie_is_found_among_others_and_across_split_headers() {
        let one = headers(&["lang=hi; __Host-Http-bs=abc; x=1"]);
        assert_eq!(read(&one, SESSION), Some("abc"));
        let split = headers(&["lang=hi", "__Host-Http-bs=abc"]);
        assert_eq!(read(&split, SESSION), Some("abc"));
    }

    #[test]
    fn a_cookie_that_is_there_twice_or_empty_or_huge_counts_as_none() {
        assert_eq!(
            read(&headers(&["__Host-Http-bs=a; __Host-Http-bs=b"]), SESSION),
            None
        );
        assert_eq!(read(&headers(&["__Host-Http-bs="]), SESSION), None);
        let huge = format!("__Host-Http-bs={}", "a".repeat(200));
        assert_eq!(read(&headers(&[&huge]), SESSION), None);
    }
}
