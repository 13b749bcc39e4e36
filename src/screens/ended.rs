use contract::platform::status::JourneyType;
use flow::Ending;
use leptos::prelude::*;

use super::start::start_loan;
use crate::app::App;
use crate::route::Route;
use crate::text::Words;
use crate::ui::button::button;
use crate::ui::live::live_if;
use crate::ui::page::{Page, link};
use crate::ui::rows::foreign;

/// The end without a loan, in neutral words.
pub(crate) fn ended(app: App, t: Words, ending: Ending) -> AnyView {
    let (title, lead) = match ending {
        Ending::Rejected => (t.done.rejected_title, t.done.rejected_lead),
        Ending::Expired => (t.done.expired_title, t.done.expired_lead),
        Ending::Closed => (t.done.closed_title, t.done.closed_lead),
    };
    let reason = move || {
        let view = app.store.view()?;
        let reason = view.offer.as_ref()?.lender_state_reason.clone()?;
        Some(view! { <p>{t.done.reason} <br/> {foreign(reason.as_str())}</p> }.into_any())
    };
    let ended = app
        .store
        .now()
        .and_then(|view| Some(view.journey.as_ref()?.kind));
    let (kind, other, start_other) = match ended {
        Some(JourneyType::GoldLoan) => (
            JourneyType::GoldLoan,
            JourneyType::PersonalLoan,
            t.start.personal,
        ),
        _ => (
            JourneyType::PersonalLoan,
            JourneyType::GoldLoan,
            t.gold.start,
        ),
    };
    let body = view! {
        {live_if(reason)}
        <div class="buttons">
            {button(app, "button main", t.done.another, move || start_loan(app, kind))}
            {button(app, "button", start_other, move || start_loan(app, other))}
        </div>
        <p>{link(app, Route::Applications, "", t.common.applications)}</p>
    }
    .into_any();
    Page::new(title).lead(lead).show(app, t, body)
}
