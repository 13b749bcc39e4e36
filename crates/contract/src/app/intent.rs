use serde::{Deserialize, Serialize};

use super::consent::Consent;
use crate::OfferId;
use crate::platform::status::{JourneyType, StepKey};
use crate::wire::open_enum;

open_enum!(
    /// For whom the borrower leaves the app.
    Party {
        Aa = "aa",
        Kyc = "kyc",
        EMandate = "eMandate",
        LoanAgreement = "loanAgreement",
        Payment = "payment",
    }
);

impl Party {
    /// The step this provider serves.
    pub const fn step(self) -> Option<StepKey> {
        match self {
            Self::Kyc => Some(StepKey::Kyc),
            Self::EMandate => Some(StepKey::EMandate),
            Self::LoanAgreement => Some(StepKey::LoanAgreement),
            Self::Aa | Self::Payment | Self::Unknown => None,
        }
    }

    /// The provider that serves this step.
    pub fn of(step: StepKey) -> Option<Self> {
        let party = |party: &&Self| party.step() == Some(step);
        Self::ALL.iter().find(party).copied()
    }
}

/// `POST /api/journeys`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StartJourney {
    #[serde(rename = "type")]
    pub kind: JourneyType,
}

/// `POST /api/journeys/{j}/profile/submit`: refused unless each of
/// [`ConsentKind::TO_SUBMIT`] is there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SubmitProfile {
    pub consents: Vec<Consent>,
}

/// `POST /api/journeys/{j}/offers/{o}/proceed`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ChooseOffer {
    /// The mark of the figures that were shown: refused when they are others by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<String>,
    /// That the Key Facts Statement was read ([`ConsentKind::Kfs`]): refused without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<Consent>,
}

impl ChooseOffer {
    /// The `field` of a refusal because of them.
    pub const FIGURES: &'static str = "figures";
}

/// `POST /api/journeys/{j}/handoffs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoffRequest {
    pub party: Party,
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
}

/// Where to go now: to be used at once, in the same tab, and forgotten.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Handoff {
    pub url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

// The address is a capability: it must not reach a log through `{:?}`.
impl std::fmt::Debug for Handoff {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Handoff")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
