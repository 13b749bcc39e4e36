//! To whom an application was sent, in the receipts of the consents it was sent by.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod stand_in;

use contract::Text;
use contract::app::{ConsentKind, JourneyList};
use serde_json::{Value, json};
use stand_in::choice::{AGAIN, KEY, at_offers};
use stand_in::consents::{consent, give, receipts, to_statements, to_submit, withdraw};
use stand_in::loan::{OFFER, OTHER, journey_path, offer, state};
use stand_in::{COOKIE, World};

fn has(world: &World, lenders: &[(&str, &str, &str)]) {
    let row = |(id, name, status): &(&str, &str, &str)| {
        let mut row = offer(id, "100000");
        let fields = row.as_object_mut().unwrap();
        fields.insert("lenderName".into(), json!(name));
        fields.insert("status".into(), json!(status));
        row
    };
    let rows: Vec<Value> = lenders.iter().map(row).collect();
    world
        .platform
        .has(&journey_path("/offers"), json!({ "items": rows }));
}

const NARMADA: (&str, &str, &str) = (OFFER, "Narmada", "OFFER_RECEIVED");
const AWAITED: (&str, &str, &str) = (OTHER, "Godavari, Sons & Co", "OFFER_AWAITED");
const REFUSING: (&str, &str, &str) = (OTHER, "Chambal", "NO_OFFER_AVAILABLE");

/// What the receipts of a kind say, the newest first.
async fn named(world: &World, kind: ConsentKind) -> Vec<Option<String>> {
    let all = receipts(world).await.into_iter();
    let of_kind = all.filter(|receipt| receipt.kind == kind);
    let name = |lender: Option<Text>| lender.map(|it| it.to_string());
    of_kind.map(|receipt| name(receipt.lender)).collect()
}

#[tokio::test]
async fn receipts_name_every_lender_the_application_went_to_whether_it_offered_or_not() {
    let mut world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    give(&world, AGAIN, &to_statements()).await;
    for (cards, all) in [
        (vec![NARMADA, AWAITED], "Godavari, Sons & Co, Narmada"),
        (
            vec![NARMADA, REFUSING],
            "Chambal, Godavari, Sons & Co, Narmada",
        ),
        (vec![NARMADA], "Chambal, Godavari, Sons & Co, Narmada"),
    ] {
        has(&world, &cards);
        // What was noted is not lost with the memory either.
        world.restart().await;
        world.view().await;
        for kind in ConsentKind::TO_SUBMIT {
            assert_eq!(
                named(&world, kind).await,
                [Some(all.to_owned())],
                "{cards:?}"
            );
        }
    }
    let aa = named(&world, ConsentKind::Aa).await;
    assert_eq!(aa, [Some("Narmada".to_owned())], "of its own offer only");
    let id = &receipts(&world).await.last().unwrap().id.clone();
    let file = world.get(&format!("/api/consents/{id}/receipt")).await;
    assert!(
        file.text().contains(": Chambal, Godavari"),
        "{}",
        file.text()
    );
}

#[tokio::test]
async fn a_consent_given_anew_names_them_too_and_one_taken_back_names_no_later_ones() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    assert_eq!(
        named(&world, ConsentKind::Lenders).await,
        [Some("Narmada".to_owned())]
    );
    withdraw(&world, ConsentKind::Lenders).await;
    has(&world, &[NARMADA, REFUSING]);
    let again = json!({ "consents": [consent(ConsentKind::Lenders)] });
    give(&world, AGAIN, &again).await;
    assert_eq!(
        named(&world, ConsentKind::Lenders).await,
        [
            Some("Chambal, Narmada".to_owned()),
            Some("Narmada".to_owned())
        ]
    );
}

#[tokio::test]
async fn names_are_written_once_and_not_at_every_poll() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    let mut store = world.store().await;
    for statement in [
        "UPDATE consent SET lender = NULL",
        "CREATE TRIGGER never BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'written'); END",
    ] {
        sqlx::query(statement).execute(&mut store).await.unwrap();
    }
    world.view().await;
    sqlx::query("DROP TRIGGER never")
        .execute(&mut store)
        .await
        .unwrap();
    world.view().await;
    let unwritten = [None];
    assert_eq!(named(&world, ConsentKind::Lenders).await, unwritten);
}

#[tokio::test]
async fn a_receipt_says_whose_it_is_and_in_which_app_it_was_given() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    let id = &receipts(&world).await.first().unwrap().id.clone();
    let file = format!("/api/consents/{id}/receipt");
    let text = notices::text("en").unwrap();
    let label = format!("{}: ", text.receipt.whose);
    let nameless = world.get(&file).await;
    assert!(!nameless.text().contains(&label), "{}", nameless.text());
    sqlx::query("UPDATE session SET name = 'Asha Verma', mobile = '••••••3210'")
        .execute(&mut world.store().await)
        .await
        .unwrap();
    let file = world.ask(reqwest::Method::GET, &file, COOKIE, None).await;
    for line in [
        format!("{label}Asha Verma, ••••••3210\n"),
        format!("{}: http://localhost:1\n", text.receipt.place),
    ] {
        assert!(file.text().contains(&line), "{}", file.text());
    }
}

async fn stands_still(world: &World) -> bool {
    let list: JourneyList = world.get("/api/journeys").await.read();
    list.items.first().unwrap().stands_still
}

#[tokio::test]
async fn the_list_says_that_an_application_stands_still_as_long_as_it_does() {
    let world = at_offers().await;
    give(&world, KEY, &to_submit()).await;
    assert!(!stands_still(&world).await);
    withdraw(&world, ConsentKind::Bureau).await;
    assert!(stands_still(&world).await);
    // A loan goes on, and whether an agreement is signed is not known here.
    for (status, next) in [
        ("LOAN_AGREEMENT_PENDING", "COMPLETE_STEP"),
        ("LENDER_PROCESSING", "WAIT_FOR_LENDER"),
        ("DISBURSED", "NONE"),
    ] {
        for (path, data) in state(status, &json!(next), &json!(OFFER), 5) {
            world.platform.has(&path, data);
        }
        assert!(!stands_still(&world).await, "{status}");
    }
    for (path, data) in state("OFFERS_AVAILABLE", &json!("VIEW_OFFERS"), &json!(null), 6) {
        world.platform.has(&path, data);
    }
    let again = json!({ "consents": [consent(ConsentKind::Bureau)] });
    give(&world, AGAIN, &again).await;
    assert!(!stands_still(&world).await);
}
