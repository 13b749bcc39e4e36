//! What a page must say when something failed.

use flow::Failure;

use crate::text::Words;

/// What it is that must be said, and the ways in which it may be.
pub(super) type Sentence = (&'static str, Vec<&'static str>);

/// What happened, whether anything was set up or charged, and what to do next; `None` where
/// nothing failed.
pub(super) fn sentences(state: &str, t: Words) -> Option<Vec<Sentence>> {
    let state = state.split('+').next().unwrap_or_default();
    let words: Vec<_> = state.split('.').collect();
    let (step, failure) = match *words.as_slice() {
        ["leave", party, "failed", failure] => (party, read(failure)?),
        ["leave", party, "expired"] => (party, Failure::Expired),
        ["bankAccount", "failed", failure] => ("bankMandate", read(failure)?),
        ["stepFailed", step, failure] => (step, read(failure)?),
        _ => return None,
    };
    let f = &t.failing;
    let said = (f.said)(failure);
    let stands = match step {
        "aa" => f.statements_stand,
        "kyc" => f.identity_stands,
        "bankMandate" => f.account_stands,
        "eMandate" => f.mandate_stands,
        "loanAgreement" => f.agreement_stands,
        _ => f.payment_stands,
    };
    let next = [Some(said.next), Some(f.no_more), (f.below)(failure)];
    Some(vec![
        ("what happened", vec![said.what]),
        ("what stands", vec![stands]),
        ("what to do next", next.into_iter().flatten().collect()),
    ])
}

fn read(word: &str) -> Option<Failure> {
    Failure::ALL
        .into_iter()
        .find(|failure| failure.as_str() == word)
}
