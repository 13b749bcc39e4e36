//! Pages of lenders: one for everything, one for jewellery; and links that open another app.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use reqwest::Method;
use serde_json::{Value, json};
use world::{APP, Borrower, World, account, fast, key, profile};

async fn step(borrower: &Borrower<'_>, offer: &str, key: &str) -> Value {
    let steps = borrower.read(&format!("/offers/{offer}/steps")).await;
    steps[key].clone()
}

#[tokio::test]
async fn one_page_of_the_lender_may_stand_for_all_steps() {
    let world = World::start(fast()).await;
    let asha = world.borrower("single-redirection").await;
    asha.submit().await;
    let offer = asha.as_far_as_kyc("sahyadri-finance").await;
    let url = asha.link(&offer, "kyc").await;
    assert!(url.contains("/lender/"), "{url}");
    let elsewhere = world
        .http
        .get(url.replace("/lender/", "/kyc/"))
        .send()
        .await
        .unwrap();
    assert_eq!(elsewhere.status(), 410, "a link is for its own page");
    let page = world.page(&url).await;
    for words in ["Finish your loan with the lender", "The monthly instalment"] {
        assert!(page.contains(words), "{words}");
    }
    let back = world.at_provider(&url, "approve").await;
    assert!(back.starts_with(&format!("{APP}/return/kyc?")), "{back}");
    for key in ["bankMandate", "eMandate", "loanAgreement"] {
        let under_way = step(&asha, &offer, key).await;
        assert_eq!(under_way["status"], "IN_PROGRESS", "{key}");
        assert_eq!(under_way["actionRequired"], "WAIT", "{key}");
        world.forward(60).await;
        assert_eq!(step(&asha, &offer, key).await["status"], "SUCCESS", "{key}");
    }
    assert_eq!(asha.state().await, "DISBURSED / null");
}

#[tokio::test]
async fn jewellery_is_brought_to_a_branch_that_the_borrower_chooses() {
    let world = World::start(fast()).await;
    let asha = gold(&world).await;
    let offer = asha.as_far_as_kyc("kaveri-gold").await;
    let url = asha.link(&offer, "kyc").await;
    assert!(url.contains("/branch/"), "{url}");
    let page = world.page(&url).await;
    for words in [
        "48 Laxmi Road",
        "Karve Road",
        "10:00 to 18:00",
        "What to carry",
    ] {
        assert!(page.contains(words), "{words}");
    }
    for branch in ["", "P1"] {
        let form = [("decision", "approve"), ("branch", branch)];
        let again = world.http.post(&url).form(&form).send().await.unwrap();
        assert_eq!(again.status(), 422, "{branch}");
        assert!(again.text().await.unwrap().contains("Choose a branch."));
    }
    let form = [("decision", "approve"), ("branch", "L2")];
    let back = world.http.post(&url).form(&form).send().await.unwrap();
    assert_eq!(back.status(), 303);
    let fulfillments = asha.read(&format!("/offers/{offer}")).await["fulfillments"].clone();
    assert_eq!(
        fulfillments[0]["selectedLocationID"], "L2",
        "{fulfillments}"
    );
}

/// Somebody with jewellery, and offers for it.
async fn gold(world: &World) -> Borrower<'_> {
    let token = world.sign_in("asha").await;
    let asked = json!({ "type": "GOLD_LOAN" });
    let started = world.post("/journeys", &token, &asked).await;
    let borrower = Borrower {
        world,
        token,
        journey: started.data()["journeyID"].as_str().unwrap().to_owned(),
    };
    let mut sections = profile();
    sections["goldLoan"] = json!({
        "userType": "individual",
        "jewelleryWeightGrams": "40",
        "purity": "22K",
        "endUse": "medicalTreatmentAndEmergencies",
    });
    let path = borrower.path("/profile");
    let token = &borrower.token;
    let saved = world
        .write(Method::PUT, &path, token, &key(), &sections)
        .await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    borrower
        .act("/profile/submit", &json!({ "bureauConsent": true }))
        .await;
    borrower
}

#[tokio::test]
async fn a_link_may_open_another_app_until_the_borrower_has_decided_there() {
    let world = World::start(fast()).await;
    let asha = world.borrower("app-switch").await;
    asha.submit().await;
    let offer = asha.as_far_as_kyc("sahyadri-finance").await;
    asha.at_step(&offer, "kyc", "approve").await;
    let path = format!("/offers/{offer}/steps/bank-mandate");
    asha.act(&path, &account()).await;
    let decide = |decision: &str| {
        let body = json!({ "journeyID": asha.journey, "decision": decision });
        let url = format!("{}/control/apps", world.running.url());
        world.http.post(url).json(&body).send()
    };
    assert_eq!(
        decide("approve").await.unwrap().status(),
        409,
        "no app was opened"
    );
    let url = asha.link(&offer, "e-mandate").await;
    let status = async |url: &str| world.http.get(url).send().await.unwrap().status();
    assert_eq!(status(&url).await, 204);
    assert_eq!(status(&url).await, 204, "again");
    assert_eq!(
        status(&format!("{url}?web=1")).await,
        200,
        "for those without the app"
    );
    assert_eq!(asha.state().await, "E_MANDATE_PENDING / COMPLETE_STEP");
    let declined = decide("decline").await.unwrap();
    assert_eq!(
        declined.json::<Value>().await.unwrap(),
        json!({ "party": "eMandate" })
    );
    assert_eq!(status(&url).await, 410, "decided");
    assert_eq!(
        decide("approve").await.unwrap().status(),
        409,
        "that link is used up"
    );
    assert_eq!(status(&asha.link(&offer, "e-mandate").await).await, 204);
    assert_eq!(decide("approve").await.unwrap().status(), 200);
    assert_eq!(asha.state().await, "LOAN_AGREEMENT_PENDING / COMPLETE_STEP");
}

#[tokio::test]
async fn everybody_may_have_an_app_and_come_back_by_post() {
    let world = World::start(fast()).await;
    let switches = json!({ "appSwitch": true, "returnByPost": true });
    let faults = world.control("faults", &switches).await;
    assert_eq!(faults["appSwitch"], true);
    let ravi = world.borrower("ravi").await;
    ravi.submit().await;
    let offer = ravi.offer_of("narmada-sfb").await;
    let session = ravi.act("/aa/sessions", &json!({ "offerID": offer })).await;
    let id = session["aaSessionID"].as_str().unwrap();
    let redirect = ravi
        .act(&format!("/aa/sessions/{id}/redirect"), &json!({}))
        .await;
    let url = redirect["redirectURL"].as_str().unwrap();
    assert_eq!(world.http.get(url).send().await.unwrap().status(), 204);
    let run = ravi.read(&format!("/aa/sessions/{id}")).await;
    assert_eq!(run["state"], "IN_PROGRESS");
    let decided = json!({ "journeyID": ravi.journey, "decision": "approve" });
    assert_eq!(world.control("apps", &decided).await["party"], "aa");
    assert_eq!(ravi.state().await, "OFFERS_AVAILABLE / VIEW_OFFERS");
    assert_eq!(world.watch("effects").await[0]["consents"], 1);

    world
        .control("faults", &json!({ "appSwitch": false }))
        .await;
    let asha = world.borrower("asha").await;
    asha.submit().await;
    let offer = asha.as_far_as_kyc("sahyadri-finance").await;
    let url = asha.link(&offer, "kyc").await;
    let form = [("decision", "leave")];
    let page = world.http.post(url).form(&form).send().await.unwrap();
    let page = page.text().await.unwrap();
    assert!(
        page.contains(&format!("action=\"{APP}/return/kyc\"")),
        "{page}"
    );
    assert!(page.contains("name=\"status\" value=\"left\""), "{page}");
}

#[tokio::test]
async fn the_papers_of_a_gold_loan_speak_of_the_gold() {
    let world = World::start(fast()).await;
    let asha = gold(&world).await;
    let card = asha.card("kaveri-gold").await;
    let offer = card["offerID"].as_str().unwrap();
    for (paper, words) in [
        ("key-facts", ["Gold loan", "40 g of 22K gold"]),
        ("terms", ["kept at the branch", "there is no mandate"]),
    ] {
        let url = format!("{}/documents/{offer}/{paper}", world.running.url());
        let page = world.http.get(url).send().await.unwrap();
        let page = page.text().await.unwrap();
        assert!(words.iter().all(|words| page.contains(words)), "{page}");
    }
}
