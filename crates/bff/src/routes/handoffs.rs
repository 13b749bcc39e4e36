//! Sending a borrower to a provider, and hearing that they are back.

use contract::app::{Handoff, HandoffRequest, Party, ProblemCode};
use contract::platform::aa::{AaRedirect, AaSession, AaSessionRequest, Empty};
use contract::platform::endpoint::Endpoint;
use contract::platform::envelope::ErrorCode;
use contract::platform::offers::Offer;
use contract::platform::status::{AaState, StepKey};
use contract::platform::steps::Step;
use contract::{AaSessionId, Items, JourneyId, OfferId};
use url::Url;

use super::consents::may_pass_on;
use super::intent::Intent;
use crate::clock::now_ms;
use crate::crypto::derived_token;
use crate::problem::AppError;
use crate::request::{Body, Ids};
use crate::store::{NewHandoff, Return};
use crate::view::{fingerprint, newest};

/// A return may come days later.
const RETURN_WITHIN_MS: i64 = 7 * 24 * 3600 * 1000;

/// An address to go to, and how the step stood when it was minted; of a consent, its session.
struct Minted {
    url: String,
    expires_at: Option<String>,
    saw: String,
}

/// `POST /api/journeys/{journey}/handoffs`: minted at the tap, used at once, never stored.
pub async fn mint(
    intent: Intent,
    Ids(journey): Ids<JourneyId>,
    Body(asked): Body<HandoffRequest>,
) -> Result<axum::Json<Handoff>, AppError> {
    intent
        .detached(move |intent| async move {
            let HandoffRequest { party, offer_id } = asked;
            // To pay what is owed passes nothing on.
            if party != Party::Payment {
                let statements_for = (party == Party::Aa).then_some(offer_id);
                may_pass_on(&intent, journey, statements_for).await?;
            }
            let now = now_ms();
            let handoff = NewHandoff {
                borrower: &intent.session.borrower,
                session: &intent.session.id_hash,
                journey,
                offer: offer_id,
                party,
                state: &derived_token(&intent.session.id_hash, &intent.key),
                saw: "",
                now,
                expires_at: now + RETURN_WITHIN_MS,
            };
            let minted = match party {
                Party::Aa => aa(&intent, &handoff).await?,
                Party::Payment => payment(&intent, journey, offer_id).await?,
                Party::Kyc | Party::EMandate | Party::LoanAgreement => {
                    step(&intent, journey, offer_id, party).await?
                }
                Party::Unknown => return Err(AppError::not_found()),
            };
            let hosts = intent.app.config.handoff_hosts.get(party.as_str());
            if !hosts.is_some_and(|hosts| may_go(&minted.url, hosts)) {
                tracing::error!(
                    party = party.as_str(),
                    "a provider's address is not allowed"
                );
                return Err(AppError::new(
                    ProblemCode::HandoffRefused,
                    "the provider's address is not one we send people to",
                ));
            }
            let store = &intent.app.store;
            let saw = &minted.saw;
            store.create_handoff(&NewHandoff { saw, ..handoff }).await?;
            store.touch_session(&intent.session.id_hash, now).await?;
            Ok(axum::Json(Handoff {
                url: minted.url,
                expires_at: minted.expires_at,
            }))
        })
        .await
}

/// `https` (or this machine), no user name, a host on the party's list.
fn may_go(url: &str, hosts: &[String]) -> bool {
    let Ok(url) = Url::parse(url) else {
        return false;
    };
    let Some(host) = url.host_str() else {
        return false;
    };
    let loopback = matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    let secure = url.scheme() == "https" || (url.scheme() == "http" && loopback);
    let anonymous = url.username().is_empty() && url.password().is_none();
    let authority = match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    };
    secure && anonymous && hosts.contains(&authority)
}

async fn aa(intent: &Intent, handoff: &NewHandoff<'_>) -> Result<Minted, AppError> {
    let journey = handoff.journey;
    let upstream = intent.upstream();
    let sessions: Items<AaSession> = upstream.read(Endpoint::AaSessions(journey)).await?;
    let newest = newest(&sessions.items, handoff.offer);
    let id = match newest {
        Some(session) if session.state.is_open() => session.aa_session_id,
        // A second consent beside it would be asked of the borrower for nothing.
        Some(session) if session.state.is_decided() => {
            let say = "this consent is being worked on";
            return Err(AppError::new(ProblemCode::StateChanged, say));
        }
        _ => create(intent, handoff).await?,
    };
    let endpoint = Endpoint::AaRedirect(journey, id);
    let redirect: AaRedirect = upstream.act(endpoint, &intent.key, &Empty {}).await?;
    Ok(Minted {
        url: redirect.redirect_url,
        expires_at: redirect.expires_at,
        saw: id.to_string(),
    })
}

/// ASSUMPTION(G22): the return address is ours to give here, so it carries `state`. That is written
/// down first: the session keeps its address, whatever comes between.
async fn create(intent: &Intent, handoff: &NewHandoff<'_>) -> Result<AaSessionId, AppError> {
    let app = &intent.app;
    app.store.create_handoff(handoff).await?;
    let origin = app.config.public_origin.as_str().trim_end_matches('/');
    let request = AaSessionRequest {
        offer_id: handoff.offer,
        lender_id: None,
        aa_id: None,
        return_url: Some(format!("{origin}/return/aa?state={}", handoff.state)),
    };
    // The intent's own key goes to the redirect; this call has one derived from it.
    let key = format!("{}-session", intent.key);
    let endpoint = Endpoint::CreateAaSession(handoff.journey);
    let session: AaSession = intent.upstream().act(endpoint, &key, &request).await?;
    Ok(session.aa_session_id)
}

async fn step(
    intent: &Intent,
    journey: JourneyId,
    offer: OfferId,
    party: Party,
) -> Result<Minted, AppError> {
    let endpoint = match party.step() {
        Some(StepKey::Kyc) => Endpoint::Kyc(journey, offer),
        Some(StepKey::EMandate) => Endpoint::EMandate(journey, offer),
        Some(StepKey::LoanAgreement) => Endpoint::LoanAgreement(journey, offer),
        _ => return Err(AppError::not_found()),
    };
    let step: Step = intent.upstream().read(endpoint).await?;
    let saw = fingerprint(&step);
    let resource = step.resource.unwrap_or_default();
    let url = resource.redirect_url.ok_or_else(|| {
        AppError::new(
            ProblemCode::StateChanged,
            "there is nowhere to go for this step now",
        )
    })?;
    Ok(Minted {
        url,
        expires_at: resource.expires_at,
        saw,
    })
}

/// ASSUMPTION(G23): the newest unpaid link in the offer's detail. What the lender pays out is not
/// to be paid by the borrower.
async fn payment(intent: &Intent, journey: JourneyId, offer: OfferId) -> Result<Minted, AppError> {
    let detail: Offer = intent
        .upstream()
        .read(Endpoint::Offer(journey, offer))
        .await?;
    let unpaid = |status: &contract::Text| status.as_str() != "PAID";
    let link = detail
        .payments
        .into_iter()
        .rev()
        .filter(|payment| !payment.is_payout())
        .find(|payment| payment.status.as_ref().is_none_or(unpaid) && payment.url.is_some());
    let (url, expires_at) = link
        .and_then(|payment| Some((payment.url?, payment.expires_at)))
        .ok_or_else(|| AppError::new(ProblemCode::StateChanged, "there is nothing to pay now"))?;
    Ok(Minted {
        url,
        expires_at,
        saw: String::new(),
    })
}

/// `POST /api/journeys/{journey}/handoffs/{party}/returned`: harmless when repeated. That a
/// borrower is back makes the platform fetch statements: after a withdrawal it is not told.
pub async fn returned(
    intent: Intent,
    Ids((journey, party)): Ids<(JourneyId, String)>,
) -> Result<axum::response::Response, AppError> {
    let party = Party::from_word(&party);
    if party == Party::Unknown {
        return Err(AppError::not_found());
    }
    intent
        .detached(move |mut intent| async move {
            let borrower = &intent.session.borrower;
            let back = intent
                .app
                .store
                .handoff_returned(borrower, journey, party, now_ms())
                .await?;
            if let (Party::Aa, Some(Return { offer, news })) = (party, back) {
                let standing = intent.app.store.standing(borrower, journey).await?;
                if flow::withheld(&standing, Some(offer)) {
                    return intent.next_view(Some(journey)).await;
                }
                let state = complete(&intent, journey, offer).await?;
                // Others may have offered: that this consent came to nothing is said first.
                if news && matches!(state, AaState::Failed | AaState::Expired) {
                    intent.focus = intent.focus.or(Some(offer));
                }
            }
            intent.next_view(Some(journey)).await
        })
        .await
}

/// C9: tells the platform that the borrower is back from the Account Aggregator, where that is
/// still news. A refusal means that it knows; the view tells. Not being heard is an error, so that
/// it is told again. Gives how the consent stood.
async fn complete(
    intent: &Intent,
    journey: JourneyId,
    offer: OfferId,
) -> Result<AaState, AppError> {
    let upstream = intent.upstream();
    let sessions: Items<AaSession> = upstream.read(Endpoint::AaSessions(journey)).await?;
    let Some(session) = newest(&sessions.items, offer) else {
        return Ok(AaState::Required);
    };
    // REQUIRED: the borrower has not been there under this session.
    if !matches!(session.state, AaState::RedirectReady | AaState::InProgress) {
        return Ok(session.state);
    }
    let endpoint = Endpoint::AaComplete(journey, session.aa_session_id);
    let told: Result<Option<serde_json::Value>, _> =
        upstream.act(endpoint, &intent.key, &Empty {}).await;
    if let Err(error) = told {
        let working = error.code() == Some(ErrorCode::AsyncOperationPending);
        if !working && !error.is_refusal() {
            return Err(error.into());
        }
        tracing::info!(%error, "complete was refused");
    }
    Ok(session.state)
}

#[cfg(test)]
mod tests {
    use super::may_go;

    #[test]
    fn only_listed_hosts_over_https_are_gone_to() {
        let hosts = ["aa.example.in".to_owned(), "127.0.0.1:8081".to_owned()];
        for good in [
            "https://aa.example.in/consent?x=1",
            "http://127.0.0.1:8081/aa/1",
        ] {
            assert!(may_go(good, &hosts), "{good}");
        }
        for bad in [
            "http://aa.example.in/consent",
            "https://aa.example.in.evil.example/",
            "https://evil.example/aa.example.in",
            "https://aa.example.in:8443/",
            "https://user@aa.example.in/",
            "https://aa.example.in@evil.example/",
            "javascript:alert(1)",
            "//aa.example.in/",
            "data:text/html,x",
            "http://127.0.0.1:8082/",
            "",
        ] {
            assert!(!may_go(bad, &hosts), "{bad}");
        }
    }
}
