//! Acting twice: whatever a borrower does counts once.

mod cases;
mod counted;

use std::io::Write as _;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::JourneyId;
use contract::app::Party;
use end_to_end::provider::{self, Way};
use end_to_end::scenario::Player;
use end_to_end::{Borrower, Intent, Options, World, eventually, new_key};
use serde_json::{Value, json};

use cases::{CASES, Case, Deed, intent};
use counted::Counted;

/// How it comes to be done twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Twice {
    AtOnce,
    LostAnswer,
    TwoSessions,
    After503,
    AfterKill,
}

/// Somebody at the screen of a case, with the intent in hand.
struct Ready<'a> {
    player: Player<'a>,
    journey: Option<JourneyId>,
    intent: Intent,
}

async fn ready<'a>(world: &'a World, case: &Case, number: usize) -> Result<Ready<'a>> {
    let mobile = format!("98{number:08}");
    let mut player = Player::signed_in(world, &mobile, "PERSONAL_LOAN").await?;
    player.pan = case.pan.to_owned();
    let view = player.go_until(case.at).await?;
    let journey = view.journey.as_ref().map(|journey| journey.id);
    if let (Deed::Submit, Some(id)) = (case.deed, journey) {
        let save = Intent::save(id, player.answers(&view));
        player.me.act(&save).await?;
    }
    let intent = intent(case, &player, &view).with_context(|| case.at)?;
    if let (Deed::Handoff(Party::Aa), Some(id), flow::Screen::Leave { offer, .. }) =
        (case.deed, journey, flow::screen(&view))
    {
        let consent = Intent::consent_to_statements(id, offer);
        player.me.act(&consent).await?;
    }
    Ok(Ready {
        player,
        journey,
        intent,
    })
}

/// A status, and what was said beside it.
struct Said(u16, Value);

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = self.1.get("code").and_then(Value::as_str);
        write!(f, "{} {}", self.0, code.unwrap_or_default())
    }
}

async fn sent(request: reqwest::RequestBuilder) -> Result<Said> {
    let answer = request.send().await?;
    Ok(Said(answer.status().as_u16(), answer.json().await?))
}

impl Ready<'_> {
    /// Below the journey; a start has none.
    fn upstream(&self, case: &Case) -> String {
        let offer = self.intent.path.split("/offers/").nth(1);
        let offer = offer.and_then(|rest| rest.split('/').next());
        match (self.journey, offer, case.deed) {
            (Some(journey), Some(offer), _) => format!("{journey}/offers/{offer}{}", case.upstream),
            (Some(_), None, Deed::Handoff(_)) | (None, ..) => case.upstream.to_owned(),
            (Some(journey), None, _) => format!("{journey}{}", case.upstream),
        }
    }

    async fn fault(&self, case: &Case, what: &str) -> Result<()> {
        // A handoff to a step is a read; whatever else is done is no read.
        let method = match (case.deed, self.intent.method.as_str()) {
            (Deed::Handoff(Party::Aa), _) => "POST",
            (Deed::Handoff(_), _) => "GET",
            (_, method) => method,
        };
        // The server itself tries a second time.
        let fault =
            json!({ "what": what, "method": method, "path": self.upstream(case), "times": 2 });
        self.player.world.faults(&json!({ "list": [fault] })).await
    }

    /// Does it twice; every answer there was.
    async fn twice(&mut self, case: &Case, way: Twice) -> Result<Vec<Said>> {
        let (key, world) = (new_key(), self.player.world);
        let me = &self.player.me;
        let once = || sent(me.signed(&self.intent, &key));
        let answers = match way {
            Twice::AtOnce => {
                let (first, second) = tokio::join!(once(), once());
                vec![first?, second?]
            }
            Twice::TwoSessions => {
                let other = Borrower::signed_in(world, &self.player.id).await?;
                let theirs = sent(other.signed(&self.intent, &new_key()));
                let (first, second) = tokio::join!(once(), theirs);
                vec![first?, second?]
            }
            Twice::LostAnswer | Twice::After503 => {
                let what = if way == Twice::After503 {
                    "down"
                } else {
                    "lostAnswer"
                };
                self.fault(case, what).await?;
                let first = once().await?;
                if first.0 != 503 {
                    bail!("the fault was not met: {first:?}");
                }
                vec![first, once().await?]
            }
            Twice::AfterKill => {
                let before = world.calls().await?.len();
                let killed = async {
                    // The platform has heard something of it.
                    let heard = async || {
                        let heard = world.calls().await?.len() > before;
                        Ok(heard.then_some(()))
                    };
                    eventually("a call", Duration::from_secs(5), heard).await?;
                    world.kill_bff();
                    world.start_bff().await
                };
                let (_unheard, restarted) = tokio::join!(once(), killed);
                restarted?;
                vec![once().await?]
            }
        };
        Ok(answers)
    }

    /// At the provider, with every address that was given, and back, twice.
    async fn decide(&mut self, party: Party, answers: &[Said]) -> Result<()> {
        let journey = self.journey.context("no journey")?;
        let mut been = 0;
        for url in answers
            .iter()
            .filter_map(|said| said.1.get("url")?.as_str())
        {
            if let way @ (Way::Get(_) | Way::Post(..)) =
                provider::visit(self.player.me.http(), url, "approve").await?
            {
                self.player.me.arrive(&way).await?;
                been += 1;
            }
        }
        if been == 0 {
            bail!("nowhere to go: {answers:?}");
        }
        let (returned, key) = (Intent::returned(journey, party), new_key());
        let me = &self.player.me;
        let once = || sent(me.signed(&returned, &key));
        let (first, second) = tokio::join!(once(), once());
        for answer in [first?, second?] {
            fine(&answer)?;
        }
        Ok(())
    }
}

/// Done, or refused because it was done, or to be tried again.
fn fine(said: &Said) -> Result<()> {
    if matches!(said.0, 200 | 409 | 503) {
        return Ok(());
    }
    bail!("{said:?}")
}

async fn once(world: &World, case: &Case, way: Twice, number: usize) -> Result<()> {
    let mut ready = ready(world, case, number).await?;
    let before = Counted::now(world).await?;
    let answers = ready.twice(case, way).await?;
    for answer in &answers {
        fine(answer)?;
    }
    // Whoever sent it alone or last hears that it is done.
    if !matches!(way, Twice::AtOnce | Twice::TwoSessions)
        && answers.last().is_none_or(|said| said.0 != 200)
    {
        bail!("the second time was not answered: {answers:?}");
    }
    if let Deed::Handoff(party) = case.deed {
        ready.decide(party, &answers).await?;
    }
    // Whatever was begun is done.
    world.move_time(60).await?;
    let after = ready.player.me.view().await?;
    let state = flow::name(&after);
    if state == "unknown" || (state == case.at && !matches!(case.deed, Deed::Save | Deed::Reject)) {
        bail!("still at {state}");
    }
    let count = Counted::now(world)
        .await?
        .since(&before, case, ready.journey)?;
    // Two windows save twice, each what is on its screen.
    let most = match (case.deed, way) {
        (Deed::Save, Twice::TwoSessions) => 2,
        _ => 1,
    };
    if count == 0 || count > most {
        bail!("{count} effects; {answers:?}");
    }
    Ok(())
}

async fn every_case(way: Twice) -> Result<()> {
    let world = World::start(Options {
        limits: false,
        // The second window comes while the platform still works on what the first one did.
        fast: way != Twice::TwoSessions,
        ..Options::default()
    })
    .await?;
    let mut failed = Vec::new();
    for (number, case) in CASES.iter().enumerate() {
        if let Err(error) = once(&world, case, way, number).await {
            failed.push(format!("{} {way:?}: {error:#}", case.upstream));
        }
    }
    let _ = writeln!(std::io::stdout(), "{way:?}: {} intents", CASES.len());
    if failed.is_empty() {
        return Ok(());
    }
    bail!("{}", failed.join("\n"))
}

#[tokio::test]
async fn two_taps_at_once_count_once() -> Result<()> {
    every_case(Twice::AtOnce).await
}

#[tokio::test]
async fn a_second_try_after_a_lost_answer_counts_once() -> Result<()> {
    every_case(Twice::LostAnswer).await
}

#[tokio::test]
async fn two_windows_at_once_count_once() -> Result<()> {
    every_case(Twice::TwoSessions).await
}

#[tokio::test]
async fn a_second_try_after_an_outage_counts_once() -> Result<()> {
    every_case(Twice::After503).await
}

#[tokio::test]
async fn a_second_try_after_the_server_was_killed_counts_once() -> Result<()> {
    every_case(Twice::AfterKill).await
}
