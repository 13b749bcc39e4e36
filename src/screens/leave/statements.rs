//! Nobody is sent to an Account Aggregator without having agreed to it here, for this offer.

use contract::OfferId;
use contract::app::{ConsentKind, GiveConsents, Party};
use flow::Screen;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, Intent};
use crate::app::App;
use crate::route::Route;
use crate::screen::Stage;
use crate::text::{Words, fill};
use crate::ui::button::form;
use crate::ui::consent::{forget, given, missing, notice};
use crate::ui::figure::moment_at;
use crate::ui::live::live;
use crate::ui::page::link;

const KIND: ConsentKind = ConsentKind::Aa;

/// Whether there is a consent for this offer that has not been withdrawn; tracked.
pub(super) fn stands(app: App, offer: OfferId) -> bool {
    app.store.view().is_some_and(|view| {
        let mut all = view.consents.iter();
        all.any(|it| it.kind == KIND && it.offer_id == Some(offer) && it.given)
    })
}

/// The notice; or, once it was agreed to, when that was. It is not asked for twice.
pub(super) fn consent(app: App, t: Words, offer: OfferId) -> AnyView {
    let stands = Memo::new(move |_| stands(app, offer));
    live(move || {
        if stands.get() {
            return agreed(app, t, offer);
        }
        form(
            notice(app, t, KIND, Some(offer)),
            move |changed| app.form.mend(changed, &missing(app, &[KIND], Some(offer))),
            move || go(app, offer),
        )
    })
}

fn agreed(app: App, t: Words, offer: OfferId) -> AnyView {
    let given_at = RwSignal::new(None::<i64>);
    spawn_local(async move {
        let Ok(receipts) = api::consents().await else {
            return;
        };
        let mut all = receipts.items.iter();
        let ours = all
            .find(|it| it.kind == KIND && it.offer_id == Some(offer) && it.withdrawn_at.is_none());
        // The page may be gone by now.
        let _ = given_at.try_set(ours.map(|it| it.given_at));
    });
    let words = move || match given_at.get() {
        Some(at) => fill(t.consents.agreed_on, &[&moment_at(t, at)]),
        None => t.consents.agreed.to_owned(),
    };
    view! {
        <p>{words} " " {link(app, Route::YourData, "", t.consents.under_data)}</p>
    }
    .into_any()
}

/// First the consent is recorded, then the borrower leaves.
pub(super) fn go(app: App, offer: OfferId) {
    if untrack(|| stands(app, offer)) {
        return app.leave(Party::Aa, offer);
    }
    let flaws = missing(app, &[KIND], Some(offer));
    if !flaws.is_empty() {
        return app.form.refuse(flaws, false);
    }
    let Some(journey) = app.store.journey_id() else {
        return;
    };
    let consents = GiveConsents {
        consents: given(app, KIND, Some(offer)).into_iter().collect(),
        offer_id: Some(offer),
    };
    app.send(Intent::Consent(journey, consents), move |app| {
        forget(app, &[KIND]);
        // What was only held up goes on from where it stood.
        let goes_on = untrack(|| matches!(Stage::of(app), Stage::Home(Screen::Waiting(_), _)));
        if !goes_on {
            app.leave(Party::Aa, offer);
        }
    });
}
