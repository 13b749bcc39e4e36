use contract::platform::offers::Offer;
use contract::platform::status::{AaState, OfferCardStatus, StepKey};
use flow::Waiting;
use leptos::prelude::*;

use crate::app::App;
use crate::browser;
use crate::route::{Home, Route};
use crate::text::rooms::Wait;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{live, live_if};
use crate::ui::page::{Page, link};
use crate::ui::rows::around;

/// Others are at work: what, for how long usually, and that nobody needs to stay.
pub(crate) fn waiting(app: App, t: Words, waiting: Waiting) -> AnyView {
    let w = &t.waiting;
    let Wait { title, lead } = match waiting {
        Waiting::Sending => &w.sending,
        Waiting::Offers => &w.offers,
        Waiting::Selecting => &w.selecting,
        Waiting::Aa => &w.aa,
        Waiting::Step(StepKey::Kyc) => &w.kyc,
        Waiting::Step(StepKey::BankMandate) => &w.bank_account,
        Waiting::Step(StepKey::EMandate) => &w.mandate,
        Waiting::Step(StepKey::LoanAgreement) => &w.agreement,
        Waiting::Step(StepKey::Disbursal | StepKey::Unknown) | Waiting::Lender => &w.lender,
    };
    let lenders = (waiting == Waiting::Offers).then(|| answers(app, t));
    let body = view! {
        {lenders}
        {checked(app, t)}
        {patience(t)}
    }
    .into_any();
    let page = Page::new(title).lead(*lead);
    let home = app.route.get_untracked().home();
    // Bank data of one lender is awaited while others have offers.
    let page = if waiting == Waiting::Aa && home.offer.is_some() {
        page.back(
            Route::Home(Home {
                offer: None,
                ..home
            }),
            t.offer.back,
        )
    } else {
        page
    };
    page.show(app, t, body)
}

/// When we last asked, and a way to ask now.
pub(crate) fn checked(app: App, t: Words) -> AnyView {
    let at = live_if(move || {
        let at = app.store.checked_at.get();
        let words = || fill(t.common.last_checked, &[&browser::clock_text(at)]);
        (at > 0).then(|| words().into_any())
    });
    view! {
        <div class="checked">
            <p>{at}</p>
            {button(app, "button small", t.common.check_now, move || app.store.refresh())}
        </div>
        <p>{t.common.close_page}</p>
    }
    .into_any()
}

/// Said once it has become long.
fn patience(t: Words) -> AnyView {
    const LONG_MS: u32 = 90_000;
    let long = RwSignal::new(false);
    let timer = browser::after(LONG_MS, move || {
        let _ = long.try_set(true);
    });
    if let Some(timer) = timer {
        on_cleanup(move || timer.cancel());
    }
    live_if(move || {
        long.get()
            .then(|| view! { <p>{t.waiting.long}</p> }.into_any())
    })
}

fn answers(app: App, t: Words) -> AnyView {
    let progress = Memo::new(move |_| {
        let view = app.store.view();
        let offers = view.as_ref().and_then(|view| view.offers.as_ref());
        offers.map_or((0, 0), |offers| {
            let answered = offers
                .iter()
                .filter(|offer| offer.status != OfferCardStatus::OfferAwaited)
                .count();
            (answered, offers.len())
        })
    });
    let said = move || {
        let (answered, all) = progress.get();
        fill(
            t.waiting.answered,
            &[&answered.to_string(), &all.to_string()],
        )
    };
    Effect::new(move |before: Option<(usize, usize)>| {
        let now = progress.get();
        if before.is_some_and(|before| before != now) {
            app.voice.set(untrack(said));
        }
        now
    });
    let list = move || {
        let view = app.store.view();
        let offers = view.as_ref().and_then(|view| view.offers.as_ref());
        offers
            .into_iter()
            .flatten()
            .map(|offer| row(app, t, offer))
            .collect::<Vec<_>>()
            .into_any()
    };
    let asked = move || {
        let (_, all) = progress.get();
        (all > 0).then(|| {
            view! {
                <p class="big">{(t.waiting.asked)(u32::try_from(all).unwrap_or_default())}</p>
                <p>{said()}</p>
            }
            .into_any()
        })
    };
    view! {
        {live_if(asked)}
        <ul class="lenders">{live(list)}</ul>
    }
    .into_any()
}

fn row(app: App, t: Words, offer: &Offer) -> AnyView {
    let wants = wants_statements(offer);
    let (which, class, words) = match offer.status {
        OfferCardStatus::OfferReceived => (Icon::Tick, "good", t.waiting.said_offer),
        OfferCardStatus::NoOfferAvailable => (Icon::Note, "", t.waiting.said_none),
        _ if wants => (Icon::Note, "", t.waiting.said_statements),
        OfferCardStatus::OfferAwaited | OfferCardStatus::Unknown => {
            (Icon::Clock, "", t.waiting.said_nothing)
        }
    };
    let share = wants.then(|| statements(app, t.waiting.statements_link, offer));
    view! {
        <li>
            <span lang="en">{offer.lender_name.to_string()}</span>
            <span class=["said-by ", class].concat()>{icon(which)} {words}</span>
            {share}
        </li>
    }
    .into_any()
}

/// This lender decides after it has seen bank statements.
pub(crate) fn wants_statements(offer: &Offer) -> bool {
    offer.status == OfferCardStatus::OfferAwaited
        && offer.aa.required
        && !matches!(
            offer.aa.state,
            AaState::Confirmed
                | AaState::NotRequired
                | AaState::ApprovalDispatched
                | AaState::Reconciling
        )
}

/// To the page that says what is shared with this lender.
pub(crate) fn statements(app: App, pattern: &'static str, offer: &Offer) -> AnyView {
    let route = Route::Home(Home {
        offer: Some(offer.offer_id),
        ..app.route.get_untracked().home()
    });
    link(app, route, "", around(pattern, offer.lender_name.as_str()))
}
