//! Leaving the loan without a penalty (RBI, Credit Facilities Directions, 2025, chapter III,
//! "Cooling-off period").

use contract::Text;
use contract::platform::offers::Offer;
use flow::{Payout, Reading};
use leptos::prelude::*;

use crate::brand;
use crate::browser;
use crate::text::{Words, fill};
use crate::ui::rows::{foreign, plain};
use crate::ui::shell::mail;

/// Nothing once it is over, or while the money has not come.
pub(super) fn exit(t: Words, offer: &Offer, payout: &Payout) -> AnyView {
    let m = &t.money;
    if !matches!(payout, Payout::Credited(_)) {
        return ().into_any();
    }
    let Some(until) = flow::cooling_off_until(offer, payout) else {
        return undated(t, offer);
    };
    if until < browser::today() {
        return ().into_any();
    }
    view! {
        <section class="card">
            <h2>{fill(m.exit, &[&(t.common.date)(until)])}</h2>
            <p>{m.exit_what}</p>
            <p>{m.exit_how}</p>
            {whom(t, offer)}
        </section>
    }
    .into_any()
}

/// When it ended, as a row of a list.
pub(super) fn over(t: Words, offer: &Offer, payout: &Payout) -> Option<(String, AnyView)> {
    let until = flow::cooling_off_until(offer, payout)?;
    let ended = fill(t.money.exit_over_value, &[&(t.common.date)(until)]);
    (until < browser::today()).then(|| (t.money.exit_over.to_owned(), plain(ended)))
}

/// The day of the payment was not told: a date of ours would be a guess.
fn undated(t: Words, offer: &Offer) -> AnyView {
    let period = Reading::cooling_off(offer.cool_off_period.as_ref()).figure();
    period
        .map(|period| {
            let words = fill(t.money.exit_undated, &[&(t.common.tenor)(period)]);
            view! {
                <section class="card">
                    <h2>{t.money.exit_over}</h2>
                    <p>{t.money.exit_what}</p>
                    <p>{words}</p>
                    {whom(t, offer)}
                </section>
            }
        })
        .into_any()
}

fn whom(t: Words, offer: &Offer) -> AnyView {
    let lender = offer.lender.as_ref();
    let support = lender.and_then(|lender| lender.support.as_ref());
    let number = support.and_then(|it| it.contact_number.as_ref());
    let email = support.and_then(|it| it.email.as_ref());
    let (name, number, email) = match number.or(email) {
        Some(_) => (
            offer.lender_name.as_str(),
            number.map(Text::as_str),
            email.map(Text::as_str),
        ),
        None => (
            brand::NAME,
            Some(brand::SUPPORT_PHONE),
            Some(brand::SUPPORT_EMAIL),
        ),
    };
    let call = number.map(|number| {
        let url = ["tel:", &number.replace(' ', "")].concat();
        let words = fill(t.failing.call, &[number]);
        view! { <a class="button" href=url rel="external">{words}</a> }
    });
    view! {
        <p>{foreign(name)} {email.map(|it| view! { <br/> {mail(it)} })}</p>
        {call}
    }
    .into_any()
}
