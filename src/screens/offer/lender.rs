use contract::Text;
use contract::platform::offers::{Contact, Offer};
use leptos::prelude::*;

use crate::text::Words;
use crate::ui::figure::web;
use crate::ui::rows::foreign;
use crate::ui::shell::{mail, telephone};

/// Who lends, who answers complaints, and who may come to collect.
pub(crate) fn lender(t: Words, offer: &Offer) -> AnyView {
    let o = &t.offer;
    let Some(lender) = &offer.lender else {
        return ().into_any();
    };
    let support = lender.support.as_ref().map(|support| {
        view! {
            <h3>{o.support}</h3>
            <p>{reach(support.contact_number.as_ref(), support.email.as_ref())}
                {web(support.link.as_ref()).map(|url| {
                    let shown = url.clone();
                    view! {
                        <a href=url target="_blank" rel="external noopener noreferrer" lang="en">{shown}</a>
                    }
                })}
            </p>
        }
    });
    view! {
        <section class="group">
            <h2>{o.lender}</h2>
            <p>{foreign(offer.lender_name.as_str())}</p>
            {lender.gro.as_ref().map(|officer| contact(o.officer, officer))}
            {support}
            {lender.lsp.as_ref().map(|agent| contact(o.agent, agent))}
        </section>
    }
    .into_any()
}

pub(crate) fn contact(title: &'static str, contact: &Contact) -> AnyView {
    let lines: Vec<_> = [&contact.name, &contact.designation, &contact.address]
        .into_iter()
        .flatten()
        .map(|line| view! { {foreign(line.as_str())} <br/> })
        .collect();
    view! {
        <h3>{title}</h3>
        <p>
            {lines}
            {reach(contact.contact_number.as_ref(), contact.email.as_ref())}
        </p>
    }
    .into_any()
}

pub(crate) fn reach(number: Option<&Text>, email: Option<&Text>) -> AnyView {
    view! {
        {number.map(|number| view! { {telephone(number.as_str())} <br/> })}
        {email.map(|email| view! { {mail(email.as_str())} <br/> })}
    }
    .into_any()
}
