//! One log line a request, with its correlation ID and without its secrets.

use std::any::Any;
use std::time::Instant;

use axum::body::Body;
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::app::ProblemCode;
use contract::platform::header::CORRELATION_ID;
use http::HeaderValue;

use crate::problem::{AppError, ProblemBody};
use crate::request::Correlation;

/// Names the request, logs it by its route (never its query), and writes the name into a problem.
pub async fn request(mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let correlation = Correlation::of(request.headers().get(CORRELATION_ID));
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("page", |path| path.as_str())
        .to_owned();
    request.extensions_mut().insert(correlation.clone());
    let mut response = next.run(request).await;
    if let Some(ProblemBody(mut problem)) = response.extensions_mut().remove::<ProblemBody>() {
        problem.correlation_id = Some(correlation.0.clone());
        if let Ok(body) = serde_json::to_vec(&problem) {
            response.headers_mut().remove(http::header::CONTENT_LENGTH);
            *response.body_mut() = Body::from(body);
        }
    }
    if let Ok(value) = HeaderValue::from_str(&correlation.0) {
        response.headers_mut().insert(CORRELATION_ID, value);
    }
    tracing::info!(
        correlation = correlation.0,
        method = method.as_str(),
        route,
        status = response.status().as_u16(),
        ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX),
        "request"
    );
    response
}

/// A bug in a handler: the borrower may try again, the log has the message.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer that calls this gives it away"
)]
pub fn panicked(reason: Box<dyn Any + Send>) -> Response {
    let reason = reason
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| reason.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    tracing::error!(reason, "a handler panicked");
    AppError::new(ProblemCode::Internal, "try again").into_response()
}
