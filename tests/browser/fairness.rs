//! What no still picture shows: the same screen hours later, after a no, and after a choice.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context as _, Result};
use contract::app::{ConsentKind, JourneyView};
use contract::platform::status::OfferCardStatus;
use end_to_end::{Borrower, Browser, Language, Options, World, eventually};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::dark_patterns::amounts;
use crate::walk::Walk;

/// The browser's clock can be put forward; what a page asks its reader in passing is counted.
const CLOCK: &str = "\
window.later = 0; window.asked = 0;
const now = Date.now.bind(Date);
Date.now = () => now() + window.later;
for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.asked += 1; };";

async fn main_text(browser: &Browser) -> Result<String> {
    let read = "const main = document.querySelector('main');
        main.querySelectorAll('details').forEach(it => { it.open = true; });
        return main.innerText";
    let text = browser.script(read, vec![]).await?;
    Ok(text.as_str().context("no text")?.to_owned())
}

async fn articles(browser: &Browser) -> Result<Vec<String>> {
    let read = "return [...document.querySelectorAll('article')].map(it => it.innerText)";
    Ok(serde_json::from_value(browser.script(read, vec![]).await?)?)
}

async fn asked(browser: &Browser) -> Result<Value> {
    browser.script("return window.asked", vec![]).await
}

#[tokio::test]
async fn every_lender_is_named_and_an_offer_looks_the_same_hours_later() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let browser = Browser::open(Language::English, 360, 740).await?;
    browser.before_every_page(CLOCK).await?;
    let mut walk = Walk::with(&world, browser, Language::English);
    walk.apply("Imran Sheikh").await?;
    let t = walk.t;
    walk.at(t.offers.title, false).await?;
    let browser = &walk.browser;
    let mut borrower = Borrower::signed_in(&world, "imran").await?;
    let answered = |view: &JourneyView| {
        let offers = view.offers.iter().flatten();
        let waits = |status| status == OfferCardStatus::OfferAwaited;
        // One lender waits for bank statements, nobody else for anything.
        offers.clone().count() == 6 && offers.filter(|it| waits(it.status)).count() == 1
    };
    let view = borrower.view_until("all answers", answered).await?;
    let offers: Vec<_> = view.offers.into_iter().flatten().collect();
    let received = offers
        .iter()
        .filter(|it| it.status == OfferCardStatus::OfferReceived);
    let received = received.count();
    let cards = eventually("all cards", Duration::from_secs(20), async || {
        let cards = articles(browser).await?;
        Ok((cards.len() == received).then_some(cards))
    })
    .await?;
    let text = main_text(browser).await?;
    for offer in &offers {
        assert!(
            text.contains(offer.lender_name.as_str()),
            "{} in {text}",
            offer.lender_name
        );
    }
    assert!(
        text.contains(t.offers.none) && text.contains(t.offers.statements),
        "{text}"
    );
    assert!(text.contains(t.offers.order_rule), "{text}");

    // Seven hours on, the app looks again: nothing has been counted down.
    let reads = "return performance.getEntriesByType('resource')
        .filter(it => it.name.includes('/api/view')).length";
    let before = browser.script(reads, vec![]).await?.as_u64();
    let forward = "window.later = 7 * 3600 * 1000; dispatchEvent(new Event('focus'));
        document.dispatchEvent(new Event('visibilitychange'))";
    browser.script(forward, vec![]).await?;
    eventually("another look", Duration::from_secs(30), async || {
        let now = browser.script(reads, vec![]).await?.as_u64();
        Ok((now > before).then_some(()))
    })
    .await?;
    assert_eq!(articles(browser).await?, cards);
    walk.browser.close().await
}

#[tokio::test]
async fn a_no_is_taken_for_an_answer() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let browser = Browser::open(Language::English, 360, 740).await?;
    browser.before_every_page(CLOCK).await?;
    let mut walk = Walk::with(&world, browser, Language::English);
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    walk.browser.press(t.check.go_on).await?;
    walk.at(t.consents.title, false).await?;

    // No consent: nothing was sent, and whoever opens the app anew is not asked again by itself.
    walk.browser.press(t.consents.keep).await?;
    eventually("another screen", Duration::from_secs(20), async || {
        Ok((walk.browser.h1().await? != t.consents.title).then_some(()))
    })
    .await?;
    walk.browser.goto(&world.origin()).await?;
    let starts = [t.check.title, t.profile.loan_title, t.start.title];
    walk.browser.one_heading_of(&starts).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let receipts = borrower.get("/api/consents").await?.json()?;
    assert_eq!(receipts.pointer("/items"), Some(&json!([])), "{receipts}");

    // No offer: it is gone for good, and nobody asks whether that was meant.
    walk.browser.goto(&world.origin()).await?;
    walk.at(t.check.title, false).await?;
    walk.check_and_send().await?;
    walk.at(t.offers.title, false).await?;
    // One lender may answer after the other: only of all of them can one be missing.
    let all = |view: &JourneyView| {
        let offers = view.offers.iter().flatten();
        let mut received = offers.filter(|it| it.status == OfferCardStatus::OfferReceived);
        received.nth(1).is_some()
    };
    borrower.view_until("both offers", all).await?;
    let cards = eventually("both cards", Duration::from_secs(20), async || {
        let cards = articles(&walk.browser).await?;
        Ok((cards.len() == 2).then_some(cards))
    })
    .await?;
    walk.browser.press(t.offers.look).await?;
    walk.browser.sees(t.offer.receive).await?;
    let noes = "return [...document.querySelectorAll('main a')]
        .filter(it => it.innerText.trim() === arguments[0]).length";
    let noes = walk.browser.script(noes, vec![json!(t.parting.not_this)]);
    assert_eq!(
        noes.await?,
        json!(1),
        "as a button, and not once more below"
    );
    // Two presses on one spot may count as a double click, and the second of those does not ask to
    // leave: a press on the heading comes between.
    let question = t.parting.turn_title.replace("{0}", "");
    eventually("the question", Duration::from_secs(20), async || {
        if walk.browser.h1().await?.contains(question.trim()) {
            return Ok(Some(()));
        }
        let heading = walk.browser.driver.find(By::Tag("h1")).await?;
        heading.click().await?;
        walk.browser.press(t.parting.not_this).await?;
        Ok(None)
    })
    .await?;
    walk.browser.press(t.parting.turn_go).await?;
    walk.at(t.offers.title, false).await?;
    for reload in [false, true] {
        if reload {
            walk.browser.driver.refresh().await?;
            walk.at(t.offers.title, false).await?;
        }
        eventually("one card less", Duration::from_secs(20), async || {
            let left = articles(&walk.browser).await?.len();
            Ok((left + 1 == cards.len()).then_some(()))
        })
        .await?;
        assert_eq!(asked(&walk.browser).await?, json!(0), "asked in passing");
    }
    walk.browser.close().await
}

#[tokio::test]
async fn after_the_choice_no_amount_comes_that_was_not_there_before_it() -> Result<()> {
    let world = World::start(Options::default()).await?;
    // The lender with the lowest APR of this market insures, and charges for the application.
    world
        .tell("market", &json!({ "seed": 24, "count": 3 }))
        .await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.apply("Asha Verma").await?;
    walk.at(t.offers.title, false).await?;
    let mut before = BTreeSet::new();
    walk.browser.press(t.offers.look).await?;
    walk.browser.sees(t.offer.receive).await?;
    before.extend(amounts(&main_text(&walk.browser).await?));
    walk.open_statement().await?;
    before.extend(amounts(&main_text(&walk.browser).await?));
    assert!(before.len() > 10, "{before:?}");
    walk.tick(ConsentKind::Kfs).await?;
    walk.browser.sent().await?;
    walk.browser.press(t.offer.choose).await?;
    walk.at(t.bank.amount_title, false).await?;

    // With the choice goes what was shown and that it was read, and nothing that was not asked for.
    let sent = walk.browser.sent().await?;
    let choice = sent.iter().find(|it| it.url.ends_with("/proceed"));
    let choice: Value = serde_json::from_str(&choice.context("no choice was sent")?.body)?;
    let keys: Vec<&String> = choice.as_object().context("no object")?.keys().collect();
    assert_eq!(keys, ["figures", "read"]);

    // The whole of it, so that the lender has no reason to work out anything anew.
    let limits = amounts_said(&walk, t.bank.amount_between).await?;
    let most = limits.last().context("no limits")?;
    walk.browser
        .fill(t.bank.amount, most.trim_start_matches('₹'))
        .await?;
    let mut later = BTreeSet::new();
    walk.browser.press(t.bank.amount_go).await?;
    let leave = &t.leave;
    walk.at(leave.kyc.title, false).await?;
    later.extend(amounts(&main_text(&walk.browser).await?));
    walk.visit(leave.kyc.title, leave.kyc.go, "Confirm my identity")
        .await?;
    walk.at(t.bank.title, false).await?;
    later.extend(amounts(&main_text(&walk.browser).await?));
    walk.give_account().await?;
    walk.at(leave.mandate.title, false).await?;
    later.extend(amounts(&main_text(&walk.browser).await?));
    walk.visit(leave.mandate.title, leave.mandate.go, "Allow")
        .await?;
    walk.at(leave.agreement.title, false).await?;
    later.extend(amounts(&main_text(&walk.browser).await?));
    walk.visit(leave.agreement.title, leave.agreement.go, "Sign")
        .await?;
    walk.at(t.done.paid_title, false).await?;
    let home = main_text(&walk.browser).await?;
    later.extend(amounts(&home));
    assert!(!later.is_empty());
    let fresh: Vec<&String> = later.difference(&before).collect();
    assert_eq!(
        fresh,
        Vec::<&String>::new(),
        "limits {limits:?}, at the end {home}"
    );
    walk.browser.close().await
}

/// The amounts of a sentence with gaps, where it is said.
async fn amounts_said(walk: &Walk<'_>, pattern: &str) -> Result<Vec<String>> {
    let start = pattern.split("{0}").next().unwrap_or_default();
    let text = main_text(&walk.browser).await?;
    let (_, sentence) = text.split_once(start).context("not said")?;
    let line = sentence.lines().next().unwrap_or_default();
    Ok(amounts(line).collect())
}
