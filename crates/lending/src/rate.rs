//! Percentages.

use crate::scan::wire_fixed_point;
use std::fmt::{self, Display, Formatter};

/// Hundredths of a percent: 1644 is 16.44%.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BasisPoints(pub u32);

impl BasisPoints {
    /// A percentage of the platform: `12.50`, `12.5`, `12 %`, `14.75%`. More than
    /// two decimals is `None`: a rate is never rounded on its way in.
    ///
    /// ASSUMPTION(G13): rates are percent per year.
    pub fn from_wire(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let number = text.strip_suffix('%').unwrap_or(text).trim_ascii_end();
        let hundredths = wire_fixed_point(number, 2)?;
        u32::try_from(hundredths).ok().map(Self)
    }
}

impl Display for BasisPoints {
    /// Always with two decimals, `16.40%`, so that rates line up and compare.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::BasisPoints;

    #[test]
    fn lenders_percentages_are_read() {
        for (wire, points) in [
            ("12.50", 1_250),
            ("12.5", 1_250),
            ("12 %", 1_200),
            ("14.75%", 1_475),
            (" 3% ", 300),
            ("0.5 %", 50),
            ("12.5000", 1_250),
            ("0", 0),
            ("100", 10_000),
        ] {
            assert_eq!(
                BasisPoints::from_wire(wire),
                Some(BasisPoints(points)),
                "{wire}"
            );
        }
    }

    #[test]
    fn what_is_not_a_percentage_is_not_guessed_at() {
        for wire in [
            "",
            "%",
            "-1",
            "14.125",
            "12 INR",
            "12%%",
            "1e1",
            "42949672.96",
            "NaN",
        ] {
            assert_eq!(BasisPoints::from_wire(wire), None, "{wire}");
        }
    }

    #[test]
    fn two_decimals_are_always_shown() {
        assert_eq!(BasisPoints(1_644).to_string(), "16.44%");
        assert_eq!(BasisPoints(1_400).to_string(), "14.00%");
        assert_eq!(BasisPoints(5).to_string(), "0.05%");
    }
}
