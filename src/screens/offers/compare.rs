use std::sync::Arc;

use contract::OfferId;
use contract::app::JourneyView;
use contract::platform::offers::Offer;
use flow::{Figures, Screen};
use leptos::prelude::*;

use super::asked::asked;
use super::card::{look, statement};
use super::facts::{Fact, SIDE_BY_SIDE};
use super::is_received;
use crate::app::App;
use crate::route::{Compared, Home, Route};
use crate::text::Words;
use crate::ui::figure::{document_named, given, web};
use crate::ui::live::live;
use crate::ui::page::Page;
use crate::ui::rows::{foreign, heard};

/// Side by side, while there are at least two to choose from.
pub(crate) fn can_compare(view: &JourneyView, ids: Compared) -> bool {
    flow::screen(view) == Screen::Offers && found(view, ids).len() > 1
}

/// A table of two or three offers. On a narrow screen each label stands above its figures, so that
/// three columns fit into 320 px.
pub(crate) fn compare(app: App, t: Words, ids: Compared) -> AnyView {
    let all = Route::Home(Home {
        offer: None,
        ..app.route.get_untracked().home()
    });
    let offers = Memo::new(move |_| {
        let view: Option<Arc<JourneyView>> = app.store.view();
        view.map_or_else(Vec::new, |view| found(&view, ids))
    });
    let body = view! {
        {asked(app, t)}
        {live(move || offers.with(|offers| table(app, t, offers)))}
    }
    .into_any();
    Page::new(t.compare.title)
        .lead(t.compare.lead)
        .back(all, t.offer.back)
        .show(app, t, body)
}

/// In the order in which they were picked.
fn found(view: &JourneyView, ids: Compared) -> Vec<Offer> {
    let offer = |id: OfferId| {
        let mut there = view.offers.iter().flatten().filter(|it| is_received(it));
        there.find(|offer| offer.offer_id == id).cloned()
    };
    ids.into_iter().flatten().filter_map(offer).collect()
}

fn table(app: App, t: Words, offers: &[Offer]) -> AnyView {
    let figures: Vec<_> = offers.iter().map(Figures::of).collect();
    let cell = |fact: &Fact| {
        let cells = offers.iter().zip(&figures);
        cells
            .map(|(offer, figures)| (fact.value)(t, offer, figures))
            .collect()
    };
    let row = |label: &'static str, cells: Vec<AnyView>| row(label, offers, cells);
    let facts: Vec<_> = SIDE_BY_SIDE
        .iter()
        .map(|fact| row((fact.label)(t), cell(fact)))
        .collect();
    let names: Vec<_> = offers
        .iter()
        .map(|offer| {
            view! { <th scope="col" role="columnheader">{foreign(offer.lender_name.as_str())}</th> }
        })
        .collect();
    let each = |draw: &dyn Fn(&Offer) -> AnyView| offers.iter().map(draw).collect();
    view! {
        <table role="table" class="beside" class:three={offers.len() > 2}>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">
                        <span class="unseen">{t.compare.what}</span>
                    </th>
                    {names}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {facts}
                {row(t.offers.kfs, each(&|offer| statement(app, offer, t.compare.read)))}
                {row(t.offers.kfs_own, each(&|offer| own(t, offer)))}
                {row(t.compare.offer, each(&|offer| look(app, offer, t.compare.look)))}
            </tbody>
        </table>
    }
    .into_any()
}

/// The lender's own statement.
fn own(t: Words, offer: &Offer) -> AnyView {
    match web(offer.key_facts_statement_link.as_ref()) {
        Some(url) => {
            let label = (t.compare.read, heard(offer.lender_name.as_str()));
            document_named(t, url, label.into_any())
        }
        None => given(t, None, None),
    }
}

fn row(label: &'static str, offers: &[Offer], cells: Vec<AnyView>) -> AnyView {
    let names = offers.iter().map(|offer| offer.lender_name.to_string());
    let cells: Vec<_> = names
        .zip(cells)
        .map(|(name, cell)| view! { <td role="cell" data-label=name>{cell}</td> })
        .collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{label}</th>
            {cells}
        </tr>
    }
    .into_any()
}
