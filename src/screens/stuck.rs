//! Where this app cannot take the borrower further: said plainly, with somebody to ask.

use contract::platform::status::StepKey;
use flow::Failure;
use leptos::prelude::*;

use super::failed::{Repeat, What, ask, call, heading, told};
use super::parting;
use super::waiting::checked;
use crate::app::App;
use crate::route::{Place, Route};
use crate::text::Words;
use crate::ui::live::live_if;
use crate::ui::page::{Page, link};
use crate::ui::rows::foreign;

pub(crate) fn unknown(app: App, t: Words) -> AnyView {
    let body = view! {
        {checked(app, t)}
        {ask(app, t)}
    }
    .into_any();
    Page::new(t.done.unknown_title)
        .lead(t.done.unknown_lead)
        .show(app, t, body)
}

/// The platform offers no way to repeat it here.
pub(crate) fn failed(app: App, t: Words, step: StepKey, failure: Failure) -> AnyView {
    // The lender pays again by itself: asking is not the first thing to do.
    let waits = step == StepKey::Disbursal;
    let others = app
        .store
        .now()
        .and_then(|view| parting::offer_here(&view))
        .map(|_| {
            let to = parting::to(app, Place::TurnDown);
            link(app, to, "button", t.parting.not_this)
        });
    let body = view! {
        {told(app, t, What::Step(step), failure, Repeat::No)}
        <div class="buttons">
            {call(t, if waits { "button" } else { "button main" })}
            {others}
            {link(app, Route::Applications, "button", t.failing.later)}
        </div>
        {ask(app, t)}
        {checked(app, t)}
    }
    .into_any();
    let page = Page::new(heading(t, step));
    match name(t, step) {
        Some(name) => page.step(t, name),
        None => page,
    }
    .show(app, t, body)
}

pub(crate) fn elsewhere(app: App, t: Words, step: StepKey) -> AnyView {
    let said = move || {
        let view = app.store.view()?;
        let diagnostics = view.steps.as_ref()?.get(step)?.diagnostics.clone()?;
        let message = diagnostics.message?;
        Some(view! { <p>{t.done.service} <br/> {foreign(message.as_str())}</p> }.into_any())
    };
    let body = view! {
        {live_if(said)}
        {ask(app, t)}
        {checked(app, t)}
    }
    .into_any();
    let page = Page::new(t.done.elsewhere_title).lead(t.done.elsewhere_lead);
    match name(t, step) {
        Some(name) => page.step(t, name),
        None => page,
    }
    .show(app, t, body)
}

fn name(t: Words, step: StepKey) -> Option<&'static str> {
    match step {
        StepKey::Kyc => Some(t.done.step_kyc),
        StepKey::BankMandate => Some(t.done.step_bank),
        StepKey::EMandate => Some(t.done.step_mandate),
        StepKey::LoanAgreement => Some(t.done.step_agreement),
        StepKey::Disbursal => Some(t.done.step_lender),
        StepKey::Unknown => None,
    }
}
