//! Counting what passed.

use std::{iter::Sum, ops::Add};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    pub(crate) const PASSED: Self = Self {
        passed: 1,
        failed: 0,
    };
    pub(crate) const FAILED: Self = Self {
        passed: 0,
        failed: 1,
    };

    /// Reads `test result: ok. 3 passed; 0 failed; …`; nothing from any other line.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let (_, counts) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        let mut counts = counts.split("; ");
        let passed = counts.next()?.strip_suffix(" passed")?.parse().ok()?;
        let failed = counts.next()?.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }

    /// A command that fails without a failed test (it did not compile, it crashed) is a failure.
    pub(crate) fn with_exit(self, success: bool) -> Self {
        if success || self.failed > 0 {
            self
        } else {
            self + Self::FAILED
        }
    }
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_result_lines_are_counted_and_no_others() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(
            Tally::read(line),
            Some(Tally {
                passed: 12,
                failed: 0
            })
        );
        let line = "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            Tally::read(line),
            Some(Tally {
                passed: 4,
                failed: 2
            })
        );
        for line in ["running 3 tests", "test a ... ok", "3 passed, 0 failed", ""] {
            assert_eq!(Tally::read(line), None, "{line}");
        }
    }

    #[test]
    fn failing_without_a_failed_test_counts_as_one_failure() {
        let some = Tally {
            passed: 3,
            failed: 0,
        };
        assert_eq!(some.with_exit(true), some);
        assert_eq!(
            some.with_exit(false),
            Tally {
                passed: 3,
                failed: 1
            }
        );
        let red = Tally {
            passed: 3,
            failed: 2,
        };
        assert_eq!(red.with_exit(false), red);
    }
}
