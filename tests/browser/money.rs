//! The money's way to the borrower, as it is told: approved, sent, credited; and the way out.

use anyhow::{Context as _, Result};
use contract::JourneyId;
use contract::app::JourneyView;
use end_to_end::scenario::Player;
use end_to_end::{Language, Options, Scenes, World};
use lending::{Date, IstDateTime};

use crate::text::fill;
use crate::walk::{Walk, words};

const DAY: i64 = 86_400;

/// At the pace of life, with the platform's clock so far ahead.
async fn world(clock_seconds: i64) -> Result<World> {
    World::start(Options {
        fast: false,
        limits: false,
        clock_seconds,
    })
    .await
}

/// All that the screen itself says.
async fn said(walk: &Walk<'_>) -> Result<String> {
    let script = "return document.querySelector('main').innerText";
    let text = walk.browser.script(script, vec![]).await?;
    Ok(text.as_str().context("no text")?.to_owned())
}

fn journey(view: &JourneyView) -> Result<JourneyId> {
    Ok(view.journey.as_ref().context("no journey")?.id)
}

/// Reference number of the payment to the borrower, the day the lender sent it and the day it came.
fn payment(view: &JourneyView) -> Result<(String, Date, Date)> {
    let offer = view.offer.as_ref().context("no offer")?;
    let payout = offer.payments.iter().find(|it| it.is_payout());
    let payout = payout.context("nothing was paid")?;
    let number = payout.transaction_id.as_ref().context("no number")?;
    let sent = payout.sent_at.as_ref().context("not sent")?;
    let sent = IstDateTime::from_iso(sent.as_str()).context("no moment")?;
    let at = payout.credited_at.as_ref().context("not credited")?;
    let at = IstDateTime::from_iso(at.as_str()).context("no moment")?;
    Ok((number.to_string(), sent.date, at.date))
}

#[tokio::test]
async fn approved_sent_and_credited_are_three_screens_and_only_the_last_is_money() -> Result<()> {
    let world = world(0).await?;
    let slow = "money-takes-its-time";
    let mut player = Player::signed_in(&world, slow, "PERSONAL_LOAN").await?;
    player.go_until("waiting.lender.approved").await?;
    let mut walk = Walk::begin(&world, Language::English).await?.thorough();
    let t = walk.t;
    walk.open().await?;
    walk.browser.press(t.start.sign_in).await?;
    walk.browser.press("Scenarios").await?;
    walk.as_borrower(slow).await?;
    walk.at(t.money.approved.title, true).await?;
    let approved = said(&walk).await?;
    assert!(approved.contains("No instalment is due until the money reaches you"));
    assert!(!approved.contains(t.money.reference), "{approved}");
    // Nobody reloads: the screen says by itself how far the money is.
    world.move_time(86_400).await?;
    walk.at(t.money.sent.title, true).await?;
    walk.browser.sees(t.money.reference).await?;
    let sent = said(&walk).await?;
    assert!(!sent.contains(t.done.paid_title), "{sent}");
    world.move_time(86_400).await?;
    walk.at(t.done.paid_title, true).await?;
    let view = player.go_until("disbursed").await?;
    let (number, from, on) = payment(&view)?;
    assert!(sent.contains(&number), "{sent}");
    let credited = said(&walk).await?;
    assert!(credited.contains(&number), "{credited}");
    assert!(credited.contains(&(t.common.date)(on)), "{credited}");
    // The way out comes before what is to be paid; its days are counted from the lender's payment.
    assert!(from < on, "{from} {on}");
    let exit = fill(t.money.exit, &[&(t.common.date)(from.add_days(3))]);
    let exit = credited.find(&exit).context("no way out")?;
    let due = credited.find(t.done.paid_next).context("nothing due")?;
    assert!(exit < due, "{credited}");
    walk.browser.close().await
}

#[tokio::test]
async fn after_the_cooling_off_period_its_end_is_told_and_the_way_out_is_not_offered() -> Result<()>
{
    let world = world(-10 * DAY).await?;
    let mut player = Player::signed_in(&world, "asha", "PERSONAL_LOAN").await?;
    let view = player.go_until("disbursed").await?;
    let (_, from, _) = payment(&view)?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?;
    let t = walk.t;
    walk.sign_in("Asha Verma").await?;
    walk.at(t.done.paid_title, true).await?;
    let ended = fill(
        t.money.exit_over_value,
        &[&(t.common.date)(from.add_days(3))],
    );
    walk.browser.sees(&ended).await?;
    assert!(!said(&walk).await?.contains(t.money.exit_what));
    walk.browser.close().await
}

#[tokio::test]
async fn a_next_payment_in_the_lenders_own_spelling_is_shown_with_it() -> Result<()> {
    let scenes = Scenes::open(Language::English, 360).await?;
    scenes.show("disbursed.rawPayment").await?;
    let t = words(Language::English);
    let script = "return document.querySelector('main .hero').innerText.replace(/\\s+/g, ' ')";
    let hero = scenes.browser.script(script, vec![]).await?;
    let hero = hero.as_str().context("no next payment")?;
    let c = &t.common;
    for shown in [
        format!("₹1,000 {}", fill(c.written, &["1000 INR"])),
        format!("in the first week {}", c.as_written),
    ] {
        assert!(hero.contains(&shown), "no `{shown}` in {hero}");
    }
    scenes.close().await
}

#[tokio::test]
async fn an_application_is_acknowledged_with_a_number_and_listed_under_it() -> Result<()> {
    let world = world(0).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.apply("Asha Verma").await?;
    walk.browser.heading(t.waiting.offers.title).await?;
    walk.browser.sees(t.money.received).await?;
    let mut player = Player::signed_in(&world, "asha", "PERSONAL_LOAN").await?;
    let id = journey(&player.go_until("offers").await?)?;
    let number = flow::application_number(id);
    // On whichever of the two screens it is by now.
    let acknowledged = said(&walk).await?;
    assert!(acknowledged.contains(&number), "{acknowledged}");
    assert!(acknowledged.contains("1800 000 1234"), "{acknowledged}");
    let chosen = player.go_until("loanAmount").await?;
    let lender = chosen.offer.context("no offer")?.lender_name;
    walk.browser.press(t.common.menu).await?;
    walk.browser.press(t.common.applications).await?;
    walk.browser.sees(lender.as_str()).await?;
    let listed = said(&walk).await?;
    assert!(listed.contains(&number), "{listed}");
    assert!(!listed.contains(&id.to_string()), "{listed}");
    walk.browser.close().await
}
