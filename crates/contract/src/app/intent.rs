use serde::{Deserialize, Serialize};

use crate::platform::status::{JourneyType, StepKey};
use crate::wire::open_enum;
use crate::{OfferId, Text};

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

open_enum!(
    /// What is consented to, one by one.
    ConsentKind {
        /// Lenders may look at the credit report.
        Bureau = "bureau",
        /// The application is sent to lenders.
        Lenders = "lenders",
    }
);

/// One consent as it was given: which text, in which language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Consent {
    pub kind: ConsentKind,
    pub text_version: Text,
    /// BCP 47, such as `hi`.
    pub language: Text,
}

/// `POST /api/journeys/{j}/profile/submit`: refused unless every [`ConsentKind`] is there.
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
