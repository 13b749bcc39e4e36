pub(crate) mod asked;
pub(crate) mod card;
pub(crate) mod compare;
mod facts;
mod pick;

use std::sync::Arc;

use contract::OfferId;
use contract::app::JourneyView;
use contract::platform::offers::Offer;
use contract::platform::status::OfferCardStatus;
use flow::OfferOrder;
use leptos::prelude::*;

use super::acknowledgement::acknowledgement;
use super::waiting::{came_to_nothing, checked, consent, long, statements, wants_statements};
use crate::app::App;
use crate::text::Words;
use crate::ui::live::{live, live_if};
use crate::ui::page::Page;
use crate::ui::rows::{around, foreign};

/// All offers alike, in an order that is told and can be changed; and every lender that made none.
pub(crate) fn offers(app: App, t: Words) -> AnyView {
    let o = &t.offers;
    let received = Memo::new(move |_| received(app));
    let any = move || received.with(|list| !list.is_empty());
    let awaited = Memo::new(move |_| {
        app.store
            .view()
            .is_some_and(|view| view.offers.iter().flatten().any(is_awaited))
    });
    let words = Memo::new(move |_| {
        if any() || awaited.get() {
            (o.title, o.lead)
        } else {
            (o.title_none, o.lead_none)
        }
    });
    let some = Memo::new(move |_| any());
    let body = view! {
        {asked::asked(app, t)}
        {live_if(move || some.get().then(|| ordering(app, t)))}
        <For each=move || received.get() key=|id| *id let(id)>
            {one(app, t, id)}
        </For>
        {live(move || wanting(app, t))}
        {live(move || named(app, t, o.awaited, is_awaited))}
        {live(move || named(app, t, o.none, is_none))}
        {live_if(move || awaited.get().then(|| checked(app, t)))}
        {acknowledgement(app, t)}
        {long(app, t)}
    }
    .into_any();
    Page::changing(app, words).show(app, t, body)
}

/// Every offer there is, in the borrower's order.
fn received(app: App) -> Vec<OfferId> {
    let list = picked(app.store.view().as_ref(), is_received);
    let mut sorted: Vec<&Offer> = list.iter().collect();
    app.order.get().sort(&mut sorted);
    sorted.iter().map(|offer| offer.offer_id).collect()
}

/// A card is drawn anew when anything about its offer changes.
fn one(app: App, t: Words, id: OfferId) -> AnyView {
    let offer = Memo::new(move |_| {
        let view = app.store.view()?;
        let mut received = view.offers.iter().flatten().filter(|it| is_received(it));
        received.find(|offer| offer.offer_id == id).cloned()
    });
    live_if(move || offer.get().map(|offer| card::card(app, t, &offer)))
}

fn is_received(offer: &Offer) -> bool {
    offer.status == OfferCardStatus::OfferReceived
}

fn is_awaited(offer: &Offer) -> bool {
    matches!(
        offer.status,
        OfferCardStatus::OfferAwaited | OfferCardStatus::Unknown
    ) && !wants_statements(offer)
}

fn is_none(offer: &Offer) -> bool {
    offer.status == OfferCardStatus::NoOfferAvailable
}

fn picked(view: Option<&Arc<JourneyView>>, which: fn(&Offer) -> bool) -> Vec<Offer> {
    view.into_iter()
        .flat_map(|view| view.offers.iter().flatten())
        .filter(|offer| which(offer))
        .cloned()
        .collect()
}

fn ordering(app: App, t: Words) -> AnyView {
    let o = &t.offers;
    let choices: Vec<_> = OfferOrder::ALL
        .into_iter()
        .map(|it| {
            let label = match it {
                OfferOrder::Apr => o.order_apr,
                OfferOrder::Monthly => o.order_monthly,
                OfferOrder::Receive => o.order_receive,
                OfferOrder::Tenor => o.order_tenor,
            };
            view! {
                <option value=it.as_str() prop:selected=move || app.order.get() == it>
                    {label}
                </option>
            }
        })
        .collect();
    view! {
        <div class="ordering">
            <label for="order">{o.order}</label>
            <select
                id="order"
                on:change=move |event| {
                    if let Some(chosen) = OfferOrder::from_word(&event_target_value(&event)) {
                        app.order_by(chosen);
                    }
                }
            >
                {choices}
            </select>
            <details>
                <summary>{o.order_how}</summary>
                <p>{o.order_rule}</p>
                <p>{o.apr_what}</p>
            </details>
        </div>
    }
    .into_any()
}

/// Lenders that answer once they have seen bank statements: no better and no worse than others.
fn wanting(app: App, t: Words) -> AnyView {
    let list = picked(app.store.view().as_ref(), wants_statements);
    if list.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = list
        .iter()
        .map(|offer| {
            view! {
                <li>
                    {foreign(offer.lender_name.as_str())}
                    <span class="said-by">{consent(t, offer)}</span>
                    {statements(app, t, t.offers.statements_link, offer)}
                </li>
            }
        })
        .collect();
    view! {
        <section class="group">
            <h2>{t.offers.statements}</h2>
            <p>{t.offers.statements_what}</p>
            {list.iter().any(came_to_nothing).then(|| view! { <p>{t.offers.aa_declined_what}</p> })}
            <ul class="lenders">{items}</ul>
        </section>
    }
    .into_any()
}

/// Every other lender is named, with its reason where it gave one.
fn named(app: App, t: Words, title: &'static str, which: fn(&Offer) -> bool) -> AnyView {
    let list = picked(app.store.view().as_ref(), which);
    if list.is_empty() {
        return ().into_any();
    }
    let deciding = title == t.offers.awaited;
    let items: Vec<_> = list
        .iter()
        .map(|offer| {
            let seen = (deciding && offer.aa.required).then(|| {
                view! { <span class="said-by">{consent(t, offer)}</span> }
            });
            let reason = offer.lender_state_reason.as_ref();
            let reason = reason.filter(|reason| !reason.as_str().is_empty());
            view! {
                <li>
                    {foreign(offer.lender_name.as_str())}
                    {seen}
                    {reason.map(|reason| view! {
                        <span class="small">
                            {around(t.offers.none_reason, reason.as_str())}
                        </span>
                    })}
                </li>
            }
        })
        .collect();
    let more = deciding.then(|| view! { <p>{t.offers.awaited_what}</p> });
    view! {
        <section class="group">
            <h2>{title}</h2>
            {more}
            <ul class="lenders">{items}</ul>
        </section>
    }
    .into_any()
}
