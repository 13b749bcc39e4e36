use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::{StepPage, borrower_name};
use crate::documents;
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::LoanAgreement,
    who: "Sandbox e-sign",
    party: "loanAgreement",
    title: "Sign your loan agreement",
    approve: "Sign",
    decline: "Decline",
    with_code: true,
    body,
};

fn body(journey: &Journey, card: &Card) -> Markup {
    html! {
        p { (borrower_name(journey)) ", this is your agreement with " (card.lender().name) "." }
        @if let Some(quote) = card.quote() {
            div.card {
                (documents::figures(&[
                    ("Loan amount", quote.principal),
                    ("You receive", quote.net),
                    ("You repay", quote.total),
                    ("A month", quote.instalment),
                ]))
            }
        }
        p { a href=(documents::agreement("", card.offer_id)) { "Read the whole agreement" } }
    }
}
