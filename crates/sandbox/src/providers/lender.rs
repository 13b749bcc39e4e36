//! A lender that wants everything done on its own page.

use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::step::StepPage;
use super::words::{Words, fill};
use crate::documents;
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::Kyc,
    path: "lender",
    party: "kyc",
    head: |words| words.lender.head,
    with_code: false,
    body,
    choices: None,
};

fn body(words: &Words, _: &Journey, card: &Card) -> Markup {
    html! {
        p { (fill(words.lender.asks, &[("lender", card.lender().name)])) }
        ol {
            @for (title, text) in words.lender.steps {
                li { strong { (title) ":" } " " (text) }
            }
        }
        p { a href=(documents::kfs("", card.offer_id)) lang="en" { "Key Facts Statement" } }
    }
}
