//! Who somebody is and where their money goes: each kind of number is a type that
//! can only hold its own shape. None of this proves that a number exists.

mod account_number;
mod email;
mod ifsc;
mod mobile;
mod pan;
mod person_name;
mod pincode;
mod shape;
mod udyam;

pub use account_number::AccountNumber;
pub use email::Email;
pub use ifsc::Ifsc;
pub use mobile::Mobile;
pub use pan::Pan;
pub use person_name::PersonName;
pub use pincode::Pincode;
pub use udyam::Udyam;

/// What is wrong with a field; with the field's name it chooses the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// Nothing was typed.
    Empty,
    /// A character that the field never has.
    WrongCharacters,
    /// Fewer characters than the field has.
    TooShort,
    /// More characters than the field has.
    TooLong,
    /// The right characters in the wrong places.
    WrongShape,
    /// An IFSC with the letter O where the zero belongs: see [`Ifsc::with_zero`].
    FifthIsLetterO,
}

/// A `String` that was checked. `Debug` leaves the value out: what is logged by
/// mistake is no one's personal data.
macro_rules! checked_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// The plain value, as the platform wants it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}
use checked_text;
