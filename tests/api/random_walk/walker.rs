use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use contract::app::JourneyView;
use end_to_end::scenario::{Deed, Next, Player, Sight, Step, UNKNOWN_ACCOUNT};
use end_to_end::{Intent, World, new_key};
use fastrand::Rng;
use serde_json::{Value, json};

use super::Weather;
use super::checks::{self, Asked};
use super::tally::Tally;
use super::whims::signed_in;

/// Steps by chance; from then on the borrower goes on as anybody would.
const WILD: usize = 45;
const MOST: usize = 4_000;
/// Of real time: what was accepted may hide the screen it came from for half a minute.
const STUCK: Duration = Duration::from_secs(45);

/// One borrower, and all they did.
pub struct Walker {
    pub(super) number: u64,
    pub(super) weather: Weather,
    pub(super) chance: Rng,
    pub(super) story: Vec<String>,
    /// The last intent and its key, to be sent again at any time.
    pub(super) last: Option<(Intent, String)>,
    pub(super) asked: Asked,
    pub tally: Tally,
}

/// Of asha, ravi, meena and imran: by it the lenders know whom to make which offers.
const PANS: [&str; 4] = ["ABCPV1234E", "BXTPN5678K", "CKLPK9012M", "DPQPS3456R"];

impl Walker {
    pub fn new(seed: u64, number: u64, weather: Weather) -> Self {
        Self {
            number,
            weather,
            chance: Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(number)),
            story: Vec::new(),
            last: None,
            asked: Asked::default(),
            tally: Tally::default(),
        }
    }

    /// What was done, in order.
    pub fn story(&self) -> String {
        format!("{:?}: {}", self.weather, self.story.join(" | "))
    }

    pub async fn walk(&mut self, world: &World) -> Result<()> {
        let id = format!("97{:08}", self.number);
        let loan = if self.chance.u8(0..6) == 0 {
            "GOLD_LOAN"
        } else {
            "PERSONAL_LOAN"
        };
        let mut player = signed_in(world, &id, loan).await?;
        if let Some(pan) = self.chance.choice(PANS) {
            pan.clone_into(&mut player.pan);
        }
        let mut since = Instant::now();
        for step in 0..MOST {
            let sight = player.look().await?;
            let state = sight.name();
            self.tally.states.insert(state.clone());
            self.tally.steps += 1;
            if !self
                .story
                .last()
                .is_some_and(|last| last.starts_with(&state))
            {
                since = Instant::now();
            }
            let Some(view) = sight.view() else {
                checks::trouble(&state)?;
                self.tally.troubles += 1;
                tokio::time::sleep(Duration::from_millis(30)).await;
                continue;
            };
            checks::view(view, &state)?;
            let over = state.starts_with("ended.") || state == "disbursed";
            if over && (step >= WILD || self.chance.u8(0..3) > 0) {
                *self.tally.ends.entry(state).or_default() += 1;
                return self.quiet(world, &mut player).await;
            }
            let next = if step < WILD {
                self.wild(&mut player, view, &state).await
            } else {
                self.tame(&mut player, view, &state).await
            };
            let next = next.with_context(|| format!("at {state}"))?;
            if let Next::Seen(Sight::Trouble(code)) = &next {
                checks::trouble(&format!("trouble.{code}"))?;
            }
            if matches!(next, Next::Wait) {
                if since.elapsed() > STUCK {
                    bail!("nothing happens at {state}");
                }
                self.pass_time(world, &state).await?;
            }
        }
        bail!("it does not end")
    }

    pub(super) fn note(&mut self, state: &str, what: &str) {
        self.story.push(format!("{state}: {what}"));
    }

    async fn pass_time(&mut self, world: &World, state: &str) -> Result<()> {
        if state.starts_with("waiting.return.") {
            tokio::time::sleep(Duration::from_millis(200)).await;
            return Ok(());
        }
        world.move_time(2).await
    }

    /// Once nothing more is done, everybody agrees about how things stand.
    async fn quiet(&mut self, world: &World, player: &mut Player<'_>) -> Result<()> {
        checks::agreed(world, player, &self.asked).await
    }

    /// As anybody would; who cannot go on gives up.
    async fn tame(
        &mut self,
        player: &mut Player<'_>,
        view: &JourneyView,
        state: &str,
    ) -> Result<Next> {
        self.note(state, "go on");
        if state.starts_with("stepFailed") && flow::rejected_stage(view).is_some() {
            self.asked
                .by_hand("reject", flow::open_offers(view).len() + 6);
            return player.does(&Deed::GiveUp, view).await;
        }
        self.act(player, view, false).await
    }

    /// Anything that can be done here.
    async fn wild(
        &mut self,
        player: &mut Player<'_>,
        view: &JourneyView,
        state: &str,
    ) -> Result<Next> {
        let dice = self.chance.u8(0..100);
        let door = state.starts_with("leave.");
        match dice {
            0..3 => self.outside(player, state).await,
            3..12 => {
                self.note(state, "reload");
                Ok(Next::Look)
            }
            12..24 => {
                self.note(state, "twice at once");
                self.act(player, view, true).await
            }
            24..32 => self.again(player, state).await,
            32..37 => self.elsewhere(player, state).await,
            37..40 => self.withdraw(player, state).await,
            40..62 if door => {
                let deeds = [Deed::Decline, Deed::Leave, Deed::StayAway, Deed::Abandon];
                let deed = self.chance.choice(deeds).unwrap_or(Deed::GoOn);
                self.note(state, &format!("{deed:?}"));
                player.does(&deed, view).await
            }
            40..44 if flow::rejected_stage(view).is_some() && has_offer(view) => {
                self.note(state, "turn down");
                self.asked.by_hand("reject", 1);
                player.does(&Deed::TurnDown, view).await
            }
            40..60 if state.starts_with("bankAccount") => {
                self.note(state, "unknown account");
                let journey = view.journey.as_ref().context("no journey")?;
                let offer = journey.selected_offer.context("nothing chosen")?;
                let intent = Intent::bank_mandate(journey.id, offer, UNKNOWN_ACCOUNT);
                self.send(player, intent, false).await
            }
            40..60 if state.starts_with("loanAmount") => {
                self.note(state, "ask less");
                self.asked.by_hand("loan-amount", 1);
                player.does(&Deed::AskLess, view).await
            }
            40..55 if state == "offer" => {
                self.note(state, "back to all offers");
                player.focus = None;
                Ok(Next::Look)
            }
            _ => {
                self.note(state, "go on");
                self.act(player, view, false).await
            }
        }
    }

    /// The default act, counted; `twice`: by two taps at once.
    pub(super) async fn act(
        &mut self,
        player: &mut Player<'_>,
        view: &JourneyView,
        twice: bool,
    ) -> Result<Next> {
        match Step::of(view, player) {
            Step::Send(intent) => self.send(player, intent, twice).await,
            Step::Choose(journey, offer) => {
                player.focus = None;
                self.send(player, Intent::proceed(journey, offer), twice)
                    .await
            }
            Step::Apply(journey) => {
                let mut answers = player.answers(view);
                let amount = self.wish(&mut answers);
                let saved = self
                    .send(player, Intent::save(journey, answers), twice)
                    .await?;
                let done = matches!(saved, Next::Seen(Sight::View(_)));
                self.asked.saved(journey, amount, done);
                if !done {
                    return Ok(saved);
                }
                self.send(player, Intent::submit(journey, player.gold()), twice)
                    .await
            }
            Step::Visit(..) | Step::TurnTo(_) | Step::Wait => player.go_on(view).await,
        }
    }

    /// Every try asks for another amount, so that what is lost is seen.
    fn wish(&mut self, answers: &mut Value) -> String {
        let rupees = (self.chance.u32(60..250) * 1_000).to_string();
        for section in ["journey", "goldLoan"] {
            if let Some(wishes) = answers.get_mut(section) {
                wishes["requestedAmount"] = json!(rupees);
            }
        }
        rupees
    }

    async fn send(&mut self, player: &mut Player<'_>, intent: Intent, twice: bool) -> Result<Next> {
        let key = player.key_for(&intent);
        self.asked.count(&intent, &key);
        // When days go by between two tries, the platform has forgotten the key.
        if self.weather == Weather::LongTimes {
            self.asked.count(&intent, &new_key());
        }
        self.last = Some((intent.clone(), key.clone()));
        if twice {
            let request = || player.me.signed(&intent, &key).send();
            // However they end, the view tells.
            let (_one, _two) = tokio::join!(request(), request());
            return Ok(Next::Look);
        }
        player.act_keyed(&intent, key).await
    }
}

fn has_offer(view: &JourneyView) -> bool {
    !flow::open_offers(view).is_empty()
}
