use axum::http::StatusCode;
use axum::response::Response;
use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::borrower_name;
use super::returns;
use super::step::StepPage;
use super::visit::Visit;
use super::words::{Words, fill};
use crate::engine::journey::{Card, Journey};
use crate::html::{page_in, respond};
use crate::sandbox::Sandbox;
use crate::scenarios::Note;

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::EMandate,
    path: "e-mandate",
    party: "eMandate",
    head: |words| words.mandate.head,
    with_code: false,
    body,
    choices: None,
};

fn body(words: &Words, journey: &Journey, card: &Card) -> Markup {
    let own = &words.mandate;
    let lender = card.lender().name;
    let account = journey
        .chosen
        .as_ref()
        .and_then(|chosen| chosen.account.as_ref())
        .and_then(|account| lending::AccountNumber::parse(account.account_number.as_str()).ok());
    html! {
        p { (fill(own.asks, &[("lender", lender)])) }
        dl.card {
            dt { (own.holder) } dd { (borrower_name(words, journey)) }
            @if let Some(account) = account { dt { (own.account) } dd { (account.masked()) } }
            @if let Some(quote) = card.quote() {
                dt { (own.cap) } dd { (quote.largest_instalment().format()) }
                dt { (own.frequency) } dd { (own.monthly) }
                dt { (own.instalments) } dd { (quote.rows.len()) }
                @if let (Some(first), Some(last)) = (quote.rows.first(), quote.rows.last()) {
                    dt { (own.first) } dd { (first.due.dd_mm_yyyy()) }
                    dt { (own.last) } dd { (last.due.dd_mm_yyyy()) }
                }
            }
        }
        p { strong { (own.nothing_now) } }
        p { (fill(own.cancel, &[("lender", lender)])) }
    }
}

/// The bank says no; the borrower reads why and is on the way back.
pub(super) fn bank_says(
    sandbox: &Sandbox,
    visit: Visit,
    who: &'static str,
    note: Note,
    back: &str,
) -> Response {
    let words = visit.words;
    let body = html! {
        p.error role="alert" lang="en" { (note.message) " (" (note.code) ")" }
        p { (words.mandate.bank_refused) }
        p { a href=(back) { (words.back) } }
    };
    let page = page_in(&visit.last_frame(who), words.mandate.bank_says, &body);
    let answer = respond(StatusCode::OK, &sandbox.settings.app_origin, page);
    returns::soon(answer, back)
}
