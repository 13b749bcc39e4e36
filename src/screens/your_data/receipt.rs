use contract::app::{ConsentKind, Receipt};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{GIVEN, List};
use crate::api::{self, Fail, receipt_url};
use crate::app::App;
use crate::browser;
use crate::route::{Home, Route};
use crate::screens::offer::find;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::figure::moment_at;
use crate::ui::live::{live, live_if};
use crate::ui::page::link;
use crate::ui::rows::{around, heard, points};

/// One thing that was agreed to: to be read, kept and taken back.
pub(super) fn card(app: App, t: Words, list: List, receipt: &Receipt) -> AnyView {
    let d = &t.data;
    let title = receipt.title.to_string();
    let given = match receipt.kind {
        ConsentKind::Kfs => d.read_on,
        _ => d.agreed_on,
    };
    let withdrawn = receipt
        .withdrawn_at
        .map(|at| view! { <p class="what">{fill(d.withdrawn_on, &[&moment_at(t, at)])}</p> });
    let application = Route::Home(Home {
        journey: Some(receipt.journey_id),
        ..Home::default()
    });
    let heading = ["receipt-", receipt.id.as_str()].concat();
    let named = heading.clone();
    view! {
        <section class="card receipt" aria-labelledby=named>
            <h3 id=heading lang=receipt.language.to_string()>{title.clone()}</h3>
            <p>{fill(given, &[&moment_at(t, receipt.given_at)])}</p>
            {withdrawn}
            {whose(app, t, receipt)}
            <p>{link(app, application, "", (d.application, heard(&title)))}</p>
            <div class="reading">
                {read(app, t, receipt)}
                <a
                    class="button small"
                    href=receipt_url(receipt.id.as_str())
                    download=""
                    rel="external"
                >
                    {d.download}
                    {heard(&title)}
                </a>
            </div>
            {withdraw(app, t, list, receipt)}
        </section>
    }
    .into_any()
}

/// The lenders that it was given for: as the receipt names it, else as the offer does, where that is
/// here.
fn whose(app: App, t: Words, receipt: &Receipt) -> AnyView {
    let (named, offer) = (receipt.lender.clone(), receipt.offer_id);
    let words = match offer {
        Some(_) => t.data.offer_of,
        None => t.data.sent_to,
    };
    live_if(move || {
        let name = match &named {
            Some(name) => name.clone(),
            None => find(app, offer?)?.lender_name,
        };
        Some(view! { <p>{around(words, name.as_str())}</p> }.into_any())
    })
}

/// The text as it was agreed to, from the receipt itself.
fn read(app: App, t: Words, receipt: &Receipt) -> AnyView {
    let text = RwSignal::new(None::<String>);
    let id = receipt.id.to_string();
    let language = receipt.language.to_string();
    let toggle = move || {
        if text.with_untracked(Option::is_some) {
            text.set(None);
            return;
        }
        let id = id.clone();
        spawn_local(async move {
            match api::receipt(&id).await {
                // The page may be gone by now.
                Ok(words) => drop(text.try_set(Some(words))),
                Err(fail) => refused(app, fail),
            }
        });
    };
    let shown = move || {
        let words = text.get()?;
        let language = language.clone();
        Some(view! { <pre class="receipt-text" lang=language>{words}</pre> }.into_any())
    };
    let title = receipt.title.to_string();
    view! {
        <button
            type="button"
            class="button small"
            aria-expanded=move || if text.with(Option::is_some) { "true" } else { "false" }
            on:click=move |_| toggle()
        >
            {move || if text.with(Option::is_some) { t.data.hide } else { t.data.read }}
            {heard(&title)}
        </button>
        {live_if(shown)}
    }
    .into_any()
}

/// As easy as giving it was: one tap, and one that confirms. What it means stands between the two.
fn withdraw(app: App, t: Words, list: List, receipt: &Receipt) -> AnyView {
    let d = &t.data;
    let means = match receipt.kind {
        ConsentKind::Bureau | ConsentKind::Lenders | ConsentKind::Unknown => d.withdraw_lenders,
        ConsentKind::Aa => d.withdraw_aa,
        // Nothing is passed on by it.
        ConsentKind::Kfs => return ().into_any(),
    };
    if receipt.withdrawn_at.is_some() {
        return ().into_any();
    }
    let asking = RwSignal::new(false);
    let (id, title) = (receipt.id.to_string(), receipt.title.to_string());
    live(move || {
        let id = id.clone();
        if !asking.get() {
            return view! {
                <button type="button" class="button" on:click=move |_| asking.set(true)>
                    {d.withdraw}
                    {heard(&title)}
                </button>
            }
            .into_any();
        }
        view! {
            <div class="confirm">
                <h4>{t.parting.happens}</h4>
                {points("dots", means)}
                <div class="buttons">
                    {button(app, "button", d.withdraw_go, move || go(app, t, list, id.clone()))}
                    {button(app, "button", d.keep, move || asking.set(false))}
                </div>
            </div>
        }
        .into_any()
    })
}

fn go(app: App, t: Words, list: List, id: String) {
    app.form.clear();
    app.store.busy.set(true);
    spawn_local(async move {
        let answer = api::withdraw(&id, &browser::new_key()).await;
        app.store.busy.set(false);
        match answer {
            Ok(now) => {
                let _ = list.try_set(Some(Ok(now)));
                app.voice.set(t.data.withdraw_done.to_owned());
                browser::on_next_frame(|| browser::focus(GIVEN));
                app.store.refresh();
            }
            Err(fail) => refused(app, fail),
        }
    });
}

fn refused(app: App, fail: Fail) {
    app.store.after_refusal(&fail);
    app.form.refuse_all(fail, false);
}
