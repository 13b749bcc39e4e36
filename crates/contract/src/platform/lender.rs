use serde::{Deserialize, Serialize};

use crate::Text;
use crate::wire::nullable;

/// Who lends, who answers complaints, and who may come to collect.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Lender {
    pub name: Option<Text>,
    /// ASSUMPTION(G14): `NBFC` or `BANK`, for the offer card.
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    /// The nodal grievance redressal officer.
    pub gro: Option<Contact>,
    pub support: Option<Support>,
    /// The service provider that may act as recovery agent.
    pub lsp: Option<Contact>,
    #[serde(deserialize_with = "nullable")]
    pub locations: Vec<Location>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Contact {
    pub name: Option<Text>,
    pub email: Option<Text>,
    pub contact_number: Option<Text>,
    pub designation: Option<Text>,
    pub address: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Support {
    pub link: Option<Text>,
    pub contact_number: Option<Text>,
    pub email: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Location {
    #[serde(rename = "locationID")]
    pub location_id: Option<Text>,
    pub name: Option<Text>,
    pub address: Option<Text>,
    pub gps: Option<Text>,
    pub area_code: Option<Text>,
}
