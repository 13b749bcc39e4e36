use anyhow::{Context as _, Result};
use contract::app::ConsentKind;
use contract::platform::status::OfferCardStatus;
use end_to_end::{Borrower, Options, World, consent, everything};
use serde_json::json;

use crate::walk;

#[tokio::test]
async fn a_personal_loan_goes_from_sign_in_to_money_in_the_bank() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = walk::whole(&world, "asha").await?;
    let view = borrower.view().await?;
    let offer = view.offer.context("the loan")?;
    assert!(!offer.installments.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_lender_that_wants_a_consent_before_offering_gets_it() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "ravi").await?;
    walk::fill_and_send(&mut borrower).await?;
    let view = borrower
        .view_until("a consent", |v| walk::flow_name(v) == "aa")
        .await?;
    let card = view
        .offers
        .iter()
        .flatten()
        .find(|card| card.aa.required)
        .context("a lender")?;
    let offer = card.offer_id.to_string();
    walk::visit(&mut borrower, "aa", &offer, "approve").await?;
    walk::choose(&mut borrower).await?;
    walk::finish(&mut borrower).await?;
    Ok(())
}

#[tokio::test]
async fn a_lender_that_wants_a_consent_after_the_choice_gets_it() -> Result<()> {
    let world = World::start(Options::default()).await?;
    walk::whole(&world, "meena").await?;
    Ok(())
}

#[tokio::test]
async fn every_received_offer_of_a_full_market_carries_its_figures() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "imran").await?;
    walk::fill_and_send(&mut borrower).await?;
    let view = borrower
        .view_until("all lenders to have spoken", |view| {
            let cards = view.offers.as_deref().unwrap_or_default();
            cards.len() == 6
                && cards
                    .iter()
                    .all(|card| card.status != OfferCardStatus::OfferAwaited || card.aa.required)
        })
        .await?;
    let received: Vec<_> = view
        .offers
        .iter()
        .flatten()
        .filter(|card| card.status == OfferCardStatus::OfferReceived)
        .collect();
    assert!(received.len() >= 3, "{received:?}");
    for offer in received {
        for figure in [
            &offer.amount_principal,
            &offer.amount_net_disbursed,
            &offer.annual_percentage_rate,
            &offer.installment_amount,
            &offer.delay_penalty_fees,
            &offer.key_facts_statement_link,
        ] {
            assert!(figure.is_some(), "{offer:?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_view_is_the_same_in_another_browser_and_after_signing_out() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut first = Borrower::signed_in(&world, "asha").await?;
    walk::fill_and_send(&mut first).await?;
    walk::choose(&mut first).await?;
    let here = first
        .view_until("the amount", |v| walk::flow_name(v) == "loanAmount")
        .await?;
    let mut second = Borrower::signed_in(&world, "asha").await?;
    let there = second.view().await?;
    assert_eq!(flow::screen(&here), flow::screen(&there));
    let out = first.post("/auth/logout", &json!({})).await?;
    assert_eq!(out.status.as_u16(), 204);
    assert_eq!(first.get("/api/view").await?.status.as_u16(), 401);
    assert_eq!(
        second.get("/api/view").await?.status.as_u16(),
        200,
        "only this one signed out"
    );
    Ok(())
}

#[tokio::test]
async fn an_unchanged_view_is_not_sent_again() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let first = borrower.get("/api/view").await?;
    let etag = first.headers.get("etag").context("an ETag")?.clone();
    let again = borrower.request(reqwest::Method::GET, "/api/view");
    let again = again.header("x-csrf", "1").header("if-none-match", etag);
    let second = borrower.bare(again).await?;
    assert_eq!((second.status.as_u16(), second.text.as_str()), (304, ""));
    Ok(())
}

#[tokio::test]
async fn nothing_is_submitted_without_every_consent() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let view = walk::start(&mut borrower).await?;
    let path = walk::journey_path(&view)?;
    borrower
        .send(
            reqwest::Method::PUT,
            &format!("{path}/profile"),
            &everything(false, walk::PAN),
        )
        .await?
        .view()?;
    let one = json!({ "consents": [consent(ConsentKind::Bureau, false)] });
    let refused = borrower
        .post(&format!("{path}/profile/submit"), &one)
        .await?;
    assert_eq!(
        (refused.status.as_u16(), refused.code().as_str()),
        (400, "CONSENT_REQUIRED")
    );
    let submits = world.calls().await?;
    let submits = submits
        .iter()
        .filter(|call| call.to_string().contains("profile/submit"));
    assert_eq!(submits.count(), 0);
    Ok(())
}

#[tokio::test]
async fn a_refused_field_is_named_by_its_dotted_path() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let view = walk::start(&mut borrower).await?;
    let mut wishes = everything(false, walk::PAN);
    if let Some(pan) = wishes.pointer_mut("/profile/pan") {
        *pan = json!("NOT-A-PAN");
    }
    let path = format!("{}/profile", walk::journey_path(&view)?);
    let answer = borrower.send(reqwest::Method::PUT, &path, &wishes).await?;
    assert_eq!(answer.status.as_u16(), 400);
    assert_eq!(
        answer.json()?.get("field").and_then(|f| f.as_str()),
        Some("profile.pan")
    );
    Ok(())
}

#[tokio::test]
async fn the_same_intent_sent_twice_has_one_effect() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let key = uuid::Uuid::new_v4().to_string();
    let body = json!({ "type": "PERSONAL_LOAN" });
    let post = reqwest::Method::POST;
    let first = borrower
        .send_keyed(post.clone(), "/api/journeys", &body, &key)
        .await?
        .view()?;
    let second = borrower
        .send_keyed(post, "/api/journeys", &body, &key)
        .await?
        .view()?;
    assert_eq!(walk::journey_path(&first)?, walk::journey_path(&second)?);
    let third = walk::start(&mut borrower).await?;
    assert_eq!(
        walk::journey_path(&first)?,
        walk::journey_path(&third)?,
        "the running one"
    );
    let journeys = borrower.get("/api/journeys").await?.json()?;
    assert_eq!(
        journeys
            .pointer("/items")
            .and_then(|i| i.as_array())
            .map(Vec::len),
        Some(1)
    );
    Ok(())
}
