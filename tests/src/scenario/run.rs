use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use contract::app::JourneyView;

use super::{Deed, Next, Player, Scenario, Sight};
use crate::{Borrower, World, real_ms};

/// Looks at a screen, all told.
const MOST_LOOKS: usize = 600;
/// Of real time; some of it is the BFF's own patience, some a platform that is slow on purpose.
const LONGEST: Duration = Duration::from_secs(150);

/// What was met on the way.
#[derive(Debug, Default)]
pub struct Run {
    /// Every change of screen.
    pub states: Vec<String>,
    /// The first view of each screen.
    pub views: Vec<Met>,
    looks: usize,
    /// Looks at the same screen in a row.
    still: usize,
}

#[derive(Debug)]
pub struct Met {
    pub state: String,
    pub view: JourneyView,
    /// When, by the real clock.
    pub at_ms: i64,
    /// How far the sandbox's clock was off.
    pub off_ms: i64,
}

/// Plays a scenario to its end. In the middle, a second session must see the same.
pub async fn play(world: &World, scenario: &Scenario) -> Result<Run> {
    let mut run = Run::default();
    let mut player = Player::signed_in(world, &scenario.name, &scenario.loan).await?;
    let done = walk(&mut player, scenario, &mut run, false).await;
    done.with_context(|| format!("seen: {}", run.states.join(" > ")))?;
    Ok(run)
}

/// Plays the first half, and leaves the borrower there.
pub async fn play_to_middle<'a>(world: &'a World, scenario: &Scenario) -> Result<Player<'a>> {
    let mut run = Run::default();
    let mut player = Player::signed_in(world, &scenario.name, &scenario.loan).await?;
    let done = walk(&mut player, scenario, &mut run, true).await;
    done.with_context(|| format!("seen: {}", run.states.join(" > ")))?;
    Ok(player)
}

async fn walk(
    player: &mut Player<'_>,
    scenario: &Scenario,
    run: &mut Run,
    half: bool,
) -> Result<()> {
    let began = Instant::now();
    let mut next_stop = 0;
    let mut seen_elsewhere = false;
    // A deed that met trouble, or was not possible yet, is owed where it was to be done.
    let mut owed: Option<(String, Deed)> = None;
    let mut sight = player.look().await?;
    loop {
        let state = sight.name();
        run.note(player.world, &state, &sight);
        let stop = scenario.walk.get(next_stop).filter(|stop| stop.at == state);
        if state == "unknown" && stop.is_none() && scenario.ends != state && owed.is_none() {
            bail!("a screen that knows nothing");
        }
        let over = stop.is_none() && next_stop == scenario.walk.len() && state == scenario.ends;
        let midway = match scenario.middle() {
            Some(middle) => stop.is_some() && next_stop == middle,
            None => over || has_chosen(&sight, &state),
        };
        if midway && !seen_elsewhere {
            same_elsewhere(player, sight.view()).await?;
            seen_elsewhere = true;
            if half {
                return Ok(());
            }
        }
        if over {
            return Ok(());
        }
        if run.looks > MOST_LOOKS || began.elapsed() > LONGEST {
            let missing = scenario.walk.get(next_stop).map(|stop| stop.at.as_str());
            bail!("still looking for {:?}", missing.unwrap_or(&scenario.ends));
        }
        if !state.starts_with("trouble.") && owed.as_ref().is_some_and(|(at, _)| *at != state) {
            owed = None;
        }
        let deed = match (stop, &owed) {
            (Some(stop), _) => {
                next_stop += 1;
                stop.does.clone()
            }
            (None, Some((at, deed))) if *at == state => deed.clone(),
            _ => Deed::GoOn,
        };
        let next = match sight.view() {
            Some(view) => player
                .does(&deed, view)
                .await
                .with_context(|| format!("{deed:?} at {state}"))?,
            None => trouble(player, &deed).await?,
        };
        let undone = matches!(next, Next::Wait | Next::Seen(Sight::Trouble(_)));
        owed = (undone && deed != Deed::GoOn && sight.view().is_some())
            .then(|| (state.clone(), deed))
            .or(owed.filter(|_| sight.view().is_none()));
        sight = match next {
            Next::Seen(sight) => sight,
            Next::Look => player.look().await?,
            Next::Wait => {
                wait(player.world, &state, run.still).await?;
                player.look().await?
            }
        };
    }
}

/// The middle of a walk without stops.
fn has_chosen(sight: &Sight, state: &str) -> bool {
    let journey = sight.view().and_then(|view| view.journey.as_ref());
    journey.is_some_and(|journey| journey.selected_offer.is_some())
        && !state.starts_with("waiting.")
}

impl Run {
    fn note(&mut self, world: &World, state: &str, sight: &Sight) {
        self.looks += 1;
        self.still += 1;
        if self.states.last().is_none_or(|last| last != state) {
            self.states.push(state.to_owned());
            self.still = 0;
        }
        if let Some(view) = sight.view()
            && self.views.iter().all(|met| met.state != state)
        {
            self.views.push(Met {
                state: state.to_owned(),
                view: view.clone(),
                at_ms: real_ms(),
                off_ms: world.off_ms(),
            });
        }
    }
}

async fn trouble(player: &Player<'_>, deed: &Deed) -> Result<Next> {
    match deed {
        Deed::Wait(seconds) => player.world.move_time(*seconds).await?,
        _ => return Ok(Next::Wait),
    }
    Ok(Next::Look)
}

/// Time passes: little at first, days when nothing happens for long.
async fn wait(world: &World, state: &str, still: usize) -> Result<()> {
    // What the BFF itself waits for takes real time; consents would run out meanwhile.
    if state.starts_with("waiting.return.") {
        tokio::time::sleep(Duration::from_millis(150)).await;
        return Ok(());
    }
    let seconds = match still {
        0..40 => 2,
        40..60 => 60,
        60..80 => 3_600,
        80..100 => 86_400,
        _ => bail!("nothing happens at {state}"),
    };
    world.move_time(seconds).await?;
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(())
}

/// A fresh sign-in of the same person shows the same screen.
async fn same_elsewhere(player: &mut Player<'_>, view: Option<&JourneyView>) -> Result<()> {
    let path = address(view);
    let mut other = Borrower::signed_in(player.world, &player.id).await?;
    let mut told = (String::new(), String::new());
    for _ in 0..20 {
        let here = screen_of(&mut player.me, &path).await?;
        let there = screen_of(&mut other, &path).await?;
        if here == there {
            return Ok(());
        }
        // Unless things have moved on between the two looks.
        let again = screen_of(&mut player.me, &path).await?;
        let trouble = [&here, &there].map(|name| name.starts_with("trouble."));
        let steady = again == here && trouble == [false, false];
        told = (here, there);
        if steady {
            break;
        }
    }
    bail!("{} here, {} after signing in elsewhere", told.0, told.1)
}

/// The app's address of what is before the borrower, without an offer in it. An application that is
/// over is one of the earlier ones, and is asked for by name.
pub fn address(view: Option<&JourneyView>) -> String {
    let journey = view.and_then(|view| view.journey.as_ref());
    match journey.filter(|journey| journey.status.is_terminal()) {
        Some(journey) => format!("/?journey={}", journey.id),
        None => "/".to_owned(),
    }
}

/// What this address of the app shows.
pub async fn screen_of(borrower: &mut Borrower, address: &str) -> Result<String> {
    let query = address.trim_start_matches('/');
    let answer = borrower.get(&format!("/api/view{query}")).await?;
    Ok(if answer.status.is_success() {
        Sight::of(answer.view()?).name()
    } else {
        format!("trouble.{}", answer.code())
    })
}
