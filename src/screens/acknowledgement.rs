//! The number of an application, and whom to ask about it.

use contract::JourneyId;
use leptos::prelude::*;

use crate::app::App;
use crate::brand;
use crate::text::Words;
use crate::ui::rows::{foreign, plain, rows};
use crate::ui::shell::{mail, telephone};

/// Every application is acknowledged, with a number to call (RBI, Responsible Business Conduct
/// Second Amendment Directions, 2026, from 1 January 2027).
pub(crate) fn acknowledgement(app: App, t: Words) -> AnyView {
    let m = &t.money;
    let Some(journey) = app.store.journey_id() else {
        return ().into_any();
    };
    view! {
        <section class="card">
            <h2>{m.received}</h2>
            {rows("rows answers", vec![written(t, journey)])}
            <p class="small">{m.received_keep}</p>
            <p>
                {m.received_ask}
                ": "
                {foreign(brand::NAME)}
                <br/>
                {telephone(brand::SUPPORT_PHONE)}
                <br/>
                {mail(brand::SUPPORT_EMAIL)}
            </p>
        </section>
    }
    .into_any()
}

/// The number alone.
pub(super) fn number(app: App, t: Words) -> AnyView {
    let journey = app.store.journey_id();
    journey
        .map(|id| rows("rows answers", vec![written(t, id)]))
        .into_any()
}

/// As a row of a list.
pub(super) fn written(t: Words, journey: JourneyId) -> (String, AnyView) {
    let number = plain(flow::application_number(journey));
    let number = view! { <span class="code">{number}</span> }.into_any();
    (t.done.reference.to_owned(), number)
}
