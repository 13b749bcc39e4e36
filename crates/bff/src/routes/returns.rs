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
/// browser goes on to a page of the app, which asks what the platform knows.
pub async fn arrive(
    State(app): State<App>,
    Ids(party): Ids<String>,
    query: Query,
) -> Result<Response, AppError> {
    let party = Party::from_word(&party);
    if party == Party::Unknown {
        return Err(AppError::not_found());
    }
    if let Some(state) = query.first("state").filter(|state| state.len() <= 128) {
        let known = app.store.note_return(&state, party, now_ms()).await?;
        tracing::info!(party = party.as_str(), known, "return");
    }
    let page = format!("/back/{}", party.as_str());
    let headers: [(HeaderName, &str); 1] = [(header::LOCATION, &page)];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
