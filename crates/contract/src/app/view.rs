use serde::{Deserialize, Serialize};

use super::consent::Standing;
use super::intent::Party;
use crate::platform::aa::AaSession;
use crate::platform::journeys::{Capabilities, Resume};
use crate::platform::offers::Offer;
use crate::platform::profile::ProfileSnapshot;
use crate::platform::status::{JourneyStatus, JourneyType, NextAction, OperationKind};
use crate::platform::steps::Steps;
use crate::{JourneyId, OfferId, Text};

/// Everything the app needs to draw one screen, and nothing more.
///
/// `Option` here means "not part of this screen": resources come only where the state needs them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct JourneyView {
    pub borrower: Borrower,
    /// `None`: no journey is open; the borrower chooses what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journey: Option<Journey>,
    /// There are other applications, listed by `GET /api/journeys`.
    pub has_earlier: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<ProfileSnapshot>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offers: Option<Vec<Offer>>,
    /// The offer that was asked for by `?offer=`.
    #[serde(rename = "focusOfferID", skip_serializing_if = "Option::is_none")]
    pub focus: Option<OfferId>,
    /// In full: the one asked for, else the one the journey is locked to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<Offer>,
    /// The chosen offer's figures as they were when it was chosen, until the journey is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Offer>,
    /// Of the chosen offer, where the borrower has said how much: rupees, digits only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<Steps>,
    /// The newest Account Aggregator session of the offer that the screen is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aa: Option<AaSession>,
    /// Accepted by the platform, not yet visible in its state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<PendingOperation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handoff: Option<OpenHandoff>,
    /// What the borrower asked the lenders for, beside their offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// How the consents of this journey stand, as far as we keep receipts of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Standing>,
    pub pace: Pace,
}

impl JourneyView {
    /// What is applied for is a loan against gold.
    pub fn is_gold(&self) -> bool {
        let journey = self.journey.as_ref();
        journey.is_some_and(|journey| journey.kind == JourneyType::GoldLoan)
    }
}

/// What the borrower asked for, as in the profile.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Rupees, digits only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Borrower {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// Masked but for the last four digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Journey {
    #[serde(rename = "journeyID")]
    pub id: JourneyId,
    #[serde(rename = "type", default)]
    pub kind: JourneyType,
    #[serde(default)]
    pub status: JourneyStatus,
    #[serde(default)]
    pub next_action: Option<NextAction>,
    #[serde(default)]
    pub pending_operations: Vec<OperationKind>,
    #[serde(default)]
    pub capabilities: Capabilities,
    #[serde(default)]
    pub resume: Resume,
    #[serde(
        rename = "selectedOfferID",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub selected_offer: Option<OfferId>,
    /// In the list of applications only: whose offer was chosen, as far as we know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lender: Option<Text>,
    /// In the list of applications only: a consent was taken back, and nothing goes on without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stands_still: bool,
    #[serde(default)]
    pub updated_at: String,
}

/// `GET /api/journeys`, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct JourneyList {
    pub items: Vec<Journey>,
}

/// The platform has said yes and is still working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingOperation {
    #[serde(default)]
    pub kind: OperationKind,
    /// Unix milliseconds.
    pub accepted_at: i64,
}

/// The borrower was sent to a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenHandoff {
    pub party: Party,
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
    #[serde(default)]
    pub state: HandoffState,
}

crate::wire::open_enum!(
    /// How far a handoff has come, as the BFF saw it; the platform's state decides what is shown.
    HandoffState {
        /// Left, and not seen since.
        Away = "AWAY",
        /// Back; the platform has a moment to learn of it.
        Settling = "SETTLING",
        /// Back, and the platform still wants the borrower to go.
        Unfinished = "UNFINISHED",
    }
);

/// When to read the view again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Pace {
    /// Milliseconds; 0: nothing is awaited, read on return to the page only.
    pub after_ms: u32,
    /// Unix milliseconds. When waiting has become long: from then on the screen says what the
    /// borrower can do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<i64>,
    /// Unix milliseconds. When the platform was last heard, where that is not now: it had no time
    /// for us, and this is what was read before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<i64>,
}
