use contract::app::{Journey, JourneyList};
use contract::platform::status::{JourneyStatus, JourneyType};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::acknowledgement::written;
use crate::api::{self, Fail};
use crate::app::App;
use crate::route::{Home, Place, Route};
use crate::text::{Words, fill};
use crate::ui::button::button;
use crate::ui::figure;
use crate::ui::live::live;
use crate::ui::page::{Page, link};
use crate::ui::rows::{foreign, heard, plain, rows};

/// Earlier applications, and the one that is open.
pub(crate) fn applications(app: App, t: Words) -> AnyView {
    let list = RwSignal::new(None::<Result<JourneyList, Fail>>);
    let read = move || {
        list.set(None);
        spawn_local(async move {
            let answer = api::journeys().await;
            // The page may be gone by now.
            let _ = list.try_set(Some(answer));
        });
    };
    read();
    let body = move || {
        list.with(|list| match list {
            None => view! {
                <div class="skeleton" aria-hidden="true"><span></span><span></span></div>
            }
            .into_any(),
            Some(Ok(list)) if list.items.is_empty() => t.start.list_empty.into_any(),
            Some(Ok(list)) => list
                .items
                .iter()
                .map(|journey| card(app, t, journey))
                .collect::<Vec<_>>()
                .into_any(),
            Some(Err(_)) => view! {
                <p>{t.start.list_failed}</p>
                {button(app, "button", t.start.try_again, read)}
            }
            .into_any(),
        })
    };
    Page::new(t.start.list_title)
        .lead(t.start.list_lead)
        .home(app, t)
        .show(app, t, live(body))
}

fn card(app: App, t: Words, journey: &Journey) -> AnyView {
    let name = match journey.kind {
        JourneyType::PersonalLoan => t.start.personal_loan,
        JourneyType::GoldLoan => t.start.gold_loan,
        JourneyType::Unknown => t.start.loan,
    };
    let status = if journey.stands_still {
        t.start.status_still
    } else {
        status(t, journey.status)
    };
    let changed = figure::moment(t, &journey.updated_at);
    let number = flow::application_number(journey.id);
    let lender = journey.lender.as_ref();
    let facts = lender
        .map(|name| (t.done.paid_lender.to_owned(), foreign(name.as_str())))
        .into_iter()
        .chain([
            (t.money.status.to_owned(), plain(status)),
            written(t, journey.id),
        ])
        .collect();
    let route = Route::Home(Home {
        journey: Some(journey.id),
        ..Home::default()
    });
    view! {
        <section class="card">
            <h2>{name}</h2>
            {rows("rows answers", facts)}
            {changed.map(|at| view! { <p class="small">{fill(t.start.updated, &[&at])}</p> })}
            {link(app, route, "button", (t.start.open, heard(&number)))}
            {leavable(journey.status).then(|| {
                let home = Home { journey: Some(journey.id), ..Home::default() };
                let route = Route::Home(Home { place: Some(Place::GiveUp), ..home });
                link(app, route, "", (t.parting.give_up, heard(&number)))
            })}
        </section>
    }
    .into_any()
}

/// Nothing is signed yet.
fn leavable(status: JourneyStatus) -> bool {
    !matches!(
        status,
        JourneyStatus::LenderProcessing
            | JourneyStatus::Disbursed
            | JourneyStatus::Rejected
            | JourneyStatus::Expired
            | JourneyStatus::Closed
            | JourneyStatus::Unknown
    )
}

fn status(t: Words, status: JourneyStatus) -> &'static str {
    match status {
        JourneyStatus::Started
        | JourneyStatus::ProfileRequired
        | JourneyStatus::ProfileSubmitted
        | JourneyStatus::Unknown => t.start.status_open,
        JourneyStatus::OffersPending | JourneyStatus::OffersAvailable => t.start.status_offers,
        JourneyStatus::OfferSelected
        | JourneyStatus::AaRequired
        | JourneyStatus::KycPending
        | JourneyStatus::BankMandatePending
        | JourneyStatus::EMandatePending
        | JourneyStatus::LoanAgreementPending => t.start.status_steps,
        JourneyStatus::LenderProcessing => t.start.status_lender,
        JourneyStatus::Disbursed => t.start.status_paid,
        JourneyStatus::Rejected => t.start.status_rejected,
        JourneyStatus::Expired => t.start.status_expired,
        JourneyStatus::Closed => t.start.status_closed,
    }
}
