//! What a Key Facts Statement says, in each language: the one source of the page in the app and
//! of the PDF that the server makes, so that both say the same to the paisa.
//!
//! The rows are those of RBI's Annex A (parts 1 and 2), Annex B (computation of the APR) and
//! Annex C (repayment schedule), filled from what the platform told of an offer and nothing else.

use contract::platform::offers::Offer;

/// In which language a statement is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Hindi,
}

/// A whole statement, to be shown or printed from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub title: &'static str,
    /// As the lender spells it.
    pub lender: String,
    /// What the reader must know of this paper: where its figures come from, and that the
    /// lender's own statement is the one that binds.
    pub about: Vec<String>,
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A word for anchors and tests: `part-1`, `part-2`, `annex-b`, `annex-c`.
    pub id: &'static str,
    pub title: &'static str,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Rows(Vec<Row>),
    Table(Table),
    Note(String),
}

/// One row of an annex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As the annex counts, such as `7` or `8 (i)`.
    pub number: &'static str,
    pub label: &'static str,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: &'static str,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<Value>>,
}

/// What stands beside a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A figure that was read, in our writing.
    Figure(String),
    /// Our words, in the statement's language.
    Words(String),
    /// The lender's text, which is no figure or no word of ours: shown as it came.
    AsWritten(String),
    Missing,
}

impl Statement {
    pub fn of(_offer: &Offer, _language: Language) -> Self {
        Self {
            title: "",
            lender: String::new(),
            about: Vec::new(),
            parts: Vec::new(),
        }
    }
}
