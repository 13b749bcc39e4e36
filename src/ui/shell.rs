//! What stands around every screen, always in the same place.

use contract::platform::offers::Lender;
use leptos::prelude::*;

use super::notice;
use crate::app::App;
use crate::brand;
use crate::browser;
use crate::journey::{Session, Trouble};
use crate::route::Route;
use crate::text::{Words, fill};
use crate::ui::figure::{document, web};
use crate::ui::live::live;
use crate::ui::page::{home, link};
use crate::ui::rows::foreign;

pub(crate) fn top(app: App, t: Words) -> AnyView {
    let other = app.language.get_untracked().other();
    view! {
        <header class="top">
            <a
                class="skip"
                href="#main"
                on:click=|event| {
                    event.prevent_default();
                    browser::focus("main");
                }
            >
                {t.common.skip}
            </a>
            <a class="brand" href="/">
                {brand::logo()}
                <span lang="en">{brand::NAME}</span>
            </a>
            <button
                type="button"
                class="language"
                lang=other.tag()
                on:click=move |_| app.speak(app.language.get_untracked().other())
            >
                {other.own_name()}
            </button>
            <details class="menu">
                <summary>{t.common.menu}</summary>
                <nav>
                    {live(move || menu(app, t))}
                </nav>
            </details>
        </header>
    }
    .into_any()
}

fn menu(app: App, t: Words) -> AnyView {
    let signed_in = app.store.session.get() == Session::SignedIn;
    let own = signed_in.then(|| {
        view! {
            {link(app, Route::HOME, "", live(move || home(app, t).into_any()))}
            {link(app, Route::Applications, "", t.common.applications)}
            {link(app, Route::YourData, "", t.common.your_data)}
        }
    });
    let sign_out = signed_in.then(|| {
        view! {
            <button type="button" on:click=move |_| app.sign_out()>
                {t.common.sign_out}
            </button>
        }
    });
    view! {
        {own}
        {link(app, Route::Help, "", t.common.help)}
        {link(app, Route::Who, "", t.who.title)}
        {sign_out}
    }
    .into_any()
}

/// What is wrong with the connection, above the screen that stays.
pub(crate) fn banner(app: App, t: Words) -> AnyView {
    let shown = app.store.now().is_some();
    match app.store.trouble.get() {
        Some(trouble) if shown => view! {
            <div class="banner">{notice::warning(t, said(t, trouble).into_any())}</div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

/// What keeps us from reading, and that nothing is lost.
pub(crate) fn said(t: Words, trouble: Trouble) -> String {
    match trouble {
        Trouble::Offline => t.common.offline.to_owned(),
        Trouble::Busy(seconds) => fill(t.common.busy, &[&seconds.to_string()]),
        Trouble::Down | Trouble::Missing => t.common.down.to_owned(),
    }
}

/// The lender of the offer that the borrower is looking at or has chosen, as far as it is known.
pub(crate) fn lender_here(app: App) -> Memo<Option<Lender>> {
    Memo::new(move |_| {
        let view = app.store.view()?;
        let offer = view.offer.as_ref()?;
        let name = Some(offer.lender_name.clone());
        let lender = offer.lender.clone().unwrap_or_default();
        Some(Lender { name, ..lender })
    })
}

/// Help and complaints: beside the screen where there is room, else below it.
pub(crate) fn side(t: Words, lender: Option<&Lender>) -> AnyView {
    let h = &t.help;
    view! {
        <footer class="side">
            <h2>{h.side}</h2>
            <p>
                {telephone(brand::SUPPORT_PHONE)}
                <br/>
                {mail(brand::SUPPORT_EMAIL)}
                <br/>
                <span class="small">{h.us_hours}</span>
            </p>
            <h2>{h.side_complaints}</h2>
            {complaints(t, lender)}
            <p>
                {h.sachet}
                ": "
                {outside(t, brand::SACHET, brand::SACHET_NAME)}
            </p>
            <p><a href="/who">{t.who.title}</a></p>
            <p>{privacy(t)}</p>
        </footer>
    }
    .into_any()
}

/// To whom, in this order: the lender, this app, and after 30 days the Reserve Bank's ombudsman.
pub(crate) fn complaints(t: Words, lender: Option<&Lender>) -> AnyView {
    let h = &t.help;
    let officer = lender.and_then(|it| it.gro.as_ref());
    let first = match officer {
        Some(officer) => view! {
            {lender.and_then(|it| it.name.clone()).map(|name| foreign(name.as_str()))}
            {officer.name.as_ref().map(|name| view! { <br/> {foreign(name.as_str())} })}
            {officer.contact_number.as_ref().map(|it| view! { <br/> {telephone(it.as_str())} })}
            {officer.email.as_ref().map(|it| view! { <br/> {mail(it.as_str())} })}
        }
        .into_any(),
        None => h.lender_later.into_any(),
    };
    let its_site = lender.and_then(|it| web(it.support.as_ref()?.link.as_ref()));
    view! {
        <ol class="complaints">
            <li>
                {h.lender_officer}
                <br/>
                {first}
                {its_site.map(|url| view! { <br/> {site(t, &url)} })}
            </li>
            <li>
                {h.officer}
                <br/>
                <span lang="en">{brand::GRIEVANCE_OFFICER}</span>
                <br/>
                {telephone(brand::GRIEVANCE_PHONE)}
                <br/>
                {mail(brand::GRIEVANCE_EMAIL)}
            </li>
            <li>
                {h.rbi}
                <br/>
                {outside(t, brand::OMBUDSMAN, h.ombudsman)}
                <br/>
                {telephone(brand::OMBUDSMAN_PHONE)}
            </li>
        </ol>
    }
    .into_any()
}

pub(crate) fn telephone(number: &str) -> AnyView {
    let url = ["tel:", &number.replace(' ', "")].concat();
    view! { <a href=url rel="external">{number.to_owned()}</a> }.into_any()
}

pub(crate) fn mail(address: &str) -> AnyView {
    let url = ["mailto:", address].concat();
    view! { <a href=url rel="external" lang="en">{address.to_owned()}</a> }.into_any()
}

fn outside(t: Words, url: &str, label: &str) -> AnyView {
    document(t, url.to_owned(), label)
}

/// To be read before personal data are given, and at any time after.
pub(crate) fn privacy(t: Words) -> AnyView {
    outside(t, brand::PRIVACY, t.help.privacy)
}

/// A site that is named by its address.
pub(crate) fn site(t: Words, url: &str) -> AnyView {
    outside(t, url, url.trim_start_matches("https://"))
}

/// `tel:` link with words around the number.
pub(crate) fn call(pattern: &'static str, number: &str) -> AnyView {
    let (before, after) = pattern.split_once("{0}").unwrap_or((pattern, ""));
    view! {
        {fill(before, &[])}
        {telephone(number)}
        {fill(after, &[])}
    }
    .into_any()
}
