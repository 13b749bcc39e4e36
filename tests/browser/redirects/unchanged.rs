//! What a round trip leaves as it was, and what it never carries.

use std::time::Duration;

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Browser, Language, Options, World, eventually};
use serde_json::{Value, json};

use super::stage::{as_far_as, before};
use crate::walk::words;

const BRAND: &str = "Saral Loans";

#[tokio::test]
async fn r23_language_and_brand_are_the_same_after_the_round_trip() -> Result<()> {
    let world = World::start(Options::default()).await?;
    // The browser asks for English; the borrower has chosen otherwise.
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, hindi) = (&walk.browser, words(Language::Hindi));
    b.press("हिन्दी").await?;
    b.heading(hindi.leave.kyc.title).await?;
    b.press(hindi.leave.kyc.go).await?;
    b.press("Decline").await?;
    b.heading(hindi.money.kyc_failed).await?;
    b.press(hindi.failing.again).await?;
    b.press("Confirm my identity").await?;
    b.heading(hindi.bank.title).await?;
    let page = "return [document.documentElement.lang, document.querySelector('header').innerText]";
    let page = b.script(page, vec![]).await?;
    assert_eq!(page.pointer("/0"), Some(&json!("hi")));
    assert!(page.to_string().contains(BRAND), "{page}");
    assert!(b.driver.title().await?.contains(BRAND));
    walk.browser.close().await
}

/// The page is read from its top: title and focus are the heading's.
async fn begins_at(b: &Browser, heading: &str) -> Result<()> {
    b.heading(heading).await?;
    let script = "const e = document.activeElement; return [e.tagName, e.textContent.trim(), document.title]";
    let wanted = json!(["H1", heading, format!("{heading} · {BRAND}")]);
    eventually(&wanted.to_string(), Duration::from_secs(5), async || {
        let found = b.script(script, vec![]).await?;
        anyhow::ensure!(found == wanted, "{found}");
        Ok(Some(()))
    })
    .await
}

#[tokio::test]
async fn r24_after_a_return_focus_and_title_are_the_new_steps() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before(&world, "meena", Party::Aa).await?;
    let t = walk.t;
    let before = walk.browser.driver.title().await?;
    walk.visit(t.leave.aa.title, t.leave.aa.go, "Approve")
        .await?;
    begins_at(&walk.browser, t.bank.amount_title).await?;
    assert_ne!(walk.browser.driver.title().await?, before);

    // Also where the return brings no new step.
    walk.keep_the_amount().await?;
    walk.visit(t.leave.kyc.title, t.leave.kyc.go, "Decline")
        .await?;
    begins_at(&walk.browser, t.money.kyc_failed).await?;
    walk.visit(t.money.kyc_failed, t.failing.again, "Confirm my identity")
        .await?;
    begins_at(&walk.browser, t.bank.title).await?;
    walk.browser.close().await
}

const STORED: &str = "const done = arguments[0]; Promise.all([indexedDB.databases(), caches.keys(), \
    navigator.serviceWorker ? navigator.serviceWorker.getRegistrations() : []]).then(found => \
    done([localStorage.length, sessionStorage.length, ...found.map(list => list.length)]), \
    error => done(String(error)))";

#[tokio::test]
async fn r25_nothing_personal_is_in_addresses_history_referrers_logs_or_storage() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before(&world, "meena", Party::Aa).await?;
    let t = walk.t;
    walk.browser.sent().await?;
    walk.visit(t.leave.aa.title, t.leave.aa.go, "Approve")
        .await?;
    walk.keep_the_amount().await?;
    walk.visit(t.leave.kyc.title, t.leave.kyc.go, "Confirm my identity")
        .await?;
    walk.give_account().await?;
    walk.visit(t.leave.mandate.title, t.leave.mandate.go, "Allow")
        .await?;
    walk.visit(t.leave.agreement.title, t.leave.agreement.go, "Sign")
        .await?;
    walk.browser.heading(t.done.paid_title).await?;
    let b = &walk.browser;

    let mut same = as_far_as(&world, "meena", |_| true).await?;
    let journeys = same.get("/api/journeys").await?.json()?;
    let journey = journeys
        .pointer("/items/0/journeyID")
        .and_then(Value::as_str)
        .with_context(|| journeys.to_string())?;
    let cookies = b.cookies().await?;
    let session = cookies
        .iter()
        .find(|cookie| cookie.get("name") == Some(&json!("__Host-Http-bs")))
        .and_then(|cookie| cookie.get("value")?.as_str())
        .context("no session")?;
    let personal = [
        "meena",
        "kulkarni",
        "9876500003",
        "CKLPK9012M",
        "1990-07-29",
        "College Road",
        "Asha Verma",
        "123456789012",
        "hdfc0001234",
        "912010012345678",
        session,
    ];
    let tokens = ["sk_test", "st_test", "rt_test", "canary"];
    let secret = |text: &str| {
        let text = text.to_ascii_lowercase();
        let mut all = personal.iter().chain(&tokens);
        all.find(|word| text.contains(&word.to_ascii_lowercase()))
            .copied()
    };

    let sent = b.sent().await?;
    let left = sent.iter().filter(|sent| sent.navigates).count();
    assert!(left >= 8, "only {left} pages");
    for request in &sent {
        assert_eq!(secret(&request.url), None, "{}", request.url);
        let referrer = request
            .headers
            .get("referer")
            .filter(|from| !from.is_empty());
        assert_eq!(referrer, None, "to {}", request.url);
        if !request.url.starts_with(&world.origin()) {
            assert!(!request.url.contains(journey), "{}", request.url);
        }
    }
    for url in b.history().await?.0 {
        assert_eq!(secret(&url), None, "{url}");
        assert!(!url.contains("state="), "{url}");
    }
    assert_eq!(secret(&world.logs()?), None, "in a log");
    for request in sent.iter().filter(|sent| sent.url.contains("/return/")) {
        let (_, query) = request.url.split_once('?').unwrap_or_default();
        assert!(
            !query.is_empty() && !world.logs()?.contains(query),
            "in a log: {query}"
        );
    }

    let stored = b.driver.execute_async(STORED, vec![]).await?.json().clone();
    assert_eq!(stored, json!([0, 0, 0, 0, 0]), "kept by scripts");
    let kept = b.script(
        "return document.cookie + history.state + location.href",
        vec![],
    );
    assert_eq!(secret(&kept.await?.to_string()), None);
    for cookie in &cookies {
        assert!(
            secret(&cookie.to_string()).is_none_or(|word| word == session),
            "{cookie}"
        );
    }
    walk.browser.close().await
}
