use contract::OfferId;
use contract::platform::offers::LoanAmountRequest;
use lending::Paise;
use leptos::prelude::*;

use super::changed::{changed, choices};
use super::leave::lender;
use super::offer::find;
use super::profile::loan::{rupees, words};
use crate::api::Intent;
use crate::app::App;
use crate::form::{Checked, Flaw};
use crate::text::{Words, fill};
use crate::ui::button::form;
use crate::ui::field::Field;
use crate::ui::page::Page;

const AMOUNT: &str = "amount";

/// The offered amount stands there; less may be taken.
pub(crate) fn loan_amount(app: App, t: Words, id: OfferId) -> AnyView {
    let b = &t.bank;
    let limits = untrack(|| Limits::of(app, id));
    let start = limits.most.map(Paise::to_wire_rupees).unwrap_or_default();
    let between = match (limits.least, limits.most) {
        (Some(least), Some(most)) => fill(b.amount_between, &[&least.format(), &most.format()]),
        (None, Some(most)) => fill(b.amount_up_to, &[&most.format()]),
        _ => String::new(),
    };
    let body = view! {
        {lender(app, t, id)}
        {changed(app, t)}
        <p>{b.amount_keep} " " {between}</p>
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
        let paise = |text: Option<contract::Text>| Paise::from_wire(text?.as_str());
        Self {
            least: offer.clone().and_then(|offer| paise(offer.amount_minimum)),
            most: offer.and_then(|offer| paise(offer.amount_principal)),
        }
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
