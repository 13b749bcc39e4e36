use contract::OfferId;
use contract::platform::offers::Offer;
use leptos::prelude::*;

use super::received;
use crate::app::App;
use crate::browser;
use crate::route::{Compare, Route};
use crate::text::Words;
use crate::ui::live::{live, live_if};
use crate::ui::page::link;
use crate::ui::rows::heard;

/// Beside one another three fit, on the narrowest screen.
const MOST: usize = 3;

/// A box, unticked, by which an offer is picked to stand beside others; the way there appears
/// where the box was ticked.
pub(super) fn pick(app: App, t: Words, offer: &Offer) -> AnyView {
    let id = offer.offer_id;
    let name = offer.lender_name.to_string();
    let several = Memo::new(move |_| received(app).len() > 1);
    let picked = Memo::new(move |_| picked(app).contains(&id));
    let refused = RwSignal::new(false);
    live_if(move || {
        let name = name.clone();
        several.get().then(|| {
            view! {
                <div class="pick">
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=move || picked.get()
                            on:change=move |event| {
                                let on = event_target_checked(&event);
                                let fits = turn(app, t, id, on);
                                refused.set(!fits);
                                if !fits {
                                    browser::untick(&event);
                                }
                            }
                        />
                        <span>{t.compare.pick} {heard(&name)}</span>
                    </label>
                    {live_if(move || {
                        let words = || view! { <span class="small">{t.compare.too_many}</span> };
                        let full = refused.get() && !picked.get() && is_full(app);
                        full.then(|| words().into_any())
                    })}
                    {live_if(move || picked.get().then(|| next(app, t)))}
                </div>
            }
            .into_any()
        })
    })
}

/// Those that are picked and still there to be compared.
fn picked(app: App) -> Vec<OfferId> {
    let there = received(app);
    let mut picked = app.compared.get();
    picked.retain(|id| there.contains(id));
    picked
}

fn is_full(app: App) -> bool {
    picked(app).len() >= MOST
}

/// Whether it was done: one more than fit is not picked.
fn turn(app: App, t: Words, id: OfferId, on: bool) -> bool {
    let mut now = untrack(|| picked(app));
    now.retain(|it| *it != id);
    if on && now.len() >= MOST {
        app.voice.set(t.compare.too_many.to_owned());
        return false;
    }
    if on {
        now.push(id);
    }
    app.voice.set(match now.len() {
        0 => String::new(),
        1 => t.compare.more.to_owned(),
        count => (t.compare.go)(count),
    });
    app.compared.set(now);
    true
}

/// What to do with what is picked.
fn next(app: App, t: Words) -> AnyView {
    live(move || {
        let picked = picked(app);
        let mut ids = picked.iter().copied();
        if picked.len() < 2 {
            return view! { <span class="small">{t.compare.more}</span> }.into_any();
        }
        let route = Route::Compare(Compare {
            journey: app.route.get_untracked().home().journey,
            offers: [ids.next(), ids.next(), ids.next()],
        });
        link(app, route, "", (t.compare.go)(picked.len()))
    })
}
