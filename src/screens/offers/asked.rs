use contract::app::JourneyView;
use flow::Reading;
use lending::{Paise, Tenor};
use leptos::prelude::*;

use crate::app::App;
use crate::text::{Words, fill};
use crate::ui::live::live_if;

/// What the borrower asked for, beside what is offered.
pub(crate) fn asked(app: App, t: Words) -> AnyView {
    let said = Memo::new(move |_| words(t, app.store.view()?.as_ref()));
    live_if(move || Some(view! { <p class="asked">{said.get()?}</p> }.into_any()))
}

fn words(t: Words, view: &JourneyView) -> Option<String> {
    let o = &t.offers;
    let (amount, months) = figures(view);
    let amount = amount.map(Paise::format);
    let months = months.map(t.common.tenor);
    match (amount, months) {
        (Some(amount), Some(months)) => Some(fill(o.asked, &[&amount, &months])),
        (Some(amount), None) => Some(fill(o.asked_amount, &[&amount])),
        (None, Some(months)) => Some(fill(o.asked_months, &[&months])),
        (None, None) => None,
    }
}

fn figures(view: &JourneyView) -> (Option<Paise>, Option<Tenor>) {
    let Some(asked) = &view.asked else {
        return (None, None);
    };
    (amount(view), Reading::term(asked.months.as_ref()).figure())
}

/// The amount that was asked for, where one was.
pub(crate) fn amount(view: &JourneyView) -> Option<Paise> {
    let raw = view.asked.as_ref()?.amount.as_ref();
    Reading::amount(raw).figure().filter(|it| *it > Paise::ZERO)
}
