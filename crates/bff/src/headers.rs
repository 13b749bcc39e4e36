//! Security headers, on every answer whatever its status.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

use crate::app::App;

type Line = (HeaderName, &'static str);

const fn line(name: &'static str, value: &'static str) -> Line {
    (HeaderName::from_static(name), value)
}

/// On everything.
const ALWAYS: [Line; 6] = [
    line("x-content-type-options", "nosniff"),
    line("referrer-policy", "no-referrer"),
    line("cross-origin-resource-policy", "same-origin"),
    line("cross-origin-opener-policy", "same-origin"),
    line("x-frame-options", "DENY"),
    line(
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), payment=(), usb=()",
    ),
];

/// Unless the handler said otherwise: what is not a page or a file of the app.
const UNLESS_SAID: [Line; 3] = [
    line("cache-control", "no-store"),
    line(
        "content-security-policy",
        "default-src 'none'; frame-ancestors 'none'; sandbox",
    ),
    line("vary", "sec-fetch-site, origin, cookie"),
];

pub async fn add(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    for (name, value) in UNLESS_SAID {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if app.config.public_origin.scheme() == "https" {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}
