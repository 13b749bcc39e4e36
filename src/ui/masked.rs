use leptos::prelude::*;

use super::field::flaw;
use super::live::live;
use super::rows::heard;
use crate::app::App;
use crate::browser;
use crate::text::Words;

/// What others may not read over a shoulder: its last four characters, until it is asked for.
pub(crate) fn masked(t: Words, label: &str, value: String) -> AnyView {
    let shown = RwSignal::new(false);
    let label = label.to_owned();
    let text = move || {
        if shown.get() {
            value.clone().into_any()
        } else {
            covered(t, &value)
        }
    };
    view! {
        <span class="masked">
            <span>{live(text)}</span>
            <button type="button" class="reveal" on:click=move |_| shown.update(|it| *it = !*it)>
                {move || if shown.get() { t.data.cover } else { t.data.show }}
                {heard(&label)}
            </button>
        </span>
    }
    .into_any()
}

fn covered(t: Words, value: &str) -> AnyView {
    view! {
        <span aria-hidden="true">"••••"</span>
        <span class="unseen">{t.data.ends_in}</span>
        {ending(value)}
    }
    .into_any()
}

/// A field whose answer is known already: covered until the borrower wants to see or change it.
pub(crate) fn covered_field(
    app: App,
    t: Words,
    id: &'static str,
    label: &'static str,
    known: &str,
    field: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let untouched = app.form.draft(id, known).get_untracked() == known;
    let open = RwSignal::new(known.is_empty() || !untouched);
    let known = known.to_owned();
    live(move || {
        if open.get() {
            return field();
        }
        view! {
            <div class="field" class:flawed=move || app.form.flaw_of(id, t).is_some()>
                <span class="label">{label}</span>
                {flaw(app, t, id)}
                <span class="masked">
                    <span>{covered(t, &known)}</span>
                    <button
                        type="button"
                        id=id
                        class="reveal"
                        on:click=move |_| {
                            open.set(true);
                            browser::on_next_frame(move || browser::focus(id));
                        }
                    >
                        {t.data.show}
                        {heard(label)}
                    </button>
                </span>
            </div>
        }
        .into_any()
    })
}

/// The last four letters or digits; of something short, none.
fn ending(value: &str) -> String {
    let all: Vec<char> = value.chars().filter(|it| it.is_alphanumeric()).collect();
    let kept = if all.len() > 6 { 4 } else { 0 };
    all.iter().skip(all.len() - kept).collect()
}
