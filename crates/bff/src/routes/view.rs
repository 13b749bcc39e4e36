use axum::extract::State;
use axum::response::{IntoResponse, Response};
use contract::app::{Journey, JourneyList, JourneyView, Standing};
use contract::platform::endpoint::Endpoint;
use contract::platform::journeys::Journey as PlatformJourney;
use contract::platform::status::JourneyStatus;
use contract::{Items, JourneyId, OfferId};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::app::App;
use crate::crypto::sha256_base64;
use crate::problem::AppError;
use crate::request::{Correlation, Query, SignedIn};
use crate::upstream::Upstream;
use crate::view::{Wanted, compose};

/// `GET /api/view`
pub async fn view(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Correlation(correlation): Correlation,
    query: Query,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let wanted = Wanted {
        journey: parse::<JourneyId>(query.first("journey").as_deref())?,
        focus: parse::<OfferId>(query.first("offer").as_deref())?,
        fresh: false,
    };
    let upstream = Upstream {
        app: &app,
        session: &session.id_hash,
        correlation: &correlation,
    };
    let view = compose(upstream, &session, wanted).await?;
    answer(&view, &headers)
}

fn parse<T: std::str::FromStr>(text: Option<&str>) -> Result<Option<T>, AppError> {
    text.map(str::parse)
        .transpose()
        .map_err(|_| AppError::not_found())
}

/// A view with its strong `ETag`; 304 when the browser has this very one.
pub fn answer(view: &JourneyView, asked: &HeaderMap) -> Result<Response, AppError> {
    let body = serde_json::to_vec(view).map_err(|error| {
        tracing::error!(%error, "a view could not be written");
        AppError::new(contract::app::ProblemCode::Internal, "try again")
    })?;
    let etag = format!("\"{}\"", sha256_base64(&body));
    let mut response = if asked
        .get(header::IF_NONE_MATCH)
        .is_some_and(|have| *have == *etag)
    {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let json = (header::CONTENT_TYPE, "application/json; charset=utf-8");
        ([json], body).into_response()
    };
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    Ok(response)
}

/// `GET /api/journeys`
pub async fn journeys(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Correlation(correlation): Correlation,
) -> Result<axum::Json<JourneyList>, AppError> {
    let upstream = Upstream {
        app: &app,
        session: &session.id_hash,
        correlation: &correlation,
    };
    let list: Items<PlatformJourney> = upstream.read(Endpoint::ListJourneys).await?;
    let lenders = app.store.lenders(&session.borrower).await?;
    let standing = app.store.standings(&session.borrower).await?;
    let items = list.items.into_iter().map(|journey| Journey {
        id: journey.journey_id,
        kind: journey.kind,
        status: journey.status,
        next_action: journey.next_action,
        pending_operations: Vec::new(),
        capabilities: journey.capabilities,
        resume: journey.resume,
        selected_offer: journey.selected_offer_id,
        lender: journey
            .selected_offer_id
            .and_then(|offer| lenders.get(&offer).cloned()),
        stands_still: false,
        updated_at: journey.updated_at,
    });
    let items = items.map(|mut journey| {
        let consents = standing.get(&journey.id).cloned().unwrap_or_default();
        journey.stands_still = stands_still(&journey, consents);
        journey
    });
    Ok(axum::Json(JourneyList {
        items: items.collect(),
    }))
}

/// As its own screen would say. Whether an agreement is signed only its steps know, which a list
/// does not read: there it says nothing.
fn stands_still(journey: &Journey, consents: Vec<Standing>) -> bool {
    let view = JourneyView {
        journey: Some(journey.clone()),
        consents,
        ..JourneyView::default()
    };
    journey.status != JourneyStatus::LoanAgreementPending
        && flow::screen(&view) == flow::Screen::ConsentWithdrawn
}
