use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::borrower_name;
use super::step::StepPage;
use super::words::{Words, fill};
use crate::documents;
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::LoanAgreement,
    path: "loan-agreement",
    party: "loanAgreement",
    head: |words| words.agreement.head,
    with_code: true,
    body,
    choices: None,
};

fn body(words: &Words, journey: &Journey, card: &Card) -> Markup {
    let own = &words.agreement;
    let name = borrower_name(words, journey);
    html! {
        p { (fill(own.asks, &[("name", &name), ("lender", card.lender().name)])) }
        @if let Some(quote) = card.quote() {
            div.card {
                (documents::figures(&[
                    (own.loan, quote.principal),
                    (own.receive, quote.net),
                    (own.repay, quote.total),
                    (own.monthly, quote.instalment),
                ]))
            }
        }
        p { a href=(documents::agreement("", card.offer_id)) { (own.read) } }
    }
}
