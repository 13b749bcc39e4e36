//! Every documented call as a value: its method, its path and who may make it.

use std::str::FromStr as _;

use super::post_disbursal::ServicingAction;
use crate::{AaSessionId, JourneyId, OfferId};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
}

impl Method {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
        }
    }
}

/// Which token class a call wants in `Authorization: Bearer`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    /// `sk_*`
    ApiKey,
    /// `st_*`
    Session,
    /// `st_*` or `rt_*`
    SessionOrRefresh,
}

/// One of the 32 documented calls, with the IDs its path holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    CreateSession,
    RefreshSession,
    ListJourneys,
    StartJourney,
    Journey(JourneyId),
    JourneyState(JourneyId),
    Resume(JourneyId),
    Profile(JourneyId),
    SaveProfile(JourneyId),
    SubmitProfile(JourneyId),
    Offers(JourneyId),
    Offer(JourneyId, OfferId),
    Proceed(JourneyId, OfferId),
    Reject(JourneyId, OfferId),
    LoanAmount(JourneyId, OfferId),
    Steps(JourneyId, OfferId),
    Kyc(JourneyId, OfferId),
    KycStatus(JourneyId, OfferId),
    BankMandate(JourneyId, OfferId),
    SubmitBankMandate(JourneyId, OfferId),
    EMandate(JourneyId, OfferId),
    LoanAgreement(JourneyId, OfferId),
    AaSessions(JourneyId),
    CreateAaSession(JourneyId),
    AaSession(JourneyId, AaSessionId),
    AaRedirect(JourneyId, AaSessionId),
    AaComplete(JourneyId, AaSessionId),
    AaReconcile(JourneyId, AaSessionId),
    Servicing(JourneyId, ServicingAction),
}

impl Endpoint {
    pub const fn method(self) -> Method {
        match self {
            Self::ListJourneys
            | Self::Journey(_)
            | Self::JourneyState(_)
            | Self::Profile(_)
            | Self::Offers(_)
            | Self::Offer(..)
            | Self::Steps(..)
            | Self::Kyc(..)
            | Self::KycStatus(..)
            | Self::BankMandate(..)
            | Self::EMandate(..)
            | Self::LoanAgreement(..)
            | Self::AaSessions(_)
            | Self::AaSession(..) => Method::Get,
            Self::CreateSession
            | Self::RefreshSession
            | Self::StartJourney
            | Self::SubmitProfile(_)
            | Self::Proceed(..)
            | Self::Reject(..)
            | Self::LoanAmount(..)
            | Self::SubmitBankMandate(..)
            | Self::CreateAaSession(_)
            | Self::AaRedirect(..)
            | Self::AaComplete(..)
            | Self::AaReconcile(..)
            | Self::Servicing(..) => Method::Post,
            Self::SaveProfile(_) => Method::Put,
            Self::Resume(_) => Method::Patch,
        }
    }

    pub const fn bearer(self) -> Bearer {
        match self {
            Self::CreateSession => Bearer::ApiKey,
            Self::RefreshSession => Bearer::SessionOrRefresh,
            _ => Bearer::Session,
        }
    }

    /// The path below [`super::BASE_PATH`]; made of constants and typed IDs only.
    ///
    /// The docs print step paths short; the aggregate's full path shows where they belong.
    pub fn path(self) -> String {
        match self {
            Self::CreateSession => "/sessions".to_owned(),
            Self::RefreshSession => "/sessions/refresh".to_owned(),
            Self::ListJourneys | Self::StartJourney => "/journeys".to_owned(),
            Self::Journey(j) => format!("/journeys/{j}"),
            Self::JourneyState(j) => format!("/journeys/{j}/state"),
            Self::Resume(j) => format!("/journeys/{j}/resume"),
            Self::Profile(j) | Self::SaveProfile(j) => format!("/journeys/{j}/profile"),
            Self::SubmitProfile(j) => format!("/journeys/{j}/profile/submit"),
            Self::Offers(j) => format!("/journeys/{j}/offers"),
            Self::Offer(j, o) => format!("/journeys/{j}/offers/{o}"),
            Self::Proceed(j, o) => format!("/journeys/{j}/offers/{o}/proceed"),
            Self::Reject(j, o) => format!("/journeys/{j}/offers/{o}/reject"),
            Self::LoanAmount(j, o) => format!("/journeys/{j}/offers/{o}/loan-amount"),
            Self::Steps(j, o) => format!("/journeys/{j}/offers/{o}/steps"),
            Self::Kyc(j, o) => format!("/journeys/{j}/offers/{o}/steps/kyc"),
            Self::KycStatus(j, o) => format!("/journeys/{j}/offers/{o}/steps/kyc/status"),
            Self::BankMandate(j, o) | Self::SubmitBankMandate(j, o) => {
                format!("/journeys/{j}/offers/{o}/steps/bank-mandate")
            }
            Self::EMandate(j, o) => format!("/journeys/{j}/offers/{o}/steps/e-mandate"),
            Self::LoanAgreement(j, o) => format!("/journeys/{j}/offers/{o}/steps/loan-agreement"),
            Self::AaSessions(j) | Self::CreateAaSession(j) => format!("/journeys/{j}/aa/sessions"),
            Self::AaSession(j, a) => format!("/journeys/{j}/aa/sessions/{a}"),
            Self::AaRedirect(j, a) => format!("/journeys/{j}/aa/sessions/{a}/redirect"),
            Self::AaComplete(j, a) => format!("/journeys/{j}/aa/sessions/{a}/complete"),
            Self::AaReconcile(j, a) => format!("/journeys/{j}/aa/sessions/{a}/reconcile"),
            Self::Servicing(j, action) => {
                format!("/journeys/{j}/post-disbursal/{}", action.as_str())
            }
        }
    }

    /// The path for a log, which is no place for IDs.
    pub fn template(self) -> String {
        let path = self.path();
        let hide = |part| match JourneyId::from_str(part) {
            Ok(_) => "{id}",
            Err(_) => part,
        };
        path.split('/').map(hide).collect::<Vec<_>>().join("/")
    }
}

/// Method and path template of every documented call.
pub const DOCUMENTED: [(Method, &str); 32] = [
    (Method::Post, "/sessions"),
    (Method::Post, "/sessions/refresh"),
    (Method::Get, "/journeys"),
    (Method::Post, "/journeys"),
    (Method::Get, "/journeys/{journeyID}"),
    (Method::Get, "/journeys/{journeyID}/state"),
    (Method::Patch, "/journeys/{journeyID}/resume"),
    (Method::Get, "/journeys/{journeyID}/profile"),
    (Method::Put, "/journeys/{journeyID}/profile"),
    (Method::Post, "/journeys/{journeyID}/profile/submit"),
    (Method::Get, "/journeys/{journeyID}/offers"),
    (Method::Get, "/journeys/{journeyID}/offers/{offerID}"),
    (
        Method::Post,
        "/journeys/{journeyID}/offers/{offerID}/proceed",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/offers/{offerID}/reject",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/offers/{offerID}/loan-amount",
    ),
    (Method::Get, "/journeys/{journeyID}/offers/{offerID}/steps"),
    (
        Method::Get,
        "/journeys/{journeyID}/offers/{offerID}/steps/kyc",
    ),
    (
        Method::Get,
        "/journeys/{journeyID}/offers/{offerID}/steps/kyc/status",
    ),
    (
        Method::Get,
        "/journeys/{journeyID}/offers/{offerID}/steps/bank-mandate",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/offers/{offerID}/steps/bank-mandate",
    ),
    (
        Method::Get,
        "/journeys/{journeyID}/offers/{offerID}/steps/e-mandate",
    ),
    (
        Method::Get,
        "/journeys/{journeyID}/offers/{offerID}/steps/loan-agreement",
    ),
    (Method::Get, "/journeys/{journeyID}/aa/sessions"),
    (Method::Post, "/journeys/{journeyID}/aa/sessions"),
    (
        Method::Get,
        "/journeys/{journeyID}/aa/sessions/{aaSessionID}",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/aa/sessions/{aaSessionID}/redirect",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/aa/sessions/{aaSessionID}/complete",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/aa/sessions/{aaSessionID}/reconcile",
    ),
    (Method::Post, "/journeys/{journeyID}/post-disbursal/status"),
    (
        Method::Post,
        "/journeys/{journeyID}/post-disbursal/foreclosure",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/post-disbursal/pre-part-payment",
    ),
    (
        Method::Post,
        "/journeys/{journeyID}/post-disbursal/missed-emi-payment",
    ),
];
