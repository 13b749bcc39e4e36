//! Papers to keep, behind plain links: a `WebView` can neither print nor save what a script made.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use contract::app::ProblemCode;
use contract::platform::endpoint::Endpoint;
use contract::platform::offers::Offer;
use contract::{JourneyId, OfferId};
use http::header;
use kfs::{Language, Statement};

use crate::app::App;
use crate::clock::{india, now_ms};
use crate::problem::AppError;
use crate::request::{Correlation, Ids, Query, SignedIn};
use crate::upstream::Upstream;
use crate::view::{Wanted, compose};

/// `GET /api/journeys/{journey}/offers/{offer}/kfs.pdf?language=`
pub async fn statement(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Correlation(correlation): Correlation,
    Ids((journey, id)): Ids<(JourneyId, OfferId)>,
    query: Query,
) -> Result<Response, AppError> {
    let upstream = Upstream {
        app: &app,
        session: &session.id_hash,
        correlation: &correlation,
    };
    // From the very view that the page on screen is drawn from.
    let wanted = Wanted {
        journey: Some(journey),
        focus: Some(id),
        fresh: false,
    };
    let view = compose(upstream, &session, wanted).await?;
    let kind = view.journey.map(|journey| journey.kind).unwrap_or_default();
    let offer: Offer = match view.offer.filter(|offer| offer.offer_id == id) {
        Some(offer) => offer,
        None => upstream.read(Endpoint::Offer(journey, id)).await?,
    };
    let language = query.first("language");
    let language = language.and_then(|tag| Language::from_tag(&tag));
    let language = language.unwrap_or(Language::English);
    let made = tokio::task::spawn_blocking(move || {
        let statement = Statement::of(&offer, kind, language);
        let name = file_name(&statement.lender);
        paper::pdf(&statement, &india(now_ms())).map(|pdf| (name, pdf))
    });
    let (name, pdf) = made.await.map_err(unmade)?.map_err(unmade)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    Ok((headers, pdf).into_response())
}

fn unmade(error: impl std::fmt::Display) -> AppError {
    tracing::error!(%error, "a statement could not be put on paper");
    AppError::new(ProblemCode::Internal, "try again")
}

/// A name that any file system and any header takes.
fn file_name(lender: &str) -> String {
    const LONGEST: usize = 60;
    let words = lender.split(|letter: char| !letter.is_ascii_alphanumeric());
    let mut name = "key-facts-statement".to_owned();
    for word in words.filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= LONGEST {
            break;
        }
        name.push('-');
        name.push_str(&word.to_ascii_lowercase());
    }
    name + ".pdf"
}
