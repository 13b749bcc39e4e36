use anyhow::Result;
use contract::app::{Consent, ConsentKind, JourneyView, Party};
use contract::{JourneyId, OfferId};
use reqwest::Method;
use serde_json::{Value, json};

use crate::{Answer, Borrower};

/// One thing a borrower does, as the app sends it.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    pub method: Method,
    pub path: String,
    pub body: Value,
}

impl Intent {
    fn post(path: String, body: Value) -> Self {
        Self {
            method: Method::POST,
            path,
            body,
        }
    }

    /// `kind` as on the wire, such as `PERSONAL_LOAN`.
    pub fn start(kind: &str) -> Self {
        Self::post("/api/journeys".to_owned(), json!({ "type": kind }))
    }

    pub fn save(journey: JourneyId, sections: Value) -> Self {
        Self {
            method: Method::PUT,
            path: format!("/api/journeys/{journey}/profile"),
            body: sections,
        }
    }

    /// With every consent given; `gold` is of the kind of loan.
    pub fn submit(journey: JourneyId, gold: bool) -> Self {
        let consents = ConsentKind::TO_SUBMIT.map(|kind| consent(kind, gold));
        Self::post(
            format!("/api/journeys/{journey}/profile/submit"),
            json!({ "consents": consents }),
        )
    }

    /// Gives again what an application needs.
    pub fn consent_again(journey: JourneyId, gold: bool) -> Self {
        let consents = ConsentKind::TO_SUBMIT.map(|kind| consent(kind, gold));
        let path = format!("/api/journeys/{journey}/consents");
        Self::post(path, json!({ "consents": consents }))
    }

    /// To be sent for bank statements of one offer.
    pub fn consent_to_statements(journey: JourneyId, offer: OfferId) -> Self {
        let body = json!({ "consents": [consent(ConsentKind::Aa, false)], "offerID": offer });
        Self::post(format!("/api/journeys/{journey}/consents"), body)
    }

    fn offer(journey: JourneyId, offer: OfferId, rest: &str, body: Value) -> Self {
        Self::post(
            format!("/api/journeys/{journey}/offers/{offer}/{rest}"),
            body,
        )
    }

    /// Having read what it costs.
    pub fn proceed(journey: JourneyId, offer: OfferId) -> Self {
        let body = json!({ "read": consent(ConsentKind::Kfs, false) });
        Self::offer(journey, offer, "proceed", body)
    }

    pub fn reject(journey: JourneyId, offer: OfferId, stage: &str) -> Self {
        let body = json!({ "rejectedStage": stage });
        Self::offer(journey, offer, "reject", body)
    }

    pub fn loan_amount(journey: JourneyId, offer: OfferId, rupees: &str) -> Self {
        Self::offer(journey, offer, "loan-amount", json!({ "amount": rupees }))
    }

    pub fn bank_mandate(journey: JourneyId, offer: OfferId, account: &str) -> Self {
        let body = json!({
            "accountHolderName": "Test Borrower", "accountNumber": account,
            "ifsc": "HDFC0001234", "accountType": "saving",
        });
        Self::offer(journey, offer, "steps/bank-mandate", body)
    }

    pub fn handoff(journey: JourneyId, offer: OfferId, party: Party) -> Self {
        let body = json!({ "party": party.as_str(), "offerID": offer });
        Self::post(format!("/api/journeys/{journey}/handoffs"), body)
    }

    pub fn returned(journey: JourneyId, party: Party) -> Self {
        let party = party.as_str();
        let path = format!("/api/journeys/{journey}/handoffs/{party}/returned");
        Self::post(path, json!({}))
    }
}

/// A consent to what is published now, read in English.
pub fn consent(kind: ConsentKind, gold: bool) -> Consent {
    notices::consent(kind, gold, "en").unwrap_or_default()
}

/// A key of its own, as the app makes one for each intent.
pub fn new_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

impl Borrower {
    /// Does it, and gives what the BFF says, good or bad.
    pub async fn attempt(&mut self, intent: &Intent, key: &str) -> Result<Answer> {
        self.send_keyed(intent.method.clone(), &intent.path, &intent.body, key)
            .await
    }

    /// Does it once; anything but the next view is an error.
    pub async fn act(&mut self, intent: &Intent) -> Result<JourneyView> {
        self.attempt(intent, &new_key()).await?.view()
    }
}
