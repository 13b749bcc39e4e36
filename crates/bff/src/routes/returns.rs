use axum::extract::State;
use axum::response::{IntoResponse, Response};
use contract::app::Party;
use http::{HeaderName, StatusCode, header};

use crate::app::App;
use crate::clock::now_ms;
use crate::problem::AppError;
use crate::request::{Ids, Query};

/// `GET|POST /return/{party}`: where providers send the borrower back.
///
/// No cookie comes along from another site, and nothing that does come along is believed: the
/// browser goes on to a page of the app, which asks what the platform knows. A consent's return
/// carries our own `state`: one that is not of the newest attempt goes on to the first page, where
/// nobody is told that the borrower is back.
pub async fn arrive(
    State(app): State<App>,
    Ids(party): Ids<String>,
    query: Query,
) -> Result<Response, AppError> {
    let party = Party::from_word(&party);
    if party == Party::Unknown {
        return Err(AppError::not_found());
    }
    let mut known = true;
    if let Some(state) = query.first("state") {
        known = app.store.note_return(&state, party, now_ms()).await?;
        tracing::info!(party = party.as_str(), known, "return");
    }
    // Where the return address is registered with a provider, a `state` is the provider's own.
    let page = if known || party != Party::Aa {
        format!("/back/{}", party.as_str())
    } else {
        "/".to_owned()
    };
    let headers: [(HeaderName, &str); 1] = [(header::LOCATION, &page)];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
