//! The consent notices, one file a language.
//!
//! `texts/hi.json` is everything a borrower may read in Hindi before consenting. To add a language,
//! add its file; nothing else names it. A text that was published never changes under its version:
//! a changed one gets another, and `published.txt` holds the fingerprints of all there ever were.

mod receipt;
mod text;

use std::sync::LazyLock;

use contract::app::{Consent, ConsentKind, Notice, Notices};
use include_dir::{Dir, include_dir};

pub use receipt::{Moments, Read, receipt};
pub use text::{ReceiptWords, Text};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/texts");

/// English first, since it is what a language that is not there falls back to; then by tag.
static ALL: LazyLock<Vec<Text>> = LazyLock::new(|| {
    let read = |file: &include_dir::File<'_>| serde_json::from_slice(file.contents()).ok();
    let mut all: Vec<Text> = TEXTS.files().filter_map(read).collect();
    all.sort_by_key(|text| {
        let tag = text.language.tag.to_string();
        (tag != "en", tag)
    });
    let languages: Vec<_> = all.iter().map(|text| text.language.clone()).collect();
    for text in &mut all {
        text.languages.clone_from(&languages);
    }
    all
});

/// Every language's texts.
pub fn all() -> &'static [Text] {
    &ALL
}

/// The texts in this language; `None` where there is no file of it.
pub fn text(language: &str) -> Option<&'static Text> {
    let mut texts = ALL.iter();
    texts.find(|text| text.language.tag.as_str() == language)
}

/// Every notice in this language, else in English.
pub fn notices(language: &str) -> Option<Notices> {
    let text = text(language).or(ALL.first())?;
    Some(Notices {
        language: text.language.clone(),
        languages: text.languages.clone(),
        labels: text.labels.clone(),
        notices: text.notices.clone(),
    })
}

/// What was read by whoever gave this consent: `None` where we have no such text.
pub fn read_by(consent: &Consent) -> Option<&'static Notice> {
    let mut notices = text(consent.language.as_str())?.notices.iter();
    notices.find(|notice| notice.kind == consent.kind && notice.version == consent.text_version)
}

/// Whether this is the text for a loan against gold, or for any other; some are for both.
pub fn is_for(notice: &Notice, gold: bool) -> bool {
    let mut all = ALL.iter().flat_map(|text| &text.notices);
    notice.gold == gold || !all.any(|other| other.kind == notice.kind && other.gold == gold)
}

/// A consent to what is published now; `gold` is of the kind of loan. For those who need no page
/// to read it on.
pub fn consent(kind: ConsentKind, gold: bool, language: &str) -> Option<Consent> {
    let text = text(language)?;
    let of_kind = || text.notices.iter().filter(move |it| it.kind == kind);
    let notice = of_kind()
        .find(|notice| notice.gold == gold)
        .or_else(|| of_kind().next())?;
    Some(Consent {
        kind,
        text_version: notice.version.clone(),
        language: text.language.tag.clone(),
    })
}
