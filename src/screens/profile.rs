//! The question pages, check-your-answers and the consents.

mod address;
mod check;
mod consents;
mod contact;
mod gold;
mod identity;
pub(crate) mod loan;
mod work;

use contract::Text;
use contract::platform::profile::{ProfileSections, ProfileSnapshot};
use contract::platform::status::JourneyType;
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
        Place::Check | Place::TurnDown | Place::GiveUp => check::check(app, t),
        Place::Consents => consents::consents(app, t),
    }
}

/// A question page: what it asks, and what its fields make of the answers.
struct Asked {
    title: &'static str,
    lead: &'static str,
    fields: AnyView,
    /// The whole section with every answer that is right, and what is wrong with the others.
    read: fn(App, &ProfileSnapshot) -> (ProfileSections, Vec<Flaw>),
    ids: &'static [&'static str],
}

fn ask(app: App, t: Words, known: &ProfileSnapshot, question: Question, change: bool) -> AnyView {
    let asked = match question {
        Question::Identity => identity::identity(app, t, known),
        Question::Contact => contact::contact(app, t, known),
        Question::Work => work::work(app, t, known),
        Question::Address => address::address(app, t, known),
        Question::Loan => loan::loan(app, t, known),
        Question::Gold => gold::gold(app, t, known),
    };
    let page = Page::new(asked.title).lead(asked.lead);
    let back = if change {
        Some(Place::Check)
    } else {
        question.previous(kind(app)).map(Place::Question)
    };
    let page = match back {
        Some(place) => page.back(at(app, place), t.common.back),
        None => page,
    };
    let (read, ids) = (asked.read, asked.ids);
    let body = view! {
        {asked.fields}
        {submit(app, t.common.go_on)}
        <p class="small">{t.profile.kept}</p>
    }
    .into_any();
    let answers = move || {
        // The newest snapshot: a section is sent whole (C3).
        let view = app.store.now();
        let known = view.as_ref().and_then(|view| view.profile.clone());
        read(app, &known.unwrap_or_default())
    };
    // Kept as it is typed, by the platform and nowhere in this browser: a reload or another phone
    // finds it.
    let left = move |changed: &str| {
        let (sections, still) = answers();
        app.form.mend(changed, &still);
        let view = app.store.now();
        let known = view.as_ref().and_then(|view| view.profile.as_ref());
        if let Some(journey) = app.store.journey_id()
            && known.is_none_or(|known| says_more(&sections, known))
        {
            app.store.keep(Intent::Save(journey, Box::new(sections)));
        }
    };
    let save = move || match answers() {
        (sections, flaws) if flaws.is_empty() => send(app, sections, question, change, ids),
        (_, flaws) => app.form.refuse(flaws, false),
    };
    page.show(app, t, form(body, left, save))
}

/// Whether anything is there that the platform does not have.
fn says_more(sections: &ProfileSections, known: &ProfileSnapshot) -> bool {
    fn news<T: PartialEq>(now: Option<&T>, known: Option<&T>) -> bool {
        now.is_some() && now != known
    }
    news(sections.profile.as_ref(), known.profile.as_ref())
        || news(sections.work_profile.as_ref(), known.work_profile.as_ref())
        || news(sections.address.as_ref(), known.address.as_ref())
        || news(sections.journey.as_ref(), known.journey.as_ref())
        || news(sections.gold_loan.as_ref(), known.gold_loan.as_ref())
}

/// An answer that is not right leaves what is known.
fn put<T>(slot: &mut Option<T>, answer: Option<T>) {
    if answer.is_some() {
        *slot = answer;
    }
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

/// What is being applied for.
fn kind(app: App) -> JourneyType {
    let view = app.store.now();
    view.and_then(|view| Some(view.journey.as_ref()?.kind))
        .unwrap_or_default()
}

/// The next page with a gap; a page that stays open after it was sent does not hold anybody up.
fn next(app: App, question: Question) -> Place {
    let open = app
        .store
        .now()
        .and_then(|view| open_question(view.profile.as_ref()?, kind(app)));
    match open {
        Some(open) if open != question => Place::Question(open),
        Some(_) => question
            .next(kind(app))
            .map_or(Place::Check, Place::Question),
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
