use contract::platform::offers::Lender;
use leptos::prelude::*;

use super::offer::lender::{contact, reach};
use crate::app::App;
use crate::brand;
use crate::route::Route;
use crate::text::Words;
use crate::ui::figure::web;
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::foreign;
use crate::ui::shell::{lender_here, mail, site, telephone};

/// Everybody who has a part in the loan: name, what they do, and how to reach them.
pub(crate) fn who(app: App, t: Words) -> AnyView {
    let w = &t.who;
    let lender = lender_here(app);
    let asked = Memo::new(move |_| lenders(app));
    let body = view! {
        <section class="group">
            <h2>{w.app} ": " {foreign(brand::NAME)}</h2>
            <p>{w.app_what}</p>
            <p>{telephone(brand::SUPPORT_PHONE)}<br/>{mail(brand::SUPPORT_EMAIL)}</p>
            <h3>{t.help.officer}</h3>
            <p>
                {foreign(brand::GRIEVANCE_OFFICER)}
                <br/>
                {telephone(brand::GRIEVANCE_PHONE)}
                <br/>
                {mail(brand::GRIEVANCE_EMAIL)}
            </p>
        </section>
        <section class="group">
            <h2>{w.lender}</h2>
            <p>{w.lender_what}</p>
            {live(move || lender.with(|lender| match lender {
                Some(lender) => named(t, lender),
                None => view! { <p>{t.who.lender_none}</p> }.into_any(),
            }))}
            {live(move || asked.with(|names| listed(t.data.whom_what, names)))}
        </section>
        <section class="group">
            <h2>{w.platform} ": " {foreign(brand::PLATFORM)}</h2>
            <p>{w.platform_what}</p>
            <p>{mail(brand::PLATFORM_EMAIL)}</p>
        </section>
        <section class="group">
            <h2>{w.aa} ": " {foreign(brand::AA)}</h2>
            <p>{w.aa_what}</p>
            <p>{telephone(brand::AA_PHONE)}<br/>{mail(brand::AA_EMAIL)}</p>
        </section>
        <section class="group">
            <h2>{w.agent}</h2>
            <p>{w.agent_what}</p>
            {live(move || lender.with(|lender| agent(t, lender.as_ref())))}
        </section>
        <section class="group">
            <h2>{w.overseer}</h2>
            <p>{w.overseer_what}</p>
            <p>{site(t, brand::OMBUDSMAN)}<br/>{telephone(brand::OMBUDSMAN_PHONE)}</p>
            <p>{t.help.sachet_what} " " {site(t, brand::SACHET)}</p>
        </section>
        <p>{link(app, Route::Help, "", t.help.title)}</p>
    }
    .into_any();
    Page::new(w.title)
        .lead(w.lead)
        .home(app, t)
        .show(app, t, body)
}

/// The lenders that are known to have the application that is open, whether they offered or not.
pub(super) fn lenders(app: App) -> Vec<String> {
    let view = app.store.view();
    let offers = view.iter().flat_map(|view| {
        let listed = view.offers.iter().flatten();
        listed.chain(&view.offer)
    });
    let mut names: Vec<_> = offers.map(|it| it.lender_name.to_string()).collect();
    names.sort();
    names.dedup();
    names
}

/// Names of lenders with words before them; nothing where there are none.
pub(super) fn listed(words: &'static str, names: &[String]) -> AnyView {
    if names.is_empty() {
        return ().into_any();
    }
    let names: Vec<_> = names
        .iter()
        .map(|name| view! { <li>{foreign(name)}</li> })
        .collect();
    view! {
        <p>{words}</p>
        <ul class="dots">{names}</ul>
    }
    .into_any()
}

fn named(t: Words, lender: &Lender) -> AnyView {
    let support = lender.support.as_ref().map(|support| {
        view! {
            <h3>{t.who.support}</h3>
            <p>
                {reach(support.contact_number.as_ref(), support.email.as_ref())}
                {web(support.link.as_ref()).map(|url| site(t, &url))}
            </p>
        }
    });
    view! {
        {lender.name.as_ref().map(|name| view! { <p class="what">{foreign(name.as_str())}</p> })}
        {lender.gro.as_ref().map(|officer| contact(t.help.lender_officer, officer))}
        {support}
    }
    .into_any()
}

fn agent(t: Words, lender: Option<&Lender>) -> AnyView {
    match lender.and_then(|lender| lender.lsp.as_ref()) {
        Some(agent) => contact(t.who.agent_named, agent),
        None => view! { <p>{t.who.agent_none}</p> }.into_any(),
    }
}
