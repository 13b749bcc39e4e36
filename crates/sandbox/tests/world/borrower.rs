use reqwest::Method;
use serde_json::{Value, json};

use super::{APP, Reply, World, account, key, profile};

/// Somebody with a session and a journey.
pub struct Borrower<'a> {
    pub world: &'a World,
    pub token: String,
    pub journey: String,
}

impl Borrower<'_> {
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.world.post(path, &self.token, body).await
    }

    pub fn path(&self, below: &str) -> String {
        format!("/journeys/{}{below}", self.journey)
    }

    pub async fn read(&self, below: &str) -> Value {
        let reply = self.world.get(&self.path(below), &self.token).await;
        reply.data().clone()
    }

    /// Below the journey; must be done.
    pub async fn act(&self, below: &str, body: &Value) -> Value {
        self.post(&self.path(below), body).await.data().clone()
    }

    /// `STATUS / NEXT_ACTION`
    pub async fn state(&self) -> String {
        let state = self.read("/state").await;
        let next = state["nextAction"].as_str().unwrap_or("null");
        format!("{} / {next}", state["status"].as_str().unwrap())
    }

    pub async fn save_profile(&self) -> Value {
        let path = self.path("/profile");
        let saved = self
            .world
            .write(Method::PUT, &path, &self.token, &key(), &profile())
            .await;
        saved.data().clone()
    }

    pub async fn submit(&self) {
        self.save_profile().await;
        let accepted = self
            .act("/profile/submit", &json!({ "bureauConsent": true }))
            .await;
        assert_eq!(accepted["status"], "ACCEPTED");
        assert_eq!(accepted["pollAfterSeconds"], 3);
    }

    /// The card of a lender.
    pub async fn card(&self, lender: &str) -> Value {
        let offers = self.read("/offers").await;
        let items = offers["items"].as_array().unwrap();
        items
            .iter()
            .find(|card| card["lenderID"] == lender)
            .unwrap_or_else(|| panic!("no {lender} in {offers}"))
            .clone()
    }

    pub async fn offer_of(&self, lender: &str) -> String {
        self.card(lender).await["offerID"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Through the Account Aggregator; gives the address the browser came back to.
    pub async fn consent(&self, offer: &str, decision: &str) -> (String, String) {
        let create = json!({ "offerID": offer, "returnURL": format!("{APP}/return/aa?state=s1") });
        let session = self.act("/aa/sessions", &create).await;
        assert_eq!(session["state"], "REQUIRED");
        let id = session["aaSessionID"].as_str().unwrap().to_owned();
        let redirect = self
            .act(&format!("/aa/sessions/{id}/redirect"), &json!({}))
            .await;
        assert_eq!(redirect["state"], "REDIRECT_READY");
        let url = redirect["redirectURL"].as_str().unwrap();
        (self.world.at_provider(url, decision).await, id)
    }

    /// Chooses this lender's offer for all of its amount, as far as the first step.
    pub async fn as_far_as_kyc(&self, lender: &str) -> String {
        let offer = self.offer_of(lender).await;
        self.act(&format!("/offers/{offer}/proceed"), &json!({}))
            .await;
        let amount = self.card(lender).await["amountPrincipal"].clone();
        self.amount(&offer, amount.as_str().unwrap()).await;
        offer
    }

    /// The address of the page on which a step is done.
    pub async fn link(&self, offer: &str, step: &str) -> String {
        let step = self.read(&format!("/offers/{offer}/steps/{step}")).await;
        assert_eq!(step["actionRequired"], "REDIRECT", "{step}");
        step["resource"]["redirectURL"].as_str().unwrap().to_owned()
    }

    /// Sends the borrower to the provider of a step.
    pub async fn at_step(&self, offer: &str, step: &str, decision: &str) -> String {
        let url = self.link(offer, step).await;
        self.world.at_provider(&url, decision).await
    }

    /// From a chosen amount to money in the bank.
    pub async fn finish(&self, offer: &str, amount: &str) {
        self.amount(offer, amount).await;
        assert_eq!(self.state().await, "KYC_PENDING / COMPLETE_STEP");
        let back = self.at_step(offer, "kyc", "approve").await;
        assert!(back.starts_with(&format!("{APP}/return/kyc?")), "{back}");
        assert_eq!(self.state().await, "BANK_MANDATE_PENDING / COMPLETE_STEP");
        self.act(&format!("/offers/{offer}/steps/bank-mandate"), &account())
            .await;
        assert_eq!(self.state().await, "E_MANDATE_PENDING / COMPLETE_STEP");
        let back = self.at_step(offer, "e-mandate", "approve").await;
        assert!(back.starts_with(&format!("{APP}/return/eMandate?")));
        assert_eq!(self.state().await, "LOAN_AGREEMENT_PENDING / COMPLETE_STEP");
        let back = self.at_step(offer, "loan-agreement", "approve").await;
        assert!(back.starts_with(&format!("{APP}/return/loanAgreement?")));
        assert_eq!(self.state().await, "DISBURSED / null");
    }

    pub async fn amount(&self, offer: &str, amount: &str) {
        assert_eq!(self.state().await, "OFFER_SELECTED / COMPLETE_STEP");
        let steps = self.read(&format!("/offers/{offer}/steps")).await;
        assert_eq!(steps["kyc"]["status"], "PENDING");
        let body = json!({ "amount": amount });
        let accepted = self
            .act(&format!("/offers/{offer}/loan-amount"), &body)
            .await;
        assert_eq!(accepted["status"], "ACCEPTED");
    }

    /// A running loan of asha's.
    pub async fn disbursed(&self) -> String {
        self.submit().await;
        let offer = self.offer_of("sahyadri-finance").await;
        self.act(&format!("/offers/{offer}/proceed"), &json!({}))
            .await;
        self.finish(&offer, "250000").await;
        offer
    }
}
