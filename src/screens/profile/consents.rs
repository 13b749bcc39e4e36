use contract::app::{ConsentKind, SubmitProfile};
use leptos::prelude::*;

use super::at;
use crate::api::Intent;
use crate::app::App;
use crate::route::{Home, Place, Route};
use crate::text::Words;
use crate::ui::button::{form, submit_as};
use crate::ui::consent::{forget, given, missing, notice};
use crate::ui::page::{Page, link};
use crate::ui::shell::privacy;

const ASKED: [ConsentKind; 2] = ConsentKind::TO_SUBMIT;

/// Each by itself, none ticked; yes and no weigh the same.
pub(super) fn consents(app: App, t: Words) -> AnyView {
    let c = &t.consents;
    let notices: Vec<_> = ASKED
        .iter()
        .map(|kind| notice(app, t, *kind, None))
        .collect();
    let body = view! {
        {notices}
        <p class="small">{privacy(t)}</p>
        <div class="buttons">
            {submit_as(app, "button", c.send)}
            {link(app, Route::Applications, "button", c.keep)}
        </div>
        <p class="small">{c.keep_what}</p>
    }
    .into_any();
    Page::new(c.title)
        .lead(c.lead)
        .back(at(app, Place::Check), t.common.back)
        .show(
            app,
            t,
            form(
                body,
                move |changed| app.form.mend(changed, &missing(app, &ASKED, None)),
                move || send(app),
            ),
        )
}

fn send(app: App) {
    let flaws = missing(app, &ASKED, None);
    if !flaws.is_empty() {
        app.form.refuse(flaws, false);
        return;
    }
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    let consents = ASKED
        .iter()
        .filter_map(|kind| given(app, *kind, None))
        .collect();
    app.send(Intent::Submit(journey, SubmitProfile { consents }), |app| {
        forget(app, &ASKED);
        let home = app.route.get_untracked().home();
        app.go_instead(Route::Home(Home {
            place: None,
            ..home
        }));
    });
}
