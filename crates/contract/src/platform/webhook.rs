//! `journey.snapshot`, the only webhook. The envelope is `snake_case`, the borrower's part is not.

use serde::{Deserialize, Serialize};

use super::status::{JourneyStatus, NextAction};
use crate::wire::{nullable, whole};
use crate::{JourneyId, Text};

/// The only event type.
pub const JOURNEY_SNAPSHOT: &str = "journey.snapshot";

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    #[serde(deserialize_with = "nullable")]
    pub schema_version: Text,
    #[serde(deserialize_with = "nullable")]
    pub event_type: Text,
    /// The same in every delivery of one event.
    #[serde(deserialize_with = "nullable")]
    pub event_id: Text,
    pub event_at: Option<String>,
    pub snapshot_generated_at: Option<String>,
    /// Grows; means nothing else.
    #[serde(deserialize_with = "whole")]
    pub sequence: i64,
    pub issuer: Option<Issuer>,
    pub tenant_id: Option<Text>,
    pub application_id: Option<Text>,
    #[serde(deserialize_with = "nullable")]
    pub borrower: SnapshotBorrower,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Issuer {
    pub source: Option<Text>,
    pub trigger: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SnapshotBorrower {
    #[serde(rename = "borrowerExternalID", deserialize_with = "nullable")]
    pub borrower_external_id: Text,
    #[serde(deserialize_with = "nullable")]
    pub journeys: Vec<SnapshotJourney>,
    /// ASSUMPTION(G29): the platform's other products send one journey here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journey: Option<SnapshotJourney>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotJourney {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(default)]
    pub status: JourneyStatus,
    #[serde(default)]
    pub next_action: Option<NextAction>,
}
