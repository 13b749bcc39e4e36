use axum::Form;
use axum::extract::{Path, State};
use axum::response::Response;
use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::{Decision, StepPage, borrower_name};
use crate::documents;
use crate::engine::journey::{Card, Journey};
use crate::sandbox::Shared;

const PAGE: StepPage = StepPage {
    key: StepKey::LoanAgreement,
    who: "Sandbox e-sign",
    party: "loanAgreement",
    title: "Sign your loan agreement",
    approve: "Sign",
    decline: "Decline",
    with_code: true,
    body,
};

pub(crate) async fn show(State(shared): State<Shared>, Path(token): Path<String>) -> Response {
    PAGE.show(&shared, &token)
}

pub(crate) async fn decide(
    State(shared): State<Shared>,
    Path(token): Path<String>,
    Form(decision): Form<Decision>,
) -> Response {
    PAGE.decide(&shared, &token, &decision)
}

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
