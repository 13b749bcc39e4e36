//! Where this app cannot take the borrower further: said plainly, with somebody to ask.

use contract::platform::status::StepKey;
use leptos::prelude::*;

use super::waiting::checked;
use crate::app::App;
use crate::brand;
use crate::text::Words;
use crate::ui::live::live_if;
use crate::ui::page::Page;
use crate::ui::rows::{foreign, plain, rows};
use crate::ui::shell::{mail, telephone};

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

pub(crate) fn failed(app: App, t: Words, step: StepKey) -> AnyView {
    stuck(app, t, step, t.done.failed_title, t.done.failed_lead)
}

pub(crate) fn elsewhere(app: App, t: Words, step: StepKey) -> AnyView {
    stuck(app, t, step, t.done.elsewhere_title, t.done.elsewhere_lead)
}

fn stuck(app: App, t: Words, step: StepKey, title: &'static str, lead: &'static str) -> AnyView {
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
    let page = Page::new(title).lead(lead);
    match name(t, step) {
        Some(name) => page.step(t, name),
        None => page,
    }
    .show(app, t, body)
}

pub(crate) fn name(t: Words, step: StepKey) -> Option<&'static str> {
    match step {
        StepKey::Kyc => Some(t.done.step_kyc),
        StepKey::BankMandate => Some(t.done.step_bank),
        StepKey::EMandate => Some(t.done.step_mandate),
        StepKey::LoanAgreement => Some(t.done.step_agreement),
        StepKey::Disbursal => Some(t.done.step_lender),
        StepKey::Unknown => None,
    }
}

/// Whom to ask, and which number to give.
fn ask(app: App, t: Words) -> AnyView {
    let reference = app.store.journey_id().map(|id| {
        rows(
            "rows answers",
            vec![(t.done.reference.to_owned(), plain(id.to_string()))],
        )
    });
    view! {
        <section class="group">
            <h2>{t.help.us}</h2>
            <p>{telephone(brand::SUPPORT_PHONE)}<br/>{mail(brand::SUPPORT_EMAIL)}</p>
            {reference}
        </section>
    }
    .into_any()
}
