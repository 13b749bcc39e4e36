//! Notices, the consents given to them, and the receipts of those.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use contract::app::{
    Consent, ConsentKind, GiveConsents, Notice, Notices, ProblemCode, ReceiptList, Standing,
};
use contract::platform::endpoint::Endpoint;
use contract::platform::journeys::Journey;
use contract::platform::offers::Offer;
use contract::platform::status::JourneyType;
use contract::{JourneyId, OfferId, Text};
use http::header;
use notices::{Moments, Read};

use super::intent::Intent;
use crate::app::App;
use crate::clock::{india, now_ms};
use crate::problem::AppError;
use crate::request::{Body, Ids, Query, SignedIn};
use crate::store::Given;
use crate::view::{Wanted, compose};

/// `GET /api/notices?language=`: in English where we have no such language.
pub async fn notices(query: Query) -> Result<Json<Notices>, AppError> {
    let language = query.first("language").unwrap_or_default();
    notices::notices(&language)
        .map(Json)
        .ok_or_else(AppError::not_found)
}

/// `POST /api/journeys/{journey}/consents`
pub async fn give(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<GiveConsents>,
) -> Result<Response, AppError> {
    let is_aa = |consent: &Consent| consent.kind == ConsentKind::Aa;
    let fits = |consent: &Consent| is_aa(consent) || to_submit(consent);
    if body.consents.is_empty() || !body.consents.iter().all(fits) {
        return Err(unknown());
    }
    // Statements are asked for in one lender's name; the others are for all lenders.
    if body
        .consents
        .iter()
        .any(|it| is_aa(it) != body.offer_id.is_some())
    {
        let problem = AppError::new(ProblemCode::ValidationFailed, "for which offer?");
        return Err(problem.field(Some("offerID".to_owned())));
    }
    let consents = read_by(body.consents)?;
    let about = body.offer_id.map_or(About::Lenders, About::Statements);
    intent
        .detached(move |intent| async move {
            for_this_loan(&intent, journey, &consents).await?;
            record(&intent, journey, about, &consents).await?;
            intent.next_view(Some(journey)).await
        })
        .await
}

/// `GET /api/consents`
pub async fn list(
    State(app): State<App>,
    SignedIn(session): SignedIn,
) -> Result<Json<ReceiptList>, AppError> {
    let items = app.store.receipts(&session.borrower).await?;
    Ok(Json(ReceiptList { items }))
}

/// `POST /api/consents/{id}/withdraw`: harmless when repeated. ASSUMPTION(G32): nobody but us hears
/// of it.
pub async fn withdraw(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Ids(id): Ids<i64>,
) -> Result<Json<ReceiptList>, AppError> {
    let borrower = &session.borrower;
    let Some(kept) = app.store.receipt(borrower, id).await? else {
        return Err(AppError::not_found());
    };
    let kind = kept.receipt.kind;
    if kind == ConsentKind::Kfs {
        let say = "that something was read cannot be taken back";
        return Err(AppError::new(ProblemCode::ValidationFailed, say));
    }
    let now = now_ms();
    app.store.withdraw_consent(borrower, id, now).await?;
    app.store.touch_session(&session.id_hash, now).await?;
    tracing::info!(id, kind = kind.as_str(), "a consent was withdrawn");
    let items = app.store.receipts(borrower).await?;
    Ok(Json(ReceiptList { items }))
}

/// `GET /api/consents/{id}/receipt`: a file to keep, in the language it was read in.
pub async fn receipt(
    State(app): State<App>,
    SignedIn(session): SignedIn,
    Ids(id): Ids<i64>,
) -> Result<Response, AppError> {
    let kept = app.store.receipt(&session.borrower, id).await?;
    let kept = kept.ok_or_else(AppError::not_found)?;
    let receipt = &kept.receipt;
    let text = notices::text(receipt.language.as_str()).or_else(|| notices::text("en"));
    let text = text.ok_or_else(AppError::not_found)?;
    let withdrawn = receipt.withdrawn_at.map(india);
    let known = [session.name, session.mobile];
    let known: Vec<_> = known.into_iter().flatten().collect();
    let whose = Some(known.join(", ")).filter(|it| !it.is_empty());
    let moments = Moments {
        whose: whose.as_deref(),
        given: &india(receipt.given_at),
        withdrawn: withdrawn.as_deref(),
        place: &app.config.public_origin.origin().ascii_serialization(),
    };
    let read = Read {
        notice: kept.notice.as_ref(),
        figures: kept.figures.as_deref(),
    };
    let body = notices::receipt(text, receipt, read, moments);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"consent-{id}.txt\""),
        ),
    ];
    Ok((headers, body).into_response())
}

pub fn to_submit(consent: &Consent) -> bool {
    ConsentKind::TO_SUBMIT.contains(&consent.kind)
}

/// A consent that has no receipt, or has one no more.
pub fn required(field: &str) -> AppError {
    let problem = AppError::new(ProblemCode::ConsentRequired, "a consent is missing");
    problem.field(Some(field.to_owned()))
}

/// Beside each consent the text of ours that it was given to.
pub fn read_by(consents: Vec<Consent>) -> Result<Vec<(Consent, &'static Notice)>, AppError> {
    let read = |consent: Consent| notices::read_by(&consent).map(|notice| (consent, notice));
    let all: Option<Vec<_>> = consents.into_iter().map(read).collect();
    all.ok_or_else(unknown)
}

pub fn unknown() -> AppError {
    let problem = AppError::new(ProblemCode::ValidationFailed, "nobody could have read this");
    problem.field(Some("consents".to_owned()))
}

/// Refuses texts of another kind of loan, and a journey that is not this borrower's to consent to.
pub async fn for_this_loan(
    intent: &Intent,
    journey: JourneyId,
    consents: &[(Consent, &Notice)],
) -> Result<(), AppError> {
    let memory = intent.app.memories.of(&intent.session.borrower, journey);
    let known = memory.lock().await.kind();
    let kind = if let Some(kind) = known {
        kind
    } else {
        let endpoint = Endpoint::Journey(journey);
        intent.upstream().read::<Journey>(endpoint).await?.kind
    };
    let gold = kind == JourneyType::GoldLoan;
    let fits = |(_, notice): &(Consent, &Notice)| notices::is_for(notice, gold);
    if consents.iter().all(fits) {
        Ok(())
    } else {
        Err(unknown())
    }
}

/// What consents are given for.
#[derive(Debug)]
pub enum About {
    /// An application, to all lenders it is sent to.
    Lenders,
    /// Bank statements, for this offer.
    Statements(OfferId),
    /// A Key Facts Statement with these figures.
    Statement {
        offer: OfferId,
        figures: Option<String>,
    },
}

/// Stores the receipts of these consents; once it has answered, they are on disk.
pub async fn record(
    intent: &Intent,
    journey: JourneyId,
    about: About,
    consents: &[(Consent, &Notice)],
) -> Result<(), AppError> {
    let (offer, figures) = match about {
        About::Lenders => (None, None),
        About::Statements(offer) => (Some(offer), None),
        About::Statement { offer, figures } => (Some(offer), figures),
    };
    let lender = match offer {
        Some(offer) => lender_of(intent, journey, offer).await,
        None => None,
    };
    let given = Given {
        borrower: &intent.session.borrower,
        journey,
        offer,
        lender: lender.as_ref().map(Text::as_str),
        figures: figures.as_deref(),
        intent: &intent.key,
        correlation: &intent.correlation,
        now: now_ms(),
    };
    let stand = intent.app.store.record_consents(&given, consents).await?;
    if stand {
        Ok(())
    } else {
        Err(required("consents"))
    }
}

/// Whose offer it is, so that the receipt can name the lender when the offer is long gone.
async fn lender_of(intent: &Intent, journey: JourneyId, offer: OfferId) -> Option<Text> {
    let memory = intent.app.memories.of(&intent.session.borrower, journey);
    let known = memory.lock().await.lender_of(offer);
    if known.is_some() {
        return known;
    }
    let endpoint = Endpoint::Offer(journey, offer);
    let read: Result<Offer, _> = intent.upstream().read(endpoint).await;
    read.ok().map(|offer| offer.lender_name)
}

/// Nothing is passed on once a consent to it was withdrawn, and nobody is sent for bank statements
/// of an offer without a receipt of the consent to ask for them.
pub async fn may_pass_on(
    intent: &Intent,
    journey: JourneyId,
    statements_for: Option<OfferId>,
) -> Result<(), AppError> {
    let store = &intent.app.store;
    let standing = store.standing(&intent.session.borrower, journey).await?;
    // Whether it stops there, the same rule says as of the screen.
    if flow::withdrawn(&standing) {
        let wanted = Wanted {
            journey: Some(journey),
            ..Wanted::default()
        };
        let view = compose(intent.upstream(), &intent.session, wanted).await?;
        if flow::screen(&view) == flow::Screen::ConsentWithdrawn {
            return Err(required("consents"));
        }
    }
    let asked = |it: &Standing| it.kind == ConsentKind::Aa && it.offer_id == statements_for;
    let given = standing.iter().any(|it| asked(it) && it.given);
    if statements_for.is_some() && !given {
        return Err(required("aa"));
    }
    Ok(())
}
