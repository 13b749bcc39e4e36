use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::ser::{Serialize, Serializer};

/// The text was not a UUID in its usual 8-4-4-4-12 form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a UUID")
    }
}

impl std::error::Error for IdError {}

fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

fn parse(text: &str) -> Result<[u8; 16], IdError> {
    let mut out = [0u8; 16];
    let mut slots = out.iter_mut();
    let mut high: Option<u8> = None;
    if text.len() != 36 {
        return Err(IdError);
    }
    for (at, byte) in text.bytes().enumerate() {
        if matches!(at, 8 | 13 | 18 | 23) {
            if byte != b'-' {
                return Err(IdError);
            }
            continue;
        }
        let digit = nibble(byte).ok_or(IdError)?;
        match high.take() {
            None => high = Some(digit),
            Some(first) => *slots.next().ok_or(IdError)? = (first << 4) | digit,
        }
    }
    Ok(out)
}

fn print(bytes: [u8; 16], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            f.write_str("-")?;
        }
        write!(f, "{byte:02x}")?;
    }
    Ok(())
}

struct UuidVisitor;

impl Visitor<'_> for UuidVisitor {
    type Value = [u8; 16];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a UUID")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        parse(text).map_err(E::custom)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// From the sixteen bytes of a UUID.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                parse(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                print(self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                print(self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(UuidVisitor).map(Self).map_err(D::Error::custom)
            }
        }
    };
}

id!(
    /// One loan application, from start to closure.
    JourneyId
);
id!(
    /// One lender's offer within a journey.
    OfferId
);
id!(
    /// One attempt to get a consent through an Account Aggregator.
    AaSessionId
);
id!(
    /// The platform's own name for a borrower.
    BorrowerId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_prints_as_it_was_read_but_in_lower_case() {
        let id: JourneyId = "9F1C2D3E-0011-4a5b-8c7d-0123456789AB".parse().unwrap();
        assert_eq!(id.to_string(), "9f1c2d3e-0011-4a5b-8c7d-0123456789ab");
        assert_eq!(id.to_string().parse::<JourneyId>(), Ok(id));
    }

    #[test]
    fn what_is_not_a_uuid_is_refused() {
        for bad in [
            "",
            "1",
            "9f1c2d3e-0011-4a5b-8c7d-0123456789a",
            "9f1c2d3e-0011-4a5b-8c7d-0123456789abc",
            "9f1c2d3e00114a5b8c7d0123456789abffff",
            "9f1c2d3e-0011-4a5b-8c7d-0123456789ag",
            "../../../../../../../../../etc/passwd",
            "9f1c2d3e-0011-4a5b-8c7d-01234567%2fab",
            "é1c2d3e-0011-4a5b-8c7d-0123456789ab",
        ] {
            assert_eq!(bad.parse::<JourneyId>(), Err(IdError), "{bad}");
        }
    }
}
