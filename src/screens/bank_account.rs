use contract::app::JourneyView;
use contract::platform::status::{AccountType, StepKey};
use contract::platform::steps::{BankMandateRequest, FormField};
use contract::{OfferId, Text};
use flow::Failure;
use lending::{AccountNumber, FieldProblem, Ifsc, PersonName};
use leptos::prelude::*;

use super::changed::{changed, choices};
use super::failed::{Repeat, What, ask, told};
use super::leave::lender;
use super::profile::shaped;
use super::stuck;
use crate::api::Intent;
use crate::app::App;
use crate::form::{Checks, Flaw};
use crate::text::{Words, fill};
use crate::ui::button::form;
use crate::ui::choice::radios;
use crate::ui::field::Field;
use crate::ui::live::live_if;
use crate::ui::masked::covered_field;
use crate::ui::page::Page;

const HOLDER: &str = "accountHolderName";
const ACCOUNT: &str = "accountNumber";
const IFSC: &str = "ifsc";
const KIND: &str = "accountType";

/// The platform may describe this form; what can be sent is fixed, so its description fills in
/// and locks our fields, and anything more needs help.
pub(crate) fn bank_account(
    app: App,
    t: Words,
    offer: OfferId,
    failure: Option<Failure>,
) -> AnyView {
    let view = app.store.now();
    let described = view.as_ref().map(|view| fields(view)).unwrap_or_default();
    let beyond = described.iter().any(|field| {
        field.required && ![HOLDER, ACCOUNT, IFSC, KIND].contains(&field.name.as_str())
    });
    if beyond {
        return stuck::elsewhere(app, t, StepKey::BankMandate);
    }
    let b = &t.bank;
    let known = Known {
        described: &described,
        view: view.as_deref(),
    };
    let kind = known.value(KIND);
    let body = view! {
        {lender(app, t, offer)}
        {failure.map(|it| told(app, t, What::Step(StepKey::BankMandate), it, Repeat::Form))}
        {changed(app, t)}
        {known
            .field(HOLDER, b.holder)
            .hint(b.holder_hint)
            .autocomplete("name")
            .show(app, t)}
        {account(app, t, &known)}
        {known
            .field(IFSC, b.ifsc)
            .hint(b.ifsc_hint)
            .code()
            .below(zero(app, t))
            .show(app, t)}
        {radios(app, t, KIND, b.kind, &kind, &[
            (AccountType::Saving.as_str(), b.saving),
            (AccountType::Current.as_str(), b.current),
        ])}
        {choices(app, t, b.go)}
        {failure.map(|_| ask(app, t))}
    }
    .into_any();
    Page::new(b.title).step(t, b.step).lead(b.lead).show(
        app,
        t,
        form(
            body,
            move |changed| app.form.mend(changed, &read(app).err().unwrap_or_default()),
            move || send(app, offer),
        ),
    )
}

fn fields(view: &JourneyView) -> Vec<FormField> {
    view.steps
        .as_ref()
        .and_then(|steps| steps.bank_mandate.resource.as_ref()?.form.as_ref())
        .map(|form| form.fields.clone())
        .unwrap_or_default()
}

/// What is known of the account, from the platform's form and from the profile.
struct Known<'a> {
    described: &'a [FormField],
    view: Option<&'a JourneyView>,
}

impl Known<'_> {
    fn field(&self, id: &'static str, label: &'static str) -> Field {
        Field::new(id, label, self.value(id)).read_only(self.locked(id))
    }

    fn locked(&self, id: &str) -> bool {
        let described = self.described.iter().find(|it| it.name.as_str() == id);
        described.is_some_and(|field| field.readonly)
    }

    fn value(&self, id: &str) -> String {
        let described = self.described.iter().find(|it| it.name.as_str() == id);
        described
            .and_then(|field| field.value.clone())
            .or_else(|| self.in_profile(id))
            .map(|text| text.to_string())
            .unwrap_or_default()
    }

    fn in_profile(&self, id: &str) -> Option<Text> {
        let view = self.view?;
        let banking = view
            .profile
            .as_ref()
            .and_then(|profile| profile.banking.clone())
            .unwrap_or_default();
        match id {
            HOLDER => banking
                .account_holder_name
                .or_else(|| view.borrower.name.clone()),
            ACCOUNT => banking.account_number,
            IFSC => banking.ifsc,
            KIND => banking.account_type.map(|kind| kind.as_str().into()),
            _ => None,
        }
    }
}

/// One that is known already is covered.
fn account(app: App, t: Words, known: &Known<'_>) -> AnyView {
    let b = &t.bank;
    let (value, locked) = (known.value(ACCOUNT), known.locked(ACCOUNT));
    let start = value.clone();
    covered_field(app, t, ACCOUNT, b.account, &value, move || {
        Field::new(ACCOUNT, b.account, start.clone())
            .read_only(locked)
            .hint(b.account_hint)
            .digits()
            .below(grouped(app, t))
            .show(app, t)
    })
}

/// The number in fours, to compare with a passbook.
fn grouped(app: App, t: Words) -> AnyView {
    live_if(move || {
        let typed = app.form.draft(ACCOUNT, "").get();
        let number = AccountNumber::parse(&typed).ok()?;
        let words = fill(t.bank.account_check, &[&number.grouped()]);
        Some(view! { <p class="said">{words}</p> }.into_any())
    })
}

/// The letter O for the zero is the commonest slip: one tap mends it.
fn zero(app: App, t: Words) -> AnyView {
    live_if(move || {
        let typed = app.form.draft(IFSC, "").get();
        let meant = Ifsc::with_zero(&typed)?;
        let label = fill(t.bank.ifsc_fix, &[meant.as_str()]);
        let draft = app.form.draft(IFSC, "");
        Some(
            view! {
                <button
                    type="button"
                    class="button small"
                    on:click=move |_| draft.set(meant.to_string())
                >
                    {label}
                </button>
            }
            .into_any(),
        )
    })
}

fn read(app: App) -> Result<BankMandateRequest, Vec<Flaw>> {
    let mut checks = Checks::new();
    let holder = checks.take(shaped(
        HOLDER,
        PersonName::parse(&app.form.typed(HOLDER)),
        |t| t.errors.holder_empty,
        |t| t.errors.name_letters,
    ));
    let account = checks.take(shaped(
        ACCOUNT,
        AccountNumber::parse(&app.form.typed(ACCOUNT)),
        |t| t.errors.account_empty,
        |t| t.errors.account_shape,
    ));
    let ifsc = checks.take(Ifsc::parse(&app.form.typed(IFSC)).map_err(|problem| {
        Flaw::new(
            IFSC,
            match problem {
                FieldProblem::Empty => |t| t.errors.ifsc_empty,
                FieldProblem::FifthIsLetterO => |t| t.errors.ifsc_zero,
                _ => |t| t.errors.ifsc_shape,
            },
        )
    }));
    let kind = AccountType::from_word(&app.form.typed(KIND));
    if kind == AccountType::Unknown {
        checks.take::<()>(Err(Flaw::new(KIND, |t| t.errors.account_type)));
    }
    let flaws = checks.flaws();
    let (Some(holder), Some(account), Some(ifsc), true) = (holder, account, ifsc, flaws.is_empty())
    else {
        return Err(flaws);
    };
    Ok(BankMandateRequest {
        account_holder_name: holder.as_str().into(),
        account_number: account.as_str().into(),
        ifsc: ifsc.as_str().into(),
        account_type: kind,
    })
}

fn send(app: App, offer: OfferId) {
    let request = match read(app) {
        Ok(request) => request,
        Err(flaws) => return app.form.refuse(flaws, false),
    };
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    app.send(Intent::BankMandate(journey, offer, request), |app| {
        app.form.forget(&[HOLDER, ACCOUNT, IFSC, KIND]);
    });
}
