//! The sandbox's scenarios, played by a borrower without a browser.

mod deed;
mod doing;
mod player;
mod run;
mod sight;
mod step;
mod visit;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::World;

pub use deed::Deed;
pub use player::Player;
pub use run::{Met, Run, address, play, play_to_middle, screen_of};
pub use sight::{Next, Sight};
pub use step::{GOOD_ACCOUNT, Step, UNKNOWN_ACCOUNT, amount_of, first_offer};

/// A person, what the world does to them, and the screens they must pass.
#[derive(Debug, Clone, Deserialize)]
pub struct Scenario {
    /// Also whom to sign in as.
    pub name: String,
    pub group: String,
    /// `PERSONAL_LOAN` or `GOLD_LOAN`.
    pub loan: String,
    pub walk: Vec<Stop>,
    pub ends: String,
    /// How far the sandbox's clock is off.
    #[serde(default, rename = "clockSeconds")]
    pub clock_seconds: i64,
}

/// A screen that must be met, and what the borrower does there.
#[derive(Debug, Clone, Deserialize)]
pub struct Stop {
    pub at: String,
    pub does: Deed,
}

impl Scenario {
    /// All that the sandbox has; with `E2E_ONLY`, those with one of its words in their names.
    pub async fn all(world: &World) -> Result<Vec<Self>> {
        let value = match std::env::var("E2E_TMP") {
            Ok(p) => serde_json::from_str(&std::fs::read_to_string(p)?)?,
            _ => world.control("scenarios").await?,
        };
        let list: Vec<Self> = serde_json::from_value(value).context("the list of scenarios")?;
        let Ok(only) = std::env::var("E2E_ONLY") else {
            return Ok(list);
        };
        let wanted = |scenario: &Self| only.split(',').any(|word| scenario.name.contains(word));
        Ok(list.into_iter().filter(wanted).collect())
    }

    /// Where half of the walk is behind the borrower.
    pub fn middle(&self) -> Option<usize> {
        self.walk.len().checked_sub(1).map(|last| last / 2)
    }
}
