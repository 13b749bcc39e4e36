//! Consents: kept before anything is done with them, the borrower's to read, keep and take back.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::JourneyId;
use contract::app::{ConsentKind, JourneyView, Notices, Receipt, ReceiptList};
use contract::platform::status::JourneyStatus;
use end_to_end::scenario::{Player, first_offer};
use end_to_end::{Borrower, Intent, Options, World, consent, eventually, new_key};
use reqwest::Method;
use serde_json::{Value, json};

use crate::walk;

async fn receipts(borrower: &mut Borrower) -> Result<Vec<Receipt>> {
    let list = borrower.get("/api/consents").await?.json()?;
    Ok(serde_json::from_value::<ReceiptList>(list)?.items)
}

fn journey_of(view: &JourneyView) -> Result<JourneyId> {
    Ok(view.journey.as_ref().context("no journey")?.id)
}

/// What the platform was told, by the end of its path.
async fn told(world: &World, journey: JourneyId, end: &str) -> Result<usize> {
    let says = |call: &&Value| {
        let path = call.get("path").and_then(Value::as_str).unwrap_or_default();
        let is_write = call.get("method").is_some_and(|method| method != "GET");
        is_write && path.contains(&journey.to_string()) && path.ends_with(end)
    };
    Ok(world.calls().await?.iter().filter(says).count())
}

/// A tap, and what must be on disk once anybody has heard of it.
struct Tap {
    at: &'static str,
    kinds: &'static [ConsentKind],
    /// The end of the platform's path.
    tells: &'static str,
}

const TAPS: [Tap; 2] = [
    Tap {
        at: "profile",
        kinds: &ConsentKind::TO_SUBMIT,
        tells: "/profile/submit",
    },
    Tap {
        at: "offers",
        kinds: &[ConsentKind::Kfs],
        tells: "/proceed",
    },
];

impl Tap {
    async fn ready(&self, player: &mut Player<'_>) -> Result<(JourneyId, Intent)> {
        let view = player.go_until(self.at).await?;
        let journey = journey_of(&view)?;
        if self.at == "profile" {
            let save = Intent::save(journey, player.answers(&view));
            player.me.act(&save).await?;
            return Ok((journey, Intent::submit(journey, false)));
        }
        let offer = first_offer(&view).context("no offer")?;
        Ok((journey, Intent::proceed(journey, offer)))
    }

    /// Killed so long after the tap; without a time, as soon as the platform has heard of it.
    async fn survives(&self, world: &World, number: usize, after: Option<Duration>) -> Result<()> {
        let id = format!("96{number:08}");
        let mut player = Player::signed_in(world, &id, "PERSONAL_LOAN").await?;
        let (journey, intent) = self.ready(&mut player).await?;
        let key = new_key();
        let tap = player.me.signed(&intent, &key).send();
        let kill = async {
            if let Some(after) = after {
                tokio::time::sleep(after).await;
            } else {
                let heard =
                    async || Ok((told(world, journey, self.tells).await? > 0).then_some(()));
                eventually("the platform hears", Duration::from_secs(20), heard).await?;
            }
            world.kill_bff();
            anyhow::Ok(())
        };
        let (answered, killed) = tokio::join!(tap, kill);
        killed?;
        let answered = answered.is_ok_and(|answer| answer.status().is_success());
        let heard = told(world, journey, self.tells).await? > 0;
        world.start_bff().await?;
        let kept = |all: &[Receipt]| -> Vec<ConsentKind> {
            let wanted = self.kinds.iter().copied();
            wanted
                .filter(|kind| all.iter().any(|it| it.kind == *kind))
                .collect()
        };
        let stored = kept(&receipts(&mut player.me).await?);
        if (answered || heard) && stored != self.kinds {
            bail!("heard {heard}, answered {answered}, and kept is {stored:?}");
        }
        if !stored.is_empty() && stored != self.kinds {
            bail!("half of it was kept: {stored:?}");
        }
        // The app tries again under the same key: it counts once.
        player.me.attempt(&intent, &key).await?.view()?;
        let all = receipts(&mut player.me).await?;
        let mine = all.iter().filter(|it| self.kinds.contains(&it.kind));
        if mine.count() != self.kinds.len() {
            bail!("not one receipt of each: {all:?}");
        }
        Ok(())
    }
}

#[tokio::test]
async fn receipts_survive_a_server_that_is_killed_at_any_moment_after_the_tap() -> Result<()> {
    let world = World::start(Options {
        limits: false,
        ..Options::default()
    })
    .await?;
    let moments = (0..16).map(|step| Some(Duration::from_millis(2 * step)));
    let moments: Vec<_> = moments.chain([None; 4]).collect();
    for (group, tap) in TAPS.iter().enumerate() {
        for (step, after) in moments.iter().enumerate() {
            let done = tap.survives(&world, group * 100 + step, *after).await;
            done.with_context(|| format!("{} killed after {after:?}", tap.tells))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_consent_for_statements_is_there_after_a_kill_at_once_upon_its_answer() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut player = Player::signed_in(&world, "ravi", "PERSONAL_LOAN").await?;
    let view = player.go_until("leave.aa.first").await?;
    let flow::Screen::Leave { offer, .. } = flow::screen(&view) else {
        bail!("no door");
    };
    let consent = Intent::consent_to_statements(journey_of(&view)?, offer);
    player.me.act(&consent).await?;
    world.kill_bff();
    world.start_bff().await?;
    let view = player.look().await?;
    let view = view.view().context("no view")?;
    let aa = view.consents.iter().find(|it| it.kind == ConsentKind::Aa);
    assert!(aa.is_some_and(|it| it.given && it.offer_id == Some(offer)));
    Ok(())
}

#[tokio::test]
async fn whoever_withdraws_stops_the_application_everywhere_until_they_consent_again() -> Result<()>
{
    let world = World::start(Options::default()).await?;
    let mut player = Player::signed_in(&world, "asha", "PERSONAL_LOAN").await?;
    let view = player.go_until("offers").await?;
    let journey = journey_of(&view)?;
    let all = receipts(&mut player.me).await?;
    let lenders = all.iter().find(|it| it.kind == ConsentKind::Lenders);
    let path = format!(
        "/api/consents/{}/withdraw",
        lenders.context("no receipt")?.id
    );
    let answer = player.me.post(&path, &json!({})).await?;
    let list: ReceiptList = serde_json::from_value(answer.json()?)?;
    let taken_back = list.items.iter().filter(|it| it.withdrawn_at.is_some());
    assert_eq!(taken_back.count(), 1);
    let mut elsewhere = Borrower::signed_in(&world, "asha").await?;
    for borrower in [&mut player.me, &mut elsewhere] {
        assert_eq!(flow::name(&borrower.view().await?), "consentWithdrawn");
        let choice = Intent::proceed(journey, first_offer(&view).context("no offer")?);
        let refused = borrower.attempt(&choice, &new_key()).await?;
        assert_eq!(refused.code(), "CONSENT_REQUIRED");
    }
    assert_eq!(told(&world, journey, "/proceed").await?, 0);
    let view = elsewhere
        .act(&Intent::consent_again(journey, false))
        .await?;
    assert_eq!(flow::name(&view), "offers");
    let view = player.go_until("disbursed").await?;
    assert_eq!(walk::status(&view), JourneyStatus::Disbursed);
    Ok(())
}

#[tokio::test]
async fn a_receipt_is_a_file_in_the_language_it_was_read_in() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut player = Player::signed_in(&world, "asha", "PERSONAL_LOAN").await?;
    let view = player.go_until("profile").await?;
    let journey = journey_of(&view)?;
    player
        .me
        .act(&Intent::save(journey, player.answers(&view)))
        .await?;
    let read = ConsentKind::TO_SUBMIT.map(|kind| notices::consent(kind, false, "hi"));
    let path = format!("/api/journeys/{journey}/profile/submit");
    let me = &mut player.me;
    me.post(&path, &json!({ "consents": read })).await?.view()?;
    for receipt in receipts(me).await? {
        let path = format!("/api/consents/{}/receipt", receipt.id);
        // As a plain link is followed: with the cookie, and no header of ours.
        let link = |site: &str| {
            me.request(Method::GET, &path)
                .header("sec-fetch-site", site)
        };
        let (ours, foreign) = (link("same-origin"), link("cross-site"));
        assert_eq!(me.bare(foreign).await?.status.as_u16(), 403);
        let file = me.bare(ours).await?;
        let header = |name: &str| {
            let value = file.headers.get(name);
            value.and_then(|it| it.to_str().ok()).unwrap_or_default()
        };
        assert_eq!(header("content-type"), "text/plain; charset=utf-8");
        let disposition = header("content-disposition");
        assert!(disposition.starts_with("attachment; "), "{disposition}");
        let text = notices::text("hi").context("no Hindi")?;
        let notice = text
            .notices
            .iter()
            .find(|it| it.version == receipt.text_version);
        let notice = notice.context("another text")?;
        let said = notice.what.iter().chain(&notice.withdraw);
        for words in said.chain([&notice.title, &notice.agree, &receipt.correlation_id]) {
            assert!(file.text.contains(words.as_str()), "{words}: {}", file.text);
        }
        assert!(file.text.contains(" IST") && file.text.contains(&world.origin()));
    }
    let nobody = Borrower::new(&world)?
        .get("/api/consents/1/receipt")
        .await?;
    assert_eq!(nobody.status.as_u16(), 401);
    Ok(())
}

#[tokio::test]
async fn notices_are_read_before_signing_in_in_every_language_there_is() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut nobody = Borrower::new(&world)?;
    for (asked, answered) in [("en", "en"), ("hi", "hi"), ("mr", "mr"), ("xx", "en")] {
        let path = format!("/api/notices?language={asked}");
        let served: Notices = serde_json::from_value(nobody.get(&path).await?.json()?)?;
        assert_eq!(Some(served), notices::notices(answered), "{asked}");
    }
    Ok(())
}

#[tokio::test]
async fn what_was_deleted_is_gone_from_the_disk_and_the_receipts_are_not() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    walk::fill_and_send(&mut borrower).await?;
    walk::choose(&mut borrower).await?;
    let name = borrower.view().await?.borrower.name.context("no name")?;
    let on_disk = || {
        let files = ["bff.sqlite", "bff.sqlite-wal"].map(|file| world.file(file));
        let bytes = files.map(|file| std::fs::read(file).unwrap_or_default());
        String::from_utf8_lossy(&bytes.concat()).contains(name.as_str())
    };
    assert!(on_disk());
    let kept = receipts(&mut borrower).await?;
    let answer = borrower.post("/api/data/delete", &json!({})).await?;
    assert_eq!(answer.status.as_u16(), 204);
    assert_eq!(borrower.cookie("__Host-Http-bs"), None);
    assert!(!on_disk());
    let mut back = Borrower::signed_in(&world, "asha").await?;
    assert_eq!(receipts(&mut back).await?, kept);
    let version = consent(ConsentKind::Kfs, false).text_version;
    assert!(kept.iter().any(|it| it.text_version == version));
    Ok(())
}
