use leptos::prelude::*;

use crate::app::App;
use crate::journey::Trouble;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::live::live;
use crate::ui::page::Page;
use crate::ui::shell::said;

/// The same shapes as in `index.html`; words only once it has taken half a second.
pub(crate) fn loading(app: App, t: Words) -> AnyView {
    let body = view! {
        <div class="skeleton" aria-hidden="true">
            <span></span>
            <span></span>
            <span></span>
        </div>
        <p class="late">{t.common.loading_slowly}</p>
    }
    .into_any();
    Page::new(t.common.home).show(app, t, body)
}

/// Nothing could be read; reads go on by themselves.
pub(crate) fn down(app: App, t: Words) -> AnyView {
    let words = move || {
        let trouble = app.store.trouble.get().unwrap_or(Trouble::Down);
        said(t, trouble).into_any()
    };
    let body = view! {
        <p>{live(words)}</p>
        {button(app, "button main", t.start.try_again, move || app.store.refresh())}
    }
    .into_any();
    Page::new(t.common.loading_failed).show(app, t, body)
}
