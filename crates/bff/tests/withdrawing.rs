//! Taking a consent back, and having one's data deleted.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::{ConsentKind, Party, ProblemCode};
use flow::name;
use serde_json::{Value, json};
use stand_in::World;
use stand_in::choice::{AGAIN, KEY, at_offers, kept, proceed, read, sent};
use stand_in::consents::{
    consent, give, receipts, to_statements, to_submit, withdraw, withdraw_this,
};
use stand_in::handoffs::{before_consenting, sessions};
use stand_in::loan::{OFFER, api, journey_path};

const THIRD: &str = "33333333-3333-4333-8333-333333333333";

/// Every intent that hands something on, and the part of the platform's path it would take.
fn hands_on() -> Vec<(String, Value)> {
    let offer = |rest: &str| api(&format!("/offers/{OFFER}/{rest}"));
    let away = |party: Party| {
        let body = json!({ "party": party, "offerID": OFFER });
        (api("/handoffs"), body)
    };
    vec![
        (proceed(), read()),
        (offer("loan-amount"), json!({ "amount": "100000" })),
        (offer("steps/bank-mandate"), json!({})),
        away(Party::Aa),
        away(Party::Kyc),
        away(Party::EMandate),
        away(Party::LoanAgreement),
    ]
}

#[tokio::test]
async fn once_a_consent_is_withdrawn_nothing_more_is_passed_on() {
    for kind in ConsentKind::TO_SUBMIT {
        let world = at_offers().await;
        give(&world, KEY, &to_submit()).await;
        give(&world, AGAIN, &to_statements()).await;
        withdraw(&world, kind).await;
        assert_eq!(name(&world.view().await), "consentWithdrawn");
        world.platform.forget_calls();
        for (path, body) in hands_on() {
            let problem = world.post(&path, THIRD, &body).await.problem();
            assert_eq!(problem.code, ProblemCode::ConsentRequired, "{path} {body}");
            assert_eq!(problem.field.as_deref(), Some("consents"), "{path}");
        }
        let calls = world.platform.calls();
        assert!(calls.iter().all(|call| call.method == "GET"), "{calls:?}");
        // What was withdrawn is given again, and nothing else.
        let again = json!({ "consents": [consent(kind)] });
        give(&world, THIRD, &again).await;
        assert_eq!(name(&world.view().await), "offers");
        let view = world.post(&proceed(), THIRD, &read()).await.view();
        assert_eq!(name(&view), "leave.kyc.first+requoted");
    }
}

#[tokio::test]
async fn a_consent_that_was_withdrawn_fetches_no_statements() {
    for kind in [ConsentKind::Aa, ConsentKind::Lenders] {
        let world = before_consenting().await;
        give(&world, KEY, &to_submit()).await;
        give(&world, AGAIN, &to_statements()).await;
        withdraw(&world, kind).await;
        let mut card = stand_in::loan::offer(OFFER, "250000");
        let aa =
            json!({ "required": true, "state": "USER_RETURNED", "actionRequired": "RECONCILE" });
        card.as_object_mut().unwrap().insert("aa".into(), aa);
        world.platform.has(&journey_path("/offers"), json!([card]));
        sessions(&world, &[(1, "USER_RETURNED")]);
        world.view().await;
        world.view().await;
        assert!(sent(&world, "/reconcile").is_empty(), "{kind:?}");
        let again = match kind {
            ConsentKind::Aa => to_statements(),
            _ => to_submit(),
        };
        give(&world, THIRD, &again).await;
        assert_eq!(sent(&world, "/reconcile").len(), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn giving_up_needs_no_consent() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    withdraw(&world, ConsentKind::Lenders).await;
    let body = json!({ "rejectedStage": "OFFER" });
    let path = api(&format!("/offers/{OFFER}/reject"));
    world.post(&path, AGAIN, &body).await.view();
}

#[tokio::test]
async fn who_pays_what_is_owed_needs_no_consent() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    withdraw(&world, ConsentKind::Lenders).await;
    let mut loan = stand_in::loan::offer(OFFER, "250000");
    let owed = json!([{ "status": "NOT-PAID", "url": "https://provider.example/pay" }]);
    loan.as_object_mut()
        .unwrap()
        .insert("payments".into(), owed);
    let path = journey_path(&format!("/offers/{OFFER}"));
    world.platform.has(&path, loan);
    let body = json!({ "party": "payment", "offerID": OFFER });
    let answer = world.post(&api("/handoffs"), AGAIN, &body).await;
    assert_eq!(answer.status, 200, "{answer:?}");
}

#[tokio::test]
async fn a_submission_that_comes_once_more_does_not_undo_a_withdrawal() {
    let world = at_offers().await;
    let path = api("/profile/submit");
    world.post(&path, KEY, &to_submit()).await.view();
    withdraw(&world, ConsentKind::Bureau).await;
    world.platform.forget_calls();
    let problem = world.post(&path, KEY, &to_submit()).await.problem();
    assert_eq!(problem.code, ProblemCode::ConsentRequired);
    assert!(world.platform.calls().is_empty());
    world.post(&path, AGAIN, &to_submit()).await.view();
}

#[tokio::test]
async fn withdrawing_takes_back_every_receipt_of_it_once_and_leaves_the_others() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    give(&world, AGAIN, &to_submit()).await;
    let after = withdraw(&world, ConsentKind::Lenders).await;
    assert_eq!(after.len(), 4);
    for receipt in &after {
        let taken_back = receipt.kind == ConsentKind::Lenders;
        assert_eq!(receipt.withdrawn_at.is_some(), taken_back, "{receipt:?}");
    }
    // Again, though its answer was only lost, and though it was given once more meanwhile.
    give(&world, THIRD, &to_submit()).await;
    let old = after.iter().find(|it| it.withdrawn_at.is_some()).unwrap();
    let now = withdraw_this(&world, old).await;
    let of_lenders = now.iter().filter(|it| it.kind == ConsentKind::Lenders);
    let standing = of_lenders.filter(|it| it.withdrawn_at.is_none()).count();
    assert_eq!(standing, 1, "{now:?}");
    assert!(now.iter().any(|it| it.withdrawn_at == old.withdrawn_at));
}

#[tokio::test]
async fn that_a_statement_was_read_cannot_be_withdrawn() {
    let world = at_offers().await;
    world.post(&proceed(), KEY, &read()).await.view();
    let kept = receipts(&world).await;
    let id = &kept.first().unwrap().id;
    let path = format!("/api/consents/{id}/withdraw");
    let problem = world.post(&path, KEY, &json!({})).await.problem();
    assert_eq!(problem.code, ProblemCode::ValidationFailed);
    assert_eq!(receipts(&world).await, kept);
}

async fn rows(world: &World, table: &str) -> Vec<String> {
    let query = match table {
        "accepted" => "SELECT journey FROM accepted",
        "session" => "SELECT borrower FROM session ORDER BY 1",
        "token" => "SELECT hex(session) FROM token",
        "handoff" => "SELECT borrower FROM handoff",
        "consent" => "SELECT borrower FROM consent",
        _ => "SELECT borrower FROM agreed",
    };
    sqlx::query_scalar(query)
        .fetch_all(&mut world.store().await)
        .await
        .unwrap()
}

#[tokio::test]
async fn deleting_leaves_the_receipts_and_nothing_else_of_this_borrower() {
    let world = at_offers().await;
    world.sign_in("another-phone", "borrower").await;
    world.sign_in("somebody-else", "another").await;
    give(&world, KEY, &to_submit()).await;
    world.post(&proceed(), KEY, &read()).await.view();
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    world
        .platform
        .has(&path, stand_in::loan::kyc("READY", "REDIRECT", 2));
    stand_in::handoffs::go(&world, "kyc", 1).await;
    let all = ["accepted", "session", "token", "handoff", "agreed"];
    for table in all {
        assert!(!rows(&world, table).await.is_empty(), "{table}");
    }
    assert_eq!(kept(&world).await, 1);
    let before = receipts(&world).await.len();
    let answer = world.post("/api/data/delete", KEY, &json!({})).await;
    assert_eq!(answer.status, 204);
    for table in all {
        let left: &[&str] = match table {
            "session" => &["another"],
            _ => &[],
        };
        assert_eq!(rows(&world, table).await, left, "{table}");
    }
    assert_eq!(rows(&world, "consent").await.len(), before);
    for cookie in [stand_in::COOKIE, "another-phone"] {
        let view = world
            .ask(reqwest::Method::GET, "/api/view", cookie, None)
            .await;
        assert_eq!(view.status, 401, "{cookie}");
    }
    // Signed in again, the receipts are there.
    world.sign_in("back", "borrower").await;
    let list = world
        .ask(reqwest::Method::GET, "/api/consents", "back", None)
        .await;
    assert_eq!(list.json()["items"].as_array().unwrap().len(), before);
}
