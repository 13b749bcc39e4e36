use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use end_to_end::{Language, Options, World};

use crate::walk::Walk;

async fn whole_loan(language: Language, thorough: bool) -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, language).await?;
    if thorough {
        walk = walk.thorough();
    }
    let began = Instant::now();
    walk.apply("Asha Verma").await?;
    walk.take_first_offer().await?;
    walk.finish().await?;
    let took = began.elapsed();
    let requests = walk.no_stranger_was_asked().await?;
    let errors = walk.browser.console_errors().await?;
    let errors: Vec<_> = errors
        .into_iter()
        // Chrome reports the 401 before sign-in as an error of the page's.
        .filter(|line| !line.contains("401"))
        .collect();
    if !errors.is_empty() {
        bail!("the console says: {errors:#?}");
    }
    let seen = walk.browser.storage_and_page().await?;
    for token in ["sk_test_", "st_test_", "rt_test_", "canary"] {
        if seen.contains(token) || world.logs()?.contains(token) {
            bail!("{token} was found in the browser or in a log");
        }
    }
    let _ = writeln!(
        std::io::stdout(),
        "{language:?}: sign-in to disbursed in {took:.1?}, {} screens checked, {requests} requests, \
         all to the app's own server",
        walk.screens(),
    );
    if !thorough && took > Duration::from_secs(90) {
        bail!("the journey took {took:?}");
    }
    walk.browser.close().await
}

#[tokio::test]
async fn a_loan_is_taken_in_english() -> Result<()> {
    whole_loan(Language::English, false).await
}

#[tokio::test]
async fn a_loan_is_taken_in_hindi() -> Result<()> {
    whole_loan(Language::Hindi, false).await
}

#[tokio::test]
async fn every_screen_is_accessible_and_survives_a_reload_in_english() -> Result<()> {
    whole_loan(Language::English, true).await
}

#[tokio::test]
async fn every_screen_is_accessible_and_survives_a_reload_in_hindi() -> Result<()> {
    whole_loan(Language::Hindi, true).await
}

#[tokio::test]
async fn statements_are_shared_before_any_offer() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?.thorough();
    walk.apply("Ravi Nair").await?;
    walk.share_statements().await?;
    walk.take_first_offer().await?;
    walk.finish().await?;
    walk.browser.close().await
}

#[tokio::test]
async fn statements_are_shared_after_an_offer_is_chosen() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?.thorough();
    walk.apply("Meena Kulkarni").await?;
    walk.take_first_offer().await?;
    walk.share_statements().await?;
    walk.finish().await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_stranger_with_a_mobile_number_answers_every_question() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?.thorough();
    let t = walk.t;
    let (p, go_on) = (&t.profile, t.common.go_on);
    walk.browser.goto(&world.origin()).await?;
    walk.browser.press(t.start.sign_in).await?;
    walk.browser.fill("Mobile number", "98200 12345").await?;
    walk.browser.fill("Code from the SMS", "123456").await?;
    walk.browser.press("Continue with this number").await?;
    walk.start().await?;

    walk.at(p.identity_title, true).await?;
    walk.browser.fill(p.name, "Kavita Rao").await?;
    walk.browser.fill(p.pan, "abcpr 1234 f").await?;
    walk.browser.fill(p.day, "7").await?;
    walk.browser.fill(p.month, "10").await?;
    walk.browser.fill(p.year, "1992").await?;
    walk.browser.choose(p.female).await?;
    walk.browser.press(go_on).await?;

    walk.at(p.contact_title, true).await?;
    assert_eq!(
        walk.browser.value(p.mobile).await?.replace(' ', ""),
        "9820012345"
    );
    walk.browser.fill(p.email, "Kavita@Example.in").await?;
    walk.browser.press(go_on).await?;

    walk.at(p.work_title, true).await?;
    walk.browser.choose(p.salaried).await?;
    walk.browser.fill(p.income, "75,000").await?;
    walk.browser.fill(p.company, "Example Works").await?;
    walk.browser.press(go_on).await?;

    walk.at(p.address_title, true).await?;
    walk.browser.fill(p.line1, "12 MG Road").await?;
    walk.browser.fill(p.city, "Pune").await?;
    walk.browser.fill(p.state, "Maharashtra").await?;
    walk.browser.fill(p.pincode, "411 001").await?;
    walk.browser.press(go_on).await?;

    walk.fill_loan().await?;
    walk.check_and_send().await?;
    walk.take_first_offer().await?;
    walk.finish().await?;
    walk.browser.close().await
}

#[tokio::test]
async fn at_the_pace_of_life_every_waiting_screen_is_met_and_accessible() -> Result<()> {
    let world = World::start(Options {
        fast: false,
        // A minute of waiting screens, each reloaded and looked at, asks more often than people do.
        limits: false,
        ..Options::default()
    })
    .await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?.thorough();
    let (w, leave) = (&walk.t.waiting, &walk.t.leave);
    walk.apply("Meena Kulkarni").await?;
    walk.at(w.offers.title, false).await?;
    walk.take_first_offer().await?;
    walk.share_statements().await?;
    walk.at(w.aa.title, false).await?;
    walk.keep_the_amount().await?;
    walk.visit(leave.kyc.title, leave.kyc.go, "Confirm my identity")
        .await?;
    walk.at(w.kyc.title, false).await?;
    walk.give_account().await?;
    walk.at(w.bank_account.title, false).await?;
    walk.visit(leave.mandate.title, leave.mandate.go, "Allow")
        .await?;
    walk.at(w.mandate.title, false).await?;
    walk.visit(leave.agreement.title, leave.agreement.go, "Sign")
        .await?;
    walk.at(w.lender.title, false).await?;
    walk.at(walk.t.done.paid_title, true).await?;
    walk.browser.close().await
}
