//! Pages that belong to a step.

use axum::extract::{Form as Posted, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use contract::JourneyId;
use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::page::{self, Choice, Decision, Form, dead_link};
use super::returns::{self, Way};
use super::visit::Visit;
use super::words::{Head, Words};
use super::{apps, bank_says};
use crate::engine::journey::{Card, Journey};
use crate::engine::steps;
use crate::sandbox::{Sandbox, Shared};
use crate::scenarios::Note;
use crate::world::{LinkFor, World};

#[derive(Debug, Clone, Copy)]
pub(crate) struct StepPage {
    pub(crate) key: StepKey,
    /// The first part of its address.
    pub(crate) path: &'static str,
    /// The last part of the return address.
    pub(crate) party: &'static str,
    pub(crate) head: fn(&Words) -> Head,
    pub(crate) with_code: bool,
    pub(crate) body: fn(&Words, &Journey, &Card) -> Markup,
    /// What is to be chosen before one can say yes.
    pub(crate) choices: Option<fn(&Words, &Card, bool) -> Markup>,
}

/// The two requests of a page.
pub(super) fn routes(page: &'static StepPage) -> MethodRouter<Shared> {
    let show = move |State(shared): State<Shared>, visit: Visit, Path(token): Path<String>| async move {
        page.show(&shared, visit, &token)
    };
    let decide = move |State(shared): State<Shared>,
                       visit: Visit,
                       Path(token): Path<String>,
                       Posted(decision): Posted<Decision>| async move {
        page.decide(&shared, visit, &token, &decision)
    };
    get(show).post(decide)
}

/// What is wrong with what was typed or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Nothing,
    Code,
    Branch,
}

impl StepPage {
    fn show(&self, sandbox: &Sandbox, visit: Visit, token: &str) -> Response {
        let elsewhere = self.key == StepKey::EMandate
            && !visit.web
            && sandbox.with(|world| {
                let good = self.open(world, token).is_some();
                good && apps::switch(world, token)
            });
        if elsewhere {
            return StatusCode::NO_CONTENT.into_response();
        }
        self.answer(sandbox, visit, token, Wrong::Nothing)
    }

    fn decide(
        &self,
        sandbox: &Sandbox,
        visit: Visit,
        token: &str,
        decision: &Decision,
    ) -> Response {
        let way = self.way(sandbox, visit, token);
        let (approves, outcome) = match decision.choice(self.with_code) {
            Choice::Leave => return way.send(sandbox, visit, "left"),
            Choice::WrongCode => return self.answer(sandbox, visit, token, Wrong::Code),
            Choice::Approve => (true, "success"),
            Choice::Decline => (false, "failure"),
        };
        let done = sandbox.with(|world| self.done(world, token, approves, &decision.branch));
        match done {
            None => dead_link(sandbox, visit, (self.head)(visit.words).who, &way),
            Some(Done::NoBranch) => self.answer(sandbox, visit, token, Wrong::Branch),
            Some(Done::Refused(note)) if visit.browser && !way.by_post => {
                let back = way.link("failure");
                bank_says(sandbox, visit, (self.head)(visit.words).who, note, &back)
            }
            Some(Done::Refused(_)) => way.send(sandbox, visit, "failure"),
            Some(Done::Well) => way.send(sandbox, visit, outcome),
        }
    }

    fn done(&self, world: &mut World, token: &str, approves: bool, branch: &str) -> Option<Done> {
        let (id, attempt) = self.open(world, token)?;
        let journey = world.journeys.get_mut(&id)?;
        if approves && self.choices.is_some() {
            let branches = journey.chosen_card()?.lender().branches;
            if !branches.iter().any(|known| known.id == branch) {
                return Some(Done::NoBranch);
            }
            steps::choose_branch(journey, Some(branch));
        }
        steps::decided(world, id, self.key, attempt, approves).then_some(())?;
        let room = world
            .journeys
            .get(&id)?
            .chosen
            .as_ref()?
            .rooms
            .get(self.key)?;
        let refused = room
            .outcome
            .failure()
            .filter(|_| approves && self.key == StepKey::EMandate);
        Some(refused.map_or(Done::Well, Done::Refused))
    }

    /// Decides on a link that is good.
    pub(super) fn settle(&self, world: &mut World, token: &str, approves: bool) -> Option<()> {
        let (id, attempt) = self.open(world, token)?;
        steps::decided(world, id, self.key, attempt, approves).then_some(())
    }

    fn way(&self, sandbox: &Sandbox, visit: Visit, token: &str) -> Way {
        let home = returns::registered(sandbox, self.party);
        Way::of(sandbox, visit, token, home)
    }

    fn answer(&self, sandbox: &Sandbox, visit: Visit, token: &str, wrong: Wrong) -> Response {
        let words = visit.words;
        let head = (self.head)(words);
        let drawn = sandbox.with(|world| {
            let (id, _) = self.open(world, token)?;
            let journey = world.journeys.get(&id)?;
            let card = journey.chosen_card()?;
            let choices = self
                .choices
                .map(|draw| draw(words, card, wrong == Wrong::Branch));
            Some(((self.body)(words, journey, card), choices))
        });
        let Some((body, choices)) = drawn else {
            return dead_link(sandbox, visit, head.who, &self.way(sandbox, visit, token));
        };
        let error = (wrong == Wrong::Code).then(|| page::wrong_code(words));
        let form = Form {
            yes: head.yes,
            no: words.decline,
            with_code: self.with_code,
            error: error.as_deref(),
            choices,
        };
        let status = if wrong == Wrong::Nothing {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let body = html! { (body) (form.draw(words)) };
        page::show(sandbox, visit, status, head, &body)
    }

    /// The journey and attempt of a link that is good, for a step that is open.
    fn open(&self, world: &World, token: &str) -> Option<(JourneyId, u32)> {
        let link = world.links.get(token)?;
        let LinkFor::Step(key, attempt) = link.to else {
            return None;
        };
        let journey = world.journeys.get(&link.journey)?;
        let room = journey.chosen.as_ref()?.rooms.get(key)?;
        let good = key == self.key
            && super::path(journey, key) == self.path
            && link.expires_at > world.now
            && !journey.is_over()
            && room.is_open()
            && room.attempts == attempt;
        good.then_some((link.journey, attempt))
    }
}

/// What a decision led to.
enum Done {
    Well,
    /// The bank says no.
    Refused(Note),
    NoBranch,
}
