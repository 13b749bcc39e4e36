use contract::platform::offers::Offer;
use flow::{Figures, Reading};
use leptos::prelude::*;

use super::facts::{CARD, row};
use super::pick;
use crate::app::App;
use crate::route::{Home, Route};
use crate::screens::kfs::route;
use crate::text::{Words, fill};
use crate::ui::figure::{document, read, web};
use crate::ui::page::link;
use crate::ui::rows::{heard, rows};

/// What every offer must say for a fair comparison, in the same words and places for each.
pub(super) fn card(app: App, t: Words, offer: &Offer) -> AnyView {
    let o = &t.offers;
    let figures = Figures::of(offer);
    let heading = ["offer-", &offer.offer_id.to_string()].concat();
    let monthly = Reading::amount(offer.installment_amount.as_ref());
    let monthly = monthly.map(|amount| fill(o.monthly, &[&amount.format()]));
    let length = Reading::term(offer.offer_term.as_ref());
    let length = length.map(|length| fill(o.over, &[&(t.common.tenor)(length)]));
    let facts = CARD.iter().map(|fact| row(fact, t, offer, &figures));
    view! {
        <article class="card offer" aria-labelledby=heading.clone()>
            <div class="offer-head">
                <h2 id=heading.clone() lang="en">{offer.lender_name.to_string()}</h2>
                {kind(t, offer).map(|kind| view! { <p class="kind">{kind}</p> })}
            </div>
            <p class="big">
                {said(t, t.offer.monthly, monthly)}
                " "
                <span class="term">{said(t, t.offer.term, length)}</span>
            </p>
            {rows("rows", facts.collect())}
            <p class="papers">
                {statement(app, offer, o.kfs)}
                <span>{kfs(t, offer, o.kfs_own)}</span>
            </p>
            {pick::pick(app, t, offer)}
            {look(app, offer, o.look)}
        </article>
    }
    .into_any()
}

/// A figure that says itself what it is, else what it would have been.
fn said(t: Words, label: &'static str, reading: Reading<'_, String>) -> AnyView {
    if matches!(reading, Reading::Plain(_) | Reading::Spelled(..)) {
        return read(t, reading);
    }
    view! { <span class="unread">{label} ": " {read(t, reading)}</span> }.into_any()
}

/// To the page of this offer.
pub(super) fn look(app: App, offer: &Offer, label: &'static str) -> AnyView {
    let route = Route::Home(Home {
        offer: Some(offer.offer_id),
        ..app.route.get_untracked().home()
    });
    let label = (label, heard(offer.lender_name.as_str()));
    link(app, route, "button", label)
}

/// To the Key Facts Statement as this app shows it.
pub(super) fn statement(app: App, offer: &Offer, label: &'static str) -> AnyView {
    let label = (label, heard(offer.lender_name.as_str()));
    link(app, route(app, offer.offer_id), "", label)
}

/// Bank or NBFC; other words as the lender gives them.
pub(crate) fn kind(t: Words, offer: &Offer) -> Option<String> {
    let kind = offer.lender.as_ref()?.kind.as_ref()?.as_str();
    Some(match kind {
        "NBFC" => t.offers.nbfc.to_owned(),
        "BANK" => t.offers.bank.to_owned(),
        other => other.to_owned(),
    })
}

/// The link to the lender's own Key Facts Statement, or that there is none.
pub(crate) fn kfs(t: Words, offer: &Offer, label: &str) -> AnyView {
    match web(offer.key_facts_statement_link.as_ref()) {
        Some(url) => document(t, url, label),
        None => view! {
            {label.to_owned()}
            ": "
            <span class="soft">{t.common.not_given}</span>
        }
        .into_any(),
    }
}
