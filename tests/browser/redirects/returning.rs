//! The way back.

use anyhow::{Context as _, Result};
use contract::app::Party;
use contract::platform::status::StepStatus;
use end_to_end::{Borrower, Browser, Options, World};
use serde_json::json;

use super::stage::{as_far_as, before, done, mint, went};

/// Where it stood on the platform's side.
async fn step(borrower: &mut Borrower, party: Party) -> Result<StepStatus> {
    let view = borrower.view().await?;
    let steps = view.steps.context("no steps")?;
    Ok(match party {
        Party::Kyc => steps.kyc,
        Party::EMandate => steps.e_mandate,
        _ => steps.loan_agreement,
    }
    .status)
}

#[tokio::test]
async fn r05_a_return_by_address_and_one_by_a_posted_form_both_go_on() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before(&world, "asha", Party::Kyc).await?;
    let t = walk.t;
    let session = walk.browser.cookies().await?;
    let session = session
        .iter()
        .find(|cookie| cookie.get("name") == Some(&json!("__Host-Http-bs")))
        .context("no session")?;
    assert_eq!(session.get("sameSite"), Some(&json!("Strict")));
    walk.visit(t.leave.kyc.title, t.leave.kyc.go, "Confirm my identity")
        .await?;
    walk.give_account().await?;

    world.faults(&json!({ "returnByPost": true })).await?;
    walk.browser.sent().await?;
    walk.visit(t.leave.mandate.title, t.leave.mandate.go, "Allow")
        .await?;
    walk.browser.heading(t.leave.agreement.title).await?;
    let (_, arrival) = went(&walk.browser, "/return/eMandate").await?;
    assert_eq!(arrival.method, "POST");
    assert!(arrival.body.contains("status=success"), "{}", arrival.body);
    walk.browser.close().await
}

#[tokio::test]
async fn r06_the_return_leaves_a_clean_address_that_may_be_used_again() -> Result<()> {
    // The platform hears of the consent by the app, before the Account Aggregator tells.
    let world = World::start(Options {
        fast: false,
        limits: false,
        ..Options::default()
    })
    .await?;
    let mut walk = before(&world, "meena", Party::Aa).await?;
    let t = walk.t;
    walk.browser.sent().await?;
    walk.visit(t.leave.aa.title, t.leave.aa.go, "Approve")
        .await?;
    let b = &walk.browser;
    b.heading(t.waiting.aa.title).await?;
    world.move_time(10).await?;
    let stands = async || {
        b.heading(t.bank.amount_title).await?;
        let url = b.driver.current_url().await?;
        assert_eq!((url.path(), url.query()), ("/", None));
        anyhow::Ok(())
    };
    stands().await?;
    let (_, back) = went(b, "/return/aa").await?;
    let back = back.url;
    assert!(
        back.contains("state=") && back.contains("status="),
        "{back}"
    );
    let (urls, _) = b.history().await?;
    for url in &urls {
        assert!(
            !url.contains("/return/") && !url.contains("state="),
            "kept: {url}"
        );
    }

    b.driver.refresh().await?;
    stands().await?;
    b.goto(&format!("{}/back/aa", world.origin())).await?;
    stands().await?;
    b.goto(&back).await?;
    stands().await?;
    b.driver.back().await?;
    stands().await?;
    assert_eq!(done(&world, "POST", "/complete").await?, 1, "told once");
    walk.browser.close().await
}

#[tokio::test]
async fn r07_a_return_that_is_forged_foreign_replayed_or_too_late_changes_nothing() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut somebody = as_far_as(&world, "ravi", |screen| {
        matches!(
            screen,
            flow::Screen::Leave {
                party: Party::Aa,
                ..
            }
        )
    })
    .await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);
    let mut same = as_far_as(&world, "asha", |_| true).await?;
    let forged = "state=forged-0123456789&status=success&txnid=1";

    b.goto(&format!("{}/return/kyc?{forged}", world.origin()))
        .await?;
    b.heading(t.leave.kyc.title).await?;
    b.button(t.leave.kyc.go).await?;
    assert_eq!(step(&mut same, Party::Kyc).await?, StepStatus::Ready);
    assert!(world.logs()?.contains("\"known\":false"), "not in the log");
    assert!(!world.logs()?.contains("forged-0123"), "told to the log");

    // Somebody else's way back.
    let view = somebody.view().await?;
    let journey = view.journey.as_ref().context("no journey")?.id;
    let offer = flow::consent_offer(&view).context("no offer")?.to_string();
    let path = format!("/api/journeys/{journey}/handoffs");
    let link = mint(&mut somebody, &path, Party::Aa, &offer).await?;
    let back = somebody.at_provider(&link, "leave").await?;
    b.goto(&back).await?;
    b.heading(t.leave.kyc.title).await?;
    b.button(t.leave.kyc.go).await?;
    assert_eq!(done(&world, "POST", "/complete").await?, 0);

    // One's own, once more, when it has had its effect.
    b.press(t.leave.kyc.go).await?;
    b.sent().await?;
    b.press("Confirm my identity").await?;
    b.heading(t.bank.title).await?;
    let (_, own) = went(b, "/return/kyc").await?;
    b.goto(&own.url).await?;
    b.heading(t.bank.title).await?;
    assert_eq!(step(&mut same, Party::Kyc).await?, StepStatus::Success);

    // A consent that has run out does not come back by its return.
    world.move_time(16 * 60).await?;
    let arrived = somebody
        .bare(somebody.request(reqwest::Method::GET, tail(&back)?))
        .await?;
    assert_eq!(arrived.status, 303);
    let told = somebody
        .post(&format!("{path}/aa/returned"), &json!({}))
        .await?
        .view()?;
    assert!(
        matches!(
            flow::screen(&told),
            flow::Screen::Leave {
                party: Party::Aa,
                how: flow::Leave::Expired,
                ..
            }
        ),
        "{told:?}"
    );
    assert_eq!(done(&world, "POST", "/complete").await?, 0);
    walk.browser.close().await
}

fn tail(url: &str) -> Result<&str> {
    let at = url.find("/return/").context("not a return")?;
    Ok(&url[at..])
}

/// What a borrower reads now.
async fn reads(b: &Browser, words: &str) -> Result<bool> {
    Ok(b.screen().await?.contains(words))
}

#[tokio::test]
async fn r08_what_the_return_says_is_not_believed_the_platform_is() -> Result<()> {
    let world = World::start(Options {
        fast: false,
        limits: false,
        ..Options::default()
    })
    .await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);

    // It says success; nobody has decided anything.
    b.press(t.leave.kyc.go).await?;
    b.sees("Confirm who you are").await?;
    let url = b.driver.current_url().await?.to_string();
    let back = |says: &str| format!("{}/return/kyc?status={says}", world.origin());
    b.goto(&back("success")).await?;
    b.one_heading_of(&[t.waiting.kyc.title, t.leave.kyc.title])
        .await?;
    assert!(!reads(b, t.bank.title).await?);

    // It says success, and the provider has not told the platform yet.
    b.goto(&url).await?;
    b.press("Confirm my identity").await?;
    b.heading(t.waiting.kyc.title).await?;
    world.move_time(10).await?;
    b.heading(t.bank.title).await?;

    // It says failure; the platform has known better for a while.
    let mut same = as_far_as(&world, "asha", |screen| {
        matches!(
            screen,
            flow::Screen::Leave {
                party: Party::EMandate,
                ..
            }
        )
    })
    .await?;
    b.driver.refresh().await?;
    b.press(t.leave.mandate.go).await?;
    b.sees("Allow the monthly instalment").await?;
    let url = b.driver.current_url().await?.to_string();
    same.at_provider(&url, "approve").await?;
    world.move_time(10).await?;
    same.view_until("the agreement", |view| {
        matches!(
            flow::screen(view),
            flow::Screen::Leave {
                party: Party::LoanAgreement,
                ..
            }
        )
    })
    .await?;
    b.goto(&format!(
        "{}/return/eMandate?status=failure",
        world.origin()
    ))
    .await?;
    b.heading(t.leave.agreement.title).await?;
    assert_eq!(step(&mut same, Party::EMandate).await?, StepStatus::Success);
    walk.browser.close().await
}
