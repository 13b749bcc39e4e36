use leptos::prelude::*;

use crate::app::App;

/// Ends a form; while something is on its way it does nothing, and says so.
pub(crate) fn submit(app: App, label: &'static str) -> AnyView {
    let busy = move || app.store.busy.get().then_some("true");
    view! {
        <button type="submit" class="button main" aria-disabled=busy aria-busy=busy>
            {label}
        </button>
    }
    .into_any()
}

/// Does one thing.
pub(crate) fn button(
    app: App,
    class: &'static str,
    label: impl Into<String>,
    act: impl Fn() + 'static,
) -> AnyView {
    boxed(app, class, label.into(), Box::new(act))
}

fn boxed(app: App, class: &'static str, label: String, act: Box<dyn Fn()>) -> AnyView {
    let busy = move || app.store.busy.get().then_some("true");
    view! {
        <button
            type="button"
            class=class
            aria-disabled=busy
            aria-busy=busy
            on:click=move |_| {
                if !app.store.busy.get_untracked() {
                    act();
                }
            }
        >
            {label}
        </button>
    }
    .into_any()
}

/// A form that is never sent by the browser itself.
pub(crate) fn form(body: AnyView, submit: impl Fn() + 'static) -> AnyView {
    form_of(body, Box::new(submit))
}

fn form_of(body: AnyView, submit: Box<dyn Fn()>) -> AnyView {
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {body}
        </form>
    }
    .into_any()
}
