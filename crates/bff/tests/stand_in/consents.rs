//! What a borrower consents to, and what is kept of it.

use contract::app::{Consent, ConsentKind, Receipt, ReceiptList};
use serde_json::{Value, json};

use super::World;
use super::loan::{OFFER, api};

pub fn consent(kind: ConsentKind) -> Consent {
    notices::consent(kind, false, "en").unwrap()
}

/// What an application is submitted with.
pub fn to_submit() -> Value {
    json!({ "consents": ConsentKind::TO_SUBMIT.map(consent) })
}

/// What a borrower is sent for bank statements with.
pub fn to_statements() -> Value {
    json!({ "consents": [consent(ConsentKind::Aa)], "offerID": OFFER })
}

pub async fn give(world: &World, key: &str, body: &Value) {
    world.post(&api("/consents"), key, body).await.view();
}

pub async fn receipts(world: &World) -> Vec<Receipt> {
    let list: ReceiptList = world.get("/api/consents").await.read();
    list.items
}

/// Takes back the newest consent of this kind.
pub async fn withdraw(world: &World, kind: ConsentKind) -> Vec<Receipt> {
    let all = receipts(world).await;
    let newest = all.iter().find(|receipt| receipt.kind == kind).unwrap();
    withdraw_this(world, newest).await
}

pub async fn withdraw_this(world: &World, receipt: &Receipt) -> Vec<Receipt> {
    let path = format!("/api/consents/{}/withdraw", receipt.id);
    let list: ReceiptList = world.post(&path, "unused-key", &json!({})).await.read();
    list.items
}

/// From now on the store cannot write here.
pub async fn fail_writes(world: &World, table: &'static str) {
    let trigger = match table {
        "consent" => {
            "CREATE TRIGGER full BEFORE INSERT ON consent BEGIN SELECT RAISE(ABORT, 'full'); END"
        }
        _ => {
            "CREATE TRIGGER full BEFORE INSERT ON consent_text
             BEGIN SELECT RAISE(ABORT, 'full'); END"
        }
    };
    sqlx::query(trigger)
        .execute(&mut world.store().await)
        .await
        .unwrap();
}

pub async fn allow_writes(world: &World) {
    sqlx::query("DROP TRIGGER full")
        .execute(&mut world.store().await)
        .await
        .unwrap();
}
