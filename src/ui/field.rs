use leptos::prelude::*;

use super::live::live_if;
use crate::app::App;
use crate::text::{Words, fill};

/// One line to type into. The name of a field is the platform's own dotted path, so that a
/// problem the platform reports finds its field.
pub(crate) struct Field {
    id: &'static str,
    label: String,
    hint: Option<&'static str>,
    start: String,
    kind: &'static str,
    mode: &'static str,
    autocomplete: &'static str,
    width: &'static str,
    prefix: Option<&'static str>,
    read_only: bool,
    below: Option<AnyView>,
}

impl Field {
    pub(crate) fn new(
        id: &'static str,
        label: impl Into<String>,
        start: impl Into<String>,
    ) -> Self {
        Self {
            id,
            label: label.into(),
            hint: None,
            start: start.into(),
            kind: "text",
            mode: "text",
            autocomplete: "off",
            width: "",
            prefix: None,
            read_only: false,
            below: None,
        }
    }

    pub(crate) fn hint(self, hint: &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    pub(crate) fn optional(self, t: Words) -> Self {
        Self {
            label: fill(t.common.optional, &[&self.label]),
            ..self
        }
    }

    /// Which of the borrower's own data this is (WCAG 1.3.5).
    pub(crate) fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self {
            autocomplete,
            ..self
        }
    }

    /// Digits: the number keyboard, without the arrows of a number field.
    pub(crate) fn digits(self) -> Self {
        Self {
            mode: "numeric",
            ..self
        }
    }

    /// Digits with a point.
    pub(crate) fn decimal(self) -> Self {
        Self {
            mode: "decimal",
            ..self
        }
    }

    pub(crate) fn telephone(self) -> Self {
        Self {
            kind: "tel",
            mode: "tel",
            ..self
        }
    }

    pub(crate) fn email(self) -> Self {
        Self {
            kind: "email",
            mode: "email",
            ..self
        }
    }

    /// Capitals, as on the card.
    pub(crate) fn code(self) -> Self {
        Self {
            width: "code",
            ..self
        }
    }

    pub(crate) fn short(self) -> Self {
        Self {
            width: "short",
            ..self
        }
    }

    pub(crate) fn rupees(self) -> Self {
        Self {
            prefix: Some("₹"),
            width: "short",
            ..self
        }
    }

    pub(crate) fn read_only(self, read_only: bool) -> Self {
        Self { read_only, ..self }
    }

    /// Something that answers while one types.
    pub(crate) fn below(self, below: AnyView) -> Self {
        Self {
            below: Some(below),
            ..self
        }
    }

    pub(crate) fn show(self, app: App, t: Words) -> AnyView {
        let Self { id, .. } = self;
        view! {
            <div class="field" class:flawed=move || app.form.flaw_of(id, t).is_some()>
                <label for=id>{self.label}</label>
                {self.hint.map(|hint| view! { <p class="hint" id=hint_id(id)>{hint}</p> })}
                {flaw(app, t, id)}
                <div class="control">
                    {self.prefix.map(|prefix| view! { <span aria-hidden="true">{prefix}</span> })}
                    {input(app, t, &Input {
                        id,
                        name: None,
                        start: &self.start,
                        kind: self.kind,
                        mode: self.mode,
                        autocomplete: self.autocomplete,
                        class: self.width,
                        read_only: self.read_only,
                        hinted: self.hint.is_some(),
                    })}
                </div>
                {self.below}
            </div>
        }
        .into_any()
    }
}

pub(super) struct Input<'a> {
    pub(super) id: &'static str,
    /// The field whose flaw this input shares; itself where it is alone.
    pub(super) name: Option<&'static str>,
    pub(super) start: &'a str,
    pub(super) kind: &'static str,
    pub(super) mode: &'static str,
    pub(super) autocomplete: &'static str,
    pub(super) class: &'static str,
    pub(super) read_only: bool,
    pub(super) hinted: bool,
}

pub(super) fn input(app: App, t: Words, input: &Input<'_>) -> AnyView {
    let Input { id, hinted, .. } = *input;
    let field = input.name.unwrap_or(id);
    let draft = app.form.draft(id, input.start);
    let typed = draft.clone();
    let caps = if input.class == "code" {
        "characters"
    } else {
        "words"
    };
    view! {
        <input
            id=id
            name=id
            class=input.class
            type=input.kind
            inputmode=input.mode
            autocomplete=input.autocomplete
            autocapitalize=caps
            spellcheck="false"
            enterkeyhint="go"
            readonly=input.read_only
            aria-invalid=move || app.form.flaw_of(field, t).map(|_| "true")
            aria-describedby=move || described(app, t, field, hinted)
            prop:value=move || draft.get()
            on:input=move |event| typed.set(event_target_value(&event))
        />
    }
    .into_any()
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

fn flaw_id(id: &str) -> String {
    [id, "-error"].concat()
}

pub(super) fn hint(id: &'static str, hint: Option<&'static str>) -> AnyView {
    hint.map(|hint| view! { <p class="hint" id=hint_id(id)>{hint}</p> })
        .into_any()
}

/// The ids of the hint and of the message, where there are such.
pub(super) fn described(app: App, t: Words, id: &'static str, hinted: bool) -> Option<String> {
    let flawed = app.form.flaw_of(id, t).is_some();
    match (hinted, flawed) {
        (false, false) => None,
        (true, false) => Some(hint_id(id)),
        (false, true) => Some(flaw_id(id)),
        (true, true) => Some([&hint_id(id), " ", &flaw_id(id)].concat()),
    }
}

/// The message beside the field, with the same words as in the summary.
pub(super) fn flaw(app: App, t: Words, id: &'static str) -> AnyView {
    live_if(move || {
        let words = app.form.flaw_of(id, t)?;
        Some(view! { <p class="flaw" id=flaw_id(id)>{words}</p> }.into_any())
    })
}
