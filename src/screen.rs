//! What is drawn: one exhaustive match over everything a borrower can meet.

use contract::OfferId;
use contract::app::{JourneyView, Party};
use flow::{Ending, Screen, Waiting, open_question};
use leptos::prelude::*;

use crate::app::App;
use crate::journey::{Session, Trouble};
use crate::route::{Compared, Place, Route};
use crate::screens::offers::compare::{can_compare, compare};
use crate::screens::{self, kfs, parting};
use crate::text::Words;

/// A page, and for the journey's page what the platform says comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Loading,
    /// Nothing has been read yet, and nothing can be.
    Down,
    SignIn,
    SignInFailed,
    SessionEnded,
    Back(Party),
    Kfs(OfferId),
    Compare(Compared),
    Applications,
    YourData,
    Deleted,
    Help,
    Who,
    NotFound,
    TurnDown(OfferId),
    GiveUp,
    /// The place matters to the question pages only.
    Home(Screen, Option<Place>),
}

/// Every field a platform problem may name.
const FIELDS: &[&str] = &[
    "profile.panName",
    "profile.pan",
    "profile.dob",
    "profile.gender",
    "profile.contactNumber",
    "profile.personalemail",
    "workProfile.employmentType",
    "workProfile.income",
    "workProfile.companyName",
    "workProfile.udyamNumber",
    "address.addressL1",
    "address.addressL2",
    "address.city",
    "address.state",
    "address.pincode",
    "goldLoan.jewelleryWeightGrams",
    "goldLoan.purity",
    "goldLoan.endUse",
    "journey.endUse",
    "journey.requestedAmount",
    "journey.requestedTenureMonths",
    "accountHolderName",
    "accountNumber",
    "ifsc",
    "accountType",
    "amount",
];

/// Our name for a field of the platform: they are the same, but for what stands before.
pub(crate) fn known_field(path: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|id| **id == path)
        .or_else(|| {
            let name = path.rsplit('.').next();
            FIELDS.iter().find(|id| Some(**id) == name)
        })
        .copied()
}

impl Stage {
    /// What to draw now; tracked.
    pub(crate) fn of(app: App) -> Self {
        let route = app.route.get();
        let home = match route {
            Route::Help => return Self::Help,
            Route::Who => return Self::Who,
            Route::NotFound => return Self::NotFound,
            Route::Home(home) => Some(home),
            _ => None,
        };
        match app.store.session.get() {
            Session::SignedOut | Session::Ended if route == Route::SignInFailed => {
                return Self::SignInFailed;
            }
            Session::SignedOut | Session::Ended if route == Route::Deleted => {
                return Self::Deleted;
            }
            Session::SignedOut => return Self::SignIn,
            Session::Ended => return Self::SessionEnded,
            Session::Unknown | Session::SignedIn => {}
        }
        let Some(view) = app.store.view() else {
            return match app.store.trouble.get() {
                None => Self::Loading,
                Some(Trouble::Missing) => Self::NotFound,
                Some(Trouble::Offline | Trouble::Down | Trouble::Busy(_)) => Self::Down,
            };
        };
        match route {
            Route::Back(party) => Self::Back(party),
            Route::Kfs(it) if kfs::is_here(&view, it.offer) => Self::Kfs(it.offer),
            Route::Compare(it) if can_compare(&view, it.offers) => Self::Compare(it.offers),
            Route::Applications => Self::Applications,
            Route::YourData => Self::YourData,
            _ => {
                let place = home.and_then(|home| home.place);
                if place == Some(Place::TurnDown)
                    && let Some(offer) = parting::offer_here(&view)
                {
                    return Self::TurnDown(offer);
                }
                if place == Some(Place::GiveUp) && parting::can_give_up(&view) {
                    return Self::GiveUp;
                }
                let screen = flow::screen(&view);
                let place = (screen == Screen::Profile).then(|| {
                    place
                        .filter(|place| place.is_of_profile())
                        .unwrap_or_else(|| first_place(&view))
                });
                Self::Home(screen, place)
            }
        }
    }
}

/// Where a profile is taken up: at its first gap, else at check-your-answers.
fn first_place(view: &JourneyView) -> Place {
    let kind = view
        .journey
        .as_ref()
        .map(|journey| journey.kind)
        .unwrap_or_default();
    view.profile
        .as_ref()
        .map_or(Some(flow::Question::Identity), |known| {
            open_question(known, kind)
        })
        .map_or(Place::Check, Place::Question)
}

pub(crate) fn draw(app: App, t: Words, stage: Stage) -> AnyView {
    match stage {
        Stage::Loading => screens::loading::loading(app, t),
        Stage::Down => screens::loading::down(app, t),
        Stage::SignIn => screens::sign_in::sign_in(app, t),
        Stage::SignInFailed => screens::sign_in::failed(app, t),
        Stage::SessionEnded => screens::sign_in::ended(app, t),
        Stage::Back(party) => screens::back::back(app, t, party),
        Stage::Kfs(offer) => kfs::kfs(app, t, offer),
        Stage::Compare(offers) => compare(app, t, offers),
        Stage::Applications => screens::applications::applications(app, t),
        Stage::YourData => screens::your_data::your_data(app, t),
        Stage::Deleted => screens::your_data::deleted(app, t),
        Stage::Help => screens::help::help(app, t),
        Stage::Who => screens::who::who(app, t),
        Stage::NotFound => screens::not_found::not_found(app, t),
        Stage::TurnDown(offer) => parting::turn_down(app, t, offer),
        Stage::GiveUp => parting::give_up(app, t),
        Stage::Home(screen, place) => home(app, t, screen, place),
    }
}

fn home(app: App, t: Words, screen: Screen, place: Option<Place>) -> AnyView {
    match screen {
        Screen::Start => screens::start::start(app, t),
        Screen::Profile => screens::profile::profile(app, t, place.unwrap_or(Place::Check)),
        Screen::Waiting(Waiting::Lender) => screens::lender::lender(app, t),
        Screen::Waiting(waiting) => screens::waiting::waiting(app, t, waiting),
        Screen::ConsentWithdrawn => screens::withdrawn::withdrawn(app, t),
        Screen::Offers => screens::offers::offers(app, t),
        Screen::Offer(offer) => screens::offer::offer(app, t, offer),
        Screen::Leave { party, offer, how } => screens::leave::leave(app, t, party, offer, how),
        Screen::LoanAmount(offer) => screens::loan_amount::loan_amount(app, t, offer),
        Screen::BankAccount(offer, failure) => {
            screens::bank_account::bank_account(app, t, offer, failure)
        }
        Screen::FormElsewhere(step) => screens::stuck::elsewhere(app, t, step),
        Screen::StepFailed(step, failure) => screens::stuck::failed(app, t, step, failure),
        Screen::Disbursed => screens::disbursed::disbursed(app, t),
        Screen::Ended(ending @ (Ending::Rejected | Ending::Expired | Ending::Closed)) => {
            screens::ended::ended(app, t, ending)
        }
        Screen::Unknown => screens::stuck::unknown(app, t),
    }
}
