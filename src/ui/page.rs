use contract::platform::status::JourneyStatus;
use leptos::prelude::*;

use super::live::live;
use super::notice;
use super::rows::around;
use crate::app::App;
use crate::brand;
use crate::browser;
use crate::route::Route;
use crate::text::{Words, fill};

/// What every screen has: one heading that says what it is for, and little above it.
pub(crate) struct Page {
    title: AnyView,
    lead: Option<AnyView>,
    step: Option<String>,
    back: Option<Back>,
}

struct Back {
    route: Route,
    label: AnyView,
}

impl Page {
    pub(crate) fn new(title: &'static str) -> Self {
        Self::titled(title.into_any())
    }

    /// With a name of a server at `{0}`.
    pub(crate) fn naming(pattern: &'static str, name: &str) -> Self {
        Self::titled(around(pattern, name))
    }

    /// Title and lead may change while the page is read: that is said aloud.
    pub(crate) fn changing(app: App, words: Memo<(&'static str, &'static str)>) -> Self {
        Effect::new(move |last: Option<()>| {
            let (title, _) = words.get();
            if last.is_some() {
                app.voice.set(title.to_owned());
                browser::on_next_frame(|| browser::retitle("{0}", brand::NAME));
            }
        });
        Self {
            lead: Some(live(move || words.get().1.into_any())),
            ..Self::titled(live(move || words.get().0.into_any()))
        }
    }

    fn titled(title: AnyView) -> Self {
        Self {
            title,
            lead: None,
            step: None,
            back: None,
        }
    }

    pub(crate) fn lead(self, lead: impl Into<String>) -> Self {
        Self {
            lead: Some(lead.into().into_any()),
            ..self
        }
    }

    /// Where we are: never "3 of 7", since the platform decides how many.
    pub(crate) fn step(self, t: Words, name: &str) -> Self {
        Self {
            step: Some(fill(t.common.step, &[name])),
            ..self
        }
    }

    /// Only where going back is safe.
    pub(crate) fn back(self, route: Route, label: &'static str) -> Self {
        let label = label.into_any();
        Self {
            back: Some(Back { route, label }),
            ..self
        }
    }

    pub(crate) fn home(self, app: App, t: Words) -> Self {
        let route = Route::HOME;
        let label = live(move || home(app, t).into_any());
        Self {
            back: Some(Back { route, label }),
            ..self
        }
    }

    pub(crate) fn show(self, app: App, t: Words, body: AnyView) -> AnyView {
        view! {
            <div class="page">
                {self.back.map(|back| link(app, back.route, "back", back.label))}
                {live(move || problems(app, t))}
                {self.step.map(|step| view! { <p class="step">{step}</p> })}
                <h1 tabindex="-1">{self.title}</h1>
                {self.lead.map(|lead| view! { <p class="lead">{lead}</p> })}
                {body}
            </div>
        }
        .into_any()
    }
}

/// What the borrower's own page is called.
pub(crate) fn home(app: App, t: Words) -> &'static str {
    let view = app.store.view();
    let journey = view.as_ref().and_then(|view| view.journey.as_ref());
    if journey.is_some_and(|it| it.status == JourneyStatus::Disbursed) {
        t.common.home
    } else {
        t.common.front
    }
}

/// A link to a page of ours that may carry a place in the history. A click that asks for a new tab
/// is the browser's.
pub(crate) fn link(app: App, route: Route, class: &'static str, label: impl IntoAny) -> AnyView {
    linked(app, route, class, label.into_any())
}

fn linked(app: App, route: Route, class: &'static str, label: AnyView) -> AnyView {
    view! {
        <a
            class=class
            href=route.url()
            on:click=move |event| {
                // Nobody comes to a question about leaving by a double click on what stood here.
                if route.asks_to_leave() && browser::again(&event) {
                    event.prevent_default();
                } else if browser::plain(&event) {
                    event.prevent_default();
                    app.go(route);
                }
            }
        >
            {label}
        </a>
    }
    .into_any()
}

/// The error summary: takes focus, and leads to each field.
fn problems(app: App, t: Words) -> AnyView {
    if let Some(fail) = app.form.refusal.get() {
        browser::on_next_frame(|| browser::focus("refusal"));
        return view! {
            <div id="refusal" role="alert" tabindex="-1">
                {notice::refusal(t, &fail)}
            </div>
        }
        .into_any();
    }
    let flaws = app.form.flaws.get();
    if flaws.is_empty() {
        return ().into_any();
    }
    let items: Vec<_> = flaws
        .iter()
        .map(|flaw| {
            let field = flaw.field;
            view! {
                <li>
                    <a
                        href=["#", field].concat()
                        on:click=move |event| {
                            event.prevent_default();
                            browser::focus(field);
                        }
                    >
                        {flaw.words(t)}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <div id="problems" class="problems" role="alert" tabindex="-1">
            <h2>{t.common.problem}</h2>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}
