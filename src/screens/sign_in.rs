use leptos::prelude::*;

use crate::app::App;
use crate::text::Words;
use crate::ui::page::Page;
use crate::ui::rows::points;
use crate::ui::shell::privacy;

pub(crate) fn sign_in(app: App, t: Words) -> AnyView {
    let body = view! {
        {points("ticks", t.start.sign_in_points)}
        <p class="small">{privacy(t)}</p>
        {to_sign_in(t.start.sign_in)}
    }
    .into_any();
    Page::new(t.start.sign_in_title)
        .lead(t.start.sign_in_lead)
        .show(app, t, body)
}

pub(crate) fn ended(app: App, t: Words) -> AnyView {
    Page::new(t.start.ended_title)
        .lead(t.start.ended_lead)
        .show(app, t, to_sign_in(t.start.ended_sign_in))
}

/// Back from the identity provider without being signed in.
pub(crate) fn failed(app: App, t: Words) -> AnyView {
    Page::new(t.start.sign_in_failed_title)
        .lead(t.start.sign_in_failed_lead)
        .show(app, t, to_sign_in(t.start.try_again))
}

/// A plain navigation: the identity provider is another site.
fn to_sign_in(label: &'static str) -> AnyView {
    view! { <a class="button main" href="/auth/login" rel="external">{label}</a> }.into_any()
}
