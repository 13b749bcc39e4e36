//! A receipt to keep: what was read, as it was.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::ConsentKind;
use serde_json::json;
use stand_in::choice::{AGAIN, KEY, at_offers, proceed};
use stand_in::consents::{consent, give, receipts, to_submit, withdraw};
use stand_in::loan::OFFER;

#[tokio::test]
async fn a_receipt_keeps_the_text_that_was_read_whatever_is_published_since() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    let id = receipts(&world).await.first().unwrap().id.clone();
    sqlx::query("UPDATE consent_text SET text = replace(text, 'lenders', 'nobody at all')")
        .execute(&mut world.store().await)
        .await
        .unwrap();
    let file = world.get(&format!("/api/consents/{id}/receipt")).await;
    assert!(file.text().contains("nobody at all"), "{}", file.text());
}

#[tokio::test]
async fn a_receipt_from_before_texts_were_kept_can_be_read_and_withdrawn() {
    let world = at_offers().await;
    sqlx::query(
        "INSERT INTO consent
           (borrower, journey, kind, text_version, language, correlation, given_at, intent)
         VALUES ('borrower', ?1, 'lenders', 'lenders-2026-11', 'hi', 'c', 0, 'k')",
    )
    .bind(stand_in::loan::JOURNEY)
    .execute(&mut world.store().await)
    .await
    .unwrap();
    let all = receipts(&world).await;
    let file = format!("/api/consents/{}/receipt", all.first().unwrap().id);
    let file = world.get(&file).await;
    assert!(file.text().contains("lenders-2026-11"), "{}", file.text());
    let after = withdraw(&world, ConsentKind::Lenders).await;
    assert!(after.iter().all(|receipt| receipt.withdrawn_at.is_some()));
}

#[tokio::test]
async fn a_receipt_of_a_statement_keeps_the_figures_that_were_read_whatever_is_deleted() {
    let world = at_offers().await;
    let page = format!("/api/view?offer={OFFER}");
    let mark = flow::figures_mark(&world.get(&page).await.view().offer.unwrap());
    let body = json!({ "figures": mark, "read": consent(ConsentKind::Kfs) });
    world.post(&proceed(), KEY, &body).await.view();
    world.post("/api/data/delete", AGAIN, &json!({})).await;
    world.sign_in(stand_in::COOKIE, "borrower").await;
    let id = receipts(&world).await.first().unwrap().id.clone();
    let file = world.get(&format!("/api/consents/{id}/receipt")).await;
    assert!(
        mark.contains("250000") && file.text().contains(&mark),
        "{}",
        file.text()
    );
}
