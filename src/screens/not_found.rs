use leptos::prelude::*;

use crate::app::App;
use crate::route::Route;
use crate::text::Words;
use crate::ui::page::{Page, link};

pub(crate) fn not_found(app: App, t: Words) -> AnyView {
    Page::new(t.start.missing_title)
        .lead(t.start.missing_lead)
        .show(
            app,
            t,
            link(app, Route::HOME, "button main", t.start.missing_home),
        )
}
