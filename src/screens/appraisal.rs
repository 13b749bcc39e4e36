//! A branch looks at the gold: normal, and a matter of days.

use contract::Text;
use contract::platform::offers::Offer;
use leptos::prelude::*;

use super::failed::ask;
use super::waiting::{checked, long_too};
use crate::app::App;
use crate::text::{Words, fill};
use crate::ui::figure::moment;
use crate::ui::live::{live, live_if};
use crate::ui::page::Page;
use crate::ui::rows::{foreign, points};
use crate::ui::shell::telephone;

pub(crate) fn appraisal(app: App, t: Words) -> AnyView {
    let g = &t.gold;
    let updated = move || {
        let view = app.store.view()?;
        let at = moment(t, &view.journey.as_ref()?.updated_at)?;
        Some(view! { <p>{fill(g.updated, &[&at])}</p> }.into_any())
    };
    let branch = move || {
        let view = app.store.view();
        match view.as_ref().and_then(|view| view.offer.as_ref()) {
            Some(offer) => branch(t, offer),
            None => g.branch_untold.into_any(),
        }
    };
    let body = view! {
        {live_if(updated)}
        <section class="card">
            <h2>{g.branch}</h2>
            {live(branch)}
            <p>{g.branch_hours}</p>
        </section>
        <section class="group">
            <h2>{g.carry}</h2>
            {points("dots", g.carry_points)}
        </section>
        {checked(app, t)}
        {long_too(app, t)}
        {ask(app, t)}
    }
    .into_any();
    Page::new(g.appraisal_title)
        .step(t, t.leave.branch.step)
        .lead(g.appraisal_lead)
        .show(app, t, body)
}

fn branch(t: Words, offer: &Offer) -> AnyView {
    let fulfillment = offer
        .fulfillments
        .iter()
        .find(|it| it.selected_location_id.is_some() || it.agent.is_some());
    let chosen = fulfillment.and_then(|it| it.selected_location_id.as_ref());
    let place = offer.lender.as_ref().and_then(|lender| {
        let mut places = lender.locations.iter();
        match chosen {
            Some(id) => places.find(|it| it.location_id.as_ref() == Some(id)),
            // The only one there is.
            None => places.next().filter(|_| lender.locations.len() == 1),
        }
    });
    let lines: Vec<_> = place
        .into_iter()
        .flat_map(|it| [&it.name, &it.address, &it.area_code])
        .flatten()
        .map(|line| view! { {foreign(line.as_str())} <br/> })
        .collect();
    let agent = fulfillment.and_then(|it| it.agent.clone()).map(|agent| {
        let number = agent.phone.as_ref().map(Text::as_str).map(telephone);
        view! {
            <p>
                {t.gold.branch_person}
                " "
                {agent.name.map(|name| foreign(name.as_str()))}
                " "
                {number}
            </p>
        }
    });
    let untold = lines
        .is_empty()
        .then(|| view! { <p>{t.gold.branch_untold}</p> });
    view! {
        <p>{foreign(offer.lender_name.as_str())}</p>
        <p>{lines}</p>
        {untold}
        {agent}
    }
    .into_any()
}
