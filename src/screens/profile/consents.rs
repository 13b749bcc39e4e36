use contract::app::{Consent, ConsentKind, SubmitProfile};
use contract::platform::status::JourneyType;
use leptos::prelude::*;

use super::{at, kind};
use crate::api::Intent;
use crate::app::App;
use crate::form::Flaw;
use crate::route::{Home, Place, Route};
use crate::text::Words;
use crate::ui::button::{form, submit};
use crate::ui::choice::tick;
use crate::ui::page::Page;
use crate::ui::rows::{plain, rows};

/// Names the texts below, in every language; a changed text gets a new name, and the receipt of
/// a consent says which one was read.
const BUREAU_TEXT: &str = "bureau-2026-11";
const LENDERS_TEXT: &str = "lenders-2026-11";
const LENDERS_GOLD_TEXT: &str = "lenders-gold-2026-11";

const BUREAU: &str = "consent-bureau";
const LENDERS: &str = "consent-lenders";

/// Two consents, each by itself, neither ticked.
pub(super) fn consents(app: App, t: Words) -> AnyView {
    let c = &t.consents;
    let lenders_what = if is_gold(app) {
        t.gold.consent_what
    } else {
        c.lenders_what
    };
    let body = view! {
        {consent(app, t, BUREAU, c.bureau, c.bureau_box, [
            c.bureau_what,
            c.bureau_why,
            c.bureau_who,
            c.bureau_how_long,
        ])}
        {consent(app, t, LENDERS, c.lenders, c.lenders_box, [
            lenders_what,
            c.lenders_why,
            c.lenders_who,
            c.lenders_how_long,
        ])}
        <p class="small">{c.withdraw}</p>
        {submit(app, c.send)}
    }
    .into_any();
    Page::new(c.title)
        .lead(c.lead)
        .back(at(app, Place::Check), t.common.back)
        .show(
            app,
            t,
            form(
                body,
                move |changed| app.form.mend(changed, &missing(app)),
                move || send(app),
            ),
        )
}

fn consent(
    app: App,
    t: Words,
    id: &'static str,
    title: &'static str,
    label: &'static str,
    [what, why, who, how_long]: [&'static str; 4],
) -> AnyView {
    let c = &t.consents;
    let items = vec![
        (c.what.to_owned(), plain(what)),
        (c.why.to_owned(), plain(why)),
        (c.who.to_owned(), plain(who)),
        (c.how_long.to_owned(), plain(how_long)),
    ];
    view! {
        <section class="card">
            <h2>{title}</h2>
            {rows("items", items)}
            {tick(app, t, id, label)}
        </section>
    }
    .into_any()
}

fn is_gold(app: App) -> bool {
    kind(app) == JourneyType::GoldLoan
}

fn missing(app: App) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if app.form.typed(BUREAU).is_empty() {
        flaws.push(Flaw::new(BUREAU, |t| t.errors.consent_bureau));
    }
    if app.form.typed(LENDERS).is_empty() {
        flaws.push(Flaw::new(LENDERS, |t| t.errors.consent_lenders));
    }
    flaws
}

fn send(app: App) {
    let flaws = missing(app);
    if !flaws.is_empty() {
        app.form.refuse(flaws, false);
        return;
    }
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    let lenders_text = if is_gold(app) {
        LENDERS_GOLD_TEXT
    } else {
        LENDERS_TEXT
    };
    let language = app.language.get_untracked().tag();
    let given = |kind, text: &str| Consent {
        kind,
        text_version: text.into(),
        language: language.into(),
    };
    let consents = vec![
        given(ConsentKind::Bureau, BUREAU_TEXT),
        given(ConsentKind::Lenders, lenders_text),
    ];
    app.send(Intent::Submit(journey, SubmitProfile { consents }), |app| {
        app.form.forget(&[BUREAU, LENDERS]);
        let home = app.route.get_untracked().home();
        app.go_instead(Route::Home(Home {
            place: None,
            ..home
        }));
    });
}
