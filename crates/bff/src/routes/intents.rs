//! What a borrower does, relayed to the platform and answered with the next view.

use axum::response::Response;
use contract::app::{ChooseOffer, ConsentKind, ProblemCode, StartJourney, SubmitProfile};
use contract::platform::aa::Empty;
use contract::platform::endpoint::Endpoint;
use contract::platform::journeys::{JourneyRequest, Metadata, Resume, ResumeRequest};
use contract::platform::offers::{LoanAmountRequest, Offer, RejectRequest};
use contract::platform::post_disbursal::{ServicingAction, ServicingRequest};
use contract::platform::profile::{ProfileSections, SubmitRequest};
use contract::platform::status::{JourneyType, ProceedBoundary};
use contract::platform::steps::BankMandateRequest;
use contract::{JourneyId, OfferId};
use futures_util::join;

use super::consents::{
    About, for_this_loan, may_pass_on, read_by, record, required, to_submit, unknown,
};
use super::intent::Intent;
use crate::clock::now_ms;
use crate::problem::AppError;
use crate::request::{Body, Ids};
use crate::tokens::TokenError;
use crate::view::{figures, known, selected};

/// `POST /api/journeys`
pub async fn start(intent: Intent, Body(body): Body<StartJourney>) -> Result<Response, AppError> {
    if body.kind == JourneyType::Unknown {
        return Err(
            AppError::new(ProblemCode::ValidationFailed, "no such kind of loan")
                .field(Some("type".to_owned())),
        );
    }
    intent
        .detached(move |mut intent| async move {
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
            // C10: one without a name is the list's to name; the last one is over.
            intent.session.journey = journey;
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
        .relay(journey, Endpoint::SaveProfile(journey), body)
        .await
}

/// `POST /api/journeys/{journey}/profile/submit`: no receipt of every consent, no submission.
pub async fn submit_profile(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<SubmitProfile>,
) -> Result<Response, AppError> {
    let given = |kind: &ConsentKind| body.consents.iter().any(|consent| consent.kind == *kind);
    if !ConsentKind::TO_SUBMIT.iter().all(given) {
        return Err(required("consents"));
    }
    if !body.consents.iter().all(to_submit) {
        return Err(unknown());
    }
    let consents = read_by(body.consents)?;
    intent
        .detached(move |intent| async move {
            for_this_loan(&intent, journey, &consents).await?;
            record(&intent, journey, About::Lenders, &consents).await?;
            let request = SubmitRequest {
                bureau_consent: true,
            };
            let endpoint = Endpoint::SubmitProfile(journey);
            intent.send(journey, endpoint, &request).await?;
            intent.next_view(Some(journey)).await
        })
        .await
}

/// `PATCH /api/journeys/{journey}/resume`
pub async fn resume(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(body): Body<ResumeRequest>,
) -> Result<Response, AppError> {
    intent.relay(journey, Endpoint::Resume(journey), body).await
}

type OfferPath = (JourneyId, OfferId);

/// `POST …/offers/{offer}/proceed`: nobody chooses what they have not read, and a receipt says so
/// before the platform hears of the choice.
pub async fn proceed(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<ChooseOffer>,
) -> Result<Response, AppError> {
    intent
        .detached(move |intent| async move {
            let read = body.read.filter(|read| read.kind == ConsentKind::Kfs);
            let read = read_by(vec![read.ok_or_else(|| required("read"))?])?;
            may_pass_on(&intent, journey, None).await?;
            let (kept, figures) = agree(&intent, journey, offer, body.figures).await?;
            let about = About::Statement { offer, figures };
            record(&intent, journey, about, &read).await?;
            let endpoint = Endpoint::Proceed(journey, offer);
            if let Err(error) = intent.send(journey, endpoint, &Empty {}).await {
                if kept && error.is_refusal() {
                    let store = &intent.app.store;
                    let borrower = &intent.session.borrower;
                    store.disagree(borrower, journey, offer).await?;
                }
                return Err(error.into());
            }
            leave_marker(&intent, journey, offer).await;
            intent.next_view(Some(journey)).await
        })
        .await
}

/// Keeps the figures that the borrower chooses by, before the platform hears of the choice; `true`
/// when they were kept now, and the mark of those that were read. What was chosen before, and is
/// only sent again, stays as it was. Nobody chooses by figures that were not `shown`.
async fn agree(
    intent: &Intent,
    journey: JourneyId,
    offer: OfferId,
    shown: Option<String>,
) -> Result<(bool, Option<String>), AppError> {
    let borrower = &intent.session.borrower;
    let upstream = intent.upstream();
    let (known, now) = join!(
        known(upstream, borrower, journey),
        upstream.read::<Offer>(Endpoint::Offer(journey, offer)),
    );
    let known = known?;
    if selected(&known, known.next_action) == Some(offer) {
        return Ok((false, shown));
    }
    let now = now?;
    if now.proceed_boundary_state == Some(ProceedBoundary::Locked) {
        return Ok((false, shown));
    }
    let mark = flow::figures_mark(&now);
    if shown.is_some_and(|shown| shown != mark) {
        // Only the figures may have moved: no other sign makes us read them again.
        intent.app.memories.forget(borrower);
        let problem = AppError::new(ProblemCode::StateChanged, "the figures are others by now");
        return Err(problem.field(Some(ChooseOffer::FIGURES.to_owned())));
    }
    let store = &intent.app.store;
    store
        .agree(
            (borrower, &intent.session.id_hash),
            journey,
            &figures(now),
            now_ms(),
        )
        .await?;
    Ok((true, Some(mark)))
}

/// ASSUMPTION(G25): a platform that does not name the chosen offer still keeps this marker.
async fn leave_marker(intent: &Intent, journey: JourneyId, offer: OfferId) {
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
}

/// `POST …/offers/{offer}/reject`
pub async fn reject(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<RejectRequest>,
) -> Result<Response, AppError> {
    intent
        .detached(move |intent| async move {
            let endpoint = Endpoint::Reject(journey, offer);
            intent.send(journey, endpoint, &body).await?;
            // Whatever was accepted of this offer is not waited for any more.
            let store = &intent.app.store;
            store.forget_accepted(journey, Some(offer)).await?;
            intent.next_view(Some(journey)).await
        })
        .await
}

/// `POST …/offers/{offer}/loan-amount`
pub async fn loan_amount(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<LoanAmountRequest>,
) -> Result<Response, AppError> {
    may_pass_on(&intent, journey, None).await?;
    intent
        .detached(move |intent| async move {
            let endpoint = Endpoint::LoanAmount(journey, offer);
            intent.send(journey, endpoint, &body).await?;
            let (store, borrower) = (&intent.app.store, &intent.session.borrower);
            let taken = body.amount.as_str();
            store.take(borrower, (journey, offer), taken).await?;
            intent.next_view(Some(journey)).await
        })
        .await
}

/// `POST …/offers/{offer}/steps/bank-mandate`
pub async fn bank_mandate(
    intent: Intent,
    Ids((journey, offer)): Ids<OfferPath>,
    Body(body): Body<BankMandateRequest>,
) -> Result<Response, AppError> {
    may_pass_on(&intent, journey, None).await?;
    intent
        .relay(journey, Endpoint::SubmitBankMandate(journey, offer), body)
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
        .relay(journey, Endpoint::Servicing(journey, action), body)
        .await
}
