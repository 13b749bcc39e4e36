//! Only our own page may call the API.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use contract::app::{CSRF_HEADER, ProblemCode};
use http::{HeaderMap, Method, header};

use crate::app::App;
use crate::cookie;
use crate::problem::AppError;

/// `X-CSRF: 1`, which no cross-site form can set; `Sec-Fetch-Site` where the browser sends it;
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
