//! Gone, and back without the provider's help.

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Browser, Language, Opening, Options, World};
use serde_json::json;

use super::stage::{as_far_as, before, brought, went};
use crate::walk::Walk;

#[tokio::test]
async fn r09_a_tab_closed_at_the_provider_costs_nothing() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);

    // Closed before deciding.
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    reopened(b, &world).await?;
    b.heading(t.leave.kyc.title).await?;
    b.button(t.leave.finished).await?;

    // Closed between deciding and the way back: only the provider knows, and tells the platform.
    b.press(t.leave.again).await?;
    b.sees("Confirm who you are").await?;
    let url = b.driver.current_url().await?.to_string();
    let nobody = as_far_as(&world, "ravi", |_| true).await?;
    nobody.at_provider(&url, "approve").await?;
    reopened(b, &world).await?;
    b.heading(t.bank.title).await?;
    walk.browser.close().await
}

/// The tab is closed, and the app opened in another one.
async fn reopened(b: &Browser, world: &World) -> Result<()> {
    let next = b.driver.new_tab().await?;
    b.driver.close_window().await?;
    b.driver.switch_to_window(next).await?;
    b.goto(&world.origin()).await
}

const SHOWN: &str = "addEventListener('pageshow', event => { window.wasKept = event.persisted; })";

/// At the provider and back by the browser's own button, with the page kept alive or not.
async fn there_and_back(world: &World, keeps_pages: bool) -> Result<()> {
    let opening = Opening {
        keeps_pages,
        ..Opening::phone(Language::English)
    };
    let browser = Browser::open_as(opening, end_to_end::profile()?).await?;
    browser.before_every_page(SHOWN).await?;
    let walk = Walk::with(world, browser, Language::English);
    let walk = brought(walk, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);

    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    b.sent().await?;
    b.driver.back().await?;
    let kept = b.script("return window.wasKept", vec![]).await?;
    assert_eq!(kept, json!(keeps_pages), "whether the page was kept alive");
    b.heading(t.leave.kyc.title).await?;
    // It knows by now that the borrower was away.
    b.button(t.leave.finished).await?;
    let live = b.button(t.leave.again).await?;
    assert_eq!(live.attr("aria-disabled").await?, None);
    let asked = b.sent().await?;
    assert!(
        asked.iter().any(|sent| sent.url.contains("/api/view")),
        "nothing was read anew"
    );

    b.press(t.leave.again).await?;
    b.sees("Confirm who you are").await?;
    let url = b.driver.current_url().await?.to_string();
    let nobody = as_far_as(world, "ravi", |_| true).await?;
    nobody.at_provider(&url, "approve").await?;
    b.driver.back().await?;
    b.heading(t.bank.title).await?;

    let listens = b.listens_for().await?;
    assert!(listens.contains(&"pageshow".to_owned()), "{listens:?}");
    assert!(
        !listens.iter().any(|name| name.contains("unload")),
        "keeps the page from being kept: {listens:?}"
    );
    walk.browser.close().await
}

#[tokio::test]
async fn r10_back_from_the_provider_finds_a_live_button_and_how_things_stand() -> Result<()> {
    let world = World::start(Options::default()).await?;
    there_and_back(&world, true).await?;
    let mut same = as_far_as(&world, "asha", |_| true).await?;
    let answer = same.get("/api/view").await?;
    let caching = answer.headers.get("cache-control").context("no caching")?;
    assert!(caching.to_str()?.contains("no-store"), "{caching:?}");

    let world = World::start(Options::default()).await?;
    there_and_back(&world, false).await
}

#[tokio::test]
async fn r22_an_address_that_opens_another_app_leaves_the_page_alive() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::EMandate).await?;
    let (b, t) = (&walk.browser, walk.t);
    let mut same = as_far_as(&world, "asha", |_| true).await?;
    let view = same.view().await?;
    let journey = view.journey.as_ref().context("no journey")?.id;
    world.faults(&json!({ "appSwitch": true })).await?;

    b.press(t.leave.mandate.go).await?;
    // The other app is in front; this page is still there and can be gone on from.
    b.button(t.leave.finished).await?;
    b.heading(t.leave.mandate.title).await?;
    let again = b.button(t.leave.again).await?;
    assert_eq!(again.attr("aria-disabled").await?, None);
    b.sent().await?;
    b.press(t.leave.again).await?;
    went(b, "/e-mandate/").await?;
    b.button(t.leave.finished).await?;

    let decision = json!({ "journeyID": journey.to_string(), "decision": "approve" });
    world.tell("apps", &decision).await?;
    b.press(t.leave.finished).await?;
    b.heading(t.leave.agreement.title).await?;
    assert_eq!(b.driver.windows().await?.len(), 1);
    walk.browser.close().await
}
