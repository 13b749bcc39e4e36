use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;

use super::{COOKIE, cookie};
use crate::html;
use crate::sandbox::Shared;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Params {
    post_logout_redirect_uri: Option<String>,
    state: Option<String>,
}

/// Ends the provider's own session, and goes back to an address of the app.
pub(crate) async fn end(
    State(shared): State<Shared>,
    Query(params): Query<Params>,
    headers: HeaderMap,
) -> Response {
    if let Some(session) = cookie(&headers) {
        shared.idp.with(|state, _| state.sessions.remove(&session));
    }
    let origin = &shared.settings.app_origin;
    let back = params
        .post_logout_redirect_uri
        .and_then(|uri| url::Url::parse(&uri).ok())
        .filter(|uri| url::Url::parse(origin).is_ok_and(|ours| ours.origin() == uri.origin()));
    let mut response = if let Some(mut uri) = back {
        if let Some(state) = params.state {
            uri.query_pairs_mut().append_pair("state", &state);
        }
        Redirect::to(uri.as_str()).into_response()
    } else {
        let page = html::page("Sandbox sign-in", "You are signed out", &html! {});
        html::respond(StatusCode::OK, origin, page)
    };
    let gone = format!("{COOKIE}=; HttpOnly; SameSite=Lax; Path=/idp; Max-Age=0");
    if let Ok(gone) = HeaderValue::from_str(&gone) {
        response.headers_mut().insert(header::SET_COOKIE, gone);
    }
    response
}
