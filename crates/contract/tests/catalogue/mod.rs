//! Every example payload under `tests/examples`, with the type it is read as.

use contract::Items;
use contract::platform::aa::{AaRedirect, AaSession, AaSessionRequest, Empty};
use contract::platform::envelope::{Accepted, Envelope, ErrorBody};
use contract::platform::journeys::{Journey, JourneyRequest, JourneyState, ResumeRequest};
use contract::platform::offers::{
    LoanAmountRequest, Offer, OfferRejected, Proceeded, RejectRequest,
};
use contract::platform::post_disbursal::ServicingRequest;
use contract::platform::profile::{ProfileSections, ProfileSnapshot, SubmitRequest};
use contract::platform::sessions::{SessionCreated, SessionRequest, SessionTokens};
use contract::platform::steps::{BankMandateRequest, Step, Steps};
use contract::platform::webhook::Snapshot;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) struct Example {
    /// Folder and file, without `.json`.
    pub(crate) name: &'static str,
    json: &'static str,
    reread: fn(&str) -> serde_json::Result<Value>,
}

impl Example {
    pub(crate) fn value(&self) -> Value {
        serde_json::from_str(self.json).unwrap_or_default()
    }

    /// What this text becomes when it is read as the example's type and written again.
    pub(crate) fn reread(&self, json: &str) -> serde_json::Result<Value> {
        (self.reread)(json)
    }
}

fn reread<T: DeserializeOwned + Serialize>(json: &str) -> serde_json::Result<Value> {
    serde_json::from_str::<T>(json).and_then(serde_json::to_value)
}

macro_rules! examples {
    ($($name:literal: $type:ty,)+) => {
        pub(crate) const ALL: &[Example] = &[$(Example {
            name: $name,
            json: include_str!(concat!("../examples/", $name, ".json")),
            reread: reread::<$type>,
        }),+];
    };
}

examples! {
    "sessions/create-request": SessionRequest,
    "sessions/create-request-prefilled": SessionRequest,
    "sessions/created": Envelope<SessionCreated>,
    "sessions/resumed": Envelope<SessionCreated>,
    "sessions/resumed-with-nothing-to-do": Envelope<SessionCreated>,
    "sessions/refreshed": Envelope<SessionTokens>,

    "journeys/start-request": JourneyRequest,
    "journeys/start-request-web": JourneyRequest,
    "journeys/started": Envelope<Journey>,
    "journeys/detail": Envelope<Journey>,
    "journeys/list": Envelope<Items<Journey>>,
    "journeys/state": Envelope<JourneyState>,
    "journeys/state-nothing-to-do": Envelope<JourneyState>,
    "journeys/resume-request": ResumeRequest,
    "journeys/second-refused": Envelope<Journey>,

    "profile/put": ProfileSections,
    "profile/put-every-section": ProfileSections,
    "profile/snapshot": Envelope<ProfileSnapshot>,
    "profile/submit-request": SubmitRequest,
    "profile/submit-accepted": Envelope<Accepted>,

    "offers/list": Envelope<Items<Offer>>,
    "offers/detail": Envelope<Offer>,
    "offers/proceeded": Envelope<Proceeded>,
    "offers/reject-request": RejectRequest,
    "offers/rejected": Envelope<OfferRejected>,
    "offers/loan-amount-request": LoanAmountRequest,
    "offers/loan-amount-accepted": Envelope<Accepted>,

    "steps/one": Step,
    "steps/all": Envelope<Steps>,
    "steps/kyc-redirect": Envelope<Step>,
    "steps/kyc-status": Envelope<Step>,
    "steps/bank-mandate-form": Envelope<Step>,
    "steps/bank-mandate-failed": Envelope<Step>,
    "steps/bank-mandate-request": BankMandateRequest,
    "steps/bank-mandate-accepted": Envelope<Accepted>,

    "aa/create-request": AaSessionRequest,
    "aa/created": Envelope<AaSession>,
    "aa/list": Envelope<Items<AaSession>>,
    "aa/redirect": Envelope<AaRedirect>,
    "aa/complete-request": Empty,
    "aa/completed": Envelope<AaSession>,
    "aa/reconciling": Envelope<AaSession>,

    "post-disbursal/status-accepted": Envelope<Accepted>,
    "post-disbursal/foreclosure-request": ServicingRequest,
    "post-disbursal/pre-part-payment-request": ServicingRequest,
    "post-disbursal/missed-emi-payment-request": ServicingRequest,
    "post-disbursal/offer-with-payments": Envelope<Offer>,

    "webhook/snapshot": Snapshot,
    "webhook/snapshot-of-one-journey": Snapshot,

    "errors/no-error": Envelope<Empty>,
    "errors/validation": Envelope<Empty>,
    "errors/validation-of-several-fields": Envelope<Empty>,
    "errors/offer-lock-conflict": ErrorBody,
    "errors/operation-pending": Envelope<Empty>,
    "errors/idempotency-key-reused": Envelope<Empty>,
}
