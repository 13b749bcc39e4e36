use anyhow::Result;
use end_to_end::{Language, Options, World};
use serde_json::json;

use crate::walk::Walk;

#[tokio::test]
async fn a_platform_that_is_down_loses_nothing_and_is_gone_on_with_by_itself() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.at(t.profile.loan_title, false).await?;
    walk.browser.choose(t.profile.purpose_health).await?;
    walk.browser.fill(t.profile.amount, "200000").await?;
    walk.browser.fill(t.profile.tenure, "18").await?;
    world.faults(&json!({ "down": true })).await?;
    walk.browser.press(t.common.go_on).await?;
    walk.browser.sees(t.refusals.down).await?;
    assert_eq!(walk.browser.value(t.profile.amount).await?, "200000");
    assert_eq!(walk.browser.value(t.profile.tenure).await?, "18");
    assert!(walk.browser.is_chosen(t.profile.purpose_health).await?);
    world.faults(&json!({ "down": false })).await?;
    walk.browser.press(t.common.go_on).await?;
    walk.at(t.check.title, false).await?;

    // A cold start while it is down says so, and goes on when it is back.
    world.faults(&json!({ "down": true })).await?;
    walk.browser.driver.refresh().await?;
    walk.browser.sees(t.common.loading_failed).await?;
    world.faults(&json!({ "down": false })).await?;
    walk.browser.heading(t.check.title).await?;
    walk.browser.close().await
}
