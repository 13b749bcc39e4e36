use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::{StepPage, borrower_name};
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::EMandate,
    who: "Sandbox e-mandate",
    party: "eMandate",
    title: "Allow the monthly instalment",
    approve: "Allow",
    decline: "Decline",
    with_code: false,
    body,
};

fn body(journey: &Journey, card: &Card) -> Markup {
    let account = journey
        .chosen
        .as_ref()
        .and_then(|chosen| chosen.account.as_ref())
        .and_then(|account| lending::AccountNumber::parse(account.account_number.as_str()).ok());
    html! {
        p { (card.lender().name) " may collect the instalment from your account every month." }
        dl.card {
            dt { "Account holder" } dd { (borrower_name(journey)) }
            @if let Some(account) = account { dt { "Account" } dd { (account.masked()) } }
            @if let Some(quote) = card.quote() {
                dt { "At most, a month" } dd { (quote.instalment.format()) }
                dt { "Months" } dd { (quote.rows.len()) }
            }
        }
    }
}
