use leptos::prelude::*;

use super::field::{Input, described, flaw, hint, input};
use crate::app::App;
use crate::text::Words;

/// One of several; nothing is chosen beforehand. `id` names the first, where the summary leads.
pub(crate) fn radios(
    app: App,
    t: Words,
    id: &'static str,
    label: &'static str,
    start: &str,
    choices: &[(&'static str, &'static str)],
) -> AnyView {
    let draft = app.form.draft(id, start);
    let choices: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(at, (value, words))| {
            let (value, words) = (*value, *words);
            let item = if at == 0 {
                id.to_owned()
            } else {
                [id, "-", value].concat()
            };
            let (chosen, choose) = (draft.clone(), draft.clone());
            view! {
                <div class="choice">
                    <input
                        type="radio"
                        id=item.clone()
                        name=id
                        value=value
                        prop:checked=move || chosen.with(|chosen| chosen == value)
                        on:change=move |_| choose.set(value.to_owned())
                    />
                    <label for=item>{words}</label>
                </div>
            }
        })
        .collect();
    view! {
        <fieldset
            class:flawed=move || app.form.flaw_of(id, t).is_some()
            aria-describedby=move || described(app, t, id, false)
        >
            <legend>{label}</legend>
            {flaw(app, t, id)}
            {choices}
        </fieldset>
    }
    .into_any()
}

/// One of many. A known answer that is not in the list stays choosable.
pub(crate) fn select(
    app: App,
    t: Words,
    id: &'static str,
    label: &'static str,
    start: &str,
    choices: &[(&'static str, &'static str)],
) -> AnyView {
    let draft = app.form.draft(id, start);
    let other = !start.is_empty() && choices.iter().all(|(value, _)| *value != start);
    let option = |value: String, words: String| {
        let (chosen, own) = (draft.clone(), value.clone());
        view! {
            <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>
                {words}
            </option>
        }
    };
    let options: Vec<_> = other
        .then(|| (start.to_owned(), start.to_owned()))
        .into_iter()
        .chain(
            choices
                .iter()
                .map(|(value, words)| ((*value).to_owned(), (*words).to_owned())),
        )
        .map(|(value, words)| option(value, words))
        .collect();
    let typed = draft.clone();
    view! {
        <div class="field" class:flawed=move || app.form.flaw_of(id, t).is_some()>
            <label for=id>{label}</label>
            {flaw(app, t, id)}
            <select
                id=id
                name=id
                autocomplete="address-level1"
                aria-invalid=move || app.form.flaw_of(id, t).map(|_| "true")
                aria-describedby=move || described(app, t, id, false)
                on:change=move |event| typed.set(event_target_value(&event))
            >
                <option value="">{t.profile.state_choose}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// The three fields of a date.
pub(crate) struct DateField {
    /// Of the group; its message stands above the three.
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    /// Id, label, autocomplete and start of day, month and year.
    pub(crate) parts: [(&'static str, &'static str, &'static str, String); 3],
}

pub(crate) fn date(app: App, t: Words, date: DateField) -> AnyView {
    let field = date.id;
    let parts: Vec<_> = date
        .parts
        .into_iter()
        .enumerate()
        .map(|(at, (id, label, autocomplete, start))| {
            view! {
                <div class="part">
                    <label for=id>{label}</label>
                    {input(app, t, &Input {
                        id,
                        name: Some(field),
                        start: &start,
                        kind: "text",
                        mode: "numeric",
                        autocomplete,
                        class: if at == 2 { "year" } else { "two" },
                        read_only: false,
                        hinted: true,
                    })}
                </div>
            }
        })
        .collect();
    view! {
        <fieldset
            class:flawed=move || app.form.flaw_of(field, t).is_some()
            aria-describedby=move || described(app, t, field, true)
        >
            <legend>{date.label}</legend>
            {hint(field, Some(date.hint))}
            {flaw(app, t, field)}
            <div class="parts">{parts}</div>
        </fieldset>
    }
    .into_any()
}
