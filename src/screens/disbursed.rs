mod cooling_off;

use contract::platform::offers::{Document, Installment, Offer};
use contract::platform::status::InstallmentStatus;
use flow::{Figures, Payout, Transfer};
use leptos::prelude::*;

use super::acknowledgement::number;
use super::kfs::route as statement;
use super::lender::{amount, by, day, states};
use super::offer::{charges, lender, plan, terms};
use super::offers::card::kfs;
use super::waiting::checked;
use crate::app::App;
use crate::browser;
use crate::route::Route;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::figure::{self, document, money, web};
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::{foreign, rows};

/// The loan runs: the way out of it while that costs nothing, what was paid out, what comes next, and
/// the papers.
pub(crate) fn disbursed(app: App, t: Words) -> AnyView {
    let body = move || {
        let view = app.store.view();
        match view.as_ref().and_then(|view| view.offer.as_ref()) {
            Some(offer) => loan(app, t, offer, &paid(app)),
            None => ().into_any(),
        }
    };
    let words = Memo::new(move |_| match paid(app) {
        Payout::Credited(Transfer {
            reference: Some(_), ..
        }) => (t.done.paid_title, t.done.paid_lead),
        Payout::Sent(_) => (t.money.sent.title, t.money.sent.lead),
        _ => (t.money.paid_out.title, t.money.paid_out.lead),
    });
    Page::changing(app, words).show(app, t, live(body))
}

fn paid(app: App) -> Payout {
    let view = app.store.view();
    view.map_or(Payout::Deciding, |view| flow::payout(&view))
}

fn loan(app: App, t: Words, offer: &Offer, payout: &Payout) -> AnyView {
    let figures = Figures::of(offer);
    // No instalment is due before the money is there: the next one is not the figure to see.
    let first = if matches!(payout, Payout::Sent(_)) {
        view! {
            {amount(t, offer, payout)}
            {states(t, payout)}
            {checked(app, t)}
        }
        .into_any()
    } else {
        view! {
            {cooling_off::exit(t, offer, payout)}
            {next_payment(t, offer)}
        }
        .into_any()
    };
    let facts = terms(t, offer, &figures)
        .into_iter()
        .chain(cooling_off::over(t, offer, payout))
        .collect();
    view! {
        {first}
        {payment(t, offer, &figures, payout)}
        <section class="group">
            <h2>{t.common.home}</h2>
            {rows("rows", facts)}
        </section>
        {plan::plan(t, offer)}
        {documents(app, t, offer)}
        {charges::charges(t, offer, &figures)}
        {lender::lender(t, offer)}
        {number(app, t)}
        <div class="buttons">
            {button(app, "button", t.done.print, browser::print)}
            {link(app, Route::Applications, "button", t.common.applications)}
        </div>
    }
    .into_any()
}

/// Who paid what, when, and how a bank finds it.
fn payment(t: Words, offer: &Offer, figures: &Figures, payout: &Payout) -> AnyView {
    let m = &t.money;
    let transfer = payout.transfer();
    let told = transfer.is_some_and(|transfer| transfer.reference.is_some());
    let (received, on) = match payout {
        Payout::Sent(_) => (m.on_the_way, m.sent_on),
        _ if told => (t.done.paid_received, m.credited_on),
        _ => (m.paid, m.credited_on),
    };
    let sum = money(t, figures.receive, offer.amount_net_disbursed.as_ref());
    let mut facts = vec![
        (
            t.done.paid_lender.to_owned(),
            foreign(offer.lender_name.as_str()),
        ),
        (received.to_owned(), sum),
    ];
    if let Some(transfer) = transfer {
        facts.extend(transfer.on.map(|_| (on.to_owned(), day(t, transfer))));
        facts.extend(by(t, transfer));
    }
    view! {
        <section class="group">
            <h2>{m.payment}</h2>
            {rows("rows", facts)}
            {told.then(|| view! { <p class="small">{m.reference_what}</p> })}
        </section>
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
    Some(
        view! {
            <section class="card hero">
                <p class="hero-label">{t.done.paid_next}</p>
                <p class="hero-figure">{money(t, None, next.amount.as_ref())}</p>
                <p>{figure::day(t, next.due_date.as_ref())}</p>
            </section>
        }
        .into_any(),
    )
}

fn documents(app: App, t: Words, offer: &Offer) -> AnyView {
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
                <li>{link(app, statement(app, offer.offer_id), "", t.leave.read_kfs)}</li>
                <li>{kfs(t, offer, t.offers.kfs_own)}</li>
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
