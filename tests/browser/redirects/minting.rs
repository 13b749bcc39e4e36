//! The way out.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Options, Sent, World};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::stage::{as_far_as, before, done, mint, went};
fn mints(sent: &[Sent]) -> Vec<&Sent> {
    sent.iter()
        .filter(|sent| sent.method == "POST" && sent.url.ends_with("/handoffs"))
        .collect()
}

#[tokio::test]
async fn r01_an_address_is_made_at_the_tap_and_a_new_one_once_it_is_too_old() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "meena", Party::Aa).await?;
    let (b, t) = (&walk.browser, walk.t);
    assert_eq!(mints(&b.sent().await?).len(), 0, "nobody has tapped yet");
    assert_eq!(done(&world, "POST", "/redirect").await?, 0);

    b.press(t.leave.aa.go).await?;
    let (sent, first) = went(b, "/aa/").await?;
    let taps = mints(&sent);
    let tap = taps.first().context("nothing was minted")?;
    assert_eq!(taps.len(), 1);
    assert!(first.at - tap.at < 60.0, "used at once");
    b.sees("Sandbox").await?;

    // One that was made and not opened is good for three minutes.
    b.goto(&world.origin()).await?;
    b.button(t.leave.again).await?;
    let mut same = as_far_as(&world, "meena", |_| true).await?;
    let view = same.view().await?;
    let journey = view.journey.as_ref().context("no journey")?.id;
    let offer = flow::consent_offer(&view).context("no offer")?.to_string();
    let path = format!("/api/journeys/{journey}/handoffs");
    let old = mint(&mut same, &path, Party::Aa, &offer).await?;
    world.move_time(181).await?;
    b.goto(&old).await?;
    b.sees("This link is no longer good").await?;

    b.goto(&world.origin()).await?;
    b.press(t.leave.again).await?;
    b.sees("Sandbox").await?;
    let new = b.driver.current_url().await?.to_string();
    assert!(new != old && new != first.url, "{new}");
    for dead in [first.url, old] {
        b.goto(&dead).await?;
        b.sees("This link is no longer good").await?;
    }
    b.goto(&new).await?;
    b.sees("Sandbox").await?;
    walk.browser.close().await
}

#[tokio::test]
async fn r02_two_taps_are_one_and_the_button_says_so_and_recovers() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "meena", Party::Aa).await?;
    let (b, l) = (&walk.browser, &walk.t.leave);
    b.sent().await?;

    world.faults(&json!({ "slowMillis": 500 })).await?;
    let button = b.button(l.aa.go).await?;
    let taps = b.driver.action_chain().double_click_element(&button);
    taps.perform().await?;
    b.button(l.opening).await?;
    let said =
        "return [...document.querySelectorAll('[role=status]')].map(e => e.textContent).join()";
    let said = b.script(said, vec![]).await?;
    assert!(said.to_string().contains(l.opening), "announced: {said}");
    b.sees("Sandbox").await?;
    assert_eq!(mints(&b.sent().await?).len(), 1);
    assert_eq!(done(&world, "POST", "/aa/sessions").await?, 1);
    assert_eq!(done(&world, "POST", "/redirect").await?, 1);

    b.goto(&world.origin()).await?;
    let button = b.button(l.again).await?;
    button.focus().await?;
    let both = b
        .driver
        .action_chain()
        .key_down(Key::Enter)
        .key_up(Key::Enter);
    both.click_element(&button).perform().await?;
    b.sees("Sandbox").await?;
    assert_eq!(mints(&b.sent().await?).len(), 1);
    assert_eq!(done(&world, "POST", "/redirect").await?, 2);
    world.faults(&json!({ "slowMillis": 0 })).await?;

    // After an error.
    b.goto(&world.origin()).await?;
    b.button(l.again).await?;
    world.faults(&json!({ "down": true })).await?;
    b.press(l.again).await?;
    b.sees(walk.t.refusals.down).await?;
    let label = b.button(l.again).await?;
    assert_eq!(label.attr("aria-disabled").await?, None);
    world.faults(&json!({ "down": false })).await?;

    // Nothing comes of it, and nobody says so: the address was another app's.
    world.faults(&json!({ "appSwitch": true })).await?;
    b.press(l.again).await?;
    b.button(l.opening).await?;
    let from = Instant::now();
    let label = b.button(l.again).await?;
    let took = from.elapsed();
    assert!(took > Duration::from_secs(5), "recovered after {took:?}");
    assert!(took < Duration::from_secs(12), "stuck for {took:?}");
    assert_eq!(label.attr("aria-disabled").await?, None);
    walk.browser.close().await
}

/// Links that would leave in a window of their own, or tell the next site where from.
const LOOSE_LINKS: &str = "return [...document.querySelectorAll('a[href]')].filter(a => \
    (a.protocol.startsWith('http') && a.origin !== location.origin && !a.relList.contains('external') && !a.relList.contains('noopener')) \
    || (a.target && !a.relList.contains('noopener'))).map(a => a.outerHTML)";

#[tokio::test]
async fn r03_the_whole_way_is_one_tab() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before(&world, "meena", Party::Aa).await?;
    let t = walk.t;
    for party in [Party::Aa, Party::Kyc, Party::EMandate, Party::LoanAgreement] {
        match party {
            Party::Kyc => walk.keep_the_amount().await?,
            Party::EMandate => walk.give_account().await?,
            _ => {}
        }
        let door = super::stage::door(t, party);
        let b = &walk.browser;
        b.heading(door.title).await?;
        let loose = b.script(LOOSE_LINKS, vec![]).await?;
        assert_eq!(loose, json!([]), "at `{}`", door.title);
        let go = b.button(door.go).await?;
        assert_eq!(
            go.tag_name().await?,
            "button",
            "no link, so nothing to open elsewhere"
        );
        b.press(door.go).await?;
        b.sees("Sandbox").await?;
        assert_eq!(b.driver.windows().await?.len(), 1, "at the provider");
        let approve = match party {
            Party::Aa => "Approve",
            Party::Kyc => "Confirm my identity",
            Party::EMandate => "Allow",
            _ => "Sign",
        };
        b.press(approve).await?;
    }
    walk.browser.heading(t.done.paid_title).await?;
    assert_eq!(walk.browser.driver.windows().await?.len(), 1);
    walk.browser.close().await
}

/// Tries to post a form to an address; says what the browser made of it.
const POST_OUT: &str = "const [url, done] = arguments; \
    document.addEventListener('securitypolicyviolation', e => done(e.effectiveDirective)); \
    const form = document.createElement('form'); form.method = 'post'; form.action = url; \
    document.body.append(form); form.submit(); setTimeout(() => done('posted'), 2000)";

#[tokio::test]
async fn r04_the_way_out_is_an_address_and_no_form_can_be_posted_there() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let b = &walk.browser;
    // The contract knows addresses only: there is nothing to post with one.
    let mut same = as_far_as(&world, "asha", |_| true).await?;
    let view = same.view().await?;
    let journey = view.journey.context("no journey")?;
    let path = format!("/api/journeys/{}/handoffs", journey.id);
    let offer = journey.selected_offer.context("no offer")?.to_string();
    let body = json!({ "party": "kyc", "offerID": offer });
    let minted = same.post(&path, &body).await?.json()?;
    let fields: Vec<_> = minted.as_object().into_iter().flatten().collect();
    assert!(
        fields
            .iter()
            .all(|(name, _)| ["url", "expiresAt"].contains(&name.as_str())),
        "{minted}"
    );
    let url = mint(&mut same, &path, Party::Kyc, &offer).await?;

    let page = same.get("/").await?;
    let policy = page
        .headers
        .get("content-security-policy")
        .context("no policy")?;
    assert!(
        policy.to_str()?.contains("form-action 'self';"),
        "{policy:?}"
    );
    let met = b.driver.execute_async(POST_OUT, vec![url.into()]).await?;
    assert_eq!(met.json(), &Value::from("form-action"));

    b.driver.refresh().await?;
    b.press(walk.t.leave.again).await?;
    b.sees("Confirm who you are").await?;
    let (_, page) = went(b, "/kyc/").await?;
    assert_eq!(page.method, "GET");
    walk.browser.close().await
}
