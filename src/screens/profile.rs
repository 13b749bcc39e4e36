//! The question pages, check-your-answers and the consents.

mod address;
mod check;
mod consents;
mod contact;
mod identity;
pub(crate) mod loan;
mod work;

use contract::Text;
use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use flow::{Question, open_question};
use lending::FieldProblem;
use leptos::prelude::*;

use crate::api::Intent;
use crate::app::App;
use crate::form::{Checked, Flaw};
use crate::route::{Home, Place, Route};
use crate::text::Words;
use crate::ui::button::{form, submit};
use crate::ui::page::Page;

pub(crate) fn profile(app: App, t: Words, place: Place) -> AnyView {
    let known = app
        .store
        .now()
        .and_then(|view| view.profile.clone())
        .unwrap_or_default();
    match place {
        Place::Question(question) => ask(app, t, &known, question, false),
        Place::Change(question) => ask(app, t, &known, question, true),
        Place::Check => check::check(app, t),
        Place::Consents => consents::consents(app, t),
    }
}

/// A question page: what it asks, and what its fields make of the answers.
struct Asked {
    title: &'static str,
    lead: &'static str,
    fields: AnyView,
    /// The whole section, or what is wrong.
    read: fn(App, &ProfileSnapshot) -> Result<ProfileSections, Vec<Flaw>>,
    ids: &'static [&'static str],
}

fn ask(app: App, t: Words, known: &ProfileSnapshot, question: Question, change: bool) -> AnyView {
    let asked = match question {
        Question::Identity => identity::identity(app, t, known),
        Question::Contact => contact::contact(app, t, known),
        Question::Work => work::work(app, t, known),
        Question::Address => address::address(app, t, known),
        Question::Loan => loan::loan(app, t, known),
    };
    let page = Page::new(asked.title).lead(asked.lead);
    let back = if change {
        Some(Place::Check)
    } else {
        question.previous().map(Place::Question)
    };
    let page = match back {
        Some(place) => page.back(at(app, place), t.common.back),
        None => page,
    };
    let (read, ids) = (asked.read, asked.ids);
    let body = view! {
        {asked.fields}
        {submit(app, t.common.go_on)}
    }
    .into_any();
    let save = move || {
        // The newest snapshot: a section is sent whole (C3).
        let view = app.store.now();
        let known = view.as_ref().and_then(|view| view.profile.clone());
        match read(app, &known.unwrap_or_default()) {
            Ok(sections) => send(app, sections, question, change, ids),
            Err(flaws) => app.form.refuse(flaws, false),
        }
    };
    page.show(app, t, form(body, save))
}

fn at(app: App, place: Place) -> Route {
    Route::Home(Home {
        place: Some(place),
        ..app.route.get_untracked().home()
    })
}

fn send(
    app: App,
    sections: ProfileSections,
    question: Question,
    change: bool,
    ids: &'static [&'static str],
) {
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    app.send(Intent::Save(journey, Box::new(sections)), move |app| {
        app.form.forget(ids);
        app.go_to(if change {
            Place::Check
        } else {
            next(app, question)
        });
    });
}

/// The next page with a gap; a page that stays open after it was sent does not hold anybody up.
fn next(app: App, question: Question) -> Place {
    let open = app
        .store
        .now()
        .and_then(|view| view.profile.as_ref().and_then(open_question));
    match open {
        Some(open) if open != question => Place::Question(open),
        Some(_) => question.next().map_or(Place::Check, Place::Question),
        None => Place::Check,
    }
}

fn text(text: Option<&Text>) -> &str {
    text.map(Text::as_str).unwrap_or_default()
}

/// Something must be written; what, nobody checks.
fn filled(app: App, id: &'static str, empty: fn(Words) -> &'static str) -> Checked<Text> {
    let typed = app.form.typed(id);
    let typed = typed.trim();
    if typed.is_empty() {
        Err(Flaw::new(id, empty))
    } else {
        Ok(Text::from(typed))
    }
}

/// What may be left empty. An answer that is taken back is sent as empty text, since what is not
/// sent stays (C3).
fn optional(app: App, id: &'static str, known: Option<&Text>) -> Option<Text> {
    let typed = app.form.typed(id);
    cleared(known, typed.trim())
}

fn cleared(known: Option<&Text>, answer: &str) -> Option<Text> {
    (known.is_some() || !answer.is_empty()).then(|| answer.into())
}

/// Empty has its own words; everything else that can be wrong with a code shares one sentence.
pub(crate) fn shaped<T>(
    id: &'static str,
    parsed: Result<T, FieldProblem>,
    empty: fn(Words) -> &'static str,
    shape: fn(Words) -> &'static str,
) -> Checked<T> {
    parsed.map_err(|problem| {
        Flaw::new(
            id,
            if problem == FieldProblem::Empty {
                empty
            } else {
                shape
            },
        )
    })
}

/// The sections as they are known, in the form in which they are sent.
fn sections(known: &ProfileSnapshot) -> ProfileSections {
    ProfileSections {
        // Always along: the platform wants the contact number with every part.
        profile: known.profile.clone(),
        ..ProfileSections::default()
    }
}
