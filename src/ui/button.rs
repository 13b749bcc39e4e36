use std::rc::Rc;

use leptos::prelude::*;

use crate::app::App;
use crate::browser;

/// Ends a form; while something is on its way it does nothing, and says so.
pub(crate) fn submit(app: App, label: &'static str) -> AnyView {
    submit_as(app, "button main", label)
}

pub(crate) fn submit_as(app: App, class: &'static str, label: &'static str) -> AnyView {
    let busy = move || app.store.busy.get().then_some("true");
    view! {
        <button type="submit" class=class aria-disabled=busy aria-busy=busy>
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

/// A form that is never sent by the browser itself. `left` hears the name of each field that was
/// left with another answer.
pub(crate) fn form(
    body: AnyView,
    left: impl Fn(&str) + 'static,
    submit: impl Fn() + 'static,
) -> AnyView {
    form_of(body, Rc::new(left), Box::new(submit))
}

fn form_of(body: AnyView, left: Rc<dyn Fn(&str)>, submit: Box<dyn Fn()>) -> AnyView {
    // What goes away above a button must not move it from under the finger that is on it.
    const AFTER_THE_TAP_MS: u32 = 300;
    view! {
        <form
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
            on:change=move |event| {
                let (name, left) = (browser::target_name(&event), Rc::clone(&left));
                browser::after(AFTER_THE_TAP_MS, move || left(&name));
            }
        >
            {body}
        </form>
    }
    .into_any()
}
