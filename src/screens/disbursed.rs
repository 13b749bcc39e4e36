use contract::platform::offers::{Document, Installment, Offer};
use contract::platform::status::InstallmentStatus;
use flow::Figures;
use lending::{Paise, Tenor};
use leptos::prelude::*;

use super::offer::{charges, lender, plan, terms};
use super::offers::card::kfs;
use crate::app::App;
use crate::browser;
use crate::route::Route;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::figure::{day, document, money, web};
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::{foreign, rows};

/// The loan runs: what comes next, what was paid out, and the papers.
pub(crate) fn disbursed(app: App, t: Words) -> AnyView {
    let body = move || {
        let view = app.store.view();
        match view.as_ref().and_then(|view| view.offer.as_ref()) {
            Some(offer) => loan(app, t, offer),
            None => ().into_any(),
        }
    };
    Page::new(t.done.paid_title)
        .lead(t.done.paid_lead)
        .show(app, t, live(body))
}

fn loan(app: App, t: Words, offer: &Offer) -> AnyView {
    let d = &t.done;
    let figures = Figures::of(offer);
    let facts = vec![
        (
            d.paid_lender.to_owned(),
            foreign(offer.lender_name.as_str()),
        ),
        (
            d.paid_received.to_owned(),
            money(t, figures.receive, offer.amount_net_disbursed.as_ref()),
        ),
    ]
    .into_iter()
    .chain(terms(t, offer, &figures))
    .collect();
    let cooling = offer
        .cool_off_period
        .as_ref()
        .and_then(|period| Tenor::from_wire(period.as_str()))
        .map(|period| fill(d.paid_cooling, &[&(t.common.tenor)(period)]));
    view! {
        {next_payment(t, offer)}
        {rows("rows", facts)}
        {cooling.map(|words| view! { <p>{words}</p> })}
        {plan::plan(t, &offer.installments)}
        {documents(t, offer)}
        {charges::charges(t, offer, &figures)}
        {lender::lender(t, offer)}
        <div class="buttons">
            {button(app, "button", d.print, browser::print)}
            {link(app, Route::Applications, "button", t.common.applications)}
        </div>
    }
    .into_any()
}

fn next_payment(t: Words, offer: &Offer) -> Option<AnyView> {
    let open = |row: &&Installment| {
        !matches!(
            row.status,
            InstallmentStatus::Paid | InstallmentStatus::Deferred
        )
    };
    let next = offer.installments.iter().find(open)?;
    let amount = Paise::from_wire(next.amount.as_ref()?.as_str())?;
    let due = day(t, next.due_date.as_ref())?;
    Some(
        view! {
            <section class="card hero">
                <p class="hero-label">{t.done.paid_next}</p>
                <p class="hero-figure">{amount.format()}</p>
                <p>{due}</p>
            </section>
        }
        .into_any(),
    )
}

fn documents(t: Words, offer: &Offer) -> AnyView {
    let d = &t.done;
    let links: Vec<_> = offer
        .documents
        .iter()
        // Already the first of the list.
        .filter(|it| {
            let kfs = it
                .code
                .as_ref()
                .is_some_and(|code| code.as_str() == "KEY_FACTS_STATEMENT");
            !kfs && it.url != offer.key_facts_statement_link
        })
        .filter_map(|it| Some((name(t, it), web(it.url.as_ref())?)))
        .map(|(name, url)| view! { <li>{document(t, url, &name)}</li> })
        .collect();
    let none = links
        .is_empty()
        .then(|| view! { <p>{d.none_documents}</p> });
    view! {
        <section class="group">
            <h2>{d.documents}</h2>
            <ul class="dots">
                <li>{kfs(t, offer, t.offers.kfs)}</li>
                {links}
            </ul>
            {none}
        </section>
    }
    .into_any()
}

fn name(t: Words, document: &Document) -> String {
    match document.code.as_ref().map(contract::Text::as_str) {
        Some("LOAN_AGREEMENT") => t.done.agreement.to_owned(),
        Some("SANCTION_LETTER") => t.done.sanction.to_owned(),
        _ => document
            .name
            .as_ref()
            .map_or_else(|| t.done.document.to_owned(), ToString::to_string),
    }
}
