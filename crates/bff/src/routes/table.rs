use std::time::Duration;

use axum::routing::MethodFilter;
use contract::platform::endpoint::Method;

/// Who may call a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Our own page only: `X-CSRF: 1`, Fetch Metadata, origin.
    OwnPage,
    /// A link of our own page that the browser follows by itself, to a paper to keep: it can send
    /// no `X-CSRF`, so the session cookie, Fetch Metadata and origin speak for it. Reads only.
    OwnLink,
    /// Anybody; the handler checks what it must (state, signature, nothing).
    Anybody,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    View,
    Journeys,
    Notices,
    Consents,
    Receipt,
    GiveConsents,
    WithdrawConsent,
    DeleteData,
    StartJourney,
    SaveProfile,
    SubmitProfile,
    Resume,
    Proceed,
    StatementPaper,
    Reject,
    LoanAmount,
    BankMandate,
    Servicing,
    Handoff,
    Returned,
    Login,
    Callback,
    Logout,
    ReturnGet,
    ReturnPost,
    Webhook,
    Live,
    Ready,
}

/// One route. Whatever is not in [`ROUTES`] is the app's file, the app's page, or not found.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub route: Route,
    pub method: Method,
    pub path: &'static str,
    /// The platform's call it becomes, where it becomes just one.
    pub upstream: &'static str,
    /// Bytes.
    pub body_limit: usize,
    /// For the whole answer.
    pub deadline: Duration,
    /// An `Idempotency-Key` must come with it.
    pub needs_key: bool,
    /// A session must come with it.
    pub needs_session: bool,
    pub access: Access,
}

const fn read(route: Route, path: &'static str, upstream: &'static str) -> Row {
    Row {
        route,
        method: Method::Get,
        path,
        upstream,
        body_limit: 0,
        deadline: Duration::from_secs(30),
        needs_key: false,
        needs_session: true,
        access: Access::OwnPage,
    }
}

/// A file to keep, behind a plain link.
const fn paper(route: Route, path: &'static str, upstream: &'static str) -> Row {
    Row {
        access: Access::OwnLink,
        ..read(route, path, upstream)
    }
}

/// About what we ourselves keep, which the platform does not hear of. Harmless when repeated.
const fn own(route: Route, path: &'static str) -> Row {
    Row {
        method: Method::Post,
        body_limit: 1024,
        ..read(route, path, "")
    }
}

/// What becomes one call of the platform, of the same path.
macro_rules! relay {
    ($route:ident, $method:ident, $path:literal) => {
        intent!($route, $method, $path, concat!("/journeys", $path))
    };
}

macro_rules! intent {
    ($route:ident, $method:ident, $path:literal, $upstream:expr) => {
        Row {
            route: Route::$route,
            method: Method::$method,
            path: concat!("/api/journeys", $path),
            upstream: $upstream,
            body_limit: 16 * 1024,
            // A relay and the reading after it; the browser waits a little longer.
            deadline: Duration::from_secs(40),
            needs_key: true,
            needs_session: true,
            access: Access::OwnPage,
        }
    };
}

const fn open(route: Route, method: Method, path: &'static str, body_limit: usize) -> Row {
    Row {
        route,
        method,
        path,
        upstream: "",
        body_limit,
        deadline: Duration::from_secs(30),
        needs_key: false,
        needs_session: false,
        access: Access::Anybody,
    }
}

pub const ROUTES: &[Row] = &[
    read(
        Route::View,
        "/api/view",
        "/journeys/{journey}/state and what the state needs",
    ),
    read(Route::Journeys, "/api/journeys", "/journeys"),
    paper(
        Route::StatementPaper,
        "/api/journeys/{journey}/offers/{offer}/kfs.pdf",
        "/journeys/{journey}/state and the offer",
    ),
    Row {
        needs_session: false,
        ..read(Route::Notices, "/api/notices", "")
    },
    read(Route::Consents, "/api/consents", ""),
    paper(Route::Receipt, "/api/consents/{id}/receipt", ""),
    intent!(GiveConsents, Post, "/{journey}/consents", ""),
    own(Route::WithdrawConsent, "/api/consents/{id}/withdraw"),
    own(Route::DeleteData, "/api/data/delete"),
    relay!(StartJourney, Post, ""),
    relay!(SaveProfile, Put, "/{journey}/profile"),
    relay!(SubmitProfile, Post, "/{journey}/profile/submit"),
    relay!(Resume, Patch, "/{journey}/resume"),
    relay!(Proceed, Post, "/{journey}/offers/{offer}/proceed"),
    relay!(Reject, Post, "/{journey}/offers/{offer}/reject"),
    relay!(LoanAmount, Post, "/{journey}/offers/{offer}/loan-amount"),
    relay!(
        BankMandate,
        Post,
        "/{journey}/offers/{offer}/steps/bank-mandate"
    ),
    relay!(Servicing, Post, "/{journey}/post-disbursal/{action}"),
    intent!(
        Handoff,
        Post,
        "/{journey}/handoffs",
        "the step, or /journeys/{journey}/aa/sessions/{session}/redirect"
    ),
    intent!(
        Returned,
        Post,
        "/{journey}/handoffs/{party}/returned",
        "/journeys/{journey}/aa/sessions/{session}/complete for aa"
    ),
    Row {
        access: Access::OwnPage,
        ..open(Route::Logout, Method::Post, "/auth/logout", 0)
    },
    open(Route::Login, Method::Get, "/auth/login", 0),
    open(Route::Callback, Method::Get, "/auth/callback", 0),
    open(Route::ReturnGet, Method::Get, "/return/{party}", 0),
    // Some gateways post their answer; it is not believed, only drained.
    open(
        Route::ReturnPost,
        Method::Post,
        "/return/{party}",
        64 * 1024,
    ),
    open(
        Route::Webhook,
        Method::Post,
        "/webhooks/platform",
        256 * 1024,
    ),
    open(Route::Live, Method::Get, "/livez", 0),
    open(Route::Ready, Method::Get, "/readyz", 0),
];

/// The router's word for a method.
pub fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
    }
}
