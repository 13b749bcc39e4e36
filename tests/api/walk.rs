//! A personal loan, intent by intent.

use anyhow::{Context as _, Result, bail};
use contract::app::{ConsentKind, JourneyView, Party};
use contract::platform::status::{JourneyStatus, OfferCardStatus};
use end_to_end::{Borrower, World, consent, everything};
use reqwest::Method;
use serde_json::{Value, json};

/// Of somebody of whom none is known.
pub const PAN: &str = "ABCPV1234E";

pub fn journey_path(view: &JourneyView) -> Result<String> {
    let journey = view.journey.as_ref().context("no journey")?;
    Ok(format!("/api/journeys/{}", journey.id))
}

pub fn offer_path(view: &JourneyView) -> Result<String> {
    let journey = view.journey.as_ref().context("no journey")?;
    let offer = journey.selected_offer.context("nothing selected")?;
    Ok(format!("/api/journeys/{}/offers/{offer}", journey.id))
}

pub fn status(view: &JourneyView) -> JourneyStatus {
    view.journey
        .as_ref()
        .map(|journey| journey.status)
        .unwrap_or_default()
}

pub fn consents() -> Value {
    let all = ConsentKind::TO_SUBMIT.map(|kind| consent(kind, false));
    json!({ "consents": all })
}

pub async fn start(borrower: &mut Borrower) -> Result<JourneyView> {
    borrower
        .post("/api/journeys", &json!({ "type": "PERSONAL_LOAN" }))
        .await?
        .view()
}

pub async fn fill_and_send(borrower: &mut Borrower) -> Result<JourneyView> {
    let view = start(borrower).await?;
    let path = journey_path(&view)?;
    borrower
        .send(
            Method::PUT,
            &format!("{path}/profile"),
            &everything(false, PAN),
        )
        .await?
        .view()?;
    borrower
        .post(&format!("{path}/profile/submit"), &consents())
        .await?
        .view()
}

/// Mints, goes, decides, comes back, and tells the BFF so.
pub async fn visit(
    borrower: &mut Borrower,
    party: &str,
    offer: &str,
    choice: &str,
) -> Result<JourneyView> {
    let view = borrower.view().await?;
    let path = journey_path(&view)?;
    if party == Party::Aa.as_str() {
        let consents = json!({ "consents": [consent(ConsentKind::Aa, false)], "offerID": offer });
        let path = format!("{path}/consents");
        borrower.post(&path, &consents).await?.view()?;
    }
    let body = json!({ "party": party, "offerID": offer });
    let handoff = borrower
        .post(&format!("{path}/handoffs"), &body)
        .await?
        .json()?;
    let url = handoff
        .get("url")
        .and_then(Value::as_str)
        .context(handoff.to_string())?;
    let back = borrower.at_provider(url, choice).await?;
    let (_, tail) = back
        .split_once("/return/")
        .context("not back to the return address")?;
    let arrived = borrower
        .bare(borrower.request(Method::GET, &format!("/return/{tail}")))
        .await?;
    if arrived
        .headers
        .get("location")
        .is_none_or(|to| to != &format!("/back/{party}"))
    {
        bail!("the return went elsewhere: {arrived:?}");
    }
    borrower
        .post(&format!("{path}/handoffs/{party}/returned"), &json!({}))
        .await?
        .view()
}

/// Chooses the first offer there is, waiting for one.
pub async fn choose(borrower: &mut Borrower) -> Result<JourneyView> {
    let received = |view: &JourneyView| {
        let cards = view.offers.iter().flatten();
        cards
            .clone()
            .find(|card| card.status == OfferCardStatus::OfferReceived)
            .cloned()
    };
    let view = borrower
        .view_until("an offer", |view| {
            status(view) == JourneyStatus::OffersAvailable && received(view).is_some()
        })
        .await?;
    let card = received(&view).context("no offer")?;
    let path = format!("{}/offers/{}/proceed", journey_path(&view)?, card.offer_id);
    let read = json!({ "read": consent(ConsentKind::Kfs, false) });
    borrower.post(&path, &read).await?.view()
}

/// From the choice to the money.
pub async fn finish(borrower: &mut Borrower) -> Result<JourneyView> {
    let ready = |view: &JourneyView| {
        matches!(flow_name(view), "loanAmount" | "aa") && view.pending.is_none()
    };
    let mut view = borrower
        .view_until("the loan amount or a consent", ready)
        .await?;
    if flow_name(&view) == "aa" {
        let offer = selected(&view)?;
        visit(borrower, "aa", &offer, "approve").await?;
        view = borrower
            .view_until("the loan amount", |v| flow_name(v) == "loanAmount")
            .await?;
    }
    let amount = view
        .offer
        .as_ref()
        .and_then(|offer| offer.amount_principal.clone())
        .context("an amount")?;
    let path = format!("{}/loan-amount", offer_path(&view)?);
    borrower
        .post(&path, &json!({ "amount": amount }))
        .await?
        .view()?;

    let view = borrower
        .view_until("KYC", |v| status(v) == JourneyStatus::KycPending)
        .await?;
    let offer = selected(&view)?;
    visit(borrower, "kyc", &offer, "approve").await?;

    let view = borrower
        .view_until("the bank form", |v| {
            status(v) == JourneyStatus::BankMandatePending
        })
        .await?;
    let path = format!("{}/steps/bank-mandate", offer_path(&view)?);
    let account = json!({
        "accountHolderName": "Test Borrower", "accountNumber": "123456789012",
        "ifsc": "HDFC0001234", "accountType": "saving",
    });
    borrower.post(&path, &account).await?.view()?;

    borrower
        .view_until("the mandate", |v| {
            status(v) == JourneyStatus::EMandatePending
        })
        .await?;
    visit(borrower, "eMandate", &offer, "approve").await?;
    borrower
        .view_until("the agreement", |v| {
            status(v) == JourneyStatus::LoanAgreementPending
        })
        .await?;
    visit(borrower, "loanAgreement", &offer, "approve").await?;
    borrower
        .view_until("the money", |v| status(v) == JourneyStatus::Disbursed)
        .await
}

pub fn selected(view: &JourneyView) -> Result<String> {
    let journey = view.journey.as_ref().context("no journey")?;
    Ok(journey
        .selected_offer
        .context("nothing selected")?
        .to_string())
}

/// The screen's name as far as these tests tell screens apart.
pub fn flow_name(view: &JourneyView) -> &'static str {
    use contract::app::Party;
    match flow::screen(view) {
        flow::Screen::Start => "start",
        flow::Screen::Profile => "profile",
        flow::Screen::Waiting(_) => "waiting",
        flow::Screen::Offers => "offers",
        flow::Screen::Offer(_) => "offer",
        flow::Screen::Leave {
            party: Party::Aa, ..
        } => "aa",
        flow::Screen::Leave { .. } => "leave",
        flow::Screen::LoanAmount(_) => "loanAmount",
        flow::Screen::BankAccount(..) => "bank",
        flow::Screen::Disbursed => "disbursed",
        _ => "other",
    }
}

pub async fn whole(world: &World, id: &str) -> Result<Borrower> {
    let mut borrower = Borrower::signed_in(world, id).await?;
    fill_and_send(&mut borrower).await?;
    choose(&mut borrower).await?;
    finish(&mut borrower).await?;
    Ok(borrower)
}
