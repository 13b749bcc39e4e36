//! Nothing is done in a borrower's name that no receipt of theirs allows.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::Text;
use contract::app::{Consent, ConsentKind, ProblemCode};
use reqwest::Method;
use serde_json::{Value, json};
use stand_in::World;
use stand_in::choice::{AGAIN, KEY, at_offers, proceed, read, sent};
use stand_in::consents::{
    allow_writes, consent, fail_writes, give, receipts, to_statements, to_submit, withdraw,
};
use stand_in::handoffs::{again, before_consenting, sessions};
use stand_in::loan::{OFFER, OTHER, api, journey_path, state};

async fn before_submission() -> World {
    let world = World::start().await;
    for (path, data) in state("PROFILE_REQUIRED", &json!("FILL_PROFILE"), &json!(null), 1) {
        world.platform.has(&path, data);
    }
    world.platform.has(&journey_path("/profile"), json!({}));
    world
}

/// What a consent must not be.
fn unfit(kind: ConsentKind) -> [Consent; 4] {
    let good = consent(kind);
    [
        Consent {
            text_version: "t1".into(),
            ..good.clone()
        },
        Consent {
            text_version: "".into(),
            ..good.clone()
        },
        Consent {
            language: "ta".into(),
            ..good.clone()
        },
        Consent {
            kind: ConsentKind::Unknown,
            ..good
        },
    ]
}

#[tokio::test]
async fn without_a_stored_receipt_nothing_is_submitted() {
    for table in ["consent", "consent_text"] {
        let world = before_submission().await;
        fail_writes(&world, table).await;
        let path = api("/profile/submit");
        let answer = world.post(&path, KEY, &to_submit()).await;
        assert_eq!(answer.problem().code, ProblemCode::Internal, "{table}");
        assert!(sent(&world, "/submit").is_empty(), "{table}");
        allow_writes(&world).await;
        assert!(receipts(&world).await.is_empty(), "all or none");
        world.post(&path, KEY, &to_submit()).await.view();
        assert_eq!(sent(&world, "/submit").len(), 1);
        assert_eq!(receipts(&world).await.len(), 2);
    }
}

#[tokio::test]
async fn nothing_is_submitted_by_a_consent_to_something_else() {
    let world = before_submission().await;
    let bureau = consent(ConsentKind::Bureau);
    let lenders = consent(ConsentKind::Lenders);
    let mut tries: Vec<(Value, ProblemCode)> = vec![
        (json!({}), ProblemCode::ConsentRequired),
        (json!({ "consents": [] }), ProblemCode::ConsentRequired),
        (
            json!({ "consents": [bureau] }),
            ProblemCode::ConsentRequired,
        ),
        (
            json!({ "consents": [lenders] }),
            ProblemCode::ConsentRequired,
        ),
        (
            json!({ "consents": [bureau, lenders, consent(ConsentKind::Kfs)] }),
            ProblemCode::ValidationFailed,
        ),
    ];
    for other in unfit(ConsentKind::Lenders) {
        let code = match other.kind {
            ConsentKind::Unknown => ProblemCode::ConsentRequired,
            _ => ProblemCode::ValidationFailed,
        };
        tries.push((json!({ "consents": [bureau, other] }), code));
    }
    for (body, code) in tries {
        let problem = world
            .post(&api("/profile/submit"), KEY, &body)
            .await
            .problem();
        assert_eq!(problem.code, code, "{body}");
        assert_eq!(problem.field.as_deref(), Some("consents"), "{body}");
    }
    assert!(sent(&world, "/submit").is_empty());
    assert!(receipts(&world).await.is_empty());
}

#[tokio::test]
async fn nobody_chooses_what_they_have_not_read() {
    let world = at_offers().await;
    let unread = [
        json!({}),
        json!({ "read": null }),
        json!({ "read": consent(ConsentKind::Lenders) }),
    ];
    for body in unread {
        let problem = world.post(&proceed(), KEY, &body).await.problem();
        assert_eq!(problem.code, ProblemCode::ConsentRequired, "{body}");
        assert_eq!(problem.field.as_deref(), Some("read"));
    }
    let [first, second, third, _] = unfit(ConsentKind::Kfs);
    for other in [first, second, third] {
        let body = json!({ "read": other });
        let problem = world.post(&proceed(), KEY, &body).await.problem();
        assert_eq!(problem.code, ProblemCode::ValidationFailed, "{body}");
    }
    fail_writes(&world, "consent").await;
    let problem = world.post(&proceed(), KEY, &read()).await.problem();
    assert_eq!(problem.code, ProblemCode::Internal);
    assert!(sent(&world, "/proceed").is_empty());
    allow_writes(&world).await;
    world.post(&proceed(), KEY, &read()).await.view();
    world.post(&proceed(), KEY, &read()).await.view();
    let kept = receipts(&world).await;
    let [kept] = kept.as_slice() else {
        panic!("{kept:?}");
    };
    assert_eq!(kept.kind, ConsentKind::Kfs);
    assert_eq!(kept.offer_id, OFFER.parse().ok());
    assert_eq!(kept.lender.as_ref().map(Text::as_str), Some("Narmada"));
}

#[tokio::test]
async fn figures_that_were_not_shown_leave_no_receipt_of_having_been_read() {
    let world = at_offers().await;
    let body = json!({ "figures": "others", "read": consent(ConsentKind::Kfs) });
    let problem = world.post(&proceed(), KEY, &body).await.problem();
    assert_eq!(problem.code, ProblemCode::StateChanged);
    assert!(receipts(&world).await.is_empty());
}

#[tokio::test]
async fn nobody_is_sent_for_statements_without_a_receipt_for_this_lender() {
    let world = before_consenting().await;
    sessions(&world, &[(1, "REDIRECT_READY")]);
    let asks = async |key: &str| {
        let body = json!({ "party": "aa", "offerID": OFFER });
        world.post(&api("/handoffs"), key, &body).await
    };
    let refused = asks(KEY).await.problem();
    assert_eq!(refused.code, ProblemCode::ConsentRequired);
    assert_eq!(refused.field.as_deref(), Some("aa"));
    let other = json!({ "consents": [consent(ConsentKind::Aa)], "offerID": OTHER });
    give(&world, KEY, &other).await;
    assert_eq!(asks(KEY).await.problem().code, ProblemCode::ConsentRequired);
    assert!(
        sent(&world, "/aa/sessions")
            .iter()
            .all(|call| call.method == "GET")
    );
    give(&world, AGAIN, &to_statements()).await;
    // It asserts that there is a way to go.
    again(&world, 1, 2).await;
    let view = world.view().await;
    let standing = view.consents.iter().map(|it| (it.kind, it.given));
    assert_eq!(standing.collect::<Vec<_>>(), [(ConsentKind::Aa, true); 2]);
    withdraw(&world, ConsentKind::Aa).await;
    let refused = asks("44444444-withdrawn").await.problem();
    assert_eq!(refused.field.as_deref(), Some("aa"));
}

#[tokio::test]
async fn a_consent_is_given_for_what_it_is_for() {
    let world = at_offers().await;
    let [bureau, aa, kfs] = [ConsentKind::Bureau, ConsentKind::Aa, ConsentKind::Kfs].map(consent);
    for (body, field) in [
        (json!({}), "consents"),
        (json!({ "consents": [kfs], "offerID": OFFER }), "consents"),
        (json!({ "consents": [kfs] }), "consents"),
        (json!({ "consents": [aa] }), "offerID"),
        (json!({ "consents": [bureau], "offerID": OFFER }), "offerID"),
        (
            json!({ "consents": [bureau, aa], "offerID": OFFER }),
            "offerID",
        ),
    ] {
        let problem = world.post(&api("/consents"), KEY, &body).await.problem();
        assert_eq!(problem.code, ProblemCode::ValidationFailed, "{body}");
        assert_eq!(problem.field.as_deref(), Some(field), "{body}");
    }
    assert!(receipts(&world).await.is_empty());
}

#[tokio::test]
async fn a_consent_is_given_to_the_text_for_this_kind_of_loan() {
    let both = |gold| {
        let given = ConsentKind::TO_SUBMIT.map(|kind| notices::consent(kind, gold, "en"));
        json!({ "consents": given })
    };
    for gold in [false, true] {
        let world = before_submission().await;
        let mut loan = state("PROFILE_REQUIRED", &json!("FILL_PROFILE"), &json!(null), 1);
        let (path, journey) = &mut loan[1];
        if gold {
            journey["type"] = json!("GOLD_LOAN");
        }
        world.platform.has(path, journey.clone());
        for path in ["/profile/submit", "/consents"] {
            let problem = world.post(&api(path), KEY, &both(!gold)).await.problem();
            assert_eq!(problem.code, ProblemCode::ValidationFailed, "{path} {gold}");
            assert_eq!(problem.field.as_deref(), Some("consents"), "{path}");
        }
        assert!(receipts(&world).await.is_empty());
        assert!(sent(&world, "/submit").is_empty());
        give(&world, KEY, &both(gold)).await;
        world
            .post(&api("/profile/submit"), AGAIN, &both(gold))
            .await
            .view();
        assert_eq!(sent(&world, "/submit").len(), 1);
    }
}

#[tokio::test]
async fn nobody_consents_in_an_application_that_is_not_theirs() {
    let world = at_offers().await;
    let path = "/api/journeys/00000000-0000-4000-8000-000000000001";
    for (rest, body) in [
        ("/consents", to_submit()),
        ("/consents", to_statements()),
        ("/profile/submit", to_submit()),
    ] {
        let answer = world.post(&format!("{path}{rest}"), KEY, &body).await;
        assert_eq!(answer.problem().code, ProblemCode::NotFound, "{rest}");
    }
    assert!(receipts(&world).await.is_empty());
}

#[tokio::test]
async fn receipts_are_their_owners_alone() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    world.sign_in("somebody-else", "another").await;
    let id = &receipts(&world).await.first().unwrap().id.clone();
    let empty = json!({});
    let theirs = |method, path: String| {
        let body = (method == Method::POST).then_some((AGAIN, &empty));
        let world = &world;
        async move { world.ask(method, &path, "somebody-else", body).await }
    };
    let list = theirs(Method::GET, "/api/consents".to_owned()).await;
    assert_eq!(list.json(), json!({ "items": [] }));
    for (method, path) in [
        (Method::GET, format!("/api/consents/{id}/receipt")),
        (Method::POST, format!("/api/consents/{id}/withdraw")),
    ] {
        assert_eq!(
            theirs(method, path).await.problem().code,
            ProblemCode::NotFound
        );
    }
    for id in ["0", "999", "-1", "x", "1e1", "9223372036854775808"] {
        let file = world.get(&format!("/api/consents/{id}/receipt")).await;
        assert_eq!(file.problem().code, ProblemCode::NotFound, "{id}");
    }
    assert!(
        receipts(&world)
            .await
            .iter()
            .all(|it| it.withdrawn_at.is_none())
    );
}
