use std::fmt::Write as _;

use contract::app::{ConsentKind, Notice, Receipt};

use crate::text::Text;

/// By whom it was given, when it was given and withdrawn, as a borrower reads it, and where.
#[derive(Debug, Clone, Copy)]
pub struct Moments<'a> {
    /// Name and masked mobile number, as far as they are known.
    pub whose: Option<&'a str>,
    pub given: &'a str,
    pub withdrawn: Option<&'a str>,
    /// The app's address.
    pub place: &'a str,
}

/// What was read, where that was kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Read<'a> {
    pub notice: Option<&'a Notice>,
    /// The figures of the statement, as the lender wrote them.
    pub figures: Option<&'a str>,
}

/// A receipt to keep, as plain text in the language it was given in.
pub fn receipt(text: &Text, receipt: &Receipt, read: Read<'_>, moments: Moments<'_>) -> String {
    let (words, labels) = (&text.receipt, &text.labels);
    let title = match receipt.kind {
        ConsentKind::Kfs => &words.acknowledgement,
        _ => &words.consent,
    };
    let mut out = format!("{title}\n{}\n", receipt.title);
    let offer = receipt.offer_id.map(|id| id.to_string());
    let facts = [
        (&words.number, Some(receipt.id.to_string())),
        (&words.whose, moments.whose.map(ToOwned::to_owned)),
        (&words.given, Some(moments.given.to_owned())),
        (
            &words.withdrawn,
            match (moments.withdrawn, receipt.kind) {
                (Some(at), _) => Some(at.to_owned()),
                (None, ConsentKind::Kfs) => None,
                (None, _) => Some(words.stands.to_string()),
            },
        ),
        (&words.place, Some(moments.place.to_owned())),
        (&words.text, Some(receipt.text_version.to_string())),
        (&words.language, Some(text.language.name.to_string())),
        (&words.application, Some(receipt.journey_id.to_string())),
        (
            &words.lender,
            receipt.lender.as_ref().map(ToString::to_string),
        ),
        (&words.offer, offer),
        (&words.figures, read.figures.map(ToOwned::to_owned)),
        (&words.trace, Some(receipt.correlation_id.to_string())),
    ];
    out.push('\n');
    for (label, value) in facts {
        if let Some(value) = value {
            let _ = writeln!(out, "{label}: {value}");
        }
    }
    let Some(notice) = read.notice else {
        return out;
    };
    let parts = [
        (&labels.what, &notice.what),
        (&labels.why, &notice.why),
        (&labels.who, &notice.who),
        (&labels.how_long, &notice.how_long),
        (&labels.withdraw, &notice.withdraw),
    ];
    for (label, items) in parts {
        let _ = writeln!(out, "\n{label}");
        for item in items {
            let _ = writeln!(out, "- {item}");
        }
    }
    let _ = writeln!(out, "\n{}\n[x] {}", words.agreed, notice.agree);
    out
}
