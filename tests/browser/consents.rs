//! A tick stands for what was read, for whom it was read, and for nothing else.

use anyhow::{Context as _, Result};
use contract::app::{ConsentKind, ReceiptList};
use end_to_end::{Borrower, Browser, Language, Options, World};
use serde_json::json;

use crate::walk::Walk;

async fn receipts(borrower: &mut Borrower) -> Result<ReceiptList> {
    let list = borrower.get("/api/consents").await?.json()?;
    Ok(serde_json::from_value(list)?)
}

/// Follows a link of the app's, so that the page lives on.
async fn follow(browser: &Browser, path: &str) -> Result<()> {
    const CLICK: &str = "const link = document.createElement('a'); link.href = arguments[0]; \
        document.body.append(link); link.click(); link.remove()";
    browser.script(CLICK, vec![json!(path)]).await?;
    Ok(())
}

#[tokio::test]
async fn a_tick_for_one_lender_stands_for_no_other() -> Result<()> {
    const TWO_WANT_STATEMENTS: &str = "aa-partly-approved";
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.open().await?;
    walk.browser.press(t.start.sign_in).await?;
    walk.browser.press("Scenarios").await?;
    walk.as_borrower(TWO_WANT_STATEMENTS).await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.check_and_send().await?;
    walk.at(t.leave.aa.title, false).await?;

    let mut other_phone = Borrower::signed_in(&world, TWO_WANT_STATEMENTS).await?;
    let view = other_phone.view().await?;
    let journey = view.journey.as_ref().context("no application")?.id;
    let doors: Vec<_> = view
        .offers
        .iter()
        .flatten()
        .map(|it| {
            let path = format!("/?journey={journey}&offer={}", it.offer_id);
            (path, it.lender_name.to_string(), it.offer_id)
        })
        .collect();
    let [(one, one_name, one_id), (other, other_name, _)] = doors.as_slice() else {
        anyhow::bail!("not two lenders: {doors:?}");
    };
    let b = &walk.browser;
    let agree = walk.agree(ConsentKind::Aa)?;
    follow(b, one).await?;
    b.sees(one_name).await?;
    walk.tick(ConsentKind::Aa).await?;
    follow(b, other).await?;
    b.sees(other_name).await?;
    assert!(!b.is_chosen(agree).await?, "ticked for {one_name}");
    b.press(t.leave.aa.go).await?;
    b.sees(t.errors.consent_aa).await?;

    follow(b, one).await?;
    b.sees(one_name).await?;
    b.press(t.leave.aa.go).await?;
    b.provider_offers("approve").await?;
    let all = receipts(&mut other_phone).await?.items;
    let asked = all.iter().filter(|it| it.kind == ConsentKind::Aa);
    let lenders: Vec<_> = asked.map(|it| it.offer_id).collect();
    assert_eq!(lenders, [Some(*one_id)]);
    walk.browser.close().await
}

#[tokio::test]
async fn a_text_that_has_changed_is_shown_anew_and_ticked_anew() -> Result<()> {
    /// The next texts that this page reads are of another day.
    const OF_ANOTHER_DAY: &str = "const fetch = window.fetch; \
        window.fetch = async (path, init) => { \
          const answer = await fetch(path, init); \
          if (!String(path).includes('/api/notices')) return answer; \
          window.fetch = fetch; \
          const text = await answer.text(); \
          return new Response(text.replaceAll('-2026-12', '-2020-01'), { status: 200 }); \
        }";
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    walk.browser.script(OF_ANOTHER_DAY, vec![]).await?;
    // Refused, said why, and nothing ticked: the boxes are empty again.
    walk.check_and_send().await?;
    walk.browser.sees(t.refusals.reworded).await?;
    for kind in ConsentKind::TO_SUBMIT {
        walk.tick(kind).await?;
    }
    walk.browser.press(t.consents.send).await?;
    walk.at(t.offers.title, false).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn what_was_withdrawn_on_another_phone_is_learned_with_the_next_tap() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.as_far_as_identity("Asha Verma").await?;
    let mut other_phone = Borrower::signed_in(&world, "asha").await?;
    let all = receipts(&mut other_phone).await?.items;
    let lenders = all.iter().find(|it| it.kind == ConsentKind::Lenders);
    let id = &lenders.context("no receipt")?.id;
    let path = format!("/api/consents/{id}/withdraw");
    assert_eq!(other_phone.post(&path, &json!({})).await?.status, 200);

    walk.browser.press(t.leave.kyc.go).await?;
    walk.at(t.consents.withdrawn_title, false).await?;
    walk.browser.sees(t.refusals.consent).await?;
    walk.browser.close().await
}
