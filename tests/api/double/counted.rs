use anyhow::{Context as _, Result};
use contract::JourneyId;
use end_to_end::World;
use serde_json::{Value, json};

use super::cases::{Case, Deed};

/// What can be counted of what has really happened.
pub struct Counted {
    calls: Vec<Value>,
    effects: Vec<Value>,
}

impl Counted {
    pub async fn now(world: &World) -> Result<Self> {
        let effects = world.control("effects").await?;
        Ok(Self {
            calls: world.calls().await?,
            effects: effects.as_array().cloned().context("effects")?,
        })
    }

    /// How often it happened between.
    pub fn since(&self, before: &Self, case: &Case, journey: Option<JourneyId>) -> Result<u64> {
        let journey = match (case.deed, journey) {
            (Deed::Start, _) | (_, None) => {
                return Ok(u64::try_from(self.effects.len() - before.effects.len())?);
            }
            (_, Some(journey)) => json!(journey),
        };
        if case.counts.is_empty() {
            return Ok(1);
        }
        if matches!(case.deed, Deed::Save) {
            let new = self.calls.iter().skip(before.calls.len());
            let saved = |call: &&Value| {
                let is = |name: &str, value: Value| call.get(name) == Some(&value);
                is("method", json!("PUT"))
                    && is("status", json!(200))
                    && is("replayed", json!(false))
            };
            return Ok(u64::try_from(new.filter(saved).count())?);
        }
        let mut rows = self.effects.iter();
        let mine = rows.find(|row| row.get("journeyID") == Some(&journey));
        mine.and_then(|row| row.get(case.counts)?.as_u64())
            .context(case.counts)
    }
}
