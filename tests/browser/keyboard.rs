//! The whole loan by keyboard alone: Tab, Space, arrows, Enter.

use anyhow::{Result, bail};
use contract::app::ConsentKind;
use end_to_end::{Browser, Language, Options, World};
use thirtyfour::{Key, TypingData};

use crate::walk::Walk;

/// What has the focus, by the words a person reads on it, and whether the focus can be seen.
async fn focused(browser: &Browser) -> Result<(String, bool)> {
    let script = "const e = document.activeElement; \
        const label = e.labels && e.labels.length ? e.labels[0].textContent : e.textContent; \
        const s = getComputedStyle(e); \
        const l = e.labels && e.labels.length ? getComputedStyle(e.labels[0]) : s; \
        const ring = x => x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) > 0; \
        return [label.trim().replace(/\\s+/g, ' '), ring(s) || ring(l) || s.boxShadow !== 'none']";
    let found = browser.script(script, vec![]).await?;
    let text = found
        .pointer("/0")
        .and_then(|v| v.as_str())
        .unwrap_or_default()
        .to_owned();
    Ok((
        text,
        found
            .pointer("/1")
            .and_then(serde_json::Value::as_bool)
            .unwrap_or_default(),
    ))
}

async fn key(browser: &Browser, keys: impl Into<TypingData>) -> Result<()> {
    browser
        .driver
        .action_chain()
        .send_keys(keys)
        .perform()
        .await?;
    Ok(())
}

/// Tabs until the thing with these words has the focus, which must be visible.
async fn tab_to(browser: &Browser, words: &str) -> Result<()> {
    for _ in 0..120 {
        key(browser, Key::Tab).await?;
        let (text, visible) = focused(browser).await?;
        if text == words || text.starts_with(words) {
            if !visible {
                bail!("the focus on `{words}` cannot be seen");
            }
            return Ok(());
        }
    }
    bail!(
        "`{words}` cannot be reached by Tab; on screen: {}",
        browser.screen().await?
    )
}

async fn press(browser: &Browser, words: &str) -> Result<()> {
    browser.button(words).await?;
    tab_to(browser, words).await?;
    key(browser, Key::Enter).await
}

async fn fill(browser: &Browser, label: &str, text: &str) -> Result<()> {
    tab_to(browser, label).await?;
    fill_here(browser, text).await
}

/// Into the field that has the focus.
async fn fill_here(browser: &Browser, text: &str) -> Result<()> {
    browser
        .driver
        .action_chain()
        .key_down(Key::Control)
        .send_keys("a")
        .key_up(Key::Control)
        .perform()
        .await?;
    key(browser, text).await
}

async fn tick(browser: &Browser, label: &str) -> Result<()> {
    tab_to(browser, label).await?;
    key(browser, " ").await
}

#[tokio::test]
async fn a_loan_is_taken_by_keyboard_alone() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = Walk::begin(&world, Language::English).await?;
    let (t, b) = (walk.t, &walk.browser);
    b.goto(&world.origin()).await?;
    b.heading(t.start.sign_in_title).await?;
    press(b, t.start.sign_in).await?;
    press(b, "Continue as Asha Verma").await?;
    b.heading(t.start.title).await?;
    press(b, t.start.personal).await?;

    b.heading(t.profile.loan_title).await?;
    tick(b, t.profile.purpose_goods).await?;
    fill(b, t.profile.amount, "250000").await?;
    fill(b, t.profile.tenure, "24").await?;
    press(b, t.common.go_on).await?;
    b.heading(t.check.title).await?;
    press(b, t.check.go_on).await?;
    b.heading(t.consents.title).await?;
    for kind in ConsentKind::TO_SUBMIT {
        tick(b, walk.agree(kind)?).await?;
    }
    press(b, t.consents.send).await?;

    b.heading(t.offers.title).await?;
    press(b, t.offers.look).await?;
    b.sees(t.offer.receive).await?;
    press(b, t.offer.kfs).await?;
    b.sees(t.kfs.decide).await?;
    tick(b, walk.agree(ConsentKind::Kfs)?).await?;
    press(b, t.offer.choose).await?;
    b.heading(t.bank.amount_title).await?;
    press(b, t.bank.amount_go).await?;
    b.heading(t.leave.kyc.title).await?;
    press(b, t.leave.kyc.go).await?;
    press(b, "Confirm my identity").await?;

    b.heading(t.bank.title).await?;
    fill(b, t.bank.holder, "Asha Verma").await?;
    press(b, t.data.show).await?;
    b.field(t.bank.account).await?;
    fill_here(b, "123456789012").await?;
    fill(b, t.bank.ifsc, "HDFC0001234").await?;
    tick(b, t.bank.saving).await?;
    press(b, t.bank.go).await?;
    b.heading(t.leave.mandate.title).await?;
    press(b, t.leave.mandate.go).await?;
    press(b, "Allow").await?;
    b.heading(t.leave.agreement.title).await?;
    press(b, t.leave.agreement.go).await?;
    press(b, "Sign").await?;
    b.heading(t.done.paid_title).await?;
    walk.browser.close().await
}
