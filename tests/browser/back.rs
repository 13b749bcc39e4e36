//! Going away and coming back.

use anyhow::Result;
use end_to_end::{Language, Options, World};

use crate::walk::Walk;

#[tokio::test]
async fn signing_out_and_in_again_midway_lands_on_the_same_step() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.check_and_send().await?;
    walk.take_first_offer().await?;
    walk.keep_the_amount().await?;
    walk.at(t.leave.kyc.title, true).await?;
    walk.browser.press(t.common.menu).await?;
    walk.browser.press(t.common.sign_out).await?;
    walk.browser.heading(t.start.sign_in_title).await?;
    walk.sign_in("Asha Verma").await?;
    walk.at(t.leave.kyc.title, true).await?;

    // And in another browser altogether.
    let mut other = Walk::begin(&world, Language::Hindi).await?;
    other.sign_in("Asha Verma").await?;
    other.at(other.t.leave.kyc.title, true).await?;
    other.browser.close().await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_killed_server_costs_the_borrower_nothing() -> Result<()> {
    let mut world = World::start(Options::default()).await?;
    let browser = {
        let mut walk = Walk::begin(&world, Language::English).await?;
        walk.sign_in("Asha Verma").await?;
        walk.start().await?;
        walk.fill_loan().await?;
        walk.check_and_send().await?;
        walk.take_first_offer().await?;
        walk.at(walk.t.bank.amount_title, true).await?;
        walk.browser
    };
    world.kill_bff();
    world.start_bff().await?;
    browser.driver.refresh().await?;
    browser
        .heading(crate::walk::words(Language::English).bank.amount_title)
        .await?;
    browser.close().await
}

#[tokio::test]
async fn the_language_is_switched_anywhere_and_kept() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.at(walk.t.profile.loan_title, false).await?;
    walk.browser.fill(walk.t.profile.amount, "123456").await?;
    walk.browser.press("हिन्दी").await?;
    let hindi = crate::walk::words(Language::Hindi);
    walk.browser.heading(hindi.profile.loan_title).await?;
    assert_eq!(
        walk.browser.value(hindi.profile.amount).await?,
        "123456",
        "what was typed is kept"
    );
    walk.browser.driver.refresh().await?;
    walk.browser.heading(hindi.profile.loan_title).await?;
    walk.browser.close().await
}
