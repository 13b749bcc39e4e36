use contract::platform::offers::Offer;
use flow::Figures;
use leptos::prelude::*;

use crate::app::App;
use crate::route::{Home, Route};
use crate::text::{Words, fill};
use crate::ui::figure::{charge, document, given, money, percent, web};
use crate::ui::page::link;
use crate::ui::rows::{heard, rows};

/// What every offer must say for a fair comparison, in the same words and places for each.
pub(super) fn card(app: App, t: Words, offer: &Offer) -> AnyView {
    let o = &t.offers;
    let figures = Figures::of(offer);
    let heading = ["offer-", &offer.offer_id.to_string()].concat();
    let monthly = given(
        t,
        figures
            .monthly
            .map(|amount| fill(o.monthly, &[&amount.format()])),
        offer.installment_amount.as_ref(),
    );
    let term = given(
        t,
        figures
            .tenor
            .map(|tenor| fill(o.over, &[&(t.common.tenor)(tenor)])),
        offer.offer_term.as_ref(),
    );
    let facts = vec![
        (
            t.offer.principal.to_owned(),
            money(t, figures.principal, offer.amount_principal.as_ref()),
        ),
        (
            o.apr.to_owned(),
            percent(t, figures.apr, offer.annual_percentage_rate.as_ref()),
        ),
        (
            o.receive.to_owned(),
            money(t, figures.receive, offer.amount_net_disbursed.as_ref()),
        ),
        (o.repay.to_owned(), money(t, figures.repay, None)),
        (o.cost.to_owned(), money(t, figures.cost, None)),
        (
            o.late.to_owned(),
            charge(t, offer.delay_penalty_fees.as_ref()),
        ),
    ];
    let route = Route::Home(Home {
        offer: Some(offer.offer_id),
        ..app.route.get_untracked().home()
    });
    view! {
        <article class="card offer" aria-labelledby=heading.clone()>
            <div class="offer-head">
                <h2 id=heading.clone() lang="en">{offer.lender_name.to_string()}</h2>
                {kind(t, offer).map(|kind| view! { <p class="kind">{kind}</p> })}
            </div>
            <p class="big">{monthly} " " <span class="term">{term}</span></p>
            {rows("rows", facts)}
            <p>{kfs(t, offer, o.kfs)}</p>
            {link(app, route, "button", (o.look, heard(offer.lender_name.as_str())))}
        </article>
    }
    .into_any()
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

/// The link to the Key Facts Statement, or that there is none.
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
