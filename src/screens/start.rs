use contract::app::StartJourney;
use contract::platform::status::JourneyType;
use leptos::prelude::*;

use crate::api::Intent;
use crate::app::App;
use crate::route::Route;
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::page::{Page, link};
use crate::ui::rows::points;

/// Nothing is open.
pub(crate) fn start(app: App, t: Words) -> AnyView {
    let view = app.store.now();
    let name = view.as_ref().and_then(|view| view.borrower.name.clone());
    let earlier = view.is_some_and(|view| view.has_earlier);
    let body = view! {
        {kind(app, JourneyType::PersonalLoan, t.start.personal_loan, t.start.personal_what, t.start.have_ready, t.start.have_ready_points, t.start.personal)}
        {kind(app, JourneyType::GoldLoan, t.start.gold_loan, t.gold.start_what, t.start.have_ready, t.gold.have_ready_points, t.gold.start)}
        {earlier.then(|| view! {
            <p>{link(app, Route::Applications, "", t.start.earlier)}</p>
        })}
    }
    .into_any();
    let page = Page::new(t.start.title);
    match name {
        Some(name) => page.lead(fill(t.start.hello, &[name.as_str()])),
        None => page,
    }
    .show(app, t, body)
}

fn kind(
    app: App,
    kind: JourneyType,
    title: &'static str,
    what: &'static str,
    ready: &'static str,
    ready_points: &'static [&'static str],
    go: &'static str,
) -> AnyView {
    view! {
        <section class="card">
            <h2>{title}</h2>
            <p>{what}</p>
            <h3>{ready}</h3>
            {points("dots", ready_points)}
            {button(app, "button", go, move || start_loan(app, kind))}
        </section>
    }
    .into_any()
}

/// Also from the end of an earlier application.
pub(crate) fn start_loan(app: App, kind: JourneyType) {
    let intent = Intent::Start(StartJourney { kind });
    app.send(intent, |app| {
        app.form.forget_all();
        app.go_instead(Route::HOME);
    });
}
