//! What a borrower app must know about money, rates, repayment, dates and
//! Indian identity formats. Pure and without dependencies: the same code checks
//! a form in the browser, a request in the server and an offer in the sandbox.
//!
//! Two kinds of reading are kept apart. `parse` reads what a *person* typed and
//! says what is wrong with it; `from_wire` reads what the *platform* sent and
//! gives `None` for anything else, so that the caller can show the raw text
//! rather than a figure nobody stated.
//!
//! ```
//! use lending::{BasisPoints, Paise};
//!
//! let wanted = Paise::parse("2.5 lakh")?;
//! assert_eq!(wanted.format(), "₹2,50,000");
//! assert_eq!(BasisPoints::from_wire("14 %"), Some(BasisPoints(1_400)));
//! # Ok::<(), lending::AmountProblem>(())
//! ```

pub mod apr;
pub mod date;
pub mod identity;
pub mod money;
pub mod rate;
pub mod schedule;
pub mod tenor;
pub mod words;

mod scan;
mod typed;

pub use apr::apr;
pub use date::{Date, DatePart, DateProblem, IstDateTime};
pub use identity::{
    AccountNumber, Email, FieldProblem, Ifsc, Mobile, Pan, PersonName, Pincode, Udyam,
};
pub use money::{AmountProblem, Paise};
pub use rate::BasisPoints;
pub use schedule::{Instalment, Rounding, emi, schedule};
pub use tenor::Tenor;
pub use typed::clean;
pub use words::{ShortAmount, Unit};
