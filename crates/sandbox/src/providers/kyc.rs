use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::borrower_name;
use super::step::StepPage;
use super::words::{Words, fill};
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::Kyc,
    path: "kyc",
    party: "kyc",
    head: |words| words.kyc.head,
    with_code: false,
    body,
    choices: None,
};

fn body(words: &Words, journey: &Journey, card: &Card) -> Markup {
    let pan = journey
        .sections
        .profile
        .as_ref()
        .and_then(|profile| lending::Pan::parse(profile.pan.as_ref()?.as_str()).ok());
    html! {
        p { (fill(words.kyc.asks, &[("lender", card.lender().name)])) }
        dl.card {
            dt { (words.person_name) } dd { (borrower_name(words, journey)) }
            @if let Some(pan) = pan { dt { "PAN" } dd { (pan.masked()) } }
        }
    }
}
