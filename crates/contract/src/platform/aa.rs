//! The six Account Aggregator endpoints, below `/journeys/{journeyID}/aa/sessions`.

use serde::{Deserialize, Serialize};

use super::status::AaState;
use crate::wire::nullable;
use crate::{AaSessionId, OfferId, Text};

/// `POST /`. ASSUMPTION(G22): the whole body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AaSessionRequest {
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
    #[serde(rename = "lenderID", default, skip_serializing_if = "Option::is_none")]
    pub lender_id: Option<Text>,
    #[serde(rename = "aaID", default, skip_serializing_if = "Option::is_none")]
    pub aa_id: Option<Text>,
    /// Where the borrower comes back to; its origin must be registered with the platform.
    #[serde(rename = "returnURL", default, skip_serializing_if = "Option::is_none")]
    pub return_url: Option<String>,
}

/// `POST /`, `GET /{aaSessionID}`, each row of `GET /`. ASSUMPTION(G22): all but the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AaSession {
    #[serde(rename = "aaSessionID")]
    pub aa_session_id: AaSessionId,
    #[serde(default)]
    pub state: AaState,
    #[serde(rename = "offerID", default)]
    pub offer_id: Option<OfferId>,
    /// Why it failed, for the borrower's eyes.
    #[serde(default)]
    pub reason: Option<Text>,
    /// ASSUMPTION(G22): why, by number: the return codes of the Account Aggregators' redirection
    /// guidelines (`1` rejected, `2` not available, `3` invalid request, `4` authentication failed,
    /// `5` undecided), or an error code of the lending network such as `80202`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<Text>,
    #[serde(default)]
    pub created_at: Option<String>,
    #[serde(default)]
    pub expires_at: Option<String>,
}

/// `POST /{aaSessionID}/redirect`: a URL that lives for minutes; never stored or preloaded.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AaRedirect {
    #[serde(rename = "aaSessionID")]
    pub aa_session_id: AaSessionId,
    #[serde(default)]
    pub state: AaState,
    #[serde(rename = "redirectURL", default, deserialize_with = "nullable")]
    pub redirect_url: String,
    /// `YYYYMMDDhhmmssSSS`; for display and tracing only.
    #[serde(default)]
    pub reqdate: Option<Text>,
    #[serde(default)]
    pub txnid: Option<Text>,
    #[serde(default)]
    pub expires_at: Option<String>,
}

/// `POST /{aaSessionID}/complete` and `…/reconcile` take an empty object. ASSUMPTION(G22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Empty {}

// The address is a capability: it must not reach a log through `{:?}`.
impl std::fmt::Debug for AaRedirect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AaRedirect")
            .field("aa_session_id", &self.aa_session_id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}
