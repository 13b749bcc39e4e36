//! The five `/journeys` endpoints.

use serde::{Deserialize, Serialize};

use super::status::{JourneyStatus, JourneyType, NextAction};
use crate::wire::nullable;
use crate::{JourneyId, OfferId, Text};

/// `POST /journeys`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct JourneyRequest {
    #[serde(rename = "type")]
    pub kind: JourneyType,
    #[serde(deserialize_with = "nullable")]
    pub metadata: Metadata,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Metadata {
    /// `web_app` for this app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
}

/// `POST /journeys`, `GET /journeys/{journeyID}` and, ASSUMPTION(G8), each row of `GET /journeys`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Journey {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(rename = "type", default)]
    pub kind: JourneyType,
    #[serde(default)]
    pub status: JourneyStatus,
    #[serde(default)]
    pub next_action: Option<NextAction>,
    /// Display only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeline_state: Option<Text>,
    #[serde(default, deserialize_with = "nullable")]
    pub capabilities: Capabilities,
    #[serde(default, deserialize_with = "nullable")]
    pub resume: Resume,
    /// ASSUMPTION(G25): which offer was proceeded with.
    #[serde(
        rename = "selectedOfferID",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub selected_offer_id: Option<OfferId>,
    #[serde(default, deserialize_with = "nullable")]
    pub updated_at: String,
    /// ASSUMPTION(G8): when it was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Capabilities {
    #[serde(deserialize_with = "nullable")]
    pub aa_enabled: bool,
    #[serde(deserialize_with = "nullable")]
    pub post_disbursal_enabled: bool,
}

/// `GET /journeys/{journeyID}/state`, made for polling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JourneyState {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(default)]
    pub status: JourneyStatus,
    #[serde(default)]
    pub next_action: Option<NextAction>,
    /// See [`super::status::OperationKind`]; kept as text so that nothing is lost.
    #[serde(default, deserialize_with = "nullable")]
    pub pending_operations: Vec<Text>,
    #[serde(default, deserialize_with = "nullable")]
    pub updated_at: String,
}

/// `PATCH /journeys/{journeyID}/resume`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResumeRequest {
    #[serde(deserialize_with = "nullable")]
    pub resume: Resume,
}

/// Markers a client leaves for itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Resume {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_completed_step: Option<Text>,
    #[serde(rename = "lastViewedOfferID", skip_serializing_if = "Option::is_none")]
    pub last_viewed_offer_id: Option<OfferId>,
}
