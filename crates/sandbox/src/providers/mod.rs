//! The pages a borrower is sent to, on another site than the app.

mod aa;
mod agreement;
mod kyc;
mod mandate;
mod page;
mod payment;
mod returns;

pub(crate) use page::OTP;

use axum::Router;
use axum::routing::get;

use crate::sandbox::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/aa/{token}", get(aa::show).post(aa::decide))
        .route("/kyc/{token}", get(kyc::show).post(kyc::decide))
        .route(
            "/e-mandate/{token}",
            get(mandate::show).post(mandate::decide),
        )
        .route(
            "/loan-agreement/{token}",
            get(agreement::show).post(agreement::decide),
        )
        .route("/pay/{token}", get(payment::show).post(payment::decide))
}
