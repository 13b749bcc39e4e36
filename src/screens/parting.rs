//! Turning an offer down and giving an application up: one page each that says what happens, and
//! two buttons that look alike.

use contract::OfferId;
use contract::app::JourneyView;
use contract::platform::offers::RejectRequest;
use contract::platform::status::{JourneyStatus, RejectedStage, StepStatus};
use contract::platform::steps::{Step, Steps};
use flow::{Screen, open_offers, rejected_stage};
use leptos::prelude::*;

use super::changed::is_requoted;
use super::leave;
use super::offer::{find, is_locked};
use crate::api::Intent;
use crate::app::App;
use crate::route::{Home, Place, Route};
use crate::screen::Stage;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::live::{live, live_if};
use crate::ui::page::{Page, link};
use crate::ui::rows::points;

/// The offer the borrower has chosen, or is looking at while it can be turned down.
pub(crate) fn offer_here(view: &JourneyView) -> Option<OfferId> {
    let open = open_offers(view);
    let chosen = view.journey.as_ref()?.selected_offer;
    let shown = match flow::screen(view) {
        Screen::Offer(offer) | Screen::Leave { offer, .. } => Some(offer),
        _ => None,
    };
    chosen
        .or(shown)
        .or(view.focus)
        .filter(|id| open.contains(id))
}

/// Whether there is an application that can be left.
pub(crate) fn can_give_up(view: &JourneyView) -> bool {
    unsent(view) || rejected_stage(view).is_some()
}

fn unsent(view: &JourneyView) -> bool {
    view.journey.as_ref().is_some_and(|journey| {
        matches!(
            journey.status,
            JourneyStatus::Started | JourneyStatus::ProfileRequired
        )
    })
}

/// Below every screen of an application, in the same place.
pub(crate) fn ways_out(app: App, stage: Stage) -> AnyView {
    let Stage::Home(screen, _) = stage else {
        return ().into_any();
    };
    // Drawn anew with the screen, in another language.
    let stands = Memo::new(move |_| {
        app.words();
        turns_down(app, screen)
    });
    live_if(move || ways(app, app.words(), stands.get()))
}

/// Whether the screen itself has a button that turns the offer down.
fn turns_down(app: App, screen: Screen) -> bool {
    match screen {
        Screen::Offer(id) => find(app, id).is_some_and(|it| !is_locked(&it)),
        Screen::Leave { party, how, .. } => leave::turns_down(app, party, how),
        Screen::LoanAmount(_) | Screen::BankAccount(..) => is_requoted(app),
        Screen::StepFailed(..) => app.store.now().and_then(|it| offer_here(&it)).is_some(),
        _ => false,
    }
}

fn ways(app: App, t: Words, stands: bool) -> Option<AnyView> {
    let view = app.store.view()?;
    let turn = offer_here(&view).filter(|_| !stands).map(|_| {
        view! { <li>{link(app, to(app, Place::TurnDown), "", t.parting.not_this)}</li> }
    });
    let give = can_give_up(&view).then(|| {
        view! { <li>{link(app, to(app, Place::GiveUp), "", t.parting.give_up)}</li> }
    });
    if turn.is_none() && give.is_none() {
        return None;
    }
    Some(view! { <ul class="ways-out">{turn} {give}</ul> }.into_any())
}

pub(super) fn to(app: App, place: Place) -> Route {
    Route::Home(Home {
        place: Some(place),
        ..app.route.get_untracked().home()
    })
}

/// The same page without the question.
fn without(app: App) -> Route {
    Route::Home(Home {
        place: None,
        ..app.route.get_untracked().home()
    })
}

pub(crate) fn turn_down(app: App, t: Words, id: OfferId) -> AnyView {
    let p = &t.parting;
    let name = untrack(|| find(app, id)).map(|offer| offer.lender_name.to_string());
    let body = view! {
        <h2>{p.happens}</h2>
        {points("dots", p.turn_points)}
        {live(move || already(app, t))}
        <div class="buttons">
            {link(app, without(app), "button", p.keep)}
            {button(app, "button", p.turn_go, move || {
                let stage = app.store.now().and_then(|view| rejected_stage(&view));
                if let Some(stage) = stage {
                    reject(app, id, stage, |app| {
                        let home = app.route.get_untracked().home();
                        app.go_instead(Route::Home(Home { offer: None, place: None, ..home }));
                    });
                }
            })}
        </div>
    }
    .into_any();
    Page::naming(p.turn_title, &name.unwrap_or_default()).show(app, t, body)
}

fn reject(app: App, offer: OfferId, stage: RejectedStage, then: fn(App)) {
    if let Some(journey) = app.store.journey_id() {
        let request = RejectRequest {
            rejected_stage: stage,
            rejection_reason: None,
        };
        app.send(Intent::Reject(journey, offer, request), then);
    }
}

/// What has been set up or handed over, and what becomes of it.
fn already(app: App, t: Words) -> AnyView {
    let p = &t.parting;
    let view = app.store.view();
    let steps = view.as_ref().and_then(|view| view.steps.as_ref());
    let done = |step: fn(&Steps) -> &Step| {
        steps.is_some_and(|steps| step(steps).status == StepStatus::Success)
    };
    let gold = view.as_ref().is_some_and(|view| view.is_gold());
    let mandate = done(|steps| &steps.e_mandate);
    let pledged = gold && done(|steps| &steps.kyc);
    view! {
        {mandate.then(|| view! { <p>{p.turn_mandate}</p> })}
        {pledged.then(|| view! { <p>{p.turn_gold}</p> })}
    }
    .into_any()
}

/// What giving up means as things stand; lenders may answer while the page is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GiveUp {
    Unsent,
    /// Nobody is there to be told.
    Nobody,
    Tell,
}

fn give_up_now(app: App) -> GiveUp {
    match app.store.view() {
        Some(view) if unsent(&view) => GiveUp::Unsent,
        Some(view) if !open_offers(&view).is_empty() => GiveUp::Tell,
        _ => GiveUp::Nobody,
    }
}

pub(crate) fn give_up(app: App, t: Words) -> AnyView {
    let p = &t.parting;
    let now = Memo::new(move |_| give_up_now(app));
    let said = move || match now.get() {
        GiveUp::Unsent => points("dots", p.give_points_unsent),
        GiveUp::Nobody => view! { <p>{p.give_none}</p> }.into_any(),
        GiveUp::Tell => points("dots", p.give_points),
    };
    let go = move || match now.get() {
        GiveUp::Unsent => link(app, Route::Applications, "button", t.common.applications),
        GiveUp::Nobody => ().into_any(),
        GiveUp::Tell => button(app, "button", p.give_go, move || turn_all_down(app)),
    };
    let body = view! {
        <h2>{p.happens}</h2>
        {live(said)}
        {live(move || already(app, t))}
        <div class="buttons">
            {link(app, without(app), "button", p.keep)}
            {live(go)}
        </div>
        <p>{link(app, Route::YourData, "", t.common.your_data)}</p>
    }
    .into_any();
    Page::new(p.give_title).show(app, t, body)
}

/// One after the other; if one call fails, a second tap goes on from there.
fn turn_all_down(app: App) {
    let view = app.store.now();
    let next = view.and_then(|view| {
        let first = open_offers(&view).first().copied();
        first.zip(rejected_stage(&view))
    });
    match next {
        Some((offer, stage)) => reject(app, offer, stage, turn_all_down),
        None => app.go_instead(without(app)),
    }
}
