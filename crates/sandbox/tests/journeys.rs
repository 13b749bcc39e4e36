//! A whole personal loan, for every test borrower.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use lending::{BasisPoints, Paise, apr};
use serde_json::{Value, json};
use world::{APP, World, fast};

fn amount(value: &Value) -> Paise {
    Paise::from_wire(value.as_str().unwrap()).unwrap()
}

fn line(offer: &Value, title: &str) -> Paise {
    let breakup = offer["quote"]["breakup"].as_array().unwrap();
    let line = breakup.iter().find(|line| line["title"] == title).unwrap();
    amount(&line["amount"])
}

/// Every figure of an offer follows from the others.
fn adds_up(offer: &Value) {
    let rows = offer["installments"].as_array().unwrap();
    let sum = |name: &str| Paise::total(rows.iter().map(|row| amount(&row[name]))).unwrap();
    let principal = amount(&offer["amountPrincipal"]);
    let net = amount(&offer["amountNetDisbursed"]);
    assert_eq!(sum("principal"), principal);
    assert_eq!(
        sum("interest"),
        amount(&offer["amountTotalInterestPayable"])
    );
    assert_eq!(sum("amount"), amount(&offer["quote"]["total"]));
    assert_eq!(line(offer, "PRINCIPAL_AMOUNT"), principal);
    assert_eq!(line(offer, "INTEREST_AMOUNT"), sum("interest"));
    assert_eq!(line(offer, "NET_DISBURSED_AMOUNT"), net);
    let deducted = [
        net,
        line(offer, "PROCESSING_FEE"),
        line(offer, "OTHER_UPFRONT_CHARGES"),
        line(offer, "INSURANCE_CHARGES"),
    ];
    assert_eq!(Paise::total(deducted), Some(principal));
    let paid: Vec<Paise> = rows.iter().map(|row| amount(&row["amount"])).collect();
    let stated = BasisPoints::from_wire(offer["annualPercentageRate"].as_str().unwrap());
    assert_eq!(apr(net, &paid), stated);
    assert_eq!(rows[0]["amount"], offer["installmentAmount"]);
    let count = offer["numberOfInstallments"].as_str().unwrap();
    assert_eq!(rows.len().to_string(), count);
}

/// Unlike an offer in the list, the detail tells who answers for it.
fn tells_all(offer: &Value) {
    for pointer in [
        "/lender/gro/name",
        "/lender/gro/address",
        "/lender/support/email",
        "/lender/lsp/name",
        "/lender/type",
        "/quote/validUntil",
        "/amountMinimum",
        "/delayPenaltyFees",
        "/foreclosureFees",
        "/documents/0/url",
        "/termsAndConditionsLink",
    ] {
        assert!(
            offer.pointer(pointer).is_some_and(Value::is_string),
            "{pointer}"
        );
    }
    assert_eq!(offer["coolOffPeriod"], "P3D");
    assert_eq!(offer["proceedBoundaryState"], "OPEN");
}

#[tokio::test]
async fn asha_takes_a_loan_without_bank_statements() {
    let world = World::start(fast()).await;
    let asha = world.borrower("asha").await;
    assert_eq!(asha.state().await, "STARTED / FILL_PROFILE");
    let saved = asha.save_profile().await;
    assert_eq!(saved["missingFields"], json!([]));
    assert_eq!(saved["profile"]["pan"], "ABCPX1234Z");
    assert_eq!(asha.state().await, "PROFILE_REQUIRED / FILL_PROFILE");
    asha.submit().await;
    assert_eq!(asha.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let card = asha.card("vindhya-loans").await;
    assert_eq!(card["status"], "NO_OFFER_AVAILABLE");
    assert!(card["lenderStateReason"].is_string());
    let card = asha.card("sahyadri-finance").await;
    assert_eq!(card["aa"]["required"], false);
    assert_eq!(card["offerTerm"], "24 months");
    assert!(
        card.get("annualPercentageRate").is_none(),
        "only in the detail"
    );
    let offer = card["offerID"].as_str().unwrap();
    let detail = asha.read(&format!("/offers/{offer}")).await;
    adds_up(&detail);
    tells_all(&detail);
    let kfs = detail["keyFactsStatementLink"].as_str().unwrap();
    let paper = world.http.get(kfs).send().await.unwrap();
    assert!(paper.text().await.unwrap().contains("16.44%"));

    let locked = asha
        .act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    assert_eq!(locked["proceedBoundaryState"], "LOCKED");
    let form = |bank: &Value| bank["resource"]["form"].clone();
    asha.amount(offer, "100000").await;
    asha.at_step(offer, "kyc", "approve").await;
    let bank = asha
        .read(&format!("/offers/{offer}/steps/bank-mandate"))
        .await;
    assert_eq!(
        (bank["actionRequired"].as_str(), form(&bank)),
        (Some("SUBMIT_FORM"), json!({}))
    );
    asha.act(
        &format!("/offers/{offer}/steps/bank-mandate"),
        &world::account(),
    )
    .await;
    asha.at_step(offer, "e-mandate", "approve").await;
    asha.at_step(offer, "loan-agreement", "approve").await;
    assert_eq!(asha.state().await, "DISBURSED / null");

    let detail = asha.read(&format!("/offers/{offer}")).await;
    adds_up(&detail);
    assert_eq!(detail["amountPrincipal"], "100000");
    assert_eq!(detail["fulfillments"][0]["state"], "DISBURSED");
    assert_eq!(detail["installments"][0]["status"], "NOT-PAID");
    let codes: Vec<&str> = detail["documents"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|document| document["code"].as_str())
        .collect();
    assert!(codes.contains(&"LOAN_AGREEMENT") && codes.contains(&"DISBURSAL_ADVICE"));
    let steps = asha.read(&format!("/offers/{offer}/steps")).await;
    assert_eq!(steps["disbursal"]["status"], "SUCCESS");
    let says = steps["disbursal"]["diagnostics"]["message"]
        .as_str()
        .unwrap();
    assert!(
        says.contains("ending 5678") && says.contains("UTR"),
        "{says}"
    );
}

#[tokio::test]
async fn ravi_shares_bank_statements_before_anything_is_offered() {
    let world = World::start(fast()).await;
    let ravi = world.borrower("ravi").await;
    ravi.submit().await;
    assert_eq!(ravi.state().await, "OFFERS_PENDING / COMPLETE_AA");
    let card = ravi.card("narmada-sfb").await;
    assert_eq!(card["status"], "OFFER_AWAITED");
    assert_eq!(
        card["aa"],
        json!({
            "required": true, "state": "REQUIRED", "actionRequired": "REDIRECT",
        })
    );
    let offer = card["offerID"].as_str().unwrap();
    let (back, session) = ravi.consent(offer, "approve").await;
    assert!(
        back.starts_with(&format!("{APP}/return/aa?state=s1&")),
        "{back}"
    );
    ravi.act(&format!("/aa/sessions/{session}/complete"), &json!({}))
        .await;
    assert_eq!(ravi.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let run = ravi.read(&format!("/aa/sessions/{session}")).await;
    assert_eq!(run["state"], "CONFIRMED");
    adds_up(&ravi.read(&format!("/offers/{offer}")).await);
    ravi.act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    ravi.finish(offer, "200000").await;
}

#[tokio::test]
async fn meena_shares_bank_statements_after_she_has_chosen() {
    let world = World::start(fast()).await;
    let meena = world.borrower("meena").await;
    meena.submit().await;
    assert_eq!(meena.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    let offer = meena.offer_of("konkan-capital").await;
    adds_up(&meena.read(&format!("/offers/{offer}")).await);
    meena
        .act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    assert_eq!(meena.state().await, "AA_REQUIRED / COMPLETE_AA");
    // She declines first, and then thinks better of it.
    let (_, first) = meena.consent(&offer, "decline").await;
    let run = meena.read(&format!("/aa/sessions/{first}")).await;
    assert_eq!(run["state"], "FAILED");
    assert!(run["reason"].is_string());
    assert_eq!(meena.state().await, "AA_REQUIRED / COMPLETE_AA");
    // The platform learns of the approval by itself: nobody calls `complete`.
    let (_, second) = meena.consent(&offer, "approve").await;
    let run = meena.read(&format!("/aa/sessions/{second}")).await;
    assert_eq!(run["state"], "CONFIRMED");
    meena.amount(&offer, "300000").await;
    meena.at_step(&offer, "kyc", "approve").await;
    let bank = meena
        .read(&format!("/offers/{offer}/steps/bank-mandate"))
        .await;
    let fields = bank["resource"]["form"]["fields"].as_array().unwrap();
    assert_eq!(fields.len(), 4, "the lender describes its form");
    meena
        .act(
            &format!("/offers/{offer}/steps/bank-mandate"),
            &world::account(),
        )
        .await;
    meena.at_step(&offer, "e-mandate", "approve").await;
    meena.at_step(&offer, "loan-agreement", "approve").await;
    assert_eq!(meena.state().await, "DISBURSED / null");
}

#[tokio::test]
async fn imran_hears_from_all_six() {
    let world = World::start(fast()).await;
    let imran = world.borrower("imran").await;
    imran.submit().await;
    assert_eq!(imran.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    for (lender, status) in [
        ("sahyadri-finance", "OFFER_RECEIVED"),
        ("narmada-sfb", "OFFER_AWAITED"),
        ("konkan-capital", "OFFER_RECEIVED"),
        ("deccan-credit", "OFFER_RECEIVED"),
        ("vindhya-loans", "NO_OFFER_AVAILABLE"),
        ("malwa-finance", "OFFER_RECEIVED"),
    ] {
        let card = imran.card(lender).await;
        assert_eq!(card["status"], status, "{lender}");
        let offer = card["offerID"].as_str().unwrap();
        let detail = imran.read(&format!("/offers/{offer}")).await;
        if status == "OFFER_RECEIVED" {
            adds_up(&detail);
            tells_all(&detail);
        }
    }
    let narmada = imran.offer_of("narmada-sfb").await;
    imran.consent(&narmada, "approve").await;
    adds_up(&imran.read(&format!("/offers/{narmada}")).await);
    let deccan = imran.offer_of("deccan-credit").await;
    imran
        .act(&format!("/offers/{deccan}/proceed"), &json!({}))
        .await;
    imran.finish(&deccan, "150000").await;
}

#[tokio::test]
async fn anybody_else_hears_from_two() {
    let world = World::start(fast()).await;
    let somebody = world.borrower("somebody").await;
    somebody.submit().await;
    let offers = somebody.read("/offers").await;
    assert_eq!(offers["items"].as_array().unwrap().len(), 2);
}
