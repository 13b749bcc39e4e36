//! What a Key Facts Statement says, in each language: the one source of the page in the app and
//! of the PDF that the server makes, so that both say the same to the paisa.
//!
//! The rows are those of RBI's Annex A (parts 1 and 2), Annex B (computation of the APR) and
//! Annex C (repayment schedule), filled from what the platform told of an offer and nothing else.
//! The figures that are decided by stand before them, once more.
//! Every row is there for every offer: what the lender did not give says so.

mod annex_a;
mod annex_b;
mod annex_c;
mod in_short;
mod loan;
mod statement;
mod value;
mod words;

pub use in_short::cost_unknown;
pub use statement::{Block, Part, Row, Statement, Table};
pub use value::Value;
pub use words::{Language, english, fill, hindi};
