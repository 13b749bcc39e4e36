//! What was given, to whom and when, and how to take it back.

mod delete;
mod receipt;

use contract::app::{Receipt, ReceiptList};
use contract::platform::status::JourneyStatus;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::who::{lenders, listed};
use crate::api::{self, Fail};
use crate::app::App;
use crate::brand;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::live::{live, live_if};
use crate::ui::page::Page;
use crate::ui::rows::{around, plain, points, rows};

pub(crate) use delete::deleted;

/// The receipts as they were last read; `None` until then.
type List = RwSignal<Option<Result<ReceiptList, Fail>>>;

/// Takes the focus when what it stands above has changed.
const GIVEN: &str = "given";

pub(crate) fn your_data(app: App, t: Words) -> AnyView {
    let d = &t.data;
    let list: List = RwSignal::new(None);
    let body = view! {
        {who(app, t)}
        <section class="group">
            <h2 id=GIVEN tabindex="-1">{d.given}</h2>
            {receipts(app, t, list)}
        </section>
        {live_if(move || whom(app, t, list))}
        <section class="group">
            <h2>{d.held}</h2>
            {points("dots", d.held_points)}
            <h3>{d.not_held}</h3>
            {points("dots", d.not_held_points)}
        </section>
        <section class="group">
            <h2>{d.phone}</h2>
            <p>{d.phone_what}</p>
            {button(app, "button", d.phone_go, move || app.sign_out())}
        </section>
        {delete::delete(app, t)}
        <section class="group">
            <h2>{d.rights}</h2>
            <p>{d.rights_what}</p>
            <p>
                <a href=["mailto:", brand::SUPPORT_EMAIL].concat() rel="external">{d.write}</a>
            </p>
        </section>
    }
    .into_any();
    Page::new(d.title)
        .lead(d.lead)
        .home(app, t)
        .show(app, t, body)
}

fn who(app: App, t: Words) -> Option<AnyView> {
    let borrower = app.store.now()?.borrower.clone();
    let name = borrower.name.map(|name| (t.data.who, name));
    let mobile = borrower.mobile.map(|mobile| (t.data.mobile, mobile));
    let items = name
        .into_iter()
        .chain(mobile)
        .map(|(label, it)| (label.to_owned(), plain(it.to_string())))
        .collect();
    Some(rows("rows answers", items))
}

fn receipts(app: App, t: Words, list: List) -> AnyView {
    let read = move || {
        list.set(None);
        spawn_local(async move {
            let answer = api::consents().await;
            // The page may be gone by now.
            let _ = list.try_set(Some(answer));
        });
    };
    read();
    live(move || {
        list.with(|now| match now {
            None => view! {
                <div class="skeleton" aria-hidden="true"><span></span><span></span></div>
            }
            .into_any(),
            Some(Ok(now)) if now.items.is_empty() => {
                view! { <p>{t.data.given_none}</p> }.into_any()
            }
            Some(Ok(now)) => now
                .items
                .iter()
                .map(|receipt| receipt::card(app, t, list, receipt))
                .collect::<Vec<_>>()
                .into_any(),
            Some(Err(_)) => view! {
                <p>{t.data.given_failed}</p>
                {button(app, "button", t.start.try_again, read)}
            }
            .into_any(),
        })
    })
}

/// Whoever has the application that is open: as its receipts say, else as far as its offers do.
fn whom(app: App, t: Words, list: List) -> Option<AnyView> {
    let d = &t.data;
    let view = app.store.view()?;
    let journey = view.journey.as_ref()?;
    let unsent = matches!(
        journey.status,
        JourneyStatus::Started | JourneyStatus::ProfileRequired
    );
    let names = lenders(app);
    let all = list.with(|list| {
        let receipts = &list.as_ref()?.as_ref().ok()?.items;
        let sent = |it: &&Receipt| it.journey_id == journey.id && it.offer_id.is_none();
        receipts
            .iter()
            .filter(sent)
            .find_map(|it| it.lender.clone())
    });
    let said = match (unsent, all) {
        (true, _) => view! { <p>{d.whom_nobody}</p> }.into_any(),
        (false, Some(all)) => view! { <p>{around(d.whom_all, all.as_str())}</p> }.into_any(),
        (false, None) if names.is_empty() => return None,
        (false, None) => listed(d.whom_what, &names),
    };
    Some(view! { <section class="group"><h2>{d.whom}</h2>{said}</section> }.into_any())
}
