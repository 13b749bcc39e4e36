mod bar;
pub(crate) mod charges;
pub(crate) mod lender;
pub(crate) mod plan;

use contract::OfferId;
use contract::app::ChooseOffer;
use contract::platform::offers::Offer;
use contract::platform::status::ProceedBoundary;
use flow::Figures;
use lending::Tenor;
use leptos::prelude::*;

use super::offers::card::{kfs, kind};
use super::parting::to;
use crate::api::Intent;
use crate::app::App;
use crate::browser;
use crate::route::{Home, Place, Route};
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::figure::{day, document, given, moment, money, percent, web};
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::{plain, rows};

/// One offer: the price first, then everything that belongs to it, then the choice.
pub(crate) fn offer(app: App, t: Words, id: OfferId) -> AnyView {
    let all = Route::Home(Home {
        offer: None,
        ..app.route.get_untracked().home()
    });
    let found = move || find(app, id);
    let name = untrack(found).map_or_else(String::new, |offer| offer.lender_name.to_string());
    let body = move || match found() {
        Some(offer) => shown(app, t, &offer, all),
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

fn shown(app: App, t: Words, offer: &Offer, all: Route) -> AnyView {
    let o = &t.offer;
    let figures = Figures::of(offer);
    let id = offer.offer_id;
    let shown = flow::figures_mark(offer);
    let locked = offer.proceed_boundary_state == Some(ProceedBoundary::LockedToDifferentOffer);
    let choice = if locked {
        view! { <p>{t.refusals.locked}</p> }.into_any()
    } else {
        view! {
            <p>{o.choose_what}</p>
            <div class="buttons">
                {button(app, "button main", o.choose, move || choose(app, id, &shown, all))}
                {link(app, to(app, Place::TurnDown), "button", t.parting.not_this)}
            </div>
        }
        .into_any()
    };
    view! {
        {kind(t, offer).map(|kind| view! { <p class="kind">{kind}</p> })}
        <section class="card hero">
            <p class="hero-label">{o.receive}</p>
            <p class="hero-figure">
                {money(t, figures.receive, offer.amount_net_disbursed.as_ref())}
            </p>
            <p class="small">{o.into_account}</p>
            {rows("rows strong", vec![
                (o.repay.to_owned(), money(t, figures.repay, None)),
                (o.cost.to_owned(), money(t, figures.cost, None)),
            ])}
            {bar::bar(t, &figures)}
            {rows("rows", terms(t, offer, &figures))}
        </section>
        {charges::charges(t, offer, &figures)}
        {rights(t, offer)}
        <p class="kfs">{kfs(t, offer, o.kfs)}</p>
        {web(offer.terms_and_conditions_link.as_ref())
            .map(|url| view! { <p>{document(t, url, o.terms)}</p> })}
        {plan::plan(t, &offer.installments)}
        {choice}
        {lender::lender(t, offer)}
    }
    .into_any()
}

fn choose(app: App, id: OfferId, shown: &str, home: Route) {
    if let Some(journey) = app.store.journey_id() {
        let chosen = ChooseOffer {
            figures: Some(shown.to_owned()),
            read: None,
        };
        app.send(Intent::Proceed(journey, id, chosen), move |app| {
            app.go_instead(home);
        });
    }
}

/// The terms of the loan, also shown once it runs.
pub(crate) fn terms(t: Words, offer: &Offer, figures: &Figures) -> Vec<(String, AnyView)> {
    let o = &t.offer;
    let rate = figures.rate.map(|rate| {
        let pattern = match offer.interest_type.as_ref().map(contract::Text::as_str) {
            Some("FIXED") => o.fixed,
            Some("FLOATING") => o.floating,
            _ => "{0}",
        };
        fill(pattern, &[&rate.to_string()])
    });
    let mut terms = vec![
        (
            o.monthly.to_owned(),
            money(t, figures.monthly, offer.installment_amount.as_ref()),
        ),
        (
            o.instalments.to_owned(),
            given(t, None, offer.number_of_installments.as_ref()),
        ),
        (
            o.apr.to_owned(),
            percent(t, figures.apr, offer.annual_percentage_rate.as_ref()),
        ),
        (
            o.rate.to_owned(),
            given(t, rate, offer.interest_rate.as_ref()),
        ),
        (
            o.principal.to_owned(),
            money(t, figures.principal, offer.amount_principal.as_ref()),
        ),
    ];
    let first = offer.installments.first();
    if let Some(due) = first.and_then(|first| day(t, first.due_date.as_ref())) {
        terms.insert(1, (o.first_due.to_owned(), plain(due)));
    }
    terms
}

/// Until when the offer stands, and how the borrower gets out again.
fn rights(t: Words, offer: &Offer) -> AnyView {
    let o = &t.offer;
    let until = offer
        .quote
        .as_ref()
        .and_then(|quote| moment(t, quote.valid_until.as_ref()?.as_str()));
    let cooling = offer
        .cool_off_period
        .as_ref()
        .and_then(|period| Tenor::from_wire(period.as_str()))
        .map(|period| {
            let last = (t.common.date)(period.after(browser::today()));
            fill(o.cooling_value, &[&(t.common.tenor)(period), &last])
        });
    let items = vec![
        (
            o.valid.to_owned(),
            given(
                t,
                until,
                offer
                    .quote
                    .as_ref()
                    .and_then(|quote| quote.valid_until.as_ref()),
            ),
        ),
        (
            o.cooling.to_owned(),
            given(t, cooling, offer.cool_off_period.as_ref()),
        ),
    ];
    view! {
        <section class="group">
            <h2>{o.rights}</h2>
            {rows("items", items)}
        </section>
    }
    .into_any()
}
