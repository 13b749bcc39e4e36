//! The pages on which borrowers decide, and the ways back from them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected is to fail"
)]

mod world;

use reqwest::Response;
use serde_json::{Value, json};
use world::{APP, Borrower, World, account, fast};

/// Somebody of the sandbox's as far as the first step of an offer from this lender.
async fn at_kyc<'a>(world: &'a World, who: &str, lender: &str) -> (Borrower<'a>, String) {
    let borrower = world.borrower(who).await;
    borrower.submit().await;
    let offer = borrower.as_far_as_kyc(lender).await;
    (borrower, offer)
}

/// As far as the mandate.
async fn at_mandate<'a>(world: &'a World, who: &str, lender: &str) -> (Borrower<'a>, String) {
    let (borrower, offer) = at_kyc(world, who, lender).await;
    borrower.at_step(&offer, "kyc", "approve").await;
    let path = format!("/offers/{offer}/steps/bank-mandate");
    borrower.act(&path, &account()).await;
    (borrower, offer)
}

/// As a browser asks.
async fn open(world: &World, url: &str, languages: &str) -> Response {
    let request = world.http.get(url).header("accept", "text/html");
    let asked = request.header("accept-language", languages);
    asked.send().await.unwrap()
}

async fn press(world: &World, url: &str, fields: &[(&str, &str)]) -> Response {
    let request = world.http.post(url).header("accept", "text/html");
    request.form(fields).send().await.unwrap()
}

fn policy(page: &Response) -> String {
    let policy = &page.headers()["content-security-policy"];
    policy.to_str().unwrap().to_owned()
}

#[tokio::test]
async fn pages_speak_the_borrowers_language_and_offer_the_other() {
    let world = World::start(fast()).await;
    let (asha, offer) = at_kyc(&world, "asha", "sahyadri-finance").await;
    let url = asha.link(&offer, "kyc").await;
    let english = open(&world, &url, "en-IN,en;q=0.9")
        .await
        .text()
        .await
        .unwrap();
    for words in [
        "<html lang=\"en\">",
        "Confirm who you are",
        "Sandbox: nothing here is real",
        "<a href=\"?lang=hi\" lang=\"hi\" hreflang=\"hi\">हिन्दी</a>",
    ] {
        assert!(english.contains(words), "{words}");
    }
    for (address, languages) in [(url.clone(), "hi-IN,en"), (format!("{url}?lang=hi"), "en")] {
        let hindi = open(&world, &address, languages)
            .await
            .text()
            .await
            .unwrap();
        for words in [
            "<html lang=\"hi\">",
            "पक्का करें कि आप कौन हैं",
            "मना करें",
            ">English</a>",
        ] {
            assert!(hindi.contains(words), "{words}");
        }
    }
    let gone = open(
        &world,
        &format!("{}/kyc/nothing?lang=hi", world.running.url()),
        "en",
    )
    .await;
    assert_eq!(gone.status(), 410);
    assert!(
        gone.text()
            .await
            .unwrap()
            .contains("यह लिंक अब काम का नहीं है")
    );
}

#[tokio::test]
async fn the_way_back_may_be_a_form_that_posts_itself() {
    let world = World::start(fast()).await;
    let (asha, offer) = at_kyc(&world, "asha", "sahyadri-finance").await;
    let url = format!("{}?post=1", asha.link(&offer, "kyc").await);
    let shown = open(&world, &url, "en").await;
    assert!(!policy(&shown).contains("script-src"));
    let page = press(&world, &url, &[("decision", "approve")]).await;
    assert_eq!(page.status(), 200);
    let rules = policy(&page);
    assert!(rules.contains("script-src 'self';"), "{rules}");
    assert!(
        rules.contains(&format!("form-action 'self' {APP};")),
        "{rules}"
    );
    let page = page.text().await.unwrap();
    for words in [
        &format!("<form method=\"post\" action=\"{APP}/return/kyc\">"),
        "name=\"txnid\"",
        "name=\"status\" value=\"success\"",
        "<button>Go back to the app</button>",
        "<script src=\"/post.js\"></script>",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let script = open(&world, &format!("{}/post.js", world.running.url()), "en").await;
    assert_eq!(
        script.headers()["content-type"],
        "text/javascript; charset=utf-8"
    );
    assert_eq!(asha.state().await, "BANK_MANDATE_PENDING / COMPLETE_STEP");
}

#[tokio::test]
async fn a_mandate_is_asked_for_with_all_that_it_means() {
    let world = World::start(fast()).await;
    let (asha, offer) = at_mandate(&world, "asha", "sahyadri-finance").await;
    let detail = asha.read(&format!("/offers/{offer}")).await;
    let rows = detail["installments"].as_array().unwrap();
    let paise = |row: &Value| {
        let amount = row["amount"].as_str().unwrap();
        lending::Paise::from_wire(amount).unwrap()
    };
    let largest = rows.iter().map(paise).max().unwrap();
    let day = |row: Option<&Value>| {
        let due = row.unwrap()["dueDate"].as_str().unwrap();
        let (y, m, d) = (&due[..4], &due[5..7], &due[8..10]);
        format!("{d}/{m}/{y}")
    };
    let url = asha.link(&offer, "e-mandate").await;
    let page = open(&world, &url, "en").await.text().await.unwrap();
    for words in [
        &format!("<dt>At most, each time</dt><dd>{}</dd>", largest.format()),
        "<dt>How often</dt><dd>Once a month</dd>",
        &format!("<dt>First on</dt><dd>{}</dd>", day(rows.first())),
        &format!("<dt>Last on</dt><dd>{}</dd>", day(rows.last())),
        "No money is taken now.",
        "You can cancel the mandate at any time",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[tokio::test]
async fn a_browser_reads_what_the_bank_says_before_it_goes_back() {
    let world = World::start(fast()).await;
    let who = "mandate-not-enabled";
    let (borrower, offer) = at_mandate(&world, who, "sahyadri-finance").await;
    let url = borrower.link(&offer, "e-mandate").await;
    let page = press(&world, &url, &[("decision", "approve")]).await;
    assert_eq!(page.status(), 200);
    let back = page.headers()["refresh"].to_str().unwrap().to_owned();
    let home = format!("{APP}/return/eMandate?");
    assert!(back.starts_with(&format!("2; url={home}")), "{back}");
    let page = page.text().await.unwrap();
    for words in [
        "Your bank answers",
        "Net banking is not enabled for this account. (AP34)",
        "no money was taken",
        &format!("<a href=\"{home}"),
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let step = borrower
        .read(&format!("/offers/{offer}/steps/e-mandate"))
        .await;
    assert_eq!(step["diagnostics"]["code"], "AP34");
    borrower.at_step(&offer, "e-mandate", "approve").await;
    assert_eq!(
        borrower.state().await,
        "LOAN_AGREEMENT_PENDING / COMPLETE_STEP"
    );
}

#[tokio::test]
async fn a_person_may_come_back_by_post_from_everywhere() {
    let world = World::start(fast()).await;
    let ravi = world.borrower("return-by-post").await;
    ravi.submit().await;
    let offer = ravi.offer_of("narmada-sfb").await;
    let create = json!({ "offerID": offer, "returnURL": format!("{APP}/return/aa?state=s1") });
    let session = ravi.act("/aa/sessions", &create).await;
    let id = session["aaSessionID"].as_str().unwrap();
    let redirect = ravi
        .act(&format!("/aa/sessions/{id}/redirect"), &json!({}))
        .await;
    let url = redirect["redirectURL"].as_str().unwrap();
    let form = [("decision", "approve"), ("otp", "123456")];
    let page = press(&world, url, &form).await;
    assert_eq!(page.status(), 200);
    let page = page.text().await.unwrap();
    let form = format!("<form method=\"post\" action=\"{APP}/return/aa?state=s1\">");
    assert!(page.contains(&form), "{page}");
}
