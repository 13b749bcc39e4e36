//! Where a test begins: what came before was done through the API, in another browser so to say.

use std::time::Duration;

use anyhow::{Context as _, Result};
use contract::app::{Consent, ConsentKind, JourneyView, Party};
use contract::platform::status::OfferCardStatus;
use end_to_end::{Borrower, Browser, Language, Sent, World, eventually};
use flow::{Failure, Screen};
use reqwest::Method;
use serde_json::{Value, json};

use crate::text::Words;
use crate::text::rooms::Door;
use crate::walk::Walk;

/// A test borrower, taken as far as a screen that fits.
pub async fn as_far_as(
    world: &World,
    id: &str,
    fits: impl Fn(&Screen) -> bool,
) -> Result<Borrower> {
    let mut borrower = Borrower::signed_in(world, id).await?;
    eventually(
        "the beginning of the test",
        Duration::from_mins(1),
        async || {
            let view = borrower.view().await?;
            let screen = flow::screen(&view);
            if fits(&screen) {
                return Ok(Some(()));
            }
            act(world, &mut borrower, &view, screen).await?;
            Ok(None)
        },
    )
    .await?;
    Ok(borrower)
}

/// Before a provider's door, in a browser.
pub async fn before<'a>(world: &'a World, id: &str, door: Party) -> Result<Walk<'a>> {
    brought(Walk::begin(world, Language::English).await?, id, door).await
}

/// The same, in a browser that is there already.
pub async fn brought<'a>(mut walk: Walk<'a>, id: &str, door: Party) -> Result<Walk<'a>> {
    as_far_as(
        walk.world,
        id,
        |screen| matches!(screen, Screen::Leave { party, .. } if *party == door),
    )
    .await?;
    walk.sign_in(name_of(id)).await?;
    walk.browser.heading(self::door(walk.t, door).title).await?;
    if door == Party::Aa {
        walk.agree_to_statements().await?;
    }
    Ok(walk)
}

/// What the app says before it sends a borrower to a provider.
pub fn door(t: Words, party: Party) -> &'static Door {
    match party {
        Party::Aa => &t.leave.aa,
        Party::Kyc => &t.leave.kyc,
        Party::EMandate => &t.leave.mandate,
        Party::LoanAgreement => &t.leave.agreement,
        Party::Payment | Party::Unknown => &t.leave.payment,
    }
}

pub fn name_of(id: &str) -> &'static str {
    match id {
        "ravi" => "Ravi Nair",
        "meena" => "Meena Kulkarni",
        _ => "Asha Verma",
    }
}

fn journey(view: &JourneyView) -> Result<String> {
    let journey = view.journey.as_ref().context("no journey")?;
    Ok(format!("/api/journeys/{}", journey.id))
}

/// A consent to the text that is published now.
fn agreed(kind: ConsentKind) -> Option<Consent> {
    notices::consent(kind, false, "en")
}

/// Does what anybody would do on this screen.
async fn act(
    world: &World,
    borrower: &mut Borrower,
    view: &JourneyView,
    screen: Screen,
) -> Result<()> {
    let answer = match screen {
        Screen::Start => {
            let loan = json!({ "type": "PERSONAL_LOAN" });
            borrower.post("/api/journeys", &loan).await?
        }
        Screen::Profile => {
            let path = journey(view)?;
            let wishes = json!({ "journey": {
                "endUse": "travel", "requestedAmount": "250000", "requestedTenureMonths": "24",
            } });
            let profile = format!("{path}/profile");
            let saved = borrower.send(Method::PUT, &profile, &wishes).await?;
            saved.view()?;
            let consents = ConsentKind::TO_SUBMIT.map(agreed);
            let consents = json!({ "consents": consents });
            borrower
                .post(&format!("{path}/profile/submit"), &consents)
                .await?
        }
        Screen::Offers => {
            let mut cards = view.offers.iter().flatten();
            let Some(card) = cards.find(|card| card.status == OfferCardStatus::OfferReceived)
            else {
                return Ok(());
            };
            let path = format!("{}/offers/{}/proceed", journey(view)?, card.offer_id);
            let read = agreed(ConsentKind::Kfs);
            borrower.post(&path, &json!({ "read": read })).await?
        }
        Screen::LoanAmount(offer) => {
            let amount = view
                .offer
                .as_ref()
                .and_then(|it| it.amount_principal.clone());
            let path = format!("{}/offers/{offer}/loan-amount", journey(view)?);
            borrower.post(&path, &json!({ "amount": amount })).await?
        }
        Screen::BankAccount(offer, ..) => {
            let path = format!("{}/offers/{offer}/steps/bank-mandate", journey(view)?);
            let account = json!({
                "accountHolderName": "Asha Verma", "accountNumber": "123456789012",
                "ifsc": "HDFC0001234", "accountType": "saving",
            });
            borrower.post(&path, &account).await?
        }
        Screen::Leave { party, offer, .. } => {
            let path = format!("{}/handoffs", journey(view)?);
            let url = mint(borrower, &path, party, &offer.to_string()).await?;
            borrower.at_provider(&url, "approve").await?;
            let back = format!("{path}/{}/returned", party.as_str());
            borrower.post(&back, &json!({})).await?
        }
        _ => {
            // Nobody stays for a wait that is not the test's.
            return world.move_time(2).await;
        }
    };
    answer.view()?;
    Ok(())
}

/// A link to a provider, to which an Account Aggregator needs a consent.
pub async fn mint(
    borrower: &mut Borrower,
    path: &str,
    party: Party,
    offer: &str,
) -> Result<String> {
    if party == Party::Aa {
        let consents = path.replace("/handoffs", "/consents");
        let given = json!({ "consents": [agreed(ConsentKind::Aa)], "offerID": offer });
        borrower.post(&consents, &given).await?.view()?;
    }
    let body = json!({ "party": party.as_str(), "offerID": offer });
    let answer = borrower.post(path, &body).await?.json()?;
    let url = answer.get("url").and_then(Value::as_str);
    Ok(url.with_context(|| answer.to_string())?.to_owned())
}

/// Waits until the borrower has gone to an address with this part; gives it, after all before it.
pub async fn went(b: &Browser, part: &str) -> Result<(Vec<Sent>, Sent)> {
    let mut all = Vec::new();
    let what = format!("going to {part}");
    let found = eventually(&what, Duration::from_secs(20), async || {
        all.extend(b.sent().await?);
        let mut pages = all.iter().filter(|sent| sent.navigates);
        Ok(pages.find(|sent| sent.url.contains(part)).cloned())
    })
    .await?;
    Ok((all, found))
}

/// How often the platform did this, repetitions aside.
pub async fn done(world: &World, method: &str, end: &str) -> Result<usize> {
    let calls = world.calls().await?;
    let part = |call: &Value, name: &str| {
        call.get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    Ok(calls
        .iter()
        .filter(|call| part(call, "method") == method && part(call, "path").ends_with(end))
        .filter(|call| call.get("replayed") != Some(&Value::Bool(true)))
        .filter(|call| call.get("status").and_then(Value::as_u64).unwrap_or(500) < 300)
        .count())
}

/// Waits until the app says why a step failed.
pub async fn says_why(b: &Browser, t: Words, why: Failure) -> Result<()> {
    b.sees((t.failing.said)(why).what).await
}
