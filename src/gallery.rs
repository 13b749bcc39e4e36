//! Every screen in every state, for those who work on this app; see `cargo xtask run`.
//!
//! `/gallery` lists the scenes, `/gallery/offers` shows one as a borrower sees it: nothing is asked
//! of any server, and time stands still.

mod extras;
mod index;
mod papers;
mod recorded;
mod scene;

use leptos::prelude::*;

use crate::app::App;
use crate::browser::{self, gallery};
use crate::frame;
use crate::journey::Session;
use crate::route::Route;
use scene::Scene;

/// What is mounted: the list, a scene, or at any other address the app.
pub(crate) fn root() -> AnyView {
    match gallery::place().as_deref() {
        Some("") => index::index(&scenes()),
        _ => frame::root(),
    }
}

/// Shows the scene that the address names, and the next when it changes. Says whether it names one.
pub(crate) fn begin(app: App) -> bool {
    if !gallery::is_open() {
        return false;
    }
    let scenes = scenes();
    let go = move || {
        let place = gallery::place().unwrap_or_default();
        gallery::tell("");
        clear(app);
        let scene = scenes.iter().find(|scene| scene.state == place).cloned();
        // What is built anew keeps nothing of the scene before it.
        browser::on_next_frame(move || set(app, scene.unwrap_or_else(|| Scene::missing(&place))));
    };
    go();
    browser::on_walk(go);
    true
}

fn scenes() -> Vec<Scene> {
    let mut all = recorded::scenes();
    let extras = extras::scenes(&all);
    all.extend(extras);
    all.sort_by_key(|scene| {
        let place = ORDER.iter().position(|screen| *screen == scene.screen());
        (place.unwrap_or(ORDER.len()), scene.state.clone())
    });
    all
}

/// As a borrower meets them.
const ORDER: &[&str] = &[
    "page",
    "start",
    "profile",
    "waiting",
    "offers",
    "compare",
    "offer",
    "kfs",
    "parting",
    "loanAmount",
    "leave",
    "bankAccount",
    "consentWithdrawn",
    "formElsewhere",
    "stepFailed",
    "disbursed",
    "ended",
    "unknown",
    "banner",
    "refused",
];

fn clear(app: App) {
    browser::close_menu();
    app.form.forget_all();
    app.form.clear();
    app.notices.start_anew();
    app.compared.set(Vec::new());
    app.opening.set(false);
    app.voice.set(String::new());
    app.route.set(Route::HOME);
    app.store.hold(None, Session::Unknown);
}

fn set(app: App, scene: Scene) {
    gallery::stop_clock(scene.clock());
    gallery::prepare(scene.answers());
    for (field, text) in scene.typed {
        app.form.draft(field, text);
    }
    app.route.set(scene.route);
    app.store.hold(scene.view.clone(), scene.session);
    app.store.trouble.set(scene.trouble);
    app.stayed.set(scene.stayed);
    browser::on_next_frame(move || {
        if let Some(fail) = scene.fail {
            app.form.refuse_all(fail, false);
        }
        if let Some(selector) = scene.press {
            gallery::press(selector);
        }
        let state = scene.state;
        browser::on_next_frame(move || browser::on_next_frame(move || gallery::tell(&state)));
    });
}
