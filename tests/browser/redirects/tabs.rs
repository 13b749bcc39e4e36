//! Two at once, and late ones.

use anyhow::Result;
use contract::app::Party;
use end_to_end::{Options, World};
use flow::Failure;

use super::stage::{before, done, says_why, went};

#[tokio::test]
async fn r14_what_is_finished_in_one_tab_is_not_begun_again_in_another() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "meena", Party::Aa).await?;
    let (b, t) = (&walk.browser, walk.t);
    let first = b.driver.window().await?;
    let second = b.driver.new_tab().await?;
    b.driver.switch_to_window(second.clone()).await?;
    // This one learns nothing by itself: it acts on what it has shown since it was opened.
    b.before_every_page(UNAWARE).await?;
    b.goto(&world.origin()).await?;
    b.heading(t.leave.aa.title).await?;
    walk.agree_to_statements().await?;
    b.button(t.leave.aa.go).await?;

    b.driver.switch_to_window(first.clone()).await?;
    b.press(t.leave.aa.go).await?;
    b.press("Approve").await?;
    b.heading(t.bank.amount_title).await?;

    b.driver.switch_to_window(second.clone()).await?;
    b.button(t.leave.aa.go).await?;
    b.press(t.leave.aa.go).await?;
    b.heading(t.bank.amount_title).await?;
    b.sees(t.refusals.changed).await?;
    assert_eq!(done(&world, "POST", "/aa/sessions").await?, 1, "consents");
    assert_eq!(done(&world, "POST", "/redirect").await?, 1, "links");

    // The same with the choice itself: one amount, one loan.
    b.press(t.bank.amount_go).await?;
    b.heading(t.leave.kyc.title).await?;
    b.driver.switch_to_window(first).await?;
    b.heading(t.leave.kyc.title).await?;
    assert_eq!(done(&world, "POST", "/loan-amount").await?, 1, "amounts");
    walk.browser.close().await
}

/// Neither being looked at again nor time makes this page ask anew.
const UNAWARE: &str = "for (const name of ['pageshow', 'focus', 'online', 'visibilitychange']) \
    addEventListener(name, event => event.stopImmediatePropagation(), true)";

#[tokio::test]
async fn r19_a_late_result_of_an_old_attempt_leaves_the_newer_one_alone() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);
    let old = b.driver.window().await?;
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;

    // A newer visit is declined, so the attempt of the old page is over.
    let new = b.driver.new_tab().await?;
    b.driver.switch_to_window(new.clone()).await?;
    b.goto(&world.origin()).await?;
    b.press(t.leave.again).await?;
    b.press("Decline").await?;
    says_why(b, t, Failure::Declined).await?;
    b.press(t.failing.again).await?;
    b.sees("Confirm who you are").await?;

    b.driver.switch_to_window(old).await?;
    b.press("Confirm my identity").await?;
    b.sees("This link is no longer good").await?;
    b.press("Go back to the app").await?;
    b.heading(t.leave.kyc.title).await?;
    assert!(!b.screen().await?.contains(t.bank.title));

    b.driver.switch_to_window(new).await?;
    b.press("Confirm my identity").await?;
    b.heading(t.bank.title).await?;
    walk.browser.close().await?;

    // The same with a consent: the return of one that was replaced.
    let walk = before(&world, "meena", Party::Aa).await?;
    let b = &walk.browser;
    b.press(t.leave.aa.go).await?;
    b.press("Decline").await?;
    says_why(b, t, Failure::Declined).await?;
    let (_, back) = went(b, "/return/aa").await?;
    let back = back.url;
    b.press(t.failing.again).await?;
    b.sees("Sandbox").await?;
    let newer = b.driver.current_url().await?.to_string();
    b.goto(&back).await?;
    b.heading(t.leave.aa.title).await?;
    b.goto(&newer).await?;
    b.press("Approve").await?;
    b.heading(t.bank.amount_title).await?;
    walk.browser.close().await
}
