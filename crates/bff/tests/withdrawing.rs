//! Taking a consent back.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::app::{ConsentKind, Party, ProblemCode};
use flow::name;
use serde_json::{Value, json};
use stand_in::choice::{AGAIN, KEY, at_offers, proceed, read, sent};
use stand_in::consents::{
    consent, give, receipts, to_statements, to_submit, withdraw, withdraw_this,
};
use stand_in::handoffs::{before_consenting, consenting, go_for_consent, returned, sessions, told};
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
async fn who_comes_back_after_a_withdrawal_makes_nobody_fetch_statements() {
    for kind in [ConsentKind::Aa, ConsentKind::Lenders, ConsentKind::Bureau] {
        let world = consenting().await;
        give(&world, KEY, &to_submit()).await;
        go_for_consent(&world, 1).await;
        sessions(&world, &[(1, "REDIRECT_READY")]);
        withdraw(&world, kind).await;
        let view = returned(&world, "aa", 5).await;
        let shown = match kind {
            ConsentKind::Aa => "leave.aa.first",
            _ => "consentWithdrawn",
        };
        assert_eq!(name(&view), shown, "{kind:?}");
        assert!(told(&world).is_empty(), "{kind:?}");
        let again = match kind {
            ConsentKind::Aa => to_statements(),
            _ => to_submit(),
        };
        give(&world, THIRD, &again).await;
        returned(&world, "aa", 6).await;
        assert_eq!(told(&world).len(), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn a_consent_taken_back_after_the_return_is_asked_for_anew_and_goes_on_where_it_stood() {
    let world = consenting().await;
    give(&world, KEY, &to_submit()).await;
    go_for_consent(&world, 1).await;
    sessions(&world, &[(1, "USER_RETURNED")]);
    withdraw(&world, ConsentKind::Aa).await;
    assert_eq!(name(&world.view().await), "leave.aa.first");
    let view = world.post(&api("/consents"), AGAIN, &to_statements()).await;
    assert_eq!(name(&view.view()), "waiting.return.aa");
}

#[tokio::test]
async fn once_the_agreement_is_signed_a_withdrawal_stops_nothing_that_the_screen_asks_for() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    world.post(&proceed(), AGAIN, &read()).await.view();
    withdraw(&world, ConsentKind::Lenders).await;
    let path = journey_path(&format!("/offers/{OFFER}/steps/kyc"));
    let kyc = stand_in::loan::kyc("READY", "REDIRECT", 2);
    world.platform.has(&path, kyc.clone());
    let away = json!({ "party": "kyc", "offerID": OFFER });
    let refused = world.post(&api("/handoffs"), THIRD, &away).await.problem();
    assert_eq!(refused.code, ProblemCode::ConsentRequired);
    let signed = json!({ "kyc": kyc, "loanAgreement": { "status": "SUCCESS" } });
    let steps = stand_in::loan::steps_path();
    world.platform.has(&steps, signed);
    assert_eq!(name(&world.view().await), "leave.kyc.first+requoted");
    let answer = world.post(&api("/handoffs"), THIRD, &away).await;
    assert_eq!(answer.status, 200, "{answer:?}");
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
    // The newest is what the lender pays out: nobody is sent to pay that.
    let owed = json!([
        { "status": "NOT-PAID", "url": "https://provider.example/pay" },
        { "label": "LOAN_DISBURSEMENT", "url": "https://provider.example/out" },
    ]);
    loan.as_object_mut()
        .unwrap()
        .insert("payments".into(), owed);
    let path = journey_path(&format!("/offers/{OFFER}"));
    world.platform.has(&path, loan);
    let body = json!({ "party": "payment", "offerID": OFFER });
    let answer = world.post(&api("/handoffs"), AGAIN, &body).await;
    assert_eq!(answer.json()["url"], "https://provider.example/pay");
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
