//! What a borrower does that no screen asks for, and what happens to everybody.

use std::time::Duration;

use anyhow::Result;
use contract::app::{ConsentKind, ReceiptList};
use end_to_end::scenario::{Next, Player, Sight};
use end_to_end::{World, eventually, new_key};
use serde_json::json;

use super::Weather;
use super::walker::Walker;

impl Walker {
    /// The last intent once more, under its old key.
    pub async fn again(&mut self, player: &mut Player<'_>, state: &str) -> Result<Next> {
        let Some((intent, key)) = self.last.clone() else {
            return Ok(Next::Look);
        };
        self.note(state, "the last once more");
        // A day later the platform has forgotten the key.
        if self.weather == Weather::LongTimes {
            self.asked.count(&intent, &new_key());
        }
        player.act_keyed(&intent, key).await?;
        Ok(Next::Look)
    }

    /// The same person, elsewhere, does what anybody would.
    pub async fn elsewhere(&mut self, player: &mut Player<'_>, state: &str) -> Result<Next> {
        self.note(state, "goes on elsewhere");
        let mut other = signed_in(player.world, &player.id, &player.loan).await?;
        other.pan.clone_from(&player.pan);
        if let Sight::View(view) = other.look().await? {
            self.act(&mut other, &view, false).await?;
        }
        Ok(Next::Look)
    }

    /// Takes back one of the consents the application was sent by, if there is one.
    pub async fn withdraw(&mut self, player: &mut Player<'_>, state: &str) -> Result<Next> {
        self.note(state, "withdraws a consent");
        // A server that is just being killed has not heard; the view tells.
        let Ok(list) = player.me.get("/api/consents").await else {
            return Ok(Next::Look);
        };
        let list: ReceiptList = serde_json::from_value(list.json()?).unwrap_or_default();
        let mut items = list.items.iter();
        let standing = items.find(|receipt| {
            ConsentKind::TO_SUBMIT.contains(&receipt.kind) && receipt.withdrawn_at.is_none()
        });
        if let Some(receipt) = standing {
            let path = format!("/api/consents/{}/withdraw", receipt.id);
            let _heard = player.me.post(&path, &json!({})).await;
        }
        Ok(Next::Look)
    }

    /// Something happens to everybody.
    pub async fn outside(&mut self, player: &Player<'_>, state: &str) -> Result<Next> {
        match self.weather {
            Weather::Deadly if self.tally.kills < 2 => {
                self.note(state, "kill");
                self.tally.kills += 1;
                player.world.restart_bff().await?;
            }
            Weather::LongTimes => {
                let spans = [660, 86_400, 5 * 86_400];
                let seconds = self.chance.choice(spans).unwrap_or_default();
                self.note(state, &format!("{seconds} s go by"));
                player.world.move_time(seconds).await?;
            }
            _ => {
                self.note(state, "revoke");
                let all = json!({ "revokeFamilies": true });
                player.world.faults(&all).await?;
            }
        }
        Ok(Next::Look)
    }
}

/// A sign-in may meet a server that is just being killed.
pub async fn signed_in<'a>(world: &'a World, id: &str, loan: &str) -> Result<Player<'a>> {
    eventually("a sign-in", Duration::from_secs(20), async || {
        Player::signed_in(world, id, loan).await.map(Some)
    })
    .await
}
