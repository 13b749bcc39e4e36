//! What must hold whatever is done.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::JourneyId;
use contract::app::JourneyView;
use end_to_end::scenario::{Player, Sight};
use end_to_end::{Intent, World, eventually};
use flow::Screen;
use serde_json::{Value, json};

/// What was asked for: effects may be fewer, never more.
#[derive(Debug, Default)]
pub struct Asked {
    keys: HashSet<String>,
    counts: BTreeMap<String, u64>,
    /// The amounts that may be in the profile: of the last save that was answered, and of those
    /// since that were not.
    amounts: BTreeMap<JourneyId, Vec<String>>,
}

impl Asked {
    /// The same key is the same intent.
    pub fn count(&mut self, intent: &Intent, key: &str) {
        if self.keys.insert(key.to_owned()) {
            let kind = intent.path.rsplit('/').next().unwrap_or_default();
            self.by_hand(kind, 1);
        }
    }

    pub fn by_hand(&mut self, kind: &str, more: usize) {
        *self.counts.entry(kind.to_owned()).or_default() += more as u64;
    }

    pub fn saved(&mut self, journey: JourneyId, amount: String, answered: bool) {
        let amounts = self.amounts.entry(journey).or_default();
        if answered {
            amounts.clear();
        }
        amounts.push(amount);
    }

    fn most(&self, kind: &str) -> u64 {
        self.counts.get(kind).copied().unwrap_or_default()
    }
}

/// The platform may be away for a moment; nothing else keeps a borrower from their screen.
pub fn trouble(state: &str) -> Result<()> {
    match state {
        "trouble.PLATFORM_UNAVAILABLE" | "trouble.TOO_MANY_REQUESTS" | "trouble.UNREACHABLE" => {
            Ok(())
        }
        other => bail!("{other}"),
    }
}

/// A screen that is known, with what it is about.
pub fn view(view: &JourneyView, state: &str) -> Result<()> {
    let there = match flow::screen(view) {
        Screen::Unknown => false,
        Screen::Profile => view.profile.is_some(),
        Screen::Offers => view.offers.as_ref().is_some_and(|cards| !cards.is_empty()),
        Screen::Offer(id) => view
            .offer
            .as_ref()
            .is_some_and(|offer| offer.offer_id == id),
        Screen::LoanAmount(_) | Screen::Disbursed => view.offer.is_some(),
        Screen::BankAccount(..) | Screen::StepFailed(..) => {
            view.offer.is_some() && view.steps.is_some()
        }
        _ => true,
    };
    if there {
        return Ok(());
    }
    bail!("an empty page at {state}: {}", serde_json::to_string(view)?)
}

/// What our server shows is what the platform has, and nothing happened twice.
pub async fn agreed(world: &World, player: &mut Player<'_>, asked: &Asked) -> Result<()> {
    let what = "the view and the platform to agree";
    let view = eventually(what, Duration::from_secs(20), async || {
        let Sight::View(view) = player.look().await? else {
            return Ok(None);
        };
        match differs(world, &view).await? {
            Some(difference) => bail!(difference),
            None => Ok(Some(view)),
        }
    })
    .await?;
    once_each(world, &view, asked).await
}

async fn differs(world: &World, view: &JourneyView) -> Result<Option<String>> {
    let journey = view.journey.as_ref().context("no journey")?;
    let truth = row(world, "journeys", journey.id).await?;
    let shown = json!({
        "status": journey.status, "nextAction": journey.next_action,
        "selectedOfferID": journey.selected_offer,
    });
    let is = |name| truth.get(name).cloned().unwrap_or_default();
    let there = json!({
        "status": is("status"), "nextAction": is("nextAction"),
        "selectedOfferID": is("selectedOfferID"),
    });
    Ok((shown != there).then(|| format!("{shown} against {there}")))
}

async fn row(world: &World, list: &str, journey: JourneyId) -> Result<Value> {
    let all = world.control(list).await?;
    let mut rows = all.as_array().context("no list")?.iter();
    let mine = rows.find(|row| row.get("journeyID") == Some(&json!(journey)));
    mine.cloned()
        .with_context(|| format!("{journey} is not among the {list}"))
}

async fn once_each(world: &World, view: &JourneyView, asked: &Asked) -> Result<()> {
    let journey = view.journey.as_ref().context("no journey")?.id;
    let effects = row(world, "effects", journey).await?;
    let count = |name: &str| effects.get(name).and_then(Value::as_u64).context("a count");
    let proceeds = count("proceeds")?;
    for (name, most) in [
        ("submitted", 1),
        ("loans", 1),
        ("proceeds", asked.most("proceed")),
        ("amounts", asked.most("loan-amount")),
        ("bankForms", asked.most("bank-mandate")),
        ("rejects", asked.most("reject")),
        ("mandates", proceeds),
        ("agreements", proceeds),
    ] {
        if count(name)? > most {
            bail!("{} {name}, asked for {most}: {effects}", count(name)?);
        }
    }
    let Some(amounts) = asked.amounts.get(&journey) else {
        return Ok(());
    };
    let profile = row(world, "journeys", journey).await?;
    let kept = [
        "/profile/journey/requestedAmount",
        "/profile/goldLoan/requestedAmount",
    ]
    .into_iter()
    .find_map(|place| profile.pointer(place)?.as_str().map(str::to_owned));
    match kept {
        Some(kept) if amounts.contains(&kept) => Ok(()),
        kept => bail!("the platform has {kept:?} where {amounts:?} was saved"),
    }
}
