use axum::extract::State;
use http::StatusCode;

use crate::app::App;

/// `GET /livez`: the process runs.
pub async fn live() -> StatusCode {
    StatusCode::OK
}

/// `GET /readyz`: requests can be served.
pub async fn ready(State(app): State<App>) -> StatusCode {
    match app.store.ping().await {
        Ok(()) => StatusCode::OK,
        Err(error) => {
            tracing::error!(%error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
