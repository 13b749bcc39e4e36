mod statements;

use contract::OfferId;
use contract::app::Party;
use contract::platform::status::StepKey;
use flow::{Failure, Leave};
use leptos::prelude::*;

use super::changed::{changed, is_requoted};
use super::failed::{self, Repeat, What, ask, call, heading, told};
use super::kfs::route as statement;
use super::offer::find;
use super::offers::card::kfs;
use super::parting;
use crate::api::Intent;
use crate::app::App;
use crate::route::{Place, Route};
use crate::text::rooms::Door;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::live::live_if;
use crate::ui::notice;
use crate::ui::page::{Page, link};
use crate::ui::rows::{around, points};

/// Before the borrower leaves: where to, what happens there, what is shared, and that they come
/// back here.
pub(crate) fn leave(app: App, t: Words, party: Party, offer: OfferId, how: Leave) -> AnyView {
    let gold = app.store.now().is_some_and(|view| view.is_gold());
    let door = match party {
        Party::Aa => &t.leave.aa,
        Party::Kyc if gold => &t.leave.branch,
        Party::Kyc => &t.leave.kyc,
        Party::EMandate => &t.leave.mandate,
        Party::LoanAgreement => &t.leave.agreement,
        Party::Payment | Party::Unknown => &t.leave.payment,
    };
    let body = view! {
        {lender(app, t, offer)}
        {state(app, t, door, party, how)}
        {(party != Party::Aa).then(|| changed(app, t))}
        {points("ticks", door.points)}
        {(party == Party::Aa).then(|| statements::consent(app, t, offer))}
        {(party == Party::LoanAgreement).then(|| agreement(app, t, offer))}
        {optional(app, t, party)}
        <div class="buttons">{actions(app, t, door, party, offer, how)}</div>
        <p class="small">{t.leave.keep_place}</p>
        {failure(how).map(|_| ask(app, t))}
    }
    .into_any();
    let page = match failure(how).and(party.step()) {
        Some(step) => Page::new(heading(t, step)),
        None => Page::new(door.title).lead(door.lead),
    };
    page.step(t, door.step).show(app, t, body)
}

/// Whose loan this is.
pub(super) fn lender(app: App, t: Words, offer: OfferId) -> AnyView {
    live_if(move || {
        let name = find(app, offer)?.lender_name;
        Some(view! { <p>{around(t.leave.lender, name.as_str())}</p> }.into_any())
    })
}

fn failure(how: Leave) -> Option<Failure> {
    match how {
        Leave::First | Leave::Away | Leave::Unfinished => None,
        Leave::Failed(failure) => Some(failure),
        Leave::Expired => Some(Failure::Expired),
    }
}

/// How it went so far.
fn state(app: App, t: Words, door: &'static Door, party: Party, how: Leave) -> AnyView {
    let l = &t.leave;
    if let Some(failure) = failure(how) {
        let what = match party {
            Party::Aa => What::Consent,
            Party::Kyc => What::Step(StepKey::Kyc),
            Party::EMandate => What::Step(StepKey::EMandate),
            Party::LoanAgreement => What::Step(StepKey::LoanAgreement),
            Party::Payment | Party::Unknown => What::Step(StepKey::Unknown),
        };
        return told(app, t, what, failure, Repeat::Door);
    }
    let words = match how {
        Leave::Away => l.away,
        Leave::Unfinished => l.unfinished,
        _ => return ().into_any(),
    };
    let body = view! {
        <p>{fill(words, &[door.waits])}</p>
        {live_if(move || app.stayed.get().then(|| view! { <p>{l.app}</p> }.into_any()))}
    };
    notice::note(t, body.into_any())
}

fn agreement(app: App, t: Words, offer: OfferId) -> AnyView {
    live_if(move || {
        let route = statement(app, offer);
        let offer = find(app, offer)?;
        Some(
            view! {
                <p class="papers">
                    {link(app, route, "", t.leave.read_kfs)}
                    <span>{kfs(t, &offer, t.offers.kfs_own)}</span>
                </p>
            }
            .into_any(),
        )
    })
}

/// Before an offer is chosen, sharing statements is one way among others.
fn optional(app: App, t: Words, party: Party) -> AnyView {
    let open = party == Party::Aa && !chosen(app);
    open.then(|| view! { <p>{t.leave.without}</p> }).into_any()
}

/// The figures are not those that were chosen.
fn asks_anew(app: App, party: Party) -> bool {
    party != Party::Aa && is_requoted(app)
}

/// Whether turning down stands among the buttons.
pub(super) fn turns_down(app: App, party: Party, how: Leave) -> bool {
    chosen(app) && (asks_anew(app, party) || failure(how).is_some())
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
    let asks = failure(how).is_some_and(failed::asks);
    let changed = asks_anew(app, party);
    let label = match how {
        Leave::First => door.go,
        Leave::Away | Leave::Unfinished | Leave::Expired => l.again,
        Leave::Failed(_) => t.failing.again,
    };
    // Yes and no weigh the same where something is agreed to by it: to other figures than before, or
    // to sharing statements.
    let plain = away || asks || changed;
    let class = move || {
        let asked = party == Party::Aa && !statements::stands(app, offer);
        if plain || asked {
            "button"
        } else {
            "button main"
        }
    };
    let go = view! {
        <button
            type="button"
            class=class
            aria-disabled=move || (app.opening.get() || app.store.busy.get()).then_some("true")
            on:click=move |_| match party {
                Party::Aa => statements::go(app, offer),
                _ => app.leave(party, offer),
            }
        >
            {move || if app.opening.get() { l.opening } else { label }}
        </button>
    }
    .into_any();
    let finished =
        away.then(|| button(app, "button main", l.finished, move || returned(app, party)));
    let turn = turns_down(app, party, how).then(|| {
        let to = parting::to(app, Place::TurnDown);
        link(app, to, "button", t.parting.not_this)
    });
    let (not_now, later) = match (chosen(app), failure(how)) {
        (true, Some(_)) => (Route::Applications, t.failing.later),
        (true, None) => (Route::Applications, l.not_now),
        (false, Some(_)) => (Route::HOME, t.failing.others),
        (false, None) => (Route::HOME, l.not_now),
    };
    view! {
        {finished}
        {asks.then(|| call(t, "button main"))}
        {go}
        {turn}
        {link(app, not_now, "button", later)}
    }
    .into_any()
}

fn returned(app: App, party: Party) {
    if let Some(journey) = app.store.journey_id() {
        app.send(Intent::Returned(journey, party), |_| {});
    }
}
