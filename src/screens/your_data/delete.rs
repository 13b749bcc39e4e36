use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::app::App;
use crate::browser;
use crate::route::Route;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::points;

/// What this app holds goes at once; what it does not reach is said before.
pub(super) fn delete(app: App, t: Words) -> AnyView {
    let d = &t.data;
    let asking = RwSignal::new(false);
    let choice = move || {
        if asking.get() {
            view! {
                <div class="buttons">
                    {button(app, "button", d.delete_go, move || go(app))}
                    {button(app, "button", d.keep, move || asking.set(false))}
                </div>
            }
            .into_any()
        } else {
            button(app, "button", d.delete_open, move || asking.set(true))
        }
    };
    view! {
        <section class="group delete">
            <h2>{d.delete}</h2>
            {points("dots", d.delete_points)}
            {live(choice)}
        </section>
    }
    .into_any()
}

fn go(app: App) {
    app.form.clear();
    app.store.busy.set(true);
    spawn_local(async move {
        let answer = api::delete_data(&browser::new_key()).await;
        app.store.busy.set(false);
        match answer {
            Ok(()) => {
                app.form.forget_all();
                app.store.sign_out();
                app.go_instead(Route::Deleted);
            }
            Err(fail) => {
                app.store.after_refusal(&fail);
                app.form.refuse_all(fail, false);
            }
        }
    });
}

pub(crate) fn deleted(app: App, t: Words) -> AnyView {
    let d = &t.data;
    let body = view! {
        {points("dots", d.deleted_points)}
        {link(app, Route::HOME, "button", t.start.ended_sign_in)}
    }
    .into_any();
    Page::new(d.deleted_title)
        .lead(d.deleted_lead)
        .show(app, t, body)
}
