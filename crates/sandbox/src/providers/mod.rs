//! The pages a borrower is sent to, on another site than the app.

mod aa;
mod agreement;
pub(crate) mod apps;
mod branch;
mod kyc;
mod lender;
mod mandate;
mod page;
mod payment;
mod returns;
mod step;
mod visit;
mod words;
mod words_en;
mod words_hi;

use axum::Router;
use axum::routing::get;
use contract::platform::status::StepKey;
use mandate::bank_says;
pub(crate) use page::OTP;

use crate::engine::journey::Journey;
use crate::sandbox::Shared;

pub(crate) fn routes() -> Router<Shared> {
    let page = |page: &step::StepPage| format!("/{}/{{token}}", page.path);
    Router::new()
        .route("/aa/{token}", get(aa::show).post(aa::decide))
        .route(&page(&kyc::PAGE), step::routes(&kyc::PAGE))
        .route(&page(&lender::PAGE), step::routes(&lender::PAGE))
        .route(&page(&branch::PAGE), step::routes(&branch::PAGE))
        .route(&page(&mandate::PAGE), step::routes(&mandate::PAGE))
        .route(&page(&agreement::PAGE), step::routes(&agreement::PAGE))
        .route("/pay/{token}", get(payment::show).post(payment::decide))
        .route("/post.js", get(returns::script))
}

/// The first part of the address of the page on which a step is done.
pub(crate) fn path(journey: &Journey, key: StepKey) -> &'static str {
    let lenders_own = journey.script.one_redirection().is_some();
    let at_a_branch = journey
        .chosen_card()
        .is_some_and(|card| !card.lender().branches.is_empty());
    match key {
        StepKey::EMandate => mandate::PAGE.path,
        StepKey::LoanAgreement => agreement::PAGE.path,
        _ if lenders_own => lender::PAGE.path,
        _ if at_a_branch => branch::PAGE.path,
        _ => kyc::PAGE.path,
    }
}
