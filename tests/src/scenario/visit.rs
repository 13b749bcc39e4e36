//! To a provider and back.

use anyhow::{Context as _, Result, bail};
use contract::app::Party;
use contract::{JourneyId, OfferId};
use serde_json::{Value, json};

use super::player::unreachable;
use super::{Next, Player, Sight};
use crate::Intent;
use crate::provider::{self, Way};

impl Player<'_> {
    /// An address to go to, minted now.
    pub async fn mint(
        &mut self,
        journey: JourneyId,
        party: Party,
        offer: OfferId,
    ) -> Result<Result<String, Next>> {
        if party == Party::Aa && !self.asks_for_statements_of.contains(&offer) {
            let consent = Intent::consent_to_statements(journey, offer);
            let key = self.key_for(&consent);
            if let Err(next) = self.send(&consent, key).await? {
                return Ok(Err(next));
            }
            self.asks_for_statements_of.insert(offer);
        }
        let intent = Intent::handoff(journey, offer, party);
        let key = self.key_for(&intent);
        let answer = match self.send(&intent, key).await? {
            Ok(answer) => answer.json()?,
            Err(next) => return Ok(Err(next)),
        };
        let url = answer.get("url").and_then(Value::as_str);
        Ok(Ok(url.context("a handoff without an address")?.to_owned()))
    }

    /// Mints, goes, decides, and comes back.
    pub async fn visit(
        &mut self,
        journey: JourneyId,
        party: Party,
        offer: OfferId,
        choice: &str,
    ) -> Result<Next> {
        let url = match self.mint(journey, party, offer).await? {
            Ok(url) => url,
            Err(next) => return Ok(next),
        };
        match provider::visit(self.me.http(), &url, choice).await? {
            Way::App => {
                let app = json!({ "journeyID": journey, "decision": choice });
                self.world.tell("apps", &app).await?;
                Ok(Next::Look)
            }
            way => self.come_back(journey, party, &way).await,
        }
    }

    /// Through the return address to the app's own page, which says so.
    pub async fn come_back(&mut self, journey: JourneyId, party: Party, way: &Way) -> Result<Next> {
        let arrived = match self.me.arrive(way).await {
            Ok(arrived) => arrived,
            Err(error) => return Ok(Next::Seen(unreachable(error)?)),
        };
        let to = arrived
            .headers
            .get("location")
            .and_then(|to| to.to_str().ok());
        self.focus = None;
        match to {
            Some(to) if to.strip_prefix("/back/") == Some(party.as_str()) => {}
            // Of an attempt that is over: nobody is told.
            Some("/") => return Ok(Next::Look),
            _ => bail!("the return went elsewhere: {arrived:?}"),
        }
        let next = self.act(&Intent::returned(journey, party)).await?;
        // The answer says which offer it is about.
        if let Next::Seen(Sight::View(view)) = &next {
            self.focus = view.focus;
        }
        Ok(next)
    }
}
