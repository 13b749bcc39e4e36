//! Statements as PDF, for those who keep or print them.
//!
//! The paper says what [`kfs::Statement`] says, in the same order and words. It is tagged for
//! screen readers (PDF/UA-1): headings, tables with row and column heads, language.

mod face;
mod grid;
mod line;
mod press;
mod sheet;
mod statement;

use kfs::Statement;

/// Why there is no paper.
#[derive(Debug)]
pub enum Unmade {
    /// Our own typeface cannot be read.
    Face,
    /// The writer of PDF refuses what it was given.
    Refused(String),
}

impl std::fmt::Display for Unmade {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Face => out.write_str("the typeface cannot be read"),
            Self::Refused(why) => write!(out, "the PDF was refused: {why}"),
        }
    }
}

impl std::error::Error for Unmade {}

/// A statement on A4. `made` says when, at the foot of each sheet: of two papers it tells the later
/// one. The same statement and moment make the same bytes.
pub fn pdf(statement: &Statement, made: &str) -> Result<Vec<u8>, Unmade> {
    let faces = face::Faces::load()?;
    let sheets = statement::set(statement, &faces);
    press::print(&sheets, &faces, statement, made)
}
