//! What was given, to whom and when; and how it is taken back.

use std::time::Duration;

use anyhow::{Context as _, Result};
use contract::app::{ConsentKind, Notice};
use end_to_end::{Borrower, Language, Options, World, eventually};
use serde_json::json;

use crate::walk::Walk;

fn notice(language: &str, kind: ConsentKind) -> Result<&'static Notice> {
    let text = notices::text(language).context("no such language")?;
    let mut all = text.notices.iter();
    all.find(|it| it.kind == kind).context("no such notice")
}

async fn open(walk: &mut Walk<'_>) -> Result<()> {
    let url = format!("{}/data", walk.world.origin());
    walk.browser.goto(&url).await?;
    walk.at(walk.t.data.title, true).await
}

#[tokio::test]
async fn what_was_agreed_to_is_listed_read_downloaded_withdrawn_and_given_again() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?.thorough();
    let t = walk.t;
    let (bureau, lenders) = (
        notice("en", ConsentKind::Bureau)?,
        notice("en", ConsentKind::Lenders)?,
    );
    walk.apply("Asha Verma").await?;
    walk.at(t.offers.title, false).await?;
    let view = Borrower::signed_in(&world, "asha").await?.view().await?;
    open(&mut walk).await?;
    for notice in [bureau, lenders] {
        walk.browser.sees(notice.title.as_str()).await?;
    }
    // To whom it went: every lender by name, beside each consent and of the application.
    for said in [t.data.sent_to, t.data.whom_all] {
        walk.browser
            .sees(said.trim_end_matches("{0}").trim())
            .await?;
    }
    let screen = walk.browser.screen().await?;
    for card in view.offers.context("no offers")? {
        let name = card.lender_name.as_str();
        assert!(screen.matches(name).count() >= 3, "{name}: {screen}");
    }

    // The text is read where it is listed, and is the one that is downloaded.
    let read = format!("{}: {}", t.data.read, bureau.title);
    walk.browser.press(&read).await?;
    for part in [&bureau.version, &bureau.agree] {
        walk.browser.sees(part.as_str()).await?;
    }
    let download = format!("{}: {}", t.data.download, bureau.title);
    let link = walk.browser.button(&download).await?;
    assert!(link.attr("download").await?.is_some());
    let href = link.attr("href").await?.context("no address")?;
    let fetched = walk
        .browser
        .script(
            "const answer = new XMLHttpRequest(); answer.open('GET', arguments[0], false); \
             answer.send(); \
             return [answer.status, answer.getResponseHeader('content-disposition'), \
                     answer.responseText]",
            vec![json!(href)],
        )
        .await?;
    assert_eq!(fetched.pointer("/0"), Some(&json!(200)));
    let part = |at: &str| fetched.pointer(at).and_then(|it| it.as_str());
    assert!(part("/1").context("inline")?.starts_with("attachment"));
    let text = part("/2").context("no text")?;
    assert!(text.contains(bureau.agree.as_str()), "{text}");

    // Taken back: one tap, and one that confirms.
    let withdraw = format!("{}: {}", t.data.withdraw, lenders.title);
    walk.browser.press(&withdraw).await?;
    walk.browser.sees(t.data.withdraw_lenders[0]).await?;
    walk.browser.button(t.data.keep).await?;
    walk.browser.press(t.data.withdraw_go).await?;
    let withdrawn = t.data.withdrawn_on.trim_end_matches("{0}").trim();
    walk.browser.sees(withdrawn).await?;

    // The application stands still until it is given again.
    let list = format!("{}/applications", world.origin());
    walk.browser.goto(&list).await?;
    walk.browser.sees(t.start.status_still).await?;
    walk.browser.goto(&world.origin()).await?;
    walk.at(t.consents.withdrawn_title, true).await?;
    walk.browser.button(t.parting.give_up).await?;
    walk.browser.press(t.consents.again).await?;
    walk.browser.sees(t.errors.consent_lenders).await?;
    walk.tick(ConsentKind::Lenders).await?;
    // What is mended goes away, and the page closes up: nobody taps while it moves.
    eventually("the mended flaw", Duration::from_secs(5), async || {
        let screen = walk.browser.screen().await?;
        Ok((!screen.contains(t.errors.consent_lenders)).then_some(()))
    })
    .await?;
    walk.browser.press(t.consents.again).await?;
    walk.at(t.offers.title, false).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn what_is_held_here_is_deleted_everywhere_but_for_the_receipts() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?.thorough();
    let t = walk.t;
    walk.apply("Asha Verma").await?;
    walk.at(t.offers.title, false).await?;
    let mut other_phone = Borrower::signed_in(&world, "asha").await?;
    assert_eq!(other_phone.get("/api/view").await?.status, 200);

    open(&mut walk).await?;
    walk.browser.press(t.data.delete_open).await?;
    walk.browser.button(t.data.keep).await?;
    walk.browser.press(t.data.delete_go).await?;
    walk.at(t.data.deleted_title, true).await?;
    assert_eq!(other_phone.get("/api/view").await?.status, 401);
    assert_eq!(
        walk.browser
            .script("return document.cookie.includes('seen')", vec![])
            .await?,
        json!(false)
    );

    walk.browser.press(t.start.ended_sign_in).await?;
    walk.browser.heading(t.start.sign_in_title).await?;
    walk.sign_in("Asha Verma").await?;
    walk.at(t.offers.title, false).await?;
    open(&mut walk).await?;
    let bureau = notice("hi", ConsentKind::Bureau)?;
    walk.browser.sees(bureau.title.as_str()).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_notice_is_read_in_a_language_the_app_does_not_speak_and_the_receipt_says_so()
-> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    let (english, marathi) = (
        notices::text("en").context("no English")?,
        notices::text("mr").context("no Marathi")?,
    );
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    walk.browser.press(t.check.go_on).await?;
    walk.browser.heading(t.consents.title).await?;
    let name = marathi.language.name.as_str();
    walk.browser
        .select(english.labels.read_in.as_str(), name)
        .await?;
    for kind in ConsentKind::TO_SUBMIT {
        let notice = notice("mr", kind)?;
        walk.browser.sees(notice.title.as_str()).await?;
        walk.browser.choose(notice.agree.as_str()).await?;
    }
    // Another text is on screen: what was ticked is not this one.
    walk.browser
        .select(
            marathi.labels.read_in.as_str(),
            english.language.name.as_str(),
        )
        .await?;
    for kind in ConsentKind::TO_SUBMIT {
        let agree = notice("en", kind)?.agree.as_str();
        assert!(!walk.browser.is_chosen(agree).await?, "{agree}");
    }
    walk.browser.press(t.consents.send).await?;
    walk.browser.sees(t.errors.consent_bureau).await?;
    walk.browser
        .select(english.labels.read_in.as_str(), name)
        .await?;
    for kind in ConsentKind::TO_SUBMIT {
        let agree = notice("mr", kind)?.agree.as_str();
        assert!(walk.browser.is_chosen(agree).await?, "{agree}");
    }
    walk.browser.press(t.consents.send).await?;
    walk.at(t.offers.title, false).await?;
    open(&mut walk).await?;
    walk.browser
        .sees(notice("mr", ConsentKind::Bureau)?.title.as_str())
        .await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_receipt_names_its_lender_when_the_offer_is_long_gone() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.apply("Asha Verma").await?;
    walk.take_first_offer().await?;
    walk.at(t.bank.amount_title, false).await?;
    let view = Borrower::signed_in(&world, "asha").await?.view().await?;
    let lender = view.offer.context("no offer")?.lender_name;
    let b = &walk.browser;
    b.press(t.parting.give_up).await?;
    b.heading(t.parting.give_title).await?;
    b.press(t.parting.give_go).await?;
    b.press(t.done.another).await?;
    b.one_heading_of(&[t.profile.loan_title, t.check.title])
        .await?;
    open(&mut walk).await?;
    walk.browser.sees(t.data.whom_nobody).await?;
    walk.browser.sees(lender.as_str()).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn pan_mobile_and_account_are_covered_until_they_are_asked_for() -> Result<()> {
    const PAN_BEGINS: &str = "ABCPV";
    const MOBILE_BEGINS: &str = "98765";
    const ACCOUNT_BEGINS: &str = "5010001";
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.fill_loan().await?;
    walk.at(t.check.title, false).await?;
    let covered = walk.browser.screen().await?;
    for (label, begins) in [
        (t.profile.pan, PAN_BEGINS),
        (t.profile.mobile, MOBILE_BEGINS),
    ] {
        assert!(!covered.contains(begins), "{covered}");
        let (show, cover) = (
            format!("{}: {label}", t.data.show),
            format!("{}: {label}", t.data.cover),
        );
        walk.browser.press(&show).await?;
        walk.browser.button(&cover).await?;
        let shown = walk.browser.screen().await?;
        assert!(shown.contains(begins), "{shown}");
        walk.browser.press(&cover).await?;
        walk.browser.button(&show).await?;
        let again = walk.browser.screen().await?;
        assert!(!again.contains(begins), "{again}");
    }

    walk.check_and_send().await?;
    walk.take_first_offer().await?;
    walk.keep_the_amount().await?;
    let kyc = &t.leave.kyc;
    walk.visit(kyc.title, kyc.go, "Confirm my identity").await?;
    walk.at(t.bank.title, false).await?;
    let show = format!("{}: {}", t.data.show, t.bank.account);
    walk.browser.button(&show).await?;
    // Neither written out nor kept in a field that nobody sees.
    let source = walk.browser.driver.source().await?;
    assert!(!source.contains(ACCOUNT_BEGINS), "{source}");
    walk.browser.press(&show).await?;
    let account = walk.browser.value(t.bank.account).await?;
    assert!(
        account.replace(' ', "").starts_with(ACCOUNT_BEGINS),
        "{account}"
    );
    walk.browser.close().await
}
