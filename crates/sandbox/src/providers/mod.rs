//! The pages a borrower is sent to, on another site than the app.

mod aa;
mod agreement;
mod kyc;
mod mandate;
mod page;
mod payment;
mod returns;

pub(crate) use page::OTP;

use axum::extract::{Path, State};
use axum::routing::{MethodRouter, get};
use axum::{Form, Router};
use page::{Decision, StepPage};

use crate::sandbox::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/aa/{token}", get(aa::show).post(aa::decide))
        .route("/kyc/{token}", step(&kyc::PAGE))
        .route("/e-mandate/{token}", step(&mandate::PAGE))
        .route("/loan-agreement/{token}", step(&agreement::PAGE))
        .route("/pay/{token}", get(payment::show).post(payment::decide))
}

/// The two requests of a page that belongs to a step.
fn step(page: &'static StepPage) -> MethodRouter<Shared> {
    let show = move |State(shared): State<Shared>, Path(token): Path<String>| async move {
        page.show(&shared, &token)
    };
    let decide = move |State(shared): State<Shared>,
                       Path(token): Path<String>,
                       Form(decision): Form<Decision>| async move {
        page.decide(&shared, &token, &decision)
    };
    get(show).post(decide)
}
