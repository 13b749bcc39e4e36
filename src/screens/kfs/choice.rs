use contract::app::{ChooseOffer, ConsentKind};
use leptos::prelude::*;

use super::{Shown, Stands, home, journey_of, written_in};
use crate::api::Intent;
use crate::app::App;
use crate::route::{Home, Place, Route};
use crate::text::Words;
use crate::ui::button::{form, submit_as};
use crate::ui::consent;
use crate::ui::page::link;

const READ: ConsentKind = ConsentKind::Kfs;

/// What stands at the end of the statement.
pub(super) fn choice(app: App, t: Words, it: &Shown) -> AnyView {
    let body = match it.stands {
        Stands::Open => open(app, t, it),
        Stands::Chosen => view! {
            <p>{t.kfs.chosen}</p>
            {link(app, home(app, None), "button", t.common.home)}
        }
        .into_any(),
        Stands::Past => return ().into_any(),
    };
    view! {
        <section class="group decision" aria-labelledby="decide">
            <h2 id="decide">{t.kfs.decide}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Choosing and turning down weigh the same.
fn open(app: App, t: Words, it: &Shown) -> AnyView {
    let offer = Some(it.offer.offer_id);
    // A statement that is drawn anew is to be read anew.
    consent::forget(app, &[READ]);
    let turn_down = Route::Home(Home {
        journey: journey_of(app),
        offer: Some(it.offer.offer_id),
        place: Some(Place::TurnDown),
    });
    let body = view! {
        {kfs::cost_unknown(&it.offer, written_in(app)).map(|note| view! { <p>{note}</p> })}
        <p>{t.offer.choose_what}</p>
        {consent::notice(app, t, READ, offer)}
        <div class="buttons">
            {submit_as(app, "button", t.offer.choose)}
            {link(app, turn_down, "button", t.parting.not_this)}
        </div>
    };
    let it = it.clone();
    form(
        body.into_any(),
        move |changed| {
            app.form
                .mend(changed, &consent::missing(app, &[READ], offer));
        },
        move || choose(app, &it),
    )
}

fn choose(app: App, it: &Shown) {
    let flaws = consent::missing(app, &[READ], Some(it.offer.offer_id));
    if !flaws.is_empty() {
        app.form.refuse(flaws, false);
        return;
    }
    let chosen = ChooseOffer {
        figures: Some(flow::figures_mark(&it.offer)),
        read: consent::given(app, READ, Some(it.offer.offer_id)),
    };
    let next = home(app, None);
    app.send(
        Intent::Proceed(it.journey, it.offer.offer_id, chosen),
        move |app| {
            consent::forget(app, &[READ]);
            app.go_instead(next);
        },
    );
}
