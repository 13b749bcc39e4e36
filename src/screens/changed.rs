//! The figures when the offer was chosen, beside those of now.

use contract::Text;
use contract::platform::offers::Offer;
use flow::{Change, Figures, Reading, Term};
use leptos::prelude::*;

use super::offer::charges::fee_name;
use super::parting::to;
use crate::app::App;
use crate::route::Place;
use crate::text::{Words, fill};
use crate::ui::button::{submit, submit_as};
use crate::ui::figure::{charge, count, given, read};
use crate::ui::live::live_if;
use crate::ui::notice;
use crate::ui::page::link;
use crate::ui::rows::{foreign, plain};

pub(super) fn is_requoted(app: App) -> bool {
    app.store.now().is_some_and(|view| flow::requoted(&view))
}

/// Nothing while the figures are those that were agreed to.
pub(super) fn changed(app: App, t: Words) -> AnyView {
    live_if(move || {
        let view = app.store.view()?;
        if !flow::requoted(&view) {
            return None;
        }
        let (before, now) = view.agreed.as_ref().zip(view.offer.as_ref())?;
        let said = match flow::took(&view) {
            Some((offered, taken)) => {
                let words = fill(t.changed.took, &[&taken.format(), &offered.format()]);
                notice::note(t, view! { <p>{words}</p> }.into_any())
            }
            None => warned(t),
        };
        Some(compared(t, said, before, now))
    })
}

/// The end of a form: where the figures have changed, turning down weighs as much as going on.
pub(super) fn choices(app: App, t: Words, label: &'static str) -> AnyView {
    if !is_requoted(app) {
        return submit(app, label);
    }
    let turn = link(app, to(app, Place::TurnDown), "button", t.parting.not_this);
    view! { <div class="buttons">{submit_as(app, "button", label)} {turn}</div> }.into_any()
}

fn warned(t: Words) -> AnyView {
    let body = view! {
        <h2>{t.changed.title}</h2>
        <p>{t.changed.lead}</p>
    };
    notice::warning(t, body.into_any())
}

fn compared(t: Words, said: AnyView, before: &Offer, now: &Offer) -> AnyView {
    let c = &t.changed;
    let others: Vec<_> = flow::changes(before, now)
        .iter()
        .map(|change| other(t, change))
        .collect();
    let (before, now) = (written(t, before), written(t, now));
    let labels = [
        t.offer.principal,
        t.offer.receive,
        t.offer.repay,
        t.offer.cost,
        t.offer.monthly,
        c.length,
        t.offer.apr,
        t.offer.rate,
    ];
    let rows: Vec<_> = labels
        .into_iter()
        .zip(before.into_iter().zip(now))
        .filter(|(_, (before, now))| before.is_some() || now.is_some())
        .map(|(label, (before, now))| {
            let differs = before != now;
            let given =
                |it: Option<String>| plain(it.unwrap_or_else(|| t.common.not_given.to_owned()));
            row(t, plain(label), given(before), given(now), differs)
        })
        .chain(others)
        .collect();
    view! {
        <section class="group">
            {said}
            <table role="table" class="compared" aria-label=c.title>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader">{c.what}</th>
                        <th scope="col" role="columnheader">{c.before}</th>
                        <th scope="col" role="columnheader">{c.now}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn row(t: Words, label: AnyView, before: AnyView, now: AnyView, differs: bool) -> AnyView {
    let c = &t.changed;
    view! {
        <tr role="row" class:differs=differs>
            <th scope="row" role="rowheader">
                {label}
                {differs.then(|| view! { " " <span class="small">{c.changed}</span> })}
            </th>
            <td role="cell" data-label=c.before>{before}</td>
            <td role="cell" data-label=c.now>{now}</td>
        </tr>
    }
    .into_any()
}

/// A charge or another term, where it is not what it was.
fn other(t: Words, change: &Change<'_>) -> AnyView {
    let label = match change.term {
        Term::Instalments => plain(t.offer.instalments),
        Term::InterestType => plain(t.changed.interest_type),
        Term::CoolingOff => plain(t.offer.cooling),
        Term::Fee(fee) => plain(fee_name(t, fee)),
        Term::Line(title) => foreign(title.as_str()),
    };
    let shown = |raw: Option<&Text>| match change.term {
        Term::Instalments => count(t, raw),
        Term::InterestType => given(t, None, raw),
        Term::CoolingOff => read(t, Reading::cooling_off(raw).map(t.common.tenor)),
        Term::Fee(_) | Term::Line(_) => charge(t, raw),
    };
    row(t, label, shown(change.before), shown(change.now), true)
}

fn written(t: Words, offer: &Offer) -> [Option<String>; 8] {
    let it = Figures::of(offer);
    let money = |amount: Option<lending::Paise>| amount.map(lending::Paise::format);
    [
        money(it.principal),
        money(it.receive),
        money(it.repay),
        money(it.cost),
        money(it.monthly),
        it.tenor.map(t.common.tenor),
        it.apr.map(|rate| rate.to_string()),
        it.rate.map(|rate| rate.to_string()),
    ]
}
