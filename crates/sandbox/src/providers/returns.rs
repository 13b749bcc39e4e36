//! How a provider sends the borrower back.

use axum::response::{IntoResponse, Redirect, Response};

use crate::sandbox::Sandbox;
use crate::text;

/// Where a party's borrowers come back to when no address came with the request.
pub(crate) fn registered(sandbox: &Sandbox, party: &str) -> String {
    format!("{}/return/{party}", sandbox.settings.app_origin)
}

/// Sends the browser on, with what providers like to add: a reference of their own and what they
/// think happened. Neither proves anything.
pub(crate) fn send_back(address: &str, outcome: &str) -> Response {
    let Ok(mut url) = url::Url::parse(address) else {
        return Redirect::to(address).into_response();
    };
    url.query_pairs_mut()
        .append_pair("txnid", &text::short())
        .append_pair("status", outcome);
    Redirect::to(url.as_str()).into_response()
}
