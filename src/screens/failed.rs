//! Why something failed, what stands and what can be done: one piece for every screen.

use contract::platform::status::StepKey;
use flow::Failure;
use leptos::prelude::*;

use super::acknowledgement::number;
use crate::app::App;
use crate::brand;
use crate::text::{Words, fill};
use crate::ui::live::live_if;
use crate::ui::notice;
use crate::ui::rows::foreign;
use crate::ui::shell::{mail, telephone};

/// What failed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Consent,
    Step(StepKey),
}

/// How it can be repeated.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeat {
    /// By leaving again.
    Door,
    /// By the form on the same screen.
    Form,
    No,
}

/// Whether somebody has to be asked before it is worth repeating.
pub(super) const fn asks(failure: Failure) -> bool {
    match failure {
        Failure::AccountUnusable
        | Failure::LenderMustFix
        | Failure::NoSuchAccount
        | Failure::Refused
        | Failure::AadhaarNotLinked
        | Failure::PaymentFailed => true,
        Failure::Stopped
        | Failure::WrongDetails
        | Failure::NameDiffers
        | Failure::NotEnabled
        | Failure::BankTrouble
        | Failure::Declined
        | Failure::NotConfirmed
        | Failure::Expired
        | Failure::ServiceDown
        | Failure::NoAccounts
        | Failure::NotAvailable
        | Failure::DataNotSent
        | Failure::Other => false,
    }
}

/// The three sentences, then what the service itself said.
pub(super) fn told(app: App, t: Words, what: What, failure: Failure, repeat: Repeat) -> AnyView {
    let f = &t.failing;
    let said = (f.said)(failure);
    let next = match repeat {
        Repeat::Form => (f.below)(failure).unwrap_or(said.next),
        Repeat::No if !asks(failure) => f.no_more,
        Repeat::Door | Repeat::No => said.next,
    };
    let body = view! {
        <p class="what">{said.what}</p>
        <p>{stands(t, what)}</p>
        <p>{next}</p>
        {live_if(move || details(app, t, what, repeat))}
    }
    .into_any();
    notice::warning(t, body)
}

fn stands(t: Words, what: What) -> &'static str {
    let f = &t.failing;
    match what {
        What::Consent => f.statements_stand,
        What::Step(StepKey::Kyc | StepKey::Unknown) => f.identity_stands,
        What::Step(StepKey::BankMandate) => f.account_stands,
        What::Step(StepKey::EMandate) => f.mandate_stands,
        What::Step(StepKey::LoanAgreement) => f.agreement_stands,
        What::Step(StepKey::Disbursal) => f.payment_stands,
    }
}

/// The service's own words, and how often it can be tried.
fn details(app: App, t: Words, what: What, repeat: Repeat) -> Option<AnyView> {
    let view = app.store.view()?;
    let (message, left) = match what {
        What::Consent => (view.aa.as_ref().and_then(|aa| aa.reason.clone()), None),
        What::Step(key) => {
            let it = view.steps.as_ref()?.get(key)?.diagnostics.clone()?;
            let left = it.max_attempts.zip(it.attempts);
            (it.message, left.map(|(most, now)| most.saturating_sub(now)))
        }
    };
    let left = left.filter(|_| repeat != Repeat::No);
    Some(
        view! {
            {left.map(|left| view! { <p>{(t.failing.attempts)(left)}</p> })}
            {message.map(|message| view! {
                <p class="small">
                    {t.failing.quote} " " <q lang="en">{message.to_string()}</q>
                </p>
            })}
        }
        .into_any(),
    )
}

/// What is not done, in place of what was to be done.
pub(super) const fn heading(t: Words, step: StepKey) -> &'static str {
    let m = &t.money;
    match step {
        StepKey::Kyc => m.kyc_failed,
        StepKey::BankMandate => m.account_failed,
        StepKey::EMandate => m.mandate_failed,
        StepKey::LoanAgreement => m.agreement_failed,
        StepKey::Disbursal => t.failing.payment_title,
        StepKey::Unknown => t.failing.title,
    }
}

/// A telephone call as a button.
pub(super) fn call(t: Words, class: &'static str) -> AnyView {
    let url = ["tel:", &brand::SUPPORT_PHONE.replace(' ', "")].concat();
    view! {
        <a class=class href=url rel="external">
            {fill(t.failing.call, &[brand::SUPPORT_PHONE])}
        </a>
    }
    .into_any()
}

/// Whom to ask, and which number to give.
pub(super) fn ask(app: App, t: Words) -> AnyView {
    let lender = live_if(move || {
        let view = app.store.view()?;
        let offer = view.offer.as_ref()?;
        let support = offer.lender.as_ref()?.support.as_ref()?;
        let number = support.contact_number.as_ref();
        let email = support.email.as_ref();
        Some(
            view! {
                <p>
                    {foreign(offer.lender_name.as_str())}
                    {number.map(|it| view! { <br/> {telephone(it.as_str())} })}
                    {email.map(|it| view! { <br/> {mail(it.as_str())} })}
                </p>
            }
            .into_any(),
        )
    });
    view! {
        <section class="group">
            <h2>{t.failing.ask}</h2>
            <p>{t.failing.ask_what}</p>
            {number(app, t)}
            <p>
                {foreign(brand::NAME)}
                <br/>
                {telephone(brand::SUPPORT_PHONE)}
                <br/>
                {mail(brand::SUPPORT_EMAIL)}
            </p>
            {lender}
        </section>
    }
    .into_any()
}
