//! What a borrower does, relayed to the platform and answered with the next view.

use axum::extract::FromRequestParts;
use axum::response::Response;
use contract::app::{ConsentKind, ProblemCode, StartJourney, SubmitProfile};
use contract::platform::endpoint::Endpoint;
use contract::platform::journeys::{JourneyRequest, Metadata, ResumeRequest};
use contract::platform::offers::{LoanAmountRequest, RejectRequest};
use contract::platform::post_disbursal::{ServicingAction, ServicingRequest};
use contract::platform::profile::{ProfileSections, SubmitRequest};
use contract::platform::status::{JourneyType, OperationKind};
use contract::platform::steps::BankMandateRequest;
use contract::{JourneyId, OfferId};
use http::HeaderMap;
use http::request::Parts;
use serde::Serialize;

use crate::app::App;
use crate::clock::now_ms;
use crate::problem::AppError;
use crate::request::{Body, Correlation, Ids, IntentKey, SignedIn};
use crate::routes::view::answer;
use crate::store::{Accepted, SessionRow};
use crate::tokens::TokenError;
use crate::upstream::Upstream;
use crate::view::{Wanted, compose};

/// Who wants something, and under which key. It owns what it needs, since the relay goes on in a
/// task of its own when the browser hangs up.
#[derive(Debug, Clone)]
pub struct Intent {
    pub app: App,
    pub session: SessionRow,
    pub correlation: String,
    pub key: String,
}

impl FromRequestParts<App> for Intent {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let SignedIn(session) = SignedIn::from_request_parts(parts, app).await?;
        let IntentKey(key) = IntentKey::from_request_parts(parts, app).await?;
        let Correlation(correlation) = Correlation::from_request_parts(parts, app).await?;
        Ok(Self {
            app: app.clone(),
            session,
            correlation,
            key,
        })
    }
}

impl Intent {
    pub fn upstream(&self) -> Upstream<'_> {
        Upstream {
            app: &self.app,
            session: &self.session.id_hash,
            correlation: &self.correlation,
        }
    }

    /// Runs to its end even if nobody waits for the answer any more.
    pub async fn detached<F, R>(self, work: impl FnOnce(Self) -> F) -> Result<R, AppError>
    where
        F: Future<Output = Result<R, AppError>> + Send + 'static,
        R: Send + 'static,
    {
        let tasks = self.app.tasks.clone();
        tasks.spawn(work(self)).await.unwrap_or_else(|error| {
            tracing::error!(%error, "a relay failed");
            Err(AppError::new(ProblemCode::Internal, "try again"))
        })
    }

    /// The next view, everything read anew.
    pub async fn next_view(
        &self,
        journey: Option<JourneyId>,
        focus: Option<OfferId>,
    ) -> Result<Response, AppError> {
        self.app
            .store
            .touch_session(&self.session.id_hash, now_ms())
            .await?;
        let wanted = Wanted {
            journey,
            focus,
            fresh: true,
        };
        let view = compose(self.upstream(), &self.session, wanted).await?;
        answer(&view, &HeaderMap::new())
    }

    async fn relay(
        self,
        journey: JourneyId,
        endpoint: Endpoint,
        body: impl Serialize + Send + Sync + 'static,
        accepted: Option<OperationKind>,
    ) -> Result<Response, AppError> {
        self.detached(move |intent| async move {
            let saw = intent.bank_step(journey).await;
            let _: Option<serde_json::Value> =
                intent.upstream().act(endpoint, &intent.key, &body).await?;
            if let Some(kind) = accepted {
                intent.accept(journey, kind, saw).await?;
            }
            intent.next_view(Some(journey), None).await
        })
        .await
    }

    /// How the bank step stands, as far as it was read.
    async fn bank_step(&self, journey: JourneyId) -> String {
        let memory = self.app.memories.of(&self.session.borrower, journey);
        memory.lock().await.bank_step()
    }

    /// Remembers that the platform said yes, until its state shows it or half a minute is over.
    async fn accept(
        &self,
        journey: JourneyId,
        kind: OperationKind,
        saw: String,
    ) -> Result<(), AppError> {
        let at = now_ms();
        let accepted = Accepted { kind, saw, at };
        Ok(self
            .app
            .store
            .accept(journey, &accepted, at + 30_000)
            .await?)
    }
}

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
            intent.next_view(journey, None).await
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
    let accepted = Some(OperationKind::SelectDispatch);
    let nothing = serde_json::Map::new();
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
