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
        <section class="card">
            <p>{t.start.personal_what}</p>
            <h2>{t.start.have_ready}</h2>
            {points("dots", t.start.have_ready_points)}
            {button(app, "button main", t.start.personal, move || start_loan(app))}
        </section>
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

/// Also from the end of an earlier application.
pub(crate) fn start_loan(app: App) {
    let intent = Intent::Start(StartJourney {
        kind: JourneyType::PersonalLoan,
    });
    app.send(intent, |app| {
        app.form.forget_all();
        app.go_instead(Route::HOME);
    });
}
