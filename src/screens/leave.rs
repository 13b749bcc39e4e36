use contract::OfferId;
use contract::app::Party;
use contract::platform::status::StepKey;
use flow::Leave;
use leptos::prelude::*;

use super::offer::find;
use super::offers::card::kfs;
use crate::api::Intent;
use crate::app::App;
use crate::route::Route;
use crate::text::rooms::Door;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::live::live_if;
use crate::ui::notice;
use crate::ui::page::{Page, link};
use crate::ui::rows::{around, foreign, points};

/// Before the borrower leaves: where to, what happens there, what is shared, and that they come
/// back here.
pub(crate) fn leave(app: App, t: Words, party: Party, offer: OfferId, how: Leave) -> AnyView {
    let door = match party {
        Party::Aa => &t.leave.aa,
        Party::Kyc => &t.leave.kyc,
        Party::EMandate => &t.leave.mandate,
        Party::LoanAgreement => &t.leave.agreement,
        Party::Payment | Party::Unknown => &t.leave.payment,
    };
    let body = view! {
        {lender(app, t, offer)}
        {state(app, t, door, party, how)}
        {points("ticks", door.points)}
        {(party == Party::LoanAgreement).then(|| agreement(app, t, offer))}
        {optional(app, t, party)}
        <div class="buttons">{actions(app, t, door, party, offer, how)}</div>
        <p class="small">{t.leave.keep_place}</p>
    }
    .into_any();
    Page::new(door.title)
        .step(t, door.step)
        .lead(door.lead)
        .show(app, t, body)
}

/// Whose loan this is.
pub(super) fn lender(app: App, t: Words, offer: OfferId) -> AnyView {
    live_if(move || {
        let name = find(app, offer)?.lender_name;
        Some(view! { <p>{around(t.leave.lender, name.as_str())}</p> }.into_any())
    })
}

/// How it went so far.
fn state(app: App, t: Words, door: &'static Door, party: Party, how: Leave) -> AnyView {
    let l = &t.leave;
    let words = match how {
        Leave::First => return ().into_any(),
        Leave::Away => fill(l.away, &[door.waits]),
        Leave::Unfinished => fill(l.unfinished, &[door.waits]),
        Leave::Failed => l.failed.to_owned(),
        Leave::Expired => l.expired.to_owned(),
    };
    let said = live_if(move || reason(app, t, party));
    let body = view! {
        <p>{words}</p>
        {(how == Leave::Failed).then_some(said)}
    }
    .into_any();
    match how {
        Leave::Failed | Leave::Expired => notice::warning(t, body),
        _ => notice::note(t, body),
    }
}

/// What the provider told the lender, as it came.
fn reason(app: App, t: Words, party: Party) -> Option<AnyView> {
    let view = app.store.view()?;
    let step = match party {
        Party::Kyc => StepKey::Kyc,
        Party::EMandate => StepKey::EMandate,
        Party::LoanAgreement => StepKey::LoanAgreement,
        Party::Aa | Party::Payment | Party::Unknown => StepKey::Unknown,
    };
    let diagnostics = view
        .steps
        .as_ref()
        .and_then(|steps| steps.get(step)?.diagnostics.clone());
    let message = match &diagnostics {
        Some(diagnostics) => diagnostics.message.clone(),
        None if party == Party::Aa => view.aa.as_ref().and_then(|aa| aa.reason.clone()),
        None => None,
    };
    let attempts = diagnostics.and_then(|it| Some((it.attempts?, it.max_attempts?)));
    Some(
        view! {
            {message.map(|message| view! {
                <p>{t.leave.said} " " {foreign(message.as_str())}</p>
            })}
            {attempts.map(|(now, most)| view! {
                <p>{fill(t.leave.attempts, &[&now.to_string(), &most.to_string()])}</p>
            })}
        }
        .into_any(),
    )
}

fn agreement(app: App, t: Words, offer: OfferId) -> AnyView {
    live_if(move || {
        let offer = find(app, offer)?;
        Some(view! { <p>{kfs(t, &offer, t.leave.read_kfs)}</p> }.into_any())
    })
}

/// Before an offer is chosen, sharing statements is one way among others.
fn optional(app: App, t: Words, party: Party) -> AnyView {
    let open = party == Party::Aa && !chosen(app);
    open.then(|| view! { <p>{t.leave.without}</p> }).into_any()
}

fn chosen(app: App) -> bool {
    app.store
        .now()
        .and_then(|view| view.journey.as_ref()?.selected_offer)
        .is_some()
}

fn actions(
    app: App,
    t: Words,
    door: &'static Door,
    party: Party,
    offer: OfferId,
    how: Leave,
) -> AnyView {
    let l = &t.leave;
    let away = how == Leave::Away;
    let label = match how {
        Leave::First => door.go,
        Leave::Away | Leave::Unfinished | Leave::Failed | Leave::Expired => l.again,
    };
    let go = view! {
        <button
            type="button"
            class=if away { "button" } else { "button main" }
            aria-disabled=move || app.opening.get().then_some("true")
            on:click=move |_| app.leave(party, offer)
        >
            {move || if app.opening.get() { l.opening } else { label }}
        </button>
    }
    .into_any();
    let finished =
        away.then(|| button(app, "button main", l.finished, move || returned(app, party)));
    let not_now = if chosen(app) {
        Route::Applications
    } else {
        Route::HOME
    };
    view! {
        {finished}
        {go}
        {link(app, not_now, "button", l.not_now)}
    }
    .into_any()
}

fn returned(app: App, party: Party) {
    if let Some(journey) = app.store.journey_id() {
        app.send(Intent::Returned(journey, party), |_| {});
    }
}
