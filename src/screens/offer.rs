mod bar;
pub(crate) mod charges;
pub(crate) mod lender;
pub(crate) mod plan;

use contract::OfferId;
use contract::platform::offers::Offer;
use contract::platform::status::ProceedBoundary;
use flow::{Figures, RateKind, Reading};
use leptos::prelude::*;

use super::kfs::{route as statement, written_in};
use super::offers::asked::asked;
use super::offers::card::{kfs, kind};
use super::parting::to;
use crate::app::App;
use crate::browser;
use crate::route::{Home, Place, Route};
use crate::text::{Words, fill};
use crate::ui::figure::{
    charge, count, day, document, money, percent, read, term, until, web, worked_out,
};
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::rows;

/// One offer: the price first, then everything that belongs to it, then the choice.
pub(crate) fn offer(app: App, t: Words, id: OfferId) -> AnyView {
    let all = Route::Home(Home {
        offer: None,
        ..app.route.get_untracked().home()
    });
    let found = move || find(app, id);
    let name = untrack(found).map_or_else(String::new, |offer| offer.lender_name.to_string());
    let body = move || match found() {
        Some(offer) => shown(app, t, &offer),
        None => ().into_any(),
    };
    Page::naming(t.offer.title, &name)
        .back(all, t.offer.back)
        .show(app, t, live(body))
}

/// In full where it has been read, else the row of the list.
pub(crate) fn find(app: App, id: OfferId) -> Option<Offer> {
    let view = app.store.view()?;
    view.offer
        .iter()
        .chain(view.offers.iter().flatten())
        .find(|offer| offer.offer_id == id)
        .cloned()
}

/// Another offer has been chosen.
pub(super) fn is_locked(offer: &Offer) -> bool {
    offer.proceed_boundary_state == Some(ProceedBoundary::LockedToDifferentOffer)
}

fn shown(app: App, t: Words, offer: &Offer) -> AnyView {
    let o = &t.offer;
    let figures = Figures::of(offer);
    let late = (
        t.offers.late.to_owned(),
        charge(t, offer.delay_penalty_fees.as_ref()),
    );
    let terms = terms(t, offer, &figures)
        .into_iter()
        .chain([late])
        .collect();
    let id = offer.offer_id;
    let choice = if is_locked(offer) {
        view! { <p>{t.refusals.locked}</p> }.into_any()
    } else {
        view! {
            <p>{o.choose_what}</p>
            <div class="buttons">
                {link(app, statement(app, id), "button main", o.kfs)}
                {link(app, to(app, Place::TurnDown), "button", t.parting.not_this)}
            </div>
        }
        .into_any()
    };
    view! {
        {kind(t, offer).map(|kind| view! { <p class="kind">{kind}</p> })}
        {asked(app, t)}
        <section class="card hero">
            <p class="hero-label">{o.receive}</p>
            <p class="hero-figure">
                {money(t, figures.receive, offer.amount_net_disbursed.as_ref())}
            </p>
            <p class="small">{o.into_account}</p>
            {rows("rows strong", vec![
                (o.repay.to_owned(), repaid(t, offer, &figures)),
                (o.cost.to_owned(), worked_out(t, figures.cost)),
            ])}
            {bar::bar(t, &figures)}
            {rows("rows", terms)}
        </section>
        {charges::charges(t, offer, &figures)}
        {rights(t, offer)}
        <p class="kfs">{kfs(t, offer, t.offers.kfs_own)}</p>
        {web(offer.terms_and_conditions_link.as_ref())
            .map(|url| view! { <p>{document(t, url, o.terms)}</p> })}
        {plan::plan(t, offer)}
        {doubts(app, offer)}
        {choice}
        {lender::lender(t, offer)}
    }
    .into_any()
}

/// Where the lender's figures do not agree with each other: of the whole offer only, since a row of
/// the list has no schedule to hold them against.
fn doubts(app: App, offer: &Offer) -> AnyView {
    let view = app.store.now();
    let whole = view.as_ref().and_then(|view| view.offer.as_ref());
    let is_whole = whole.is_some_and(|whole| whole.offer_id == offer.offer_id);
    let doubts = flow::doubts(offer).into_iter().filter(|_| is_whole);
    let language = written_in(app);
    doubts
        .map(|doubt| view! { <p class="small">{language.doubt(doubt)}</p> })
        .collect_view()
        .into_any()
}

/// All payments together.
pub(crate) fn repaid(t: Words, offer: &Offer, figures: &Figures) -> AnyView {
    let total = offer.quote.as_ref().and_then(|quote| quote.total.as_ref());
    money(t, figures.repay, total)
}

/// The terms of the loan, also shown once it runs.
pub(crate) fn terms(t: Words, offer: &Offer, figures: &Figures) -> Vec<(String, AnyView)> {
    let o = &t.offer;
    let mut terms = vec![
        (
            o.monthly.to_owned(),
            money(t, figures.monthly, offer.installment_amount.as_ref()),
        ),
        (
            o.instalments.to_owned(),
            count(t, offer.number_of_installments.as_ref()),
        ),
        (o.term.to_owned(), term(t, offer.offer_term.as_ref())),
        (
            o.apr.to_owned(),
            percent(t, offer.annual_percentage_rate.as_ref()),
        ),
        (o.rate.to_owned(), rate(t, offer)),
        (
            o.principal.to_owned(),
            money(t, figures.principal, offer.amount_principal.as_ref()),
        ),
    ];
    let first = offer.installments.first();
    if let Some(due) = first.and_then(|first| first.due_date.as_ref()) {
        terms.insert(1, (o.first_due.to_owned(), day(t, Some(due))));
    }
    terms
}

/// The interest rate, and whether it can change.
pub(crate) fn rate(t: Words, offer: &Offer) -> AnyView {
    let kind = Reading::rate_kind(offer.interest_type.as_ref());
    let pattern = match kind.figure() {
        Some(RateKind::Fixed) => t.offer.fixed,
        Some(RateKind::Floating) => t.offer.floating,
        Some(RateKind::Hybrid) => t.offer.hybrid,
        None => "{0}",
    };
    let rate = Reading::percent(offer.interest_rate.as_ref());
    let rate = read(t, rate.map(|rate| fill(pattern, &[&rate.to_string()])));
    match kind {
        Reading::Unread(kind) => view! { {rate} " · " {read(t, Reading::Unread(kind))} }.into_any(),
        _ => rate,
    }
}

/// Until when the offer stands, and how the borrower gets out again.
fn rights(t: Words, offer: &Offer) -> AnyView {
    let o = &t.offer;
    let quote = offer.quote.as_ref();
    let cooling = Reading::cooling_off(offer.cool_off_period.as_ref()).map(|period| {
        let last = (t.common.date)(period.after(browser::today()));
        fill(
            o.cooling_value,
            &[&(t.common.tenor)(period), &last, t.money.exit_what],
        )
    });
    let items = vec![
        (
            o.valid.to_owned(),
            until(t, quote.and_then(|quote| quote.valid_until.as_ref())),
        ),
        (o.cooling.to_owned(), read(t, cooling)),
    ];
    view! {
        <section class="group">
            <h2>{o.rights}</h2>
            {rows("items", items)}
        </section>
    }
    .into_any()
}
