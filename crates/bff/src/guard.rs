//! What is asked of a request before its handler sees it.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::app::{CSRF_HEADER, ProblemCode};
use contract::platform::header::IDEMPOTENCY_KEY;
use http::{HeaderMap, Method, header};

use crate::app::App;
use crate::cookie;
use crate::problem::AppError;

/// Only our own page: `X-CSRF: 1`, which no cross-site form can set; `Sec-Fetch-Site` where the browser sends it;
/// `Origin` against the configured one, never against `Host`.
pub async fn own_page(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let stranger = !has_header(headers) || is_foreign(headers, &app);
    // Without a session there is nothing to protect in a read: let it say "sign in".
    let harmless =
        request.method() == Method::GET && cookie::read(headers, cookie::SESSION).is_none();
    if stranger && !harmless {
        return AppError::new(ProblemCode::CrossSite, "not from our own page").into_response();
    }
    next.run(request).await
}

/// Only a link of our own page. Neither header is sent by every browser and every downloader; the
/// cookie, which does not travel from site to site, is.
pub async fn own_link(State(app): State<App>, request: Request, next: Next) -> Response {
    if is_foreign(request.headers(), &app) {
        return AppError::new(ProblemCode::CrossSite, "not from our own page").into_response();
    }
    next.run(request).await
}

/// An intent names itself, so that a repetition is known as one.
pub async fn keyed(request: Request, next: Next) -> Response {
    let mut keys = request.headers().get_all(IDEMPOTENCY_KEY).into_iter();
    let key = keys.next().and_then(|value| value.to_str().ok());
    let fits = key.is_some_and(|key| (8..=255).contains(&key.len())) && keys.next().is_none();
    if fits {
        return next.run(request).await;
    }
    let say = "one Idempotency-Key of 8 to 255 characters is needed";
    AppError::new(ProblemCode::BadRequest, say)
        .field(Some("Idempotency-Key".to_owned()))
        .into_response()
}

/// An answer within the route's deadline, or word that there is none.
pub async fn in_time(State(deadline): State<Duration>, request: Request, next: Next) -> Response {
    tokio::time::timeout(deadline, next.run(request))
        .await
        .unwrap_or_else(|_| {
            AppError::new(ProblemCode::PlatformUnavailable, "that took too long").into_response()
        })
}

fn has_header(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(CSRF_HEADER).into_iter();
    values.next().is_some_and(|value| value == "1") && values.next().is_none()
}

fn is_foreign(headers: &HeaderMap, app: &App) -> bool {
    let site = headers
        .get("sec-fetch-site")
        .map(http::HeaderValue::as_bytes);
    match site {
        Some(b"same-origin") => false,
        Some(b"same-site" | b"cross-site" | b"none") => true,
        _ => headers.get(header::ORIGIN).is_some_and(|origin| {
            origin.as_bytes()
                != app
                    .config
                    .public_origin
                    .origin()
                    .ascii_serialization()
                    .as_bytes()
        }),
    }
}
