use contract::platform::offers::{LoanAmountRequest, Offer};
use contract::{OfferId, Text};
use flow::Reading;
use lending::Paise;
use leptos::prelude::*;

use super::changed::{changed, choices};
use super::leave::lender;
use super::offer::find;
use super::offers::asked::{amount, asked};
use super::profile::loan::{rupees, words};
use crate::api::Intent;
use crate::app::App;
use crate::form::{Checked, Flaw};
use crate::text::{Words, fill};
use crate::ui::button::form;
use crate::ui::field::Field;
use crate::ui::page::Page;

const AMOUNT: &str = "amount";

/// What was asked for stands there, where the lender gives as much, else all it offers.
pub(crate) fn loan_amount(app: App, t: Words, id: OfferId) -> AnyView {
    let b = &t.bank;
    let limits = untrack(|| Limits::of(app, id));
    let start = limits.start(wanted(app));
    let kept = if start.is_some() && start != limits.most {
        b.amount_asked
    } else {
        b.amount_keep
    };
    let start = start.map(Paise::to_wire_rupees).unwrap_or_default();
    let between = match (limits.least, limits.most) {
        (Some(least), Some(most)) => fill(b.amount_between, &[&least.format(), &most.format()]),
        (None, Some(most)) => fill(b.amount_up_to, &[&most.format()]),
        _ => String::new(),
    };
    let body = view! {
        {lender(app, t, id)}
        {changed(app, t)}
        {asked(app, t)}
        <p>{kept} " " {between}</p>
        {Field::new(AMOUNT, b.amount, start)
            .rupees()
            .below(words(app, t, AMOUNT))
            .show(app, t)}
        {choices(app, t, b.amount_go)}
    }
    .into_any();
    let send = move || match limits.check(&app.form.typed(AMOUNT)) {
        Ok(amount) => send(app, id, amount),
        Err(flaw) => app.form.refuse(vec![flaw], false),
    };
    let left = move |changed: &str| {
        let still: Vec<Flaw> = limits
            .check(&app.form.typed(AMOUNT))
            .err()
            .into_iter()
            .collect();
        app.form.mend(changed, &still);
    };
    Page::new(b.amount_title)
        .step(t, b.amount_step)
        .lead(b.amount_lead)
        .show(app, t, form(body, left, send))
}

#[derive(Clone, Copy)]
struct Limits {
    least: Option<Paise>,
    most: Option<Paise>,
}

impl Limits {
    fn of(app: App, id: OfferId) -> Self {
        let offer = find(app, id);
        let limit = |raw: fn(&Offer) -> &Option<Text>| {
            Reading::amount(offer.as_ref().and_then(|offer| raw(offer).as_ref())).figure()
        };
        Self {
            least: limit(|offer| &offer.amount_minimum),
            most: limit(|offer| &offer.amount_principal),
        }
    }

    fn start(self, wanted: Option<Paise>) -> Option<Paise> {
        let within = |amount: &Paise| {
            self.least.is_none_or(|least| *amount >= least)
                && self.most.is_none_or(|most| *amount <= most)
        };
        wanted.filter(within).or(self.most)
    }

    fn check(self, typed: &str) -> Checked<Paise> {
        let amount = rupees(AMOUNT, typed, |t| t.errors.amount_empty)?;
        if let Some(least) = self.least.filter(|least| amount < *least) {
            return Err(Flaw::with(AMOUNT, |t| t.errors.amount_low, least.format()));
        }
        if let Some(most) = self.most.filter(|most| amount > *most) {
            return Err(Flaw::with(AMOUNT, |t| t.errors.amount_high, most.format()));
        }
        Ok(amount)
    }
}

fn wanted(app: App) -> Option<Paise> {
    amount(app.store.now()?.as_ref())
}

fn send(app: App, id: OfferId, amount: Paise) {
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    let request = LoanAmountRequest {
        amount: amount.to_wire_rupees().into(),
    };
    app.send(Intent::LoanAmount(journey, id, request), |app| {
        app.form.forget(&[AMOUNT]);
    });
}
