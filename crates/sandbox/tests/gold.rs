//! Jewellery, a branch, an appraisal.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use lending::Paise;
use serde_json::{Value, json};
use world::{Borrower, World, key, patient};

const DAY: u32 = 86_400;

/// With 52 g of 22 karat.
async fn applied<'a>(world: &'a World, name: &str) -> Borrower<'a> {
    let token = world.sign_in(name).await;
    let asked = json!({ "type": "GOLD_LOAN" });
    let started = world.post("/journeys", &token, &asked).await;
    let borrower = Borrower {
        world,
        journey: started.data()["journeyID"].as_str().unwrap().to_owned(),
        token,
    };
    let mut profile = world::profile();
    let fields = profile.as_object_mut().unwrap();
    fields.remove("journey");
    let path = borrower.path("/profile");
    let put = reqwest::Method::PUT;
    let saved = world
        .write(put.clone(), &path, &borrower.token, &key(), &profile)
        .await;
    assert_eq!(
        saved.data()["missingFields"],
        json!([
            "goldLoan.jewelleryWeightGrams",
            "goldLoan.purity",
            "goldLoan.endUse"
        ])
    );
    profile["goldLoan"] = json!({
        "userType": "individual",
        "jewelleryWeightGrams": "52",
        "purity": "22K",
        "endUse": "marriage",
    });
    world
        .write(put, &path, &borrower.token, &key(), &profile)
        .await
        .data();
    borrower
        .act("/profile/submit", &json!({ "bureauConsent": true }))
        .await;
    borrower
}

fn rupees(value: &Value) -> i64 {
    Paise::from_wire(value.as_str().unwrap())
        .unwrap()
        .whole_rupees()
}

/// As far as the branch.
async fn at_the_branch(
    borrower: &Borrower<'_>,
    lender: &str,
    amount: &str,
    branch: &str,
) -> String {
    let offer = borrower.offer_of(lender).await;
    borrower
        .act(&format!("/offers/{offer}/proceed"), &json!({}))
        .await;
    borrower.amount(&offer, amount).await;
    let kyc = borrower.read(&format!("/offers/{offer}/steps/kyc")).await;
    let url = kyc["resource"]["redirectURL"].as_str().unwrap();
    let page = borrower.world.http.get(url).send().await.unwrap();
    assert_eq!(page.status(), 200);
    let form = [("decision", "approve"), ("branch", branch)];
    let answer = borrower.world.http.post(url).form(&form).send().await;
    assert_eq!(answer.unwrap().status(), 303);
    offer
}

#[tokio::test]
async fn two_lenders_offer_three_quarters_of_what_the_gold_is_worth() {
    let world = World::start(patient()).await;
    let borrower = applied(&world, "gold-loan").await;
    for (lender, per_gram) in [("kaveri-gold", 11_200), ("pushkar-gold", 10_800)] {
        let card = borrower.card(lender).await;
        assert_eq!(card["status"], "OFFER_RECEIVED", "{lender}");
        let offer = borrower
            .read(&format!("/offers/{}", card["offerID"].as_str().unwrap()))
            .await;
        let worth = (per_gram * 22 / 24) * 52;
        assert_eq!(rupees(&offer["amountPrincipal"]), worth * 3 / 4, "{lender}");
        assert!(!offer["lender"]["locations"].as_array().unwrap().is_empty());
        let rows = offer["installments"].as_array().unwrap();
        let repaid: i64 = rows.iter().map(|row| rupees(&row["amount"])).sum();
        assert_eq!(repaid, rupees(&offer["quote"]["total"]));
    }
    // Without security the same person is asked by others.
    let items = borrower.read("/offers").await;
    assert_eq!(items["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn jewellery_is_looked_at_for_two_days_and_no_mandate_is_wanted() {
    let world = World::start(patient()).await;
    let borrower = applied(&world, "gold-loan").await;
    let offer = at_the_branch(&borrower, "kaveri-gold", "300000", "L2").await;
    assert_eq!(borrower.state().await, "LENDER_PROCESSING / null");
    let steps = borrower.read(&format!("/offers/{offer}/steps")).await;
    assert_eq!(steps["kyc"]["status"], "SUCCESS");
    assert_eq!(steps["bankMandate"]["status"], "NOT_REQUIRED");
    assert_eq!(steps["eMandate"]["status"], "NOT_REQUIRED");
    assert_eq!(steps["loanAgreement"]["status"], "PENDING");
    let detail = borrower.read(&format!("/offers/{offer}")).await;
    let work = &detail["fulfillments"][0];
    assert_eq!(work["mode"], "OFFLINE");
    assert_eq!(work["state"], "OFFLINE_PENDING");
    assert_eq!(work["selectedLocationID"], "L2");
    assert_eq!(work["agent"]["name"], "Prakash More");
    let mut last = borrower.read("/state").await["updatedAt"].clone();
    for _ in 0..7 {
        world.forward(DAY / 4).await;
        let state = borrower.read("/state").await;
        assert_eq!(state["status"], "LENDER_PROCESSING");
        assert_ne!(state["updatedAt"], last, "there are tidings");
        last = state["updatedAt"].clone();
    }
    world.forward(DAY / 4).await;
    assert_eq!(
        borrower.state().await,
        "LOAN_AGREEMENT_PENDING / COMPLETE_STEP"
    );
    let detail = borrower.read(&format!("/offers/{offer}")).await;
    assert_eq!(detail["amountPrincipal"], "300000", "as was asked for");
    borrower.at_step(&offer, "loan-agreement", "approve").await;
    assert_eq!(borrower.state().await, "DISBURSED / null");
    let effects = world.effects(&borrower.journey).await;
    let count = |name: &str| effects[name].as_i64().unwrap();
    assert_eq!((count("mandates"), count("bankForms")), (0, 0), "{effects}");
    assert_eq!((count("agreements"), count("loans")), (1, 1), "{effects}");
}

#[tokio::test]
async fn less_gold_than_was_said_makes_a_smaller_loan() {
    let world = World::start(patient()).await;
    let borrower = applied(&world, "gold-worth-less").await;
    let card = borrower.card("pushkar-gold").await;
    let said = rupees(&card["amountPrincipal"]);
    let offer = at_the_branch(&borrower, "pushkar-gold", &said.to_string(), "P1").await;
    world.forward(2 * DAY).await;
    assert_eq!(
        borrower.state().await,
        "LOAN_AGREEMENT_PENDING / COMPLETE_STEP"
    );
    let detail = borrower.read(&format!("/offers/{offer}")).await;
    let found = rupees(&detail["amountPrincipal"]);
    assert_eq!(found, said * 80 / 100);
    borrower.at_step(&offer, "loan-agreement", "approve").await;
    assert_eq!(borrower.state().await, "DISBURSED / null");
}

#[tokio::test]
async fn what_is_not_gold_makes_no_loan() {
    let world = World::start(patient()).await;
    let borrower = applied(&world, "gold-refused").await;
    let offer = at_the_branch(&borrower, "kaveri-gold", "200000", "L1").await;
    world.forward(2 * DAY).await;
    assert_eq!(borrower.state().await, "REJECTED / null");
    let card = borrower.card("kaveri-gold").await;
    assert_eq!(card["offerID"], offer);
    let reason = card["lenderStateReason"].as_str().unwrap();
    assert!(reason.contains("Your jewellery is yours"), "{reason}");
}
