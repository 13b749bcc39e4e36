//! One tap, one round trip.

use anyhow::{Result, bail};
use contract::app::ConsentKind;
use end_to_end::{Language, Options, World};

use crate::walk::Walk;

/// The calls of the API since the last look.
async fn calls(walk: &Walk<'_>) -> Result<Vec<String>> {
    let origin = walk.world.origin();
    let requests = walk.browser.requests().await?;
    let api = format!("{origin}/api/");
    Ok(requests
        .iter()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(_, url)| Some(url.strip_prefix(&api)?.to_owned()))
        .collect())
}

/// Presses, waits for the next screen, and counts what was asked for on the way.
async fn tap(walk: &mut Walk<'_>, button: &str, next: &str) -> Result<()> {
    calls(walk).await?;
    walk.browser.press(button).await?;
    walk.browser.heading(next).await?;
    let asked = calls(walk).await?;
    if asked.len() != 1 {
        bail!("`{button}` asked {asked:?}");
    }
    Ok(())
}

#[tokio::test]
async fn every_intent_and_every_start_is_one_call() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.at(t.start.title, false).await?;
    calls(&walk).await?;
    walk.browser.driver.refresh().await?;
    walk.browser.heading(t.start.title).await?;
    let cold = calls(&walk).await?;
    assert_eq!(cold, ["view"], "a cold start");

    tap(&mut walk, t.start.personal, t.profile.loan_title).await?;
    walk.browser.choose(t.profile.purpose_travel).await?;
    walk.browser.fill(t.profile.amount, "250000").await?;
    walk.browser.fill(t.profile.tenure, "24").await?;
    tap(&mut walk, t.common.go_on, t.check.title).await?;
    walk.check_and_send().await?;
    walk.at(t.offers.title, false).await?;
    walk.browser.press(t.offers.look).await?;
    walk.browser.sees(t.offer.receive).await?;
    walk.open_statement().await?;
    walk.tick(ConsentKind::Kfs).await?;
    calls(&walk).await?;
    tap(&mut walk, t.offer.choose, t.bank.amount_title).await?;
    tap(&mut walk, t.bank.amount_go, t.leave.kyc.title).await?;
    walk.browser.close().await
}
