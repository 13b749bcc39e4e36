//! The page around the screens, and what follows a change of screen.

use leptos::prelude::*;

use crate::app::App;
use crate::brand;
use crate::browser;
use crate::journey::{Session, Trouble};
use crate::route::{Home, Route};
use crate::screen::{self, Stage};
use crate::screens::parting;
use crate::ui::live::live;
use crate::ui::shell;

/// The whole page.
pub(crate) fn root() -> AnyView {
    let app = App::new();
    app.begin();
    let stage = Memo::new(move |_| Stage::of(app));
    follow(app, stage);
    let lender = shell::lender_here(app);
    // Each screen is built anew: what was open, ticked or focused in one stays out of the next.
    let numbered = Memo::new(move |last: Option<&(u32, Stage)>| {
        (last.map_or(0, |(number, _)| number + 1), stage.get())
    });
    view! {
        {live(move || shell::top(app, app.words()))}
        <div class="frame">
            <main id="main" tabindex="-1">
                {live(move || shell::banner(app, app.words()))}
                <For each=move || [numbered.get()] key=|(number, _)| *number let((_, stage))>
                    {live(move || {
                        let t = app.words();
                        untrack(|| screen::draw(app, t, stage))
                    })}
                    {parting::ways_out(app, stage)}
                </For>
            </main>
            {live(move || lender.with(|lender| shell::side(app.words(), lender.as_ref())))}
        </div>
        <p class="unseen" role="status">{live(move || app.voice.get().into_any())}</p>
    }
    .into_any()
}

/// Title, focus and history follow the screen.
fn follow(app: App, stage: Memo<Stage>) {
    Effect::new(move |last: Option<Stage>| {
        let now = stage.get();
        if last.is_some_and(|last| last != now) {
            app.form.turn_page();
            let settled = last != Some(Stage::Loading);
            if settled && app.form.flaws.with_untracked(Vec::is_empty) {
                browser::on_next_frame(browser::focus_heading);
            }
        }
        if let Stage::Home(_, Some(place)) = now {
            let home = app.route.get_untracked().home();
            if home.place.is_none() {
                app.go_instead(Route::Home(Home {
                    place: Some(place),
                    ..home
                }));
            }
        }
        now
    });
    Effect::new(move || {
        let _ = stage.get();
        let t = app.words();
        let flawed = app.form.flaws.with(|flaws| !flaws.is_empty());
        browser::on_next_frame(move || {
            let pattern = if flawed { t.common.error_title } else { "{0}" };
            browser::retitle(pattern, brand::NAME);
        });
    });
    Effect::new(move || {
        if app.form.refusals.get() > 0 {
            browser::on_next_frame(|| browser::focus("problems"));
        }
    });
    Effect::new(move |last: Option<Option<Trouble>>| {
        let now = app.store.trouble.get();
        let t = app.language.get_untracked().words();
        match now {
            Some(Trouble::Missing) => {}
            // Each attempt names other seconds: said once is enough.
            Some(Trouble::Busy(_)) if matches!(last, Some(Some(Trouble::Busy(_)))) => {}
            Some(trouble) => app.voice.set(shell::said(t, trouble)),
            None if last.is_some_and(|last| last.is_some()) => {
                app.voice.set(t.common.connected.to_owned());
            }
            None => {}
        }
        now
    });
    Effect::new(move |last: Option<Session>| {
        let now = app.store.session.get();
        if last == Some(Session::SignedIn) && now != Session::SignedIn {
            app.form.forget_all();
        }
        now
    });
}
