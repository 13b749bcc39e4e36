//! The papers of a loan, as plain pages: what an offer's links lead to.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use contract::OfferId;
use lending::Paise;
use maud::{Markup, html};

use crate::engine::journey::{Card, Journey};
use crate::engine::quote::Quote;
use crate::html::{page, respond};
use crate::lenders::{COOLING_OFF_DAYS, FORECLOSURE_FEE, PENAL_RATE};
use crate::sandbox::Shared;
use crate::world::World;

pub(crate) fn kfs(base: &str, offer: OfferId) -> String {
    format!("{base}/documents/{offer}/key-facts")
}

pub(crate) fn terms(base: &str, offer: OfferId) -> String {
    format!("{base}/documents/{offer}/terms")
}

pub(crate) fn agreement(base: &str, offer: OfferId) -> String {
    format!("{base}/documents/{offer}/agreement")
}

pub(crate) fn advice(base: &str, offer: OfferId) -> String {
    format!("{base}/documents/{offer}/disbursal-advice")
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/{offer}/{paper}", get(read))
}

async fn read(
    State(shared): State<Shared>,
    Path((offer, paper)): Path<(String, String)>,
) -> Response {
    let found = offer
        .parse()
        .ok()
        .and_then(|offer| shared.with(|world| paper_of(world, offer, &paper)));
    let (status, markup) = match found {
        Some(markup) => (StatusCode::OK, markup),
        None => (
            StatusCode::NOT_FOUND,
            page("Sandbox", "No such document", &html! {}),
        ),
    };
    respond(status, &shared.settings.app_origin, markup)
}

fn paper_of(world: &World, offer: OfferId, paper: &str) -> Option<Markup> {
    let journey = world
        .journeys
        .values()
        .find(|journey| journey.card(offer).is_some())?;
    let card = journey.card(offer)?;
    let lender = card.lender().name;
    let quote = card.quote()?;
    match paper {
        "key-facts" => Some(page(lender, "Key Facts Statement", &key_facts(card, quote))),
        "terms" => Some(page(lender, "Terms and conditions", &conditions(quote))),
        "agreement" => Some(page(lender, "Loan agreement", &contract_text(card, quote))),
        "disbursal-advice" => disbursal_advice(journey, lender),
        _ => None,
    }
}

/// RBI KFS Annex A part 1 and 2, shortened to what the sandbox's loans have.
fn key_facts(card: &Card, quote: &Quote) -> Markup {
    let lender = card.lender();
    html! {
        dl {
            dt { "Loan amount" } dd { (quote.principal.format()) }
            dt { "Type of loan" }
            dd {
                @if quote.pledge.is_some() { "Gold loan" } @else { "Personal loan" }
                ", paid out at once"
            }
            dt { "Interest rate" } dd { (quote.terms.rate) " a year, fixed" }
            dt { "Loan term" } dd { (quote.terms.months) " months" }
            dt { "This offer stands until" } dd { (quote.valid_until) }
            dt { "Instalments" } dd { (quote.rows.len()) ", monthly" }
            dt { "Each instalment" } dd { (quote.instalment.format()) }
            dt { "Processing fee" } dd { (quote.fee.format()) }
            dt { "GST on it, 18 %" } dd { (quote.gst.format()) }
            @for (label, fee) in other_fees(quote) {
                dt { (label) } dd { (fee.format()) }
            }
            dt { "Net disbursed amount" } dd { (quote.net.format()) }
            dt { "Total interest" } dd { (quote.interest.format()) }
            dt { "Total to be paid" } dd { (quote.total.format()) }
            dt { "Annual percentage rate (APR)" } dd { (quote.apr) }
        }
        @if let Some(pledge) = quote.pledge {
            h2 { "Security" }
            p { (pledge.says()) }
        }
        h2 { "Contingent charges" }
        dl {
            dt { "Penal charges on what is overdue" } dd { (PENAL_RATE) " a year" }
            dt { "Other penal charges" } dd { "1.00%" }
            dt { "Foreclosure, after the cooling-off period" }
            dd { (FORECLOSURE_FEE) " of the outstanding principal" }
            dt { "Changing between fixed and floating rate" } dd { (Paise::ZERO.format()) }
        }
        h2 { "Cooling-off period" }
        p {
            (COOLING_OFF_DAYS) " days from disbursal: pay back the principal and the interest of "
            "these days, and nothing else."
        }
        h2 { "Recovery agents and complaints" }
        p { "Recovery: Sandbox Recovery Services Pvt Ltd, +91-22-40009999." }
        p {
            "Grievance Redressal Officer: " (lender.officer) ", " (lender.phone)
            ", grievance@" (lender.domain) ", 1 Sandbox Street, " (lender.city) "."
        }
        h2 { "Repayment schedule" }
        (schedule(quote))
    }
}

/// Those there are.
fn other_fees(quote: &Quote) -> impl Iterator<Item = (&'static str, Paise)> {
    let fees = quote.terms.others;
    [
        ("Application fee", fees.application),
        ("Insurance", fees.insurance),
        ("Other charges", fees.other),
    ]
    .into_iter()
    .filter(|(_, fee)| *fee > Paise::ZERO)
}

fn schedule(quote: &Quote) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label="Repayment schedule" {
            table {
                thead {
                    tr {
                        th scope="col" { "No." }
                        th scope="col" { "Due" }
                        th scope="col" { "Principal" }
                        th scope="col" { "Interest" }
                        th scope="col" { "Instalment" }
                    }
                }
                tbody {
                    @for row in &quote.rows {
                        tr {
                            td { (row.number) }
                            td { (row.due.dd_mm_yyyy()) }
                            td { (row.principal.format()) }
                            td { (row.interest.format()) }
                            td { (row.amount.format()) }
                        }
                    }
                }
            }
        }
    }
}

fn conditions(quote: &Quote) -> Markup {
    html! {
        ol {
            @if quote.pledge.is_some() {
                li {
                    "The loan is for the borrower's own use. The jewellery is kept at the branch "
                    "and given back when the loan is repaid."
                }
                li { "Instalments are paid at the branch; there is no mandate." }
            } @else {
                li { "The loan is for the borrower's own use and needs no security." }
                li { "Instalments are collected by e-mandate on their day." }
            }
            li {
                "A missed instalment costs penal charges of " (PENAL_RATE) " a year on the overdue "
                "amount; they are not added to the principal."
            }
            li {
                "The loan may be repaid in part or in full at any time. In full, after "
                (COOLING_OFF_DAYS) " days, it costs " (FORECLOSURE_FEE)
                " of the outstanding principal; in part it costs nothing."
            }
            li { "A part-payment is at least one instalment: " (quote.instalment.format()) "." }
        }
    }
}

fn contract_text(card: &Card, quote: &Quote) -> Markup {
    html! {
        p {
            (card.lender().name) " lends " (quote.principal.format()) " at " (quote.terms.rate)
            " a year, fixed. The borrower receives " (quote.net.format()) " and repays "
            (quote.total.format()) " in " (quote.rows.len()) " monthly instalments."
        }
        h2 { "Key facts" }
        (key_facts(card, quote))
    }
}

fn disbursal_advice(journey: &Journey, lender: &str) -> Option<Markup> {
    let loan = journey.loan()?;
    let body = html! {
        dl {
            dt { "Paid out" } dd { (loan.net.format()) }
            dt { "On" } dd { (loan.disbursed_at.date().dd_mm_yyyy()) }
            dt { "To the account ending" } dd { (loan.account_ending) }
            dt { "UTR" } dd { (loan.utr) }
        }
    };
    Some(page(lender, "Disbursal advice", &body))
}

/// Two columns of labels and figures.
pub(crate) fn figures(rows: &[(&str, Paise)]) -> Markup {
    html! {
        dl {
            @for (label, amount) in rows {
                dt { (label) } dd { (amount.format()) }
            }
        }
    }
}
