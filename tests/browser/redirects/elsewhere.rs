//! Another browser, another session, another life of the same browser.

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Browser, Language, Opening, Options, World};
use serde_json::{Value, json};

use super::stage::{before, brought};
use crate::walk::Walk;

/// Reaching for storage throws, as it does where a browser keeps none.
const NO_STORAGE: &str = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) \
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } })";

#[tokio::test]
async fn r11_a_return_in_another_browser_signs_in_and_finds_the_same_step() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let t = walk.t;
    walk.browser.press(t.leave.kyc.go).await?;
    walk.browser.sees("Confirm who you are").await?;
    let url = walk.browser.driver.current_url().await?.to_string();

    // The provider's page is finished elsewhere: the link went through another app.
    let other = Browser::open(Language::English, 360, 740).await?;
    other.before_every_page(NO_STORAGE).await?;
    other.goto(&url).await?;
    other.press("Confirm my identity").await?;
    other.heading(t.start.sign_in_title).await?;
    assert_eq!(
        other.cookies().await?,
        Vec::<Value>::new(),
        "signed in by a link"
    );
    let mut other = Walk::with(&world, other, Language::English);
    other.browser.press(t.start.sign_in).await?;
    other.as_borrower("Asha Verma").await?;
    other.browser.heading(t.bank.title).await?;

    // Without storage the rest of the way is as good.
    other.give_account().await?;
    other
        .visit(t.leave.mandate.title, t.leave.mandate.go, "Allow")
        .await?;
    other.browser.heading(t.leave.agreement.title).await?;
    let errors = other.browser.console_errors().await?;
    assert!(
        !errors.iter().any(|line| line.contains("SecurityError")),
        "{errors:?}"
    );
    other.browser.close().await?;

    // And the first one learns of it.
    walk.browser.goto(&world.origin()).await?;
    walk.browser.heading(t.leave.agreement.title).await?;
    walk.browser.close().await
}

/// The server forgets who this is; the browser still has the cookie.
async fn session_runs_out(b: &Browser, world: &World) -> Result<()> {
    let cookies = b.cookies().await?;
    let session = cookies
        .iter()
        .find(|cookie| cookie.get("name") == Some(&json!("__Host-Http-bs")))
        .and_then(|cookie| cookie.get("value")?.as_str())
        .context("no session")?;
    let url = format!("{}/auth/logout", world.origin());
    let answer = reqwest::Client::new()
        .post(url)
        .header("x-csrf", "1")
        .header("cookie", format!("__Host-Http-bs={session}"))
        .send()
        .await?;
    answer.error_for_status()?;
    Ok(())
}

#[tokio::test]
async fn r12_a_session_that_ran_out_meanwhile_is_begun_anew_at_the_same_step() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = Walk::begin(&world, Language::English).await?;
    let walk = brought(walk, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    session_runs_out(b, &world).await?;
    b.press("Confirm my identity").await?;
    b.heading(t.start.ended_title).await?;
    b.press(t.start.ended_sign_in).await?;
    walk.as_borrower("Asha Verma").await?;
    b.heading(t.bank.title).await?;
    walk.browser.close().await?;

    // In the middle of the questions: what was sent is there.
    let mut walk = Walk::begin(&world, Language::English).await?;
    walk.sign_in("Meena Kulkarni").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    session_runs_out(&walk.browser, &world).await?;
    walk.browser.driver.refresh().await?;
    walk.browser.heading(t.start.ended_title).await?;
    walk.browser.press(t.start.ended_sign_in).await?;
    walk.as_borrower("Meena Kulkarni").await?;
    walk.browser.heading(t.check.title).await?;
    walk.browser.sees("2,50,000").await?;
    walk.browser.close().await
}

#[tokio::test]
async fn r13_a_browser_killed_at_the_provider_starts_again_at_the_right_step() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let t = walk.t;
    // The browser has been used for a while: what it keeps is on disk.
    let profile = walk.browser.put_away().await?;
    let phone = Opening::phone(Language::English);

    let b = Browser::open_as(phone, profile).await?;
    b.goto(&world.origin()).await?;
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    let profile = b.kill();
    let b = Browser::open_as(phone, profile).await?;
    b.goto(&world.origin()).await?;
    b.heading(t.leave.kyc.title).await?;
    b.press(t.leave.again).await?;
    b.sees("Confirm who you are").await?;
    let url = b.driver.current_url().await?.to_string();
    let profile = b.kill();

    // The page that was open is opened again, the provider's, and then there is a way back.
    let b = Browser::open_as(phone, profile).await?;
    b.goto(&url).await?;
    b.press("Confirm my identity").await?;
    b.heading(t.bank.title).await?;
    b.kill();

    // Nothing is left of it.
    let mut walk = Walk::begin(&world, Language::English).await?;
    walk.sign_in("Asha Verma").await?;
    walk.browser.heading(t.bank.title).await?;
    walk.browser.close().await
}
