//! The one component that asks for a consent: standalone, itemised, in any language there is, with a
//! box that nobody has ticked.

use std::sync::Arc;

use contract::app::{Consent, ConsentKind, Notice, NoticeLanguage, Notices as Texts};
use contract::{OfferId, Text};
use leptos::prelude::*;

use super::button::button;
use super::field::{described, flaw};
use super::live::{live, live_if};
use super::notice::warning;
use crate::app::App;
use crate::form::Flaw;
use crate::notices;
use crate::text::Words;

const fn id(kind: ConsentKind) -> &'static str {
    match kind {
        ConsentKind::Bureau => "consent-bureau",
        ConsentKind::Lenders | ConsentKind::Unknown => "consent-lenders",
        ConsentKind::Aa => "consent-aa",
        ConsentKind::Kfs => "consent-kfs",
    }
}

const fn flaw_words(kind: ConsentKind) -> fn(Words) -> &'static str {
    match kind {
        ConsentKind::Bureau => |t| t.errors.consent_bureau,
        ConsentKind::Lenders | ConsentKind::Unknown => |t| t.errors.consent_lenders,
        ConsentKind::Aa => |t| t.errors.consent_aa,
        ConsentKind::Kfs => |t| t.kfs.tick,
    }
}

/// What a tick would stand for here and now: the text that is on screen, for this application and,
/// where it is asked for one, for this offer; tracked.
fn asked(app: App, kind: ConsentKind, offer: Option<OfferId>) -> Option<String> {
    let texts = app.notices.now(app)?;
    let view = app.store.view()?;
    let journey = view.journey.as_ref()?;
    let notice = notices::find(&texts, kind, view.is_gold())?;
    let language = &texts.language.tag;
    Some(notices::ticked(notice, language, journey.id, offer))
}

/// What the borrower has ticked, if that is what is asked for now: neither another text nor the
/// same one for somebody else.
pub(crate) fn given(app: App, kind: ConsentKind, offer: Option<OfferId>) -> Option<Consent> {
    let asked = untrack(|| asked(app, kind, offer))?;
    let ticked = app.form.typed(id(kind)) == asked;
    ticked.then(|| notices::consent(kind, &asked)).flatten()
}

/// The boxes that are empty.
pub(crate) fn missing(app: App, kinds: &[ConsentKind], offer: Option<OfferId>) -> Vec<Flaw> {
    kinds
        .iter()
        .filter(|kind| given(app, **kind, offer).is_none())
        .map(|kind| Flaw::new(id(*kind), flaw_words(*kind)))
        .collect()
}

/// Once it was sent, or is not asked any more.
pub(crate) fn forget(app: App, kinds: &[ConsentKind]) {
    let ids: Vec<_> = kinds.iter().map(|kind| id(*kind)).collect();
    app.form.forget(&ids);
}

/// A notice with its box; `offer`: whose lender it is asked for, where it is for one.
pub(crate) fn notice(app: App, t: Words, kind: ConsentKind, offer: Option<OfferId>) -> AnyView {
    let gold = app.store.now().is_some_and(|view| view.is_gold());
    let draft = app.form.draft(id(kind), "");
    let texts = Memo::new(move |_| app.notices.now(app));
    // The list of languages is the same in each: it stays while one is chosen from it.
    let languages = Memo::new(move |last: Option<&Vec<NoticeLanguage>>| {
        let now = texts.with(|texts| texts.as_ref().map(|texts| texts.languages.clone()));
        now.or_else(|| last.cloned()).unwrap_or_default()
    });
    let title = move || {
        let texts = texts.get()?;
        let title = notices::find(&texts, kind, gold)?.title.to_string();
        let tag = texts.language.tag.to_string();
        Some(view! { <h2 lang=tag>{title}</h2> }.into_any())
    };
    let words = move || match texts.get() {
        Some(texts) => match notices::find(&texts, kind, gold) {
            Some(notice) => shown(app, t, (kind, offer), &texts, notice, draft.clone()),
            None => unread(app, t),
        },
        None if app.notices.failed() => unread(app, t),
        None => view! {
            <div class="skeleton" aria-hidden="true"><span></span></div>
        }
        .into_any(),
    };
    view! {
        <section class="card consent">
            {live_if(title)}
            {live(move || switch(app, kind, texts, &languages.get()))}
            {live(words)}
        </section>
    }
    .into_any()
}

fn unread(app: App, t: Words) -> AnyView {
    view! {
        {warning(t, t.consents.unread.into_any())}
        {button(app, "button", t.start.try_again, move || app.notices.try_again())}
    }
    .into_any()
}

fn shown(
    app: App,
    t: Words,
    (kind, offer): (ConsentKind, Option<OfferId>),
    texts: &Texts,
    notice: &Notice,
    draft: ArcRwSignal<String>,
) -> AnyView {
    let id = id(kind);
    let tag = texts.language.tag.to_string();
    let direction = if texts.language.rtl { "rtl" } else { "ltr" };
    let ticked = draft.clone();
    let labels = &texts.labels;
    let parts: Vec<_> = [
        (&labels.what, &notice.what),
        (&labels.why, &notice.why),
        (&labels.who, &notice.who),
        (&labels.how_long, &notice.how_long),
        (&labels.withdraw, &notice.withdraw),
    ]
    .into_iter()
    .filter(|(_, items)| !items.is_empty())
    .map(|(label, items)| part(label, items))
    .collect();
    view! {
        <dl class="items" lang=tag.clone() dir=direction>{parts}</dl>
        <div class="tick" class:flawed=move || app.form.flaw_of(id, t).is_some()>
            {flaw(app, t, id)}
            <div class="choice" dir=direction>
                <input
                    type="checkbox"
                    id=id
                    name=id
                    aria-invalid=move || app.form.flaw_of(id, t).map(|_| "true")
                    aria-describedby=move || described(app, t, id, false)
                    prop:checked=move || asked(app, kind, offer) == Some(ticked.get())
                    on:change=move |event| {
                        let ticked = event_target_checked(&event);
                        let asked = untrack(|| asked(app, kind, offer));
                        draft.set(asked.filter(|_| ticked).unwrap_or_default());
                    }
                />
                <label for=id lang=tag>{notice.agree.to_string()}</label>
            </div>
        </div>
    }
    .into_any()
}

fn part(label: &Text, items: &[Text]) -> AnyView {
    let items: Vec<_> = items
        .iter()
        .map(|item| view! { <li>{item.to_string()}</li> })
        .collect();
    view! {
        <div>
            <dt>{label.to_string()}</dt>
            <dd><ul class="dots">{items}</ul></dd>
        </div>
    }
    .into_any()
}

/// Inside the notice (DPDP Rules 2025, rule 3): its languages are more than those of the app.
fn switch(
    app: App,
    kind: ConsentKind,
    texts: Memo<Option<Arc<Texts>>>,
    languages: &[NoticeLanguage],
) -> AnyView {
    if languages.len() < 2 {
        return ().into_any();
    }
    let id = [id(kind), "-language"].concat();
    let current =
        move || texts.with(|texts| texts.as_ref().map(|texts| texts.language.tag.to_string()));
    let label =
        move || texts.with(|texts| texts.as_ref().map(|texts| texts.labels.read_in.to_string()));
    let options: Vec<_> = languages
        .iter()
        .map(|language| {
            let tag = language.tag.to_string();
            let own = tag.clone();
            view! {
                <option
                    value=tag.clone()
                    lang=tag
                    prop:selected=move || current().as_ref() == Some(&own)
                >
                    {language.name.to_string()}
                </option>
            }
        })
        .collect();
    view! {
        <div class="field consent-language">
            <label for=id.clone() lang=current>{label}</label>
            <select
                id=id
                on:change=move |event| {
                    app.notices.read_in(Some(event_target_value(&event).into()));
                }
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}
