//! `POST /sessions` and `POST /sessions/refresh`.

use serde::{Deserialize, Serialize};

use super::profile::{Address, Banking, Profile, WorkProfile};
use super::status::{JourneyStatus, JourneyType, NextAction};
use crate::wire::nullable;
use crate::{BorrowerId, JourneyId};

/// Create or resume a borrower's session. Bearer `sk_*`, from a partner's backend only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SessionRequest {
    /// Stable for ever for one person; a changed value is another borrower to the platform.
    #[serde(rename = "borrowerExternalID", deserialize_with = "nullable")]
    pub borrower_external_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journey_type: Option<JourneyType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// ASSUMPTION(G9): the other sections of a profile are taken at bootstrap as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_profile: Option<WorkProfile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banking: Option<Banking>,
}

/// A session: `st_*` for the runtime API, `rt_*` for the next pair.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SessionCreated {
    #[serde(rename = "borrowerID")]
    pub borrower_id: Option<BorrowerId>,
    #[serde(rename = "borrowerExternalID", deserialize_with = "nullable")]
    pub borrower_external_id: String,
    #[serde(flatten)]
    pub tokens: SessionTokens,
    pub active_journey: Option<ActiveJourney>,
}

/// The rotating pair; the older pair is dead once this one is issued.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SessionTokens {
    #[serde(deserialize_with = "nullable")]
    pub session_token: String,
    #[serde(deserialize_with = "nullable")]
    pub refresh_token: String,
    /// ISO 8601.
    #[serde(deserialize_with = "nullable")]
    pub session_expires_at: String,
    #[serde(deserialize_with = "nullable")]
    pub refresh_expires_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActiveJourney {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(default)]
    pub status: JourneyStatus,
    #[serde(default)]
    pub next_action: Option<NextAction>,
}

// Tokens must not reach a log through `{:?}`.
impl std::fmt::Debug for SessionTokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionTokens")
            .field("session_expires_at", &self.session_expires_at)
            .field("refresh_expires_at", &self.refresh_expires_at)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for SessionCreated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SessionCreated")
            .field("borrower_id", &self.borrower_id)
            .field("tokens", &self.tokens)
            .field("active_journey", &self.active_journey)
            .finish_non_exhaustive()
    }
}
