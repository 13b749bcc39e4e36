//! The whole Key Facts Statement of one offer, and at its end the choice.

mod choice;
mod drawing;
mod parts;

use contract::app::JourneyView;
use contract::platform::offers::Offer;
use contract::platform::status::{JourneyType, OfferCardStatus, ProceedBoundary};
use contract::{JourneyId, OfferId};
use flow::Screen;
use leptos::prelude::*;

use crate::api;
use crate::app::App;
use crate::browser;
use crate::route::{Home, Route, Statement};
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::figure::{document, web};
use crate::ui::live::live;
use crate::ui::page::Page;

/// What the page is drawn from: it is drawn anew only when one of these changes, not at each poll.
#[derive(Clone, PartialEq)]
struct Shown {
    journey: JourneyId,
    kind: JourneyType,
    offer: Offer,
    stands: Stands,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// Can be chosen.
    Open,
    Chosen,
    /// Another one was chosen, or the application is over: to be read only.
    Past,
}

/// Whether there is an offer to make a statement of; else its address shows what comes next.
pub(crate) fn is_here(view: &JourneyView, id: OfferId) -> bool {
    view.offer
        .iter()
        .chain(view.offers.iter().flatten())
        .any(|offer| offer.offer_id == id && is_made(offer))
}

const fn is_made(offer: &Offer) -> bool {
    !matches!(
        offer.status,
        OfferCardStatus::OfferAwaited | OfferCardStatus::NoOfferAvailable
    )
}

pub(crate) fn kfs(app: App, t: Words, id: OfferId) -> AnyView {
    let found = Memo::new(move |_| find(app, id));
    let open = untrack(|| found.with(|it| it.as_ref().is_none_or(|it| it.stands == Stands::Open)));
    let (route, label) = if open {
        (home(app, Some(id)), t.kfs.back_offer)
    } else {
        (home(app, None), t.kfs.back_loan)
    };
    let body = move || match found.get() {
        Some(it) => statement(app, t, &it),
        // Its row is here, and the rest on its way.
        None => view! {
            <div class="skeleton" aria-hidden="true"><span></span><span></span></div>
        }
        .into_any(),
    };
    let name = untrack(|| name(app, id));
    Page::naming(t.kfs.title, &name)
        .back(route, label)
        .show(app, t, live(body))
}

/// The address of this page.
pub(crate) fn route(app: App, offer: OfferId) -> Route {
    Route::Kfs(Statement {
        journey: journey_of(app),
        offer,
    })
}

fn home(app: App, offer: Option<OfferId>) -> Route {
    Route::Home(Home {
        journey: journey_of(app),
        offer,
        place: None,
    })
}

/// As the address has it: none for the application that is open.
fn journey_of(app: App) -> Option<JourneyId> {
    let about = app.route.get_untracked().about();
    about.and_then(|(journey, _)| journey)
}

fn name(app: App, id: OfferId) -> String {
    super::offer::find(app, id).map_or_else(String::new, |offer| offer.lender_name.to_string())
}

fn find(app: App, id: OfferId) -> Option<Shown> {
    let view = app.store.view()?;
    let journey = view.journey.as_ref()?;
    let offer = view.offer.as_ref().filter(|it| it.offer_id == id)?;
    let locked = offer.proceed_boundary_state == Some(ProceedBoundary::LockedToDifferentOffer);
    let stands = match flow::screen(&view) {
        Screen::Offer(open) if open == id && !locked => Stands::Open,
        _ if journey.selected_offer == Some(id) => Stands::Chosen,
        _ => Stands::Past,
    };
    Some(Shown {
        journey: journey.id,
        kind: journey.kind,
        offer: offer.clone(),
        stands,
    })
}

fn statement(app: App, t: Words, it: &Shown) -> AnyView {
    let written = kfs::Statement::of(&it.offer, it.kind, written_in(app));
    let (in_short, annexes) = written.parts.split_at(written.parts.len().min(1));
    let about: Vec<_> = written
        .about
        .iter()
        .map(|line| view! { <p class="small">{line.clone()}</p> })
        .collect();
    view! {
        {parts::parts(t, in_short, &it.offer)}
        {about}
        {keep(app, t, it)}
        {parts::contents(t, &written)}
        {parts::parts(t, annexes, &it.offer)}
        {choice::choice(app, t, it)}
    }
    .into_any()
}

pub(super) fn written_in(app: App) -> kfs::Language {
    match app.language.get_untracked() {
        crate::text::Language::English => kfs::Language::English,
        crate::text::Language::Hindi => kfs::Language::Hindi,
    }
}

/// To take away: our PDF, a print, and the lender's own statement, which is the one that binds.
fn keep(app: App, t: Words, it: &Shown) -> AnyView {
    let tag = app.language.get_untracked().tag();
    let pdf = api::statement_pdf(it.journey, it.offer.offer_id, tag);
    let own = web(it.offer.key_facts_statement_link.as_ref())
        .map(|url| view! { <p>{document(t, url, t.offers.kfs_own)}</p> });
    view! {
        <div class="keep">
            <a class="button small" href=pdf download="">{t.kfs.pdf}</a>
            {button(app, "button small", t.kfs.print, browser::print)}
        </div>
        {own}
    }
    .into_any()
}
