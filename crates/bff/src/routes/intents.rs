//! What a borrower does, relayed to the platform and answered with the next view.

use axum::response::Response;
use contract::app::{ConsentKind, ProblemCode, StartJourney, SubmitProfile};
use contract::platform::endpoint::Endpoint;
use contract::platform::journeys::{JourneyRequest, Metadata, Resume, ResumeRequest};
use contract::platform::offers::{LoanAmountRequest, RejectRequest};
use contract::platform::post_disbursal::{ServicingAction, ServicingRequest};
use contract::platform::profile::{ProfileSections, SubmitRequest};
use contract::platform::status::{JourneyType, OperationKind};
use contract::platform::steps::BankMandateRequest;
use contract::{JourneyId, OfferId};

use super::intent::Intent;
use crate::clock::now_ms;
use crate::problem::AppError;
use crate::request::{Body, Ids};
use crate::tokens::TokenError;

/// `POST /api/journeys`
pub async fn start(intent: Intent, Body(body): Body<StartJourney>) -> Result<Response, AppError> {
    if body.kind == JourneyType::Unknown {
        return Err(
            AppError::new(ProblemCode::ValidationFailed, "no such kind of loan")
                .field(Some("type".to_owned())),
        );
    }
    intent
        .detached(move |intent| async move {
            let source = Some("web_app".to_owned());
            let metadata = Metadata {
                source,
                campaign: None,
            };
            let request = JourneyRequest {
                kind: body.kind,
                metadata,
            };
            let answer: Result<serde_json::Value, TokenError> = intent
                .upstream()
                .act(Endpoint::StartJourney, &intent.key, &request)
                .await;
            // C4: a platform may hold one journey per kind and name the one in the way.
            let journey = match answer {
                Ok(started) => started
                    .get("journeyID")
                    .and_then(|id| id.as_str()?.parse().ok()),
                Err(TokenError::Platform(error)) if error.active_journey().is_some() => {
                    error.active_journey()
                }
                Err(error) => return Err(error.into()),
            };
            intent
                .app
                .store
                .set_session_journey(&intent.session.id_hash, journey)
                .await?;
            intent.next_view(journey).await
        })
        .await
}

/// `PUT /api/journeys/{journey}/profile`
pub async fn save_profile(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<ProfileSections>,
) -> Result<Response, AppError> {
    intent
        .relay(journey, Endpoint::SaveProfile(journey), body, None)
        .await
}

/// `POST /api/journeys/{journey}/profile/submit`: no receipt of every consent, no submission.
pub async fn submit_profile(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<SubmitProfile>,
) -> Result<Response, AppError> {
    let given = |kind: &ConsentKind| body.consents.iter().any(|consent| consent.kind == *kind);
    if !ConsentKind::ALL.iter().all(given) {
        return Err(
            AppError::new(ProblemCode::ConsentRequired, "a consent is missing")
                .field(Some("consents".to_owned())),
        );
    }
    let store = &intent.app.store;
    let Intent {
        session,
        correlation,
        ..
    } = &intent;
    store
        .record_consents(
            &session.borrower,
            journey,
            &body.consents,
            correlation,
            now_ms(),
        )
        .await?;
    let request = SubmitRequest {
        bureau_consent: true,
    };
    let accepted = Some(OperationKind::ProfileSubmission);
    intent
        .relay(journey, Endpoint::SubmitProfile(journey), request, accepted)
        .await
}

/// `PATCH /api/journeys/{journey}/resume`
pub async fn resume(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<ResumeRequest>,
) -> Result<Response, AppError> {
    intent
        .relay(journey, Endpoint::Resume(journey), body, None)
        .await
}

type OfferPath = (JourneyId, OfferId);

/// `POST …/offers/{offer}/proceed`
pub async fn proceed(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
) -> Result<Response, AppError> {
    // ASSUMPTION(G25): a platform that does not name the chosen offer still keeps this marker.
    let marker = ResumeRequest {
        resume: Resume {
            last_viewed_offer_id: Some(offer),
            ..Resume::default()
        },
    };
    let key = format!("{}-marker", intent.key);
    let noted: Result<Option<serde_json::Value>, _> = intent
        .upstream()
        .act(Endpoint::Resume(journey), &key, &marker)
        .await;
    if let Err(error) = noted {
        tracing::info!(%error, "the resume marker was not kept");
    }
    let nothing = serde_json::Map::new();
    let accepted = Some(OperationKind::SelectDispatch);
    intent
        .relay(
            journey,
            Endpoint::Proceed(journey, offer),
            nothing,
            accepted,
        )
        .await
}

/// `POST …/offers/{offer}/reject`
pub async fn reject(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<RejectRequest>,
) -> Result<Response, AppError> {
    intent
        .relay(journey, Endpoint::Reject(journey, offer), body, None)
        .await
}

/// `POST …/offers/{offer}/loan-amount`
pub async fn loan_amount(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<LoanAmountRequest>,
) -> Result<Response, AppError> {
    let accepted = Some(OperationKind::OfferConfirmation);
    intent
        .relay(
            journey,
            Endpoint::LoanAmount(journey, offer),
            body,
            accepted,
        )
        .await
}

/// `POST …/offers/{offer}/steps/bank-mandate`
pub async fn bank_mandate(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<BankMandateRequest>,
) -> Result<Response, AppError> {
    let accepted = Some(OperationKind::BankMandateVerification);
    intent
        .relay(
            journey,
            Endpoint::SubmitBankMandate(journey, offer),
            body,
            accepted,
        )
        .await
}

/// `POST …/post-disbursal/{action}`
pub async fn servicing(
    intent: Intent,
    Ids((journey, action)): Ids<(JourneyId, String)>,
    Body(body): Body<ServicingRequest>,
) -> Result<Response, AppError> {
    let action = ServicingAction::from_word(&action);
    if action == ServicingAction::Unknown {
        return Err(AppError::not_found());
    }
    intent
        .relay(journey, Endpoint::Servicing(journey, action), body, None)
        .await
}
