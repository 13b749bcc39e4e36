//! In the middle of every scenario the app is opened, reloaded, and signed in to from nothing: the
//! same screen each time.

use std::collections::VecDeque;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use end_to_end::scenario::{Player, Scenario, address, play_to_middle, screen_of};
use end_to_end::{Browser, Language, Options, World, eventually};
use serde_json::json;
use thirtyfour::By;

use crate::text::Words;
use crate::walk::words;

/// Browsers at work; each keeps about one core busy.
const BROWSERS: usize = 2;
const SESSION: &str = "__Host-Http-bs";

#[tokio::test]
async fn in_the_middle_of_every_scenario_a_reload_and_another_browser_show_the_same() -> Result<()>
{
    let world = World::start(Options::default()).await?;
    let all = Scenario::all(&world).await?;
    if all.is_empty() {
        bail!("there are no scenarios");
    }
    let began = Instant::now();
    let count = all.len();
    let left = Mutex::new(VecDeque::from(all));
    let workers: Vec<_> = (0..BROWSERS).map(|_| worker(&left)).collect();
    let mut workers = workers.into_iter();
    let (Some(one), Some(two)) = (workers.next(), workers.next()) else {
        bail!("two browsers work");
    };
    let (one, two) = tokio::join!(one, two);
    let failed = [one?, two?].concat();
    say(&format!("{count} scenarios, {:.1?}", began.elapsed()));
    if failed.is_empty() {
        return Ok(());
    }
    bail!("{} of {count}:\n{}", failed.len(), failed.join("\n"))
}

/// Takes scenarios until none is left, in one browser.
async fn worker(left: &Mutex<VecDeque<Scenario>>) -> Result<Vec<String>> {
    let browser = Browser::open(Language::English, 360, 740).await?;
    let mut failed = Vec::new();
    loop {
        let next = left
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front();
        let Some(scenario) = next else {
            break;
        };
        let began = Instant::now();
        match middle(&browser, &scenario).await {
            Ok(said) => say(&format!(
                "ok   {} {:.1?}: {said}",
                scenario.name,
                began.elapsed()
            )),
            Err(error) => failed.push(format!("{}: {error:#}", scenario.name)),
        }
    }
    browser.close().await?;
    Ok(failed)
}

async fn middle(browser: &Browser, scenario: &Scenario) -> Result<String> {
    let world = World::start(Options {
        fast: false,
        limits: false,
        clock_seconds: scenario.clock_seconds,
    })
    .await?;
    let mut player = play_to_middle(&world, scenario).await?;
    let view = player.look().await?;
    let path = address(view.view());
    for _ in 0..4 {
        let before = screen_of(&mut player.me, &path).await?;
        let shown = three_looks(browser, &player, &path).await;
        let after = screen_of(&mut player.me, &path).await?;
        // Things may have moved on meanwhile; then they are looked at again.
        if before != after {
            continue;
        }
        let shown = shown.with_context(|| format!("at {before}"))?;
        return same(&before, &shown).map(|h1| format!("{before} `{h1}`"));
    }
    bail!("it does not hold still")
}

/// As the borrower left it; after a reload; and after a sign-in from nothing.
async fn three_looks(browser: &Browser, player: &Player<'_>, path: &str) -> Result<[String; 3]> {
    let origin = player.world.origin();
    let url = format!("{origin}{path}");
    let session = player.me.cookie(SESSION).context("no session")?;
    nobody(browser).await?;
    let cookie = json!({
        "name": SESSION, "value": session, "url": origin, "path": "/",
        "secure": true, "httpOnly": true, "sameSite": "Strict",
    });
    browser.devtools("Network.setCookie", cookie).await?;
    browser.goto(&url).await?;
    let opened = heading(browser, &origin).await.context("opened")?;
    browser.driver.refresh().await?;
    let reloaded = heading(browser, &origin).await.context("reloaded")?;

    nobody(browser).await?;
    browser.goto(&format!("{origin}/auth/login")).await?;
    browser.press("Scenarios").await?;
    // One name may begin like another.
    let button = format!("//button[normalize-space(.)='Continue as {}']", player.id);
    let button = browser.driver.find(By::XPath(button)).await?;
    button.scroll_into_view().await?;
    button.click().await?;
    if path != "/" {
        heading(browser, &origin).await?;
        browser.goto(&url).await?;
    }
    let elsewhere = heading(browser, &origin)
        .await
        .context("after signing in")?;
    Ok([opened, reloaded, elsewhere])
}

/// A browser that has never been here.
async fn nobody(browser: &Browser) -> Result<()> {
    browser.goto("about:blank").await?;
    browser
        .devtools("Network.clearBrowserCookies", json!({}))
        .await?;
    Ok(())
}

/// The heading, once the app has drawn what it has read.
async fn heading(browser: &Browser, origin: &str) -> Result<String> {
    let t = words(Language::English);
    let passing = [t.common.home, t.start.back_title];
    eventually("a screen", Duration::from_secs(45), async || {
        let here = browser.driver.current_url().await?;
        let h1 = browser.h1().await?;
        let app = browser.script("return !!document.querySelector('main h1')", vec![]);
        let drawn = app.await?.as_bool() == Some(true);
        // The page that is there before the app speaks two languages at once.
        let early = h1.is_empty() || h1.contains('·') || passing.contains(&h1.as_str());
        Ok((drawn && !early && here.as_str().starts_with(origin)).then_some(h1))
    })
    .await
}

fn same(state: &str, shown: &[String; 3]) -> Result<String> {
    let [opened, reloaded, elsewhere] = shown;
    let t = words(Language::English);
    if opened != reloaded || opened != elsewhere {
        bail!("{state}: {shown:?}");
    }
    let lost = [
        t.start.sign_in_title,
        t.start.ended_title,
        t.common.loading_failed,
    ];
    let trouble = state.starts_with("trouble.");
    if lost.contains(&opened.as_str()) && !trouble {
        bail!("{state}: `{opened}`");
    }
    if title(t, state).is_some_and(|title| title != opened) {
        bail!("{state} is called `{opened}`");
    }
    Ok(opened.clone())
}

/// What the app calls a screen, where it has one name.
fn title(t: Words, state: &str) -> Option<&'static str> {
    let state = state.trim_end_matches("+requoted");
    let failed = state.contains(".failed.");
    let first = |parts: usize| state.split('.').take(parts).collect::<Vec<_>>().join(".");
    Some(match first(2).as_str() {
        "start" => t.start.title,
        "offers" => t.offers.title,
        "loanAmount" => t.bank.amount_title,
        "disbursed" => t.done.paid_title,
        "disbursed.sent" => t.money.sent.title,
        "leave.eMandate" if failed => t.money.mandate_failed,
        "leave.kyc" if failed => t.money.kyc_failed,
        "leave.loanAgreement" if failed => t.money.agreement_failed,
        "leave.aa" => t.leave.aa.title,
        "leave.eMandate" => t.leave.mandate.title,
        "leave.loanAgreement" => t.leave.agreement.title,
        "waiting.sending" => t.waiting.sending.title,
        "waiting.offers" => t.waiting.offers.title,
        "waiting.selecting" => t.waiting.selecting.title,
        "waiting.aa" => t.waiting.aa.title,
        "waiting.kyc" => t.waiting.kyc.title,
        "waiting.eMandate" => t.waiting.mandate.title,
        "waiting.loanAgreement" => t.waiting.agreement.title,
        "waiting.lender" => match state.rsplit('.').next() {
            Some("approved") => t.money.approved.title,
            Some("sent") => t.money.sent.title,
            _ => t.waiting.lender.title,
        },
        "unknown" => t.done.unknown_title,
        _ => return None,
    })
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
