use contract::platform::offers::Offer;
use contract::platform::status::JourneyType;
use lending::IstDateTime;

use crate::loan::Loan;
use crate::value::Value;
use crate::words::{Language, fill};
use crate::{annex_a, annex_b, annex_c, in_short};

/// A whole statement, to be shown or printed from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub language: Language,
    pub title: &'static str,
    /// As the lender spells it.
    pub lender: String,
    /// What the reader must know of this paper: where its figures come from, until when they
    /// hold, and that the lender's own statement is the one that counts. Stands after the first
    /// part: figures come first.
    pub about: Vec<String>,
    /// In this order: `in-short`, `part-1`, `part-2`, `annex-b`, `annex-c`.
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A word for anchors and tests: `in-short`, `part-1`, `part-2`, `annex-b`, `annex-c`.
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
    /// As the annex counts, such as `7` or `8 (i)`; several rows may share one. None in what is no annex.
    pub number: &'static str,
    pub label: &'static str,
    pub value: Value,
}

/// The first cell of a row names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: &'static str,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<Value>>,
}

impl Statement {
    /// What is known of an offer, all of it; `kind` is what was applied for.
    pub fn of(offer: &Offer, kind: JourneyType, language: Language) -> Self {
        let loan = Loan::new(offer, kind, language);
        let words = loan.words;
        let mut about = vec![words.source.to_owned(), words.counts.to_owned()];
        about.extend(valid_until(offer, language).map(|until| fill(words.valid, &[&until])));
        Self {
            language,
            title: words.title,
            lender: offer.lender_name.to_string(),
            about,
            parts: vec![
                in_short::part(&loan),
                annex_a::part_1(&loan),
                annex_a::part_2(&loan),
                annex_b::part(&loan),
                annex_c::part(&loan),
            ],
        }
    }
}

fn valid_until(offer: &Offer, language: Language) -> Option<String> {
    let until = offer.quote.as_ref()?.valid_until.as_ref()?;
    Some(language.moment(IstDateTime::from_iso(until.as_str())?))
}
