//! One intent of one borrower, relayed and answered.

use axum::extract::FromRequestParts;
use axum::response::Response;
use contract::app::ProblemCode;
use contract::platform::endpoint::Endpoint;
use contract::platform::status::OperationKind;
use contract::{JourneyId, OfferId};
use http::HeaderMap;
use http::request::Parts;
use serde::Serialize;

use crate::app::App;
use crate::clock::now_ms;
use crate::problem::AppError;
use crate::request::{Correlation, IntentKey, Query, SignedIn};
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
    /// The offer that is being looked at, by `?offer=`: the next view is about it too.
    pub focus: Option<OfferId>,
}

impl FromRequestParts<App> for Intent {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AppError> {
        let SignedIn(session) = SignedIn::from_request_parts(parts, app).await?;
        let IntentKey(key) = IntentKey::from_request_parts(parts, app).await?;
        let Correlation(correlation) = Correlation::from_request_parts(parts, app).await?;
        let query = Query::from_request_parts(parts, app)
            .await
            .unwrap_or_default();
        let focus = query.first("offer").and_then(|id| id.parse().ok());
        Ok(Self {
            focus,
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
    pub async fn next_view(&self, journey: Option<JourneyId>) -> Result<Response, AppError> {
        self.app
            .store
            .touch_session(&self.session.id_hash, now_ms())
            .await?;
        let wanted = Wanted {
            journey,
            focus: self.focus,
            fresh: true,
        };
        let view = compose(self.upstream(), &self.session, wanted).await?;
        answer(&view, &HeaderMap::new())
    }

    pub async fn relay(
        self,
        journey: JourneyId,
        endpoint: Endpoint,
        body: impl Serialize + Send + Sync + 'static,
    ) -> Result<Response, AppError> {
        self.detached(move |intent| async move {
            intent.send(journey, endpoint, &body).await?;
            intent.next_view(Some(journey)).await
        })
        .await
    }

    /// Tells the platform. What it accepts is remembered until its state shows it or half a minute
    /// is over.
    pub async fn send(
        &self,
        journey: JourneyId,
        endpoint: Endpoint,
        body: &(impl Serialize + Sync),
    ) -> Result<(), TokenError> {
        let saw = self.bank_step(journey).await;
        let _: Option<serde_json::Value> = self.upstream().act(endpoint, &self.key, body).await?;
        let (kind, offer) = match endpoint {
            Endpoint::SubmitProfile(_) => (OperationKind::ProfileSubmission, None),
            Endpoint::Proceed(_, offer) => (OperationKind::SelectDispatch, Some(offer)),
            Endpoint::LoanAmount(_, offer) => (OperationKind::OfferConfirmation, Some(offer)),
            Endpoint::SubmitBankMandate(_, offer) => {
                (OperationKind::BankMandateVerification, Some(offer))
            }
            _ => return Ok(()),
        };
        let at = now_ms();
        let accepted = Accepted { kind, saw, at };
        let store = &self.app.store;
        Ok(store
            .accept(
                &self.session.id_hash,
                (journey, offer),
                &self.key,
                &accepted,
                at + 30_000,
            )
            .await?)
    }

    /// How the bank step stands, as far as it was read.
    async fn bank_step(&self, journey: JourneyId) -> String {
        let memory = self.app.memories.of(&self.session.borrower, journey);
        memory.lock().await.bank_step()
    }
}
