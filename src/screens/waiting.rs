use contract::app::Party;
use contract::platform::offers::Offer;
use contract::platform::status::{AaState, OfferCardStatus, StepKey};
use flow::Waiting;
use leptos::prelude::*;

use super::acknowledgement::acknowledgement;
use super::failed::ask;
use crate::app::App;
use crate::browser;
use crate::route::{Home, Route};
use crate::text::rooms::Wait;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::{live, live_if};
use crate::ui::notice;
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
        Waiting::Step(StepKey::Disbursal | StepKey::Unknown)
        | Waiting::Lender
        | Waiting::Appraisal => &w.lender,
        Waiting::Return(Party::Aa) => &w.back_aa,
        Waiting::Return(Party::Kyc) => &w.back_kyc,
        Waiting::Return(Party::EMandate) => &w.back_mandate,
        Waiting::Return(Party::LoanAgreement) => &w.back_agreement,
        Waiting::Return(Party::Payment | Party::Unknown) => &w.back_payment,
    };
    if waiting == Waiting::Appraisal {
        return super::appraisal::appraisal(app, t);
    }
    let sent = matches!(waiting, Waiting::Sending | Waiting::Offers);
    let lenders = (waiting == Waiting::Offers).then(|| answers(app, t));
    let body = view! {
        {lenders}
        {checked(app, t)}
        {sent.then(|| acknowledgement(app, t))}
        {long(app, t)}
    }
    .into_any();
    let page = Page::new(title).lead(*lead);
    let home = app.route.get_untracked().home();
    // Bank data of one lender is awaited while others have offers.
    let page =
        if matches!(waiting, Waiting::Aa | Waiting::Return(Party::Aa)) && home.offer.is_some() {
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
        let answered = app.store.checked_at.get();
        // The platform may have been asked earlier than our server answered.
        let read = app.store.view().and_then(|view| view.pace.read_at);
        let at = read.unwrap_or(answered);
        let words = || fill(t.common.last_checked, &[&browser::clock_text(at)]);
        (at > 0).then(|| words().into_any())
    });
    view! {
        <div class="checked">
            <p>{at}</p>
            {button(app, "button small", t.common.check_now, move || app.store.refresh())}
        </div>
        <p>{t.common.checks_itself} " " {t.common.close_page}</p>
    }
    .into_any()
}

/// Once it has become longer than is usual: that nothing is wrong here, and whom to ask. Each answer
/// of our server looks at the clock again.
pub(crate) fn long(app: App, t: Words) -> AnyView {
    let late = late(app);
    live_if(move || {
        late.get().then(|| {
            view! {
                {late_note(t)}
                {ask(app, t)}
            }
            .into_any()
        })
    })
}

fn late(app: App) -> Memo<bool> {
    Memo::new(move |_| {
        let _ = app.store.checked_at.get();
        app.store
            .view()
            .and_then(|view| view.pace.until)
            .is_some_and(|until| browser::now_ms() >= until)
    })
}

/// The same, where the screen says whom to ask anyway.
pub(crate) fn long_too(app: App, t: Words) -> AnyView {
    let late = late(app);
    live_if(move || late.get().then(|| late_note(t)))
}

fn late_note(t: Words) -> AnyView {
    let body = view! {
        <h2>{t.waiting.long}</h2>
        <p>{t.waiting.long_what}</p>
    };
    notice::note(t, body.into_any())
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
    let nothing = Memo::new(move |_| {
        let view = app.store.view();
        view.is_some_and(|view| view.offers.iter().flatten().any(came_to_nothing))
    });
    view! {
        {live_if(asked)}
        {live_if(move || {
            let words = t.offers.aa_declined_what;
            nothing.get().then(|| view! { <p>{words}</p> }.into_any())
        })}
        <ul class="lenders">{live(list)}</ul>
    }
    .into_any()
}

fn row(app: App, t: Words, offer: &Offer) -> AnyView {
    let wants = wants_statements(offer);
    let (which, class, words) = match offer.status {
        OfferCardStatus::OfferReceived => (Icon::Tick, "good", t.waiting.said_offer),
        OfferCardStatus::NoOfferAvailable => (Icon::Note, "", t.waiting.said_none),
        OfferCardStatus::OfferAwaited | OfferCardStatus::Unknown => {
            let which = if wants { Icon::Note } else { Icon::Clock };
            (which, "", consent(t, offer))
        }
    };
    let share = wants.then(|| statements(app, t, t.waiting.statements_link, offer));
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

/// How far a lender that has not answered is, and what became of the consent it asked for.
pub(crate) fn consent(t: Words, offer: &Offer) -> &'static str {
    if !offer.aa.required {
        return t.waiting.said_nothing;
    }
    match offer.aa.state {
        AaState::Required | AaState::RedirectReady | AaState::Unknown => t.waiting.said_statements,
        AaState::InProgress => t.offers.aa_away,
        AaState::UserReturned => t.waiting.back_aa.title,
        AaState::ApprovalDispatched | AaState::Reconciling => t.offers.aa_coming,
        AaState::Confirmed => t.offers.aa_seen,
        AaState::NotRequired => t.waiting.said_nothing,
        AaState::Failed => t.offers.aa_declined,
        AaState::Expired => t.offers.aa_expired,
    }
}

/// The consent came to nothing: it can be given after all, or the others be gone on with.
pub(crate) fn came_to_nothing(offer: &Offer) -> bool {
    wants_statements(offer) && matches!(offer.aa.state, AaState::Failed | AaState::Expired)
}

/// To the page that says what is shared with this lender.
pub(crate) fn statements(app: App, t: Words, pattern: &'static str, offer: &Offer) -> AnyView {
    let pattern = if came_to_nothing(offer) {
        t.offers.aa_again
    } else {
        pattern
    };
    let route = Route::Home(Home {
        offer: Some(offer.offer_id),
        ..app.route.get_untracked().home()
    });
    link(app, route, "", around(pattern, offer.lender_name.as_str()))
}
