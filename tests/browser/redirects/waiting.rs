//! Waiting, and being without a network.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::app::Party;
use end_to_end::{Borrower, Browser, Language, Options, Sent, World, eventually};
use flow::Screen;

use super::stage::{as_far_as, done, mint};
use crate::walk::Walk;

fn reads(sent: &[Sent]) -> Vec<f64> {
    let views = sent.iter().filter(|sent| sent.url.contains("/api/view"));
    views.map(|sent| sent.at).collect()
}

/// When the page asks the next so many times.
async fn next_reads(b: &Browser, count: usize) -> Result<Vec<f64>> {
    b.sent().await?;
    let mut seen = Vec::new();
    eventually("the page to ask", Duration::from_secs(30), async || {
        seen.extend(reads(&b.sent().await?));
        Ok((seen.len() >= count).then_some(()))
    })
    .await?;
    Ok(seen)
}

/// Watches the page for as long: what does not come cannot be waited for.
async fn reads_within(b: &Browser, seconds: u64) -> Result<Vec<f64>> {
    b.sent().await?;
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    Ok(reads(&b.sent().await?))
}

async fn asks_at_once(b: &Browser, what: &str) -> Result<()> {
    eventually(what, Duration::from_millis(1_500), async || {
        Ok((!reads(&b.sent().await?).is_empty()).then_some(()))
    })
    .await
}

/// Has allowed the instalments and closed the tab there; the bank confirms that in three days.
async fn waits_for_days(world: &World) -> Result<(Borrower, Walk<'_>)> {
    const WHO: &str = "mandate-pending-for-days";
    let party = Party::EMandate;
    let door = |screen: &Screen| matches!(screen, Screen::Leave { party: p, .. } if *p == party);
    let mut borrower = as_far_as(world, WHO, door).await?;
    let view = borrower.view().await?;
    let Screen::Leave { offer, .. } = flow::screen(&view) else {
        bail!("not before the bank's door");
    };
    let journey = view.journey.context("no journey")?.id;
    let path = format!("/api/journeys/{journey}/handoffs");
    let url = mint(&mut borrower, &path, party, &offer.to_string()).await?;
    borrower.at_provider(&url, "approve").await?;
    let mut walk = Walk::begin(world, Language::English).await?;
    walk.open().await?;
    walk.browser.press(walk.t.start.sign_in).await?;
    walk.browser.press("Scenarios").await?;
    walk.as_borrower(WHO).await?;
    walk.browser.heading(walk.t.waiting.mandate.title).await?;
    Ok((borrower, walk))
}

#[tokio::test]
async fn r17_waiting_keeps_the_servers_pace_rests_unseen_and_comes_to_an_end() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let (mut same, walk) = waits_for_days(&world).await?;
    let (b, t) = (&walk.browser, walk.t);
    b.sees(t.common.close_page).await?;
    let pace = f64::from(same.view().await?.pace.after_ms) / 1_000.0;
    assert!((1.0..=4.0).contains(&pace), "no pace: {pace}");
    let seen = next_reads(b, 4).await?;
    for (earlier, later) in seen.iter().zip(seen.iter().skip(1)) {
        assert!(later - earlier > pace - 0.1, "asked {seen:?}");
    }

    // Another tab in front.
    let first = b.driver.window().await?;
    let other = b.driver.new_tab().await?;
    b.driver.switch_to_window(other).await?;
    let unseen = reads_within(b, 6).await?;
    assert!(unseen.is_empty(), "asked unseen: {unseen:?}");
    b.driver.close_window().await?;
    b.driver.switch_to_window(first).await?;
    asks_at_once(b, "a look at once").await?;
    b.sent().await?;
    b.press(t.common.check_now).await?;
    asks_at_once(b, "a look when asked to").await?;
    assert!(!b.screen().await?.contains(t.waiting.long), "too early");

    world.move_time(11 * 60).await?;
    b.sees(t.waiting.long).await?;
    b.sees(t.waiting.long_what).await?;
    b.button("1800 000 1234").await?;
    assert_eq!(b.axe().await?, Vec::<String>::new());
    walk.browser.close().await
}

#[tokio::test]
async fn r18_without_a_network_nothing_is_lost_and_nothing_is_sent_by_itself() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    let b = &walk.browser;
    b.heading(t.profile.loan_title).await?;
    b.choose(t.profile.purpose_travel).await?;
    b.fill(t.profile.amount, "250000").await?;
    let saved = done(&world, "PUT", "/profile").await?;

    b.offline(true).await?;
    b.sees(t.common.offline).await?;
    b.fill(t.profile.tenure, "24").await?;
    b.press(t.common.go_on).await?;
    b.sees(t.refusals.unreachable).await?;
    assert_eq!(b.value(t.profile.amount).await?, "250000");
    assert_eq!(b.value(t.profile.tenure).await?, "24");
    b.sent().await?;

    b.offline(false).await?;
    eventually("the banner to go", Duration::from_secs(20), async || {
        let gone = !b.screen().await?.contains(t.common.offline);
        Ok(gone.then_some(()))
    })
    .await?;
    let sent = b.sent().await?;
    assert!(!reads(&sent).is_empty(), "nothing was read by itself");
    assert!(sent.iter().all(|sent| sent.method == "GET"), "{sent:#?}");
    assert_eq!(done(&world, "PUT", "/profile").await?, saved);
    assert_eq!(b.value(t.profile.amount).await?, "250000");
    b.press(t.common.go_on).await?;
    b.heading(t.check.title).await?;
    assert_eq!(done(&world, "PUT", "/profile").await?, saved + 1);

    // Before a door.
    walk.check_and_send().await?;
    walk.take_first_offer().await?;
    walk.keep_the_amount().await?;
    let b = &walk.browser;
    b.heading(t.leave.kyc.title).await?;
    b.offline(true).await?;
    b.press(t.leave.kyc.go).await?;
    b.sees(t.refusals.unreachable).await?;
    let go = b.button(t.leave.kyc.go).await?;
    assert_eq!(go.attr("aria-disabled").await?, None);
    b.offline(false).await?;
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    walk.browser.close().await
}
