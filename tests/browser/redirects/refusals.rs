//! A provider that says no, and one that says nothing.

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Browser, Intent, Options, World};
use flow::Failure;
use serde_json::json;

use super::stage::{as_far_as, before, says_why, went};
use crate::text::Words;

/// Nothing here ends the borrower's way: once more, something else, somebody to ask.
async fn ways_on(b: &Browser, t: Words, ways: [&str; 2]) -> Result<()> {
    for way in ways {
        let way = b.button(way).await?;
        assert_eq!(way.attr("aria-disabled").await?, None);
    }
    b.sees(t.help.side).await
}

#[tokio::test]
async fn r15_a_no_is_said_in_plain_words_may_be_repeated_and_ends_in_plain_words() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before(&world, "meena", Party::Aa).await?;
    let t = walk.t;
    let b = &walk.browser;
    let failed = [t.failing.again, t.failing.later];

    // The consent: declined, then left undecided, then given.
    b.press(t.leave.aa.go).await?;
    b.press("Decline").await?;
    says_why(b, t, Failure::Declined).await?;
    b.sees(t.failing.statements_stand).await?;
    ways_on(b, t, failed).await?;
    b.press(t.failing.again).await?;
    b.press("Go back without deciding").await?;
    b.heading(t.leave.aa.title).await?;
    ways_on(b, t, [t.leave.again, t.leave.not_now]).await?;
    b.press(t.leave.again).await?;
    b.press("Approve").await?;

    walk.keep_the_amount().await?;
    walk.visit(t.leave.kyc.title, t.leave.kyc.go, "Confirm my identity")
        .await?;
    walk.give_account().await?;

    // The mandate: refused until nobody asks again.
    let b = &walk.browser;
    for attempt in 1..=3 {
        let go = if attempt == 1 {
            b.heading(t.leave.mandate.title).await?;
            t.leave.mandate.go
        } else {
            b.heading(t.money.mandate_failed).await?;
            says_why(b, t, Failure::Stopped).await?;
            b.sees(t.failing.mandate_stands).await?;
            ways_on(b, t, failed).await?;
            assert_eq!(b.axe().await?, Vec::<String>::new());
            t.failing.again
        };
        b.press(go).await?;
        b.press("Decline").await?;
    }
    b.heading(t.done.rejected_title).await?;
    b.button(t.done.another).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn r16_a_provider_or_platform_that_is_down_is_tried_again_under_the_same_key() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "meena", Party::Aa).await?;
    let (b, t) = (&walk.browser, walk.t);
    // Agreed to already: only the way to the provider is in question here.
    let mut same = as_far_as(&world, "meena", |_| true).await?;
    let view = same.view().await?;
    let journey = view.journey.as_ref().context("no journey")?.id;
    let offer = flow::consent_offer(&view).context("no offer")?;
    let agreed = Intent::consent_to_statements(journey, offer);
    same.post(&agreed.path, &agreed.body).await?.view()?;
    b.driver.refresh().await?;
    walk.agree_to_statements().await?;
    b.sent().await?;
    world.faults(&json!({ "down": true })).await?;
    b.press(t.leave.aa.go).await?;
    b.sees(t.refusals.down).await?;
    b.press(t.leave.aa.go).await?;
    b.sees(t.refusals.down).await?;
    world.faults(&json!({ "down": false })).await?;
    b.press(t.leave.aa.go).await?;
    b.sees("Sandbox").await?;
    let sent = b.sent().await?;
    let keys: Vec<_> = sent
        .iter()
        .filter(|sent| sent.method == "POST" && sent.url.ends_with("/handoffs"))
        .map(|sent| sent.headers.get("idempotency-key"))
        .collect();
    assert_eq!(keys.len(), 3, "{keys:?}");
    assert!(
        keys.iter().all(|key| key.is_some() && *key == keys[0]),
        "{keys:?}"
    );

    // The provider itself: an error page of its own, and the way back is open.
    world.move_time(16 * 60).await?;
    b.driver.refresh().await?;
    b.sees("This link is no longer good").await?;
    b.driver.back().await?;
    b.press(t.leave.again).await?;
    let (sent, _) = went(b, "/aa/").await?;
    let last = sent.iter().rfind(|sent| sent.url.ends_with("/handoffs"));
    let key = last.and_then(|sent| sent.headers.get("idempotency-key"));
    assert!(
        key.is_some() && !keys.contains(&key),
        "a new tap, a new link"
    );
    b.press("Approve").await?;
    b.heading(t.bank.amount_title).await?;
    walk.browser.close().await
}
