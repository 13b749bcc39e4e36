//! Going away and coming back.

use anyhow::Result;
use contract::app::ConsentKind;
use end_to_end::{Language, Options, World};

use crate::walk::Walk;

#[tokio::test]
async fn signing_out_and_in_again_midway_lands_on_the_same_step() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.as_far_as_identity("Asha Verma").await?;
    walk.browser.press(t.common.menu).await?;
    walk.browser.press(t.common.sign_out).await?;
    walk.browser.heading(t.start.sign_in_title).await?;
    walk.sign_in("Asha Verma").await?;
    walk.at(t.leave.kyc.title, true).await?;

    // And in another browser altogether.
    let mut other = Walk::begin(&world, Language::Hindi).await?;
    other.sign_in("Asha Verma").await?;
    other.at(other.t.leave.kyc.title, true).await?;
    other.browser.close().await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_server_killed_on_every_screen_and_at_every_provider_costs_nothing() -> Result<()> {
    let world = World::start(Options {
        // A server that starts anew reads everything anew.
        limits: false,
        ..Options::default()
    })
    .await?;
    let mut walk = Walk::begin(&world, Language::English).await?.deadly();
    walk.apply("Meena Kulkarni").await?;
    walk.take_first_offer().await?;
    walk.share_statements().await?;
    walk.finish().await?;
    let killed = walk.screens();
    assert!(killed >= 12, "killed on {killed} screens only");
    walk.browser.close().await
}

#[tokio::test]
async fn a_declined_step_says_so_may_be_repeated_and_ends_in_plain_words() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?.thorough();
    let t = walk.t;
    walk.as_far_as_identity("Asha Verma").await?;
    for attempt in 1..=3 {
        let title = if attempt > 1 {
            t.money.kyc_failed
        } else {
            t.leave.kyc.title
        };
        walk.browser.heading(title).await?;
        if attempt > 1 {
            walk.browser
                .sees((t.failing.said)(flow::Failure::Declined).what)
                .await?;
            assert_eq!(walk.browser.axe().await?, Vec::<String>::new());
        }
        let go = if attempt > 1 {
            t.failing.again
        } else {
            t.leave.kyc.go
        };
        walk.browser.press(go).await?;
        walk.decide("Decline").await?;
    }
    walk.at(t.done.rejected_title, true).await?;
    walk.browser.press(t.done.another).await?;
    walk.browser
        .one_heading_of(&[t.profile.loan_title, t.check.title, t.start.title])
        .await?;
    walk.browser.close().await
}

#[tokio::test]
async fn leaving_a_provider_without_deciding_keeps_the_place_and_says_what_to_do() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.as_far_as_identity("Asha Verma").await?;
    walk.browser.press(t.leave.kyc.go).await?;
    walk.browser.sees("Sandbox").await?;

    // The tab is closed and the app opened again.
    walk.browser.goto(&world.origin()).await?;
    walk.browser.heading(t.leave.kyc.title).await?;
    walk.browser.button(t.leave.finished).await?;
    assert_eq!(walk.browser.axe().await?, Vec::<String>::new());
    walk.browser.press(t.leave.again).await?;
    walk.browser.press("Go back without deciding").await?;
    walk.browser.heading(t.leave.kyc.title).await?;
    walk.browser.button(t.leave.again).await?;
    assert_eq!(walk.browser.axe().await?, Vec::<String>::new());
    walk.browser.press(t.leave.again).await?;
    walk.browser.press("Confirm my identity").await?;
    walk.at(t.bank.title, false).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn the_pages_beside_the_journey_are_accessible_and_keep_their_address() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?.thorough();
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.at(t.profile.loan_title, true).await?;
    for (path, heading) in [
        ("/applications", t.start.list_title),
        ("/data", t.data.title),
        ("/help", t.help.title),
        ("/who", t.who.title),
        ("/no-such-page", t.start.missing_title),
    ] {
        walk.browser
            .goto(&format!("{}{path}", world.origin()))
            .await?;
        walk.at(heading, true).await?;
    }
    walk.browser.close().await
}

#[tokio::test]
async fn the_language_is_switched_anywhere_and_kept() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    walk.sign_in("Asha Verma").await?;
    walk.start().await?;
    walk.at(walk.t.profile.loan_title, false).await?;
    walk.browser.fill(walk.t.profile.amount, "123456").await?;
    walk.browser.press("हिन्दी").await?;
    let hindi = crate::walk::words(Language::Hindi);
    walk.browser.heading(hindi.profile.loan_title).await?;
    assert_eq!(
        walk.browser.value(hindi.profile.amount).await?,
        "123456",
        "what was typed is kept"
    );
    walk.browser.driver.refresh().await?;
    walk.browser.heading(hindi.profile.loan_title).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn a_choice_made_in_another_window_is_said_and_shown_as_it_is() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut first = Walk::begin(&world, Language::English).await?;
    let t = first.t;
    first.apply("Asha Verma").await?;
    first.at(t.offers.title, false).await?;
    let mut second = Walk::begin(&world, Language::English).await?;
    second.sign_in("Asha Verma").await?;
    second.at(t.offers.title, false).await?;
    second
        .browser
        .press_within("Deccan Credit Ltd", t.offers.look)
        .await?;
    second.browser.sees(t.offer.receive).await?;
    second.open_statement().await?;
    second.tick(ConsentKind::Kfs).await?;

    first.take_first_offer().await?;
    first.at(t.bank.amount_title, false).await?;
    second.browser.press(t.offer.choose).await?;
    second.browser.heading(t.bank.amount_title).await?;
    second.browser.sees(t.refusals.locked).await?;
    second.browser.sees("Sahyadri Finance Ltd").await?;
    assert_eq!(second.browser.value(t.bank.amount).await?, "250000");
    first.browser.close().await?;
    second.browser.close().await
}
