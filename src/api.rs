//! Our own server, and nothing else: the only place that fetches.

mod fail;

use contract::app::{
    ChooseOffer, GiveConsents, Handoff, HandoffRequest, JourneyList, JourneyView, Notices, Party,
    Problem, ProblemCode, ReceiptList, StartJourney, SubmitProfile,
};
use contract::platform::offers::{LoanAmountRequest, RejectRequest};
use contract::platform::profile::ProfileSections;
use contract::platform::steps::BankMandateRequest;
use contract::{JourneyId, OfferId};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::browser::{self, Answer, Request};
use crate::route::query;

pub(crate) use fail::Fail;

/// One thing a borrower does; every intent is answered by the next view.
#[derive(Clone, PartialEq)]
pub(crate) enum Intent {
    Start(StartJourney),
    Save(JourneyId, Box<ProfileSections>),
    Submit(JourneyId, SubmitProfile),
    Consent(JourneyId, GiveConsents),
    Proceed(JourneyId, OfferId, ChooseOffer),
    Reject(JourneyId, OfferId, RejectRequest),
    LoanAmount(JourneyId, OfferId, LoanAmountRequest),
    BankMandate(JourneyId, OfferId, BankMandateRequest),
    Returned(JourneyId, Party),
}

impl Intent {
    fn method(&self) -> &'static str {
        match self {
            Self::Save(..) => "PUT",
            _ => "POST",
        }
    }

    fn path(&self) -> String {
        let (journey, offer, rest) = match self {
            Self::Start(_) => return "/api/journeys".to_owned(),
            Self::Save(journey, _) => (journey, None, "/profile"),
            Self::Submit(journey, _) => (journey, None, "/profile/submit"),
            Self::Consent(journey, _) => (journey, None, "/consents"),
            Self::Proceed(journey, offer, _) => (journey, Some(offer), "/proceed"),
            Self::Reject(journey, offer, _) => (journey, Some(offer), "/reject"),
            Self::LoanAmount(journey, offer, _) => (journey, Some(offer), "/loan-amount"),
            Self::BankMandate(journey, offer, _) => (journey, Some(offer), "/steps/bank-mandate"),
            Self::Returned(journey, party) => {
                let journey = journey.to_string();
                return [
                    "/api/journeys/",
                    &journey,
                    "/handoffs/",
                    party.as_str(),
                    "/returned",
                ]
                .concat();
            }
        };
        let mut path = ["/api/journeys/", &journey.to_string()].concat();
        if let Some(offer) = offer {
            path.push_str("/offers/");
            path.push_str(&offer.to_string());
        }
        path.push_str(rest);
        path
    }

    /// Which journey it belongs to; a new one has no name yet.
    pub(crate) fn journey(&self) -> Option<JourneyId> {
        match self {
            Self::Start(_) => None,
            Self::Save(journey, _)
            | Self::Submit(journey, _)
            | Self::Consent(journey, _)
            | Self::Proceed(journey, ..)
            | Self::Reject(journey, ..)
            | Self::LoanAmount(journey, ..)
            | Self::BankMandate(journey, ..)
            | Self::Returned(journey, _) => Some(*journey),
        }
    }

    /// Whether the offer that is open stays open: not once it has been chosen or turned down.
    pub(crate) fn keeps_focus(&self) -> bool {
        !matches!(self, Self::Start(_) | Self::Proceed(..) | Self::Reject(..))
    }

    fn body(&self) -> String {
        match self {
            Self::Start(body) => json(body),
            Self::Save(_, body) => json(body),
            Self::Submit(_, body) => json(body),
            Self::Consent(_, body) => json(body),
            Self::Proceed(_, _, body) => json(body),
            Self::Reject(_, _, body) => json(body),
            Self::LoanAmount(_, _, body) => json(body),
            Self::BankMandate(_, _, body) => json(body),
            Self::Returned(..) => "{}".to_owned(),
        }
    }
}

fn json(body: &impl Serialize) -> String {
    serde_json::to_string(body).unwrap_or_default()
}

pub(crate) enum Read {
    View(Box<JourneyView>, Option<String>),
    /// What we hold is what there is.
    Unchanged,
}

pub(crate) async fn view(
    journey: Option<JourneyId>,
    offer: Option<OfferId>,
    etag: Option<&str>,
) -> Result<Read, Fail> {
    let path = ["/api/view", &query(journey, offer)].concat();
    let none_match: Vec<_> = etag
        .map(|etag| ("if-none-match", etag))
        .into_iter()
        .collect();
    read(&call("GET", &path, &none_match, None).await?)
}

/// The same read, which the page started before this program was there.
pub(crate) async fn early_view() -> Option<Result<Read, Fail>> {
    browser::early_answer().await.map(|answer| read(&answer))
}

fn read(answer: &Answer) -> Result<Read, Fail> {
    if answer.status == 304 {
        return Ok(Read::Unchanged);
    }
    let etag = answer.etag.clone();
    Ok(Read::View(parse(answer)?, etag))
}

/// `focus`: the offer that the next view is to be about.
pub(crate) async fn act(
    intent: &Intent,
    focus: Option<OfferId>,
    key: &str,
) -> Result<(Box<JourneyView>, Option<String>), Fail> {
    let path = [intent.path(), query(None, focus)].concat();
    let answer = send(intent.method(), &path, key, &intent.body()).await?;
    Ok((parse(&answer)?, answer.etag))
}

/// An address to leave for, minted now.
pub(crate) async fn handoff(
    journey: JourneyId,
    request: HandoffRequest,
    key: &str,
) -> Result<Handoff, Fail> {
    let path = ["/api/journeys/", &journey.to_string(), "/handoffs"].concat();
    parse(&send("POST", &path, key, &json(&request)).await?)
}

pub(crate) async fn journeys() -> Result<JourneyList, Fail> {
    parse(&call("GET", "/api/journeys", &[], None).await?)
}

/// What consents are asked for with, in the language of this tag.
pub(crate) async fn notices(language: &str) -> Result<Notices, Fail> {
    let path = ["/api/notices?language=", language].concat();
    parse(&call("GET", &path, &[], None).await?)
}

/// Where the browser itself fetches the Key Facts Statement of an offer as a PDF.
pub(crate) fn statement_pdf(journey: JourneyId, offer: OfferId, language: &str) -> String {
    let (journey, offer) = (journey.to_string(), offer.to_string());
    let parts = ["/api/journeys/", &journey, "/offers/", &offer];
    [&parts.concat(), "/kfs.pdf?language=", language].concat()
}

/// Every receipt, newest first.
pub(crate) async fn consents() -> Result<ReceiptList, Fail> {
    parse(&call("GET", "/api/consents", &[], None).await?)
}

/// Answers with every receipt as it is then.
pub(crate) async fn withdraw(receipt: &str, key: &str) -> Result<ReceiptList, Fail> {
    let path = ["/api/consents/", receipt, "/withdraw"].concat();
    parse(&send("POST", &path, key, "{}").await?)
}

/// Where a receipt lies as a file of plain text.
pub(crate) fn receipt_url(receipt: &str) -> String {
    ["/api/consents/", receipt, "/receipt"].concat()
}

pub(crate) async fn receipt(receipt: &str) -> Result<String, Fail> {
    let answer = call("GET", &receipt_url(receipt), &[], None).await?;
    done(&answer).map(|()| answer.body)
}

/// Everything of this borrower on our side but the receipts.
pub(crate) async fn delete_data(key: &str) -> Result<(), Fail> {
    done(&send("POST", "/api/data/delete", key, "{}").await?)
}

pub(crate) async fn sign_out() -> Result<(), Fail> {
    done(&call("POST", "/auth/logout", &[], None).await?)
}

fn done(answer: &Answer) -> Result<(), Fail> {
    if answer.status < 300 {
        Ok(())
    } else {
        Err(refused(answer))
    }
}

async fn send(method: &'static str, path: &str, key: &str, body: &str) -> Result<Answer, Fail> {
    let headers = [
        ("content-type", "application/json"),
        ("idempotency-key", key),
    ];
    call(method, path, &headers, Some(body)).await
}

async fn call(
    method: &'static str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
) -> Result<Answer, Fail> {
    let mut all = vec![(contract::app::CSRF_HEADER, "1")];
    all.extend_from_slice(headers);
    let request = Request {
        method,
        path,
        headers: &all,
        body,
    };
    browser::fetch(&request)
        .await
        .map_err(|_| Fail::Unreachable)
}

fn parse<T: DeserializeOwned>(answer: &Answer) -> Result<T, Fail> {
    if (200..300).contains(&answer.status)
        && let Ok(value) = contract::json::read(&answer.body)
    {
        return Ok(value);
    }
    Err(refused(answer))
}

fn refused(answer: &Answer) -> Fail {
    let mut problem: Problem = contract::json::read(&answer.body).unwrap_or_default();
    // A yes that cannot be read may have been one: the same call has to be made again.
    problem.status = match answer.status {
        200..300 => 502,
        status => status,
    };
    // A proxy before our server has no codes.
    if problem.code == ProblemCode::Unknown {
        problem.code = match problem.status {
            401 => ProblemCode::SessionRequired,
            404 => ProblemCode::NotFound,
            429 => ProblemCode::TooManyRequests,
            502..=504 => ProblemCode::PlatformUnavailable,
            _ => ProblemCode::Internal,
        };
    }
    Fail::Problem(Box::new(problem))
}
