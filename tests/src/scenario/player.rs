use std::collections::HashSet;

use anyhow::{Result, bail};
use contract::app::JourneyView;
use contract::{JourneyId, OfferId};
use serde_json::Value;

use super::{Next, Sight, Step};
use crate::answers::answers;
use crate::intent::{Intent, new_key};
use crate::{Answer, Borrower, World};

/// A test borrower's.
const ASHA: &str = "ABCPV1234E";

/// A borrower with a journey, who acts on what the app would show.
#[derive(Debug)]
pub struct Player<'a> {
    pub world: &'a World,
    /// Whom they sign in as.
    pub id: String,
    /// What they apply for.
    pub loan: String,
    /// What they answer where no PAN is known.
    pub pan: String,
    pub me: Borrower,
    /// The offer in the address bar.
    pub focus: Option<OfferId>,
    /// Offers whose statements the borrower has agreed to have asked for, here.
    pub(super) asks_for_statements_of: HashSet<OfferId>,
    /// As in the app: what was sent and not answered keeps its key.
    unanswered: Option<(Intent, String)>,
}

impl<'a> Player<'a> {
    pub async fn signed_in(world: &'a World, id: &str, loan: &str) -> Result<Self> {
        Ok(Self {
            world,
            id: id.to_owned(),
            loan: loan.to_owned(),
            pan: ASHA.to_owned(),
            me: Borrower::signed_in(world, id).await?,
            focus: None,
            asks_for_statements_of: HashSet::new(),
            unanswered: None,
        })
    }

    pub async fn look(&mut self) -> Result<Sight> {
        let query = self.focus.map(|offer| format!("?offer={offer}"));
        let path = format!("/api/view{}", query.unwrap_or_default());
        match self.me.get(&path).await {
            Ok(answer) => sight(&answer),
            Err(error) => unreachable(error),
        }
    }

    /// As in the app: the same once more has the same key until it is answered.
    pub fn key_for(&self, intent: &Intent) -> String {
        match &self.unanswered {
            Some((earlier, key)) if earlier == intent => key.clone(),
            _ => new_key(),
        }
    }

    /// The answer, or what else follows.
    pub async fn send(&mut self, intent: &Intent, key: String) -> Result<Result<Answer, Next>> {
        self.unanswered = None;
        let sent = self.me.attempt(intent, &key).await;
        let trouble = match sent {
            Ok(answer) => match answer.status.as_u16() {
                200..300 => return Ok(Ok(answer)),
                // Things have moved on, or are about to.
                404 | 409 => return Ok(Err(Next::Wait)),
                400 if answer.code() == "CONSENT_REQUIRED" => return Ok(Err(Next::Look)),
                429 | 500.. => Sight::Trouble(answer.code()),
                status => bail!("{intent:?}: {status} {}", answer.text),
            },
            Err(error) => unreachable(error)?,
        };
        self.unanswered = Some((intent.clone(), key));
        Ok(Err(Next::Seen(trouble)))
    }

    /// Does it; the answer is the next view.
    pub async fn act(&mut self, intent: &Intent) -> Result<Next> {
        let key = self.key_for(intent);
        self.act_keyed(intent, key).await
    }

    pub async fn act_keyed(&mut self, intent: &Intent, key: String) -> Result<Next> {
        match self.send(intent, key).await? {
            Ok(answer) => Ok(Next::Seen(sight(&answer)?)),
            Err(next) => Ok(next),
        }
    }

    /// What anybody would do on this screen.
    pub async fn go_on(&mut self, view: &JourneyView) -> Result<Next> {
        match Step::of(view, self) {
            Step::Send(intent) => self.act(&intent).await,
            Step::Apply(journey) => self.apply(view, journey).await,
            Step::TurnTo(offer) => {
                self.focus = Some(offer);
                Ok(Next::Look)
            }
            Step::Choose(journey, offer) => self.choose(journey, offer).await,
            Step::Visit(journey, party, offer) => {
                self.visit(journey, party, offer, "approve").await
            }
            Step::Wait => Ok(Next::Wait),
        }
    }

    pub fn gold(&self) -> bool {
        self.loan == "GOLD_LOAN"
    }

    pub fn answers(&self, view: &JourneyView) -> Value {
        answers(view, self.gold(), &self.pan)
    }

    /// Goes on, as anybody would, until a screen of this name.
    pub async fn go_until(&mut self, state: &str) -> Result<JourneyView> {
        let mut last = String::new();
        for _ in 0..200 {
            let sight = self.look().await?;
            last = sight.name();
            let next = match sight {
                Sight::View(view) if last == state => return Ok(*view),
                Sight::View(view) => self.go_on(&view).await?,
                Sight::Trouble(_) => Next::Wait,
            };
            if matches!(next, Next::Wait) {
                self.world.move_time(2).await?;
            }
        }
        bail!("{state} never came; {last} did")
    }

    pub async fn start(&mut self) -> Result<Next> {
        let intent = Intent::start(&self.loan);
        self.act(&intent).await
    }

    async fn apply(&mut self, view: &JourneyView, journey: JourneyId) -> Result<Next> {
        let save = Intent::save(journey, self.answers(view));
        match self.act(&save).await? {
            Next::Seen(Sight::View(_)) => self.act(&Intent::submit(journey, self.gold())).await,
            other => Ok(other),
        }
    }

    pub async fn choose(&mut self, journey: JourneyId, offer: OfferId) -> Result<Next> {
        self.focus = None;
        self.act(&Intent::proceed(journey, offer)).await
    }
}

/// Our server does not answer; the app would say so and try again.
pub(super) fn unreachable(error: anyhow::Error) -> Result<Sight> {
    match error.downcast::<reqwest::Error>() {
        Ok(_) => Ok(Sight::Trouble("UNREACHABLE".to_owned())),
        Err(other) => Err(other),
    }
}

fn sight(answer: &Answer) -> Result<Sight> {
    Ok(if answer.status.is_success() {
        Sight::of(answer.view()?)
    } else {
        Sight::Trouble(answer.code())
    })
}
