use contract::app::Party;
use leptos::prelude::*;

use crate::api::Intent;
use crate::app::App;
use crate::browser;
use crate::route::{Home, Route};
use crate::text::Words;
use crate::ui::page::Page;

/// Back from a provider: tells our server, and goes to what the platform then says. Nothing in
/// the address is believed, so a reload or a bookmark of it does no harm.
pub(crate) fn back(app: App, t: Words, party: Party) -> AnyView {
    tell(app, party);
    let tries = StoredValue::new(0_u8);
    Effect::new(move || {
        let Some(fail) = app.form.refusal.get() else {
            return;
        };
        let pause = fail.retry_after().unwrap_or(2);
        tries.update_value(|tries| *tries += 1);
        // Refused, or out of reach for long: the platform's state is read again and again anyway.
        if !fail.retryable() || pause > 5 || tries.get_value() > 2 {
            home(app);
            return;
        }
        let here = app.route.get_untracked();
        browser::after(pause * 1_000, move || {
            if app.route.get_untracked() == here {
                tell(app, party);
            }
        });
    });
    let body = view! {
        <div class="skeleton" aria-hidden="true"><span></span><span></span></div>
    }
    .into_any();
    Page::new(t.start.back_title)
        .lead(t.start.back_lead)
        .show(app, t, body)
}

fn tell(app: App, party: Party) {
    match app.store.journey_id() {
        Some(journey) => app.send(Intent::Returned(journey, party), home),
        None => home(app),
    }
}

fn home(app: App) {
    let offer = app.store.now().and_then(|view| view.focus);
    app.go_instead(Route::Home(Home {
        offer,
        ..Home::default()
    }));
}
