use contract::app::Party;
use leptos::prelude::*;

use crate::api::Intent;
use crate::app::App;
use crate::route::{Home, Route};
use crate::text::Words;
use crate::ui::page::Page;

/// Back from a provider: tells our server, and goes to what the platform then says. Nothing in
/// the address is believed, so a reload or a bookmark of it does no harm.
pub(crate) fn back(app: App, t: Words, party: Party) -> AnyView {
    match app.store.journey_id() {
        Some(journey) => app.send(Intent::Returned(journey, party), home),
        None => home(app),
    }
    // Refused or unreachable: the platform's state is read again and again anyway.
    Effect::new(move || {
        if app.form.refusal.with(Option::is_some) {
            home(app);
        }
    });
    let body = view! {
        <div class="skeleton" aria-hidden="true"><span></span><span></span></div>
    }
    .into_any();
    Page::new(t.start.back_title)
        .lead(t.start.back_lead)
        .show(app, t, body)
}

fn home(app: App) {
    let offer = app.store.now().and_then(|view| view.focus);
    app.go_instead(Route::Home(Home {
        offer,
        ..Home::default()
    }));
}
