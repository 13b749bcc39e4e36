//! What is done at a stop.

use anyhow::{Context as _, Result, bail};
use contract::app::{JourneyView, Party};
use contract::platform::offers::Offer;
use contract::platform::status::OfferCardStatus;
use contract::{JourneyId, OfferId};
use flow::Screen;

use super::{Deed, Next, Player, Sight, UNKNOWN_ACCOUNT, amount_of};
use crate::provider;
use crate::{Borrower, Intent, new_key};

/// Seconds; longer than a provider's link is good, or a consent can be given.
fn too_long(party: Party) -> u64 {
    match party {
        Party::Aa => 16 * 60,
        _ => 11 * 60,
    }
}

impl Player<'_> {
    pub async fn does(&mut self, deed: &Deed, view: &JourneyView) -> Result<Next> {
        match deed {
            Deed::GoOn => self.go_on(view).await,
            Deed::Wait(seconds) => {
                self.world.move_time(*seconds).await?;
                Ok(Next::Look)
            }
            Deed::Revoke => {
                let all = serde_json::json!({ "revokeFamilies": true });
                self.world.faults(&all).await?;
                Ok(Next::Look)
            }
            Deed::Start(loan) => {
                loan.clone_into(&mut self.loan);
                self.start().await
            }
            Deed::Decline => self.at_the_door(view, "decline").await,
            Deed::Leave => self.at_the_door(view, "leave").await,
            Deed::StayAway | Deed::Abandon | Deed::Stale => self.gone_longer(view, deed).await,
            _ => self.about_an_offer(view, deed).await,
        }
    }

    async fn at_the_door(&mut self, view: &JourneyView, choice: &str) -> Result<Next> {
        let (journey, party, offer) = door(view)?;
        self.visit(journey, party, offer, choice).await
    }

    async fn gone_longer(&mut self, view: &JourneyView, deed: &Deed) -> Result<Next> {
        let (journey, party, offer) = door(view)?;
        let url = match self.mint(journey, party, offer).await? {
            Ok(url) => url,
            Err(next) => return Ok(next),
        };
        match deed {
            Deed::StayAway => {
                provider::visit(self.me.http(), &url, "approve").await?;
            }
            Deed::Stale => {
                self.world.move_time(too_long(party)).await?;
                let way = provider::visit(self.me.http(), &url, "approve").await?;
                return self.come_back(journey, party, &way).await;
            }
            _ => provider::look(self.me.http(), &url).await?,
        }
        self.focus = None;
        Ok(Next::Look)
    }

    async fn about_an_offer(&mut self, view: &JourneyView, deed: &Deed) -> Result<Next> {
        let journey = journey_of(view)?;
        match deed {
            Deed::Open(lender) => match received_of(view, lender)? {
                Some(offer) => Ok(self.turn_to(offer)),
                None => Ok(Next::Wait),
            },
            Deed::Share(lender) => Ok(self.turn_to(offer_of(view, lender)?)),
            Deed::Choose(lender) => match received_of(view, lender)? {
                Some(offer) => self.choose(journey, offer).await,
                None => Ok(Next::Wait),
            },
            Deed::OtherTab(lender) => match received_of(view, lender)? {
                Some(theirs) => self.too_late(view, journey, theirs).await,
                None => Ok(Next::Wait),
            },
            Deed::AskLess => {
                let amount = less(view).context("no amount")?;
                let offer = at_hand(view).context("no offer")?;
                self.act(&Intent::loan_amount(journey, offer, &amount))
                    .await
            }
            Deed::UnknownAccount => {
                let offer = at_hand(view).context("no offer")?;
                self.act(&Intent::bank_mandate(journey, offer, UNKNOWN_ACCOUNT))
                    .await
            }
            Deed::TurnDown => {
                let first = || flow::open_offers(view).first().copied();
                let offer = at_hand(view).or_else(first).context("no offer")?;
                self.focus = None;
                self.act(&Intent::reject(journey, offer, stage_of(view)?))
                    .await
            }
            Deed::GiveUp => self.give_up(view, journey).await,
            other => bail!("{other:?} is not done here"),
        }
    }

    fn turn_to(&mut self, offer: OfferId) -> Next {
        self.focus = Some(offer);
        Next::Look
    }

    /// Another session of the same person is first; this one's choice is refused.
    async fn too_late(
        &mut self,
        view: &JourneyView,
        journey: JourneyId,
        theirs: OfferId,
    ) -> Result<Next> {
        let Some(ours) = received(view).find(|offer| *offer != theirs) else {
            return Ok(Next::Wait);
        };
        let mut other = Borrower::signed_in(self.world, &self.id).await?;
        other.act(&Intent::proceed(journey, theirs)).await?;
        let choice = Intent::proceed(journey, ours);
        let refused = self.me.attempt(&choice, &new_key()).await?;
        if refused.code() != "OFFER_LOCKED" {
            bail!("chosen twice: {} {}", refused.status, refused.text);
        }
        self.focus = None;
        Ok(Next::Look)
    }

    /// Turning down the chosen one can bring the others back: until none is left.
    async fn give_up(&mut self, view: &JourneyView, journey: JourneyId) -> Result<Next> {
        self.focus = None;
        let mut view = view.clone();
        loop {
            let Some(offer) = flow::open_offers(&view).first().copied() else {
                return Ok(Next::Seen(Sight::of(view)));
            };
            let intent = Intent::reject(journey, offer, stage_of(&view)?);
            match self.act(&intent).await? {
                Next::Seen(Sight::View(next)) => view = *next,
                other => return Ok(other),
            }
        }
    }
}

fn journey_of(view: &JourneyView) -> Result<JourneyId> {
    let journey = view.journey.as_ref().context("no journey")?;
    Ok(journey.id)
}

fn door(view: &JourneyView) -> Result<(JourneyId, Party, OfferId)> {
    match flow::screen(view) {
        Screen::Leave { party, offer, .. } => Ok((journey_of(view)?, party, offer)),
        other => bail!("no provider's door: {other:?}"),
    }
}

fn stage_of(view: &JourneyView) -> Result<&'static str> {
    let stage = flow::rejected_stage(view).context("too early or too late to turn down")?;
    Ok(stage.as_str())
}

fn chosen(view: &JourneyView) -> Option<OfferId> {
    view.journey.as_ref()?.selected_offer
}

/// The offer that the screen is about.
fn at_hand(view: &JourneyView) -> Option<OfferId> {
    chosen(view).or(view.focus)
}

fn alive(view: &JourneyView) -> impl Iterator<Item = &Offer> {
    let gone = OfferCardStatus::NoOfferAvailable;
    let cards = view.offers.iter().flatten();
    cards.filter(move |offer| offer.status != gone)
}

fn received(view: &JourneyView) -> impl Iterator<Item = OfferId> {
    let there = |offer: &&Offer| offer.status == OfferCardStatus::OfferReceived;
    alive(view).filter(there).map(|offer| offer.offer_id)
}

fn offer_of(view: &JourneyView, lender: &str) -> Result<OfferId> {
    let is = |offer: &&Offer| {
        offer
            .lender_id
            .as_ref()
            .is_some_and(|id| id.as_str() == lender)
    };
    let card = view.offers.iter().flatten().find(is);
    let card = card.with_context(|| format!("{lender} is not among {:?}", view.offers))?;
    Ok(card.offer_id)
}

/// This lender's offer, once it is there.
fn received_of(view: &JourneyView, lender: &str) -> Result<Option<OfferId>> {
    let offer = offer_of(view, lender)?;
    Ok(received(view).find(|id| *id == offer))
}

/// Sixty in a hundred, in thousands, and not below what the lender lends.
fn less(view: &JourneyView) -> Option<String> {
    let most: u64 = amount_of(view)?.parse().ok()?;
    let least = view.offer.as_ref()?.amount_minimum.as_ref();
    let least = least
        .and_then(|amount| amount.as_str().parse().ok())
        .unwrap_or(0);
    Some((most * 6 / 10_000 * 1_000).max(least).to_string())
}
