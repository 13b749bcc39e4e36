//! Which version a tool is.

use std::path::Path;

use crate::command::{command, output};

/// What `<program> --version` says, or nothing when it cannot be run.
pub(super) fn said_by(program: &Path) -> Option<String> {
    output(command(program, Path::new(".")).arg("--version")).ok()
}

/// The first word that begins with a digit: `wasm-opt version 132 (v132)` -> `132`.
pub(super) fn number(said: &str) -> Option<&str> {
    said.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// The part before the first point.
pub(super) fn major(said: &str) -> Option<u32> {
    number(said)?.split('.').next()?.parse().ok()
}

pub(super) fn is(program: &Path, version: &str) -> bool {
    said_by(program).is_some_and(|said| number(&said) == Some(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_each_tool_says() {
        for (said, version, first) in [
            ("trunk 0.21.14\n", "0.21.14", 0),
            ("wasm-bindgen 0.2.130", "0.2.130", 0),
            ("wasm-opt version 132 (version_132)", "132", 132),
            (
                "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)",
                "156.0.8078.79",
                156,
            ),
            (
                "ChromeDriver 156.0.8078.79 (a21ce95c-refs/branch-heads/8078@{#1704})",
                "156.0.8078.79",
                156,
            ),
        ] {
            assert_eq!((number(said), major(said)), (Some(version), Some(first)));
        }
        assert_eq!(number("no version"), None);
    }
}
