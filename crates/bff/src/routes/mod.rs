//! Every route of the server, as data and as handlers.

mod auth;
mod consents;
mod handoffs;
mod intent;
mod intents;
mod operations;
mod papers;
mod returns;
mod table;
mod view;
mod webhooks;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, on, post};

pub use table::{Access, ROUTES, Route, Row};

use crate::app::App;
use crate::{guard, headers, observe, pages};

fn handler(row: &Row) -> MethodRouter<App> {
    let at = table::filter(row.method);
    match row.route {
        Route::View => on(at, view::view),
        Route::Journeys => on(at, view::journeys),
        Route::Notices => on(at, consents::notices),
        Route::Consents => on(at, consents::list),
        Route::Receipt => on(at, consents::receipt),
        Route::GiveConsents => on(at, consents::give),
        Route::WithdrawConsent => on(at, consents::withdraw),
        Route::DeleteData => on(at, auth::delete),
        Route::StartJourney => on(at, intents::start),
        Route::SaveProfile => on(at, intents::save_profile),
        Route::SubmitProfile => on(at, intents::submit_profile),
        Route::Resume => on(at, intents::resume),
        Route::Proceed => on(at, intents::proceed),
        Route::StatementPaper => on(at, papers::statement),
        Route::Reject => on(at, intents::reject),
        Route::LoanAmount => on(at, intents::loan_amount),
        Route::BankMandate => on(at, intents::bank_mandate),
        Route::Servicing => on(at, intents::servicing),
        Route::Handoff => on(at, handoffs::mint),
        Route::Returned => on(at, handoffs::returned),
        Route::Login => on(at, auth::login),
        Route::Callback => on(at, auth::callback),
        Route::Logout => on(at, auth::logout),
        Route::ReturnGet => get(returns::arrive),
        Route::ReturnPost => post(returns::arrive),
        Route::Webhook => on(at, webhooks::platform),
        Route::Live => on(at, operations::live),
        Route::Ready => on(at, operations::ready),
    }
}

/// The whole server: the table's routes, then the app's files, inside the common layers.
pub fn router(app: App) -> Router {
    let mut router = Router::new();
    for row in ROUTES {
        let mut route = handler(row).layer(DefaultBodyLimit::max(row.body_limit));
        if row.needs_key {
            route = route.layer(from_fn(guard::keyed));
        }
        route = route.layer(from_fn_with_state(row.deadline, guard::in_time));
        route = match row.access {
            Access::OwnPage => route.layer(from_fn_with_state(app.clone(), guard::own_page)),
            Access::OwnLink => route.layer(from_fn_with_state(app.clone(), guard::own_link)),
            Access::Anybody => route,
        };
        router = router.route(row.path, route);
    }
    router
        .method_not_allowed_fallback(pages::method_not_allowed)
        .fallback(pages::serve)
        .layer(tower_http::catch_panic::CatchPanicLayer::custom(
            observe::panicked,
        ))
        .layer(from_fn_with_state(app.clone(), headers::add))
        .layer(from_fn(observe::request))
        .with_state(app)
}
