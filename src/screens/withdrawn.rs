use contract::app::{ConsentKind, GiveConsents, JourneyView};
use leptos::prelude::*;

use super::parting::{can_give_up, to};
use crate::api::Intent;
use crate::app::App;
use crate::route::{Place, Route};
use crate::text::Words;
use crate::ui::button::{form, submit_as};
use crate::ui::consent::{forget, given, missing, notice};
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::points;

/// The application stands still. Going on and giving up weigh the same, and neither is pressed for.
pub(crate) fn withdrawn(app: App, t: Words) -> AnyView {
    let c = &t.consents;
    let kinds = Memo::new(move |_| app.store.view().map(|view| taken_back(&view)));
    let leavable = Memo::new(move |_| app.store.view().is_some_and(|view| can_give_up(&view)));
    let ask = move || {
        let kinds = kinds.get().unwrap_or_default();
        let notices: Vec<_> = kinds
            .iter()
            .map(|kind| notice(app, t, *kind, None))
            .collect();
        let other = if leavable.get() {
            link(app, to(app, Place::GiveUp), "button", t.parting.give_up)
        } else {
            link(app, Route::Applications, "button", t.common.applications)
        };
        let body = view! {
            {notices}
            <div class="buttons">
                {submit_as(app, "button", c.again)}
                {other}
            </div>
        }
        .into_any();
        let sent = kinds.clone();
        form(
            body,
            move |changed| app.form.mend(changed, &missing(app, &kinds, None)),
            move || send(app, &sent),
        )
    };
    let body = view! {
        {points("dots", c.withdrawn_points)}
        <section class="group">
            <h2>{c.go_on}</h2>
            <p>{c.go_on_what}</p>
            {live(ask)}
        </section>
        <p>{link(app, Route::YourData, "", t.common.your_data)}</p>
    }
    .into_any();
    Page::new(c.withdrawn_title)
        .lead(c.withdrawn_lead)
        .show(app, t, body)
}

/// Those of the consents without which nothing is sent that were withdrawn.
fn taken_back(view: &JourneyView) -> Vec<ConsentKind> {
    let stands = |kind: ConsentKind| {
        let mut all = view.consents.iter();
        all.any(|it| it.kind == kind && it.given)
    };
    ConsentKind::TO_SUBMIT
        .into_iter()
        .filter(|kind| !stands(*kind))
        .collect()
}

fn send(app: App, kinds: &[ConsentKind]) {
    let flaws = missing(app, kinds, None);
    if !flaws.is_empty() {
        return app.form.refuse(flaws, false);
    }
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    let consents = GiveConsents {
        consents: kinds
            .iter()
            .filter_map(|kind| given(app, *kind, None))
            .collect(),
        offer_id: None,
    };
    let kinds = kinds.to_vec();
    app.send(Intent::Consent(journey, consents), move |app| {
        forget(app, &kinds);
    });
}
