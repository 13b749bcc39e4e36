//! The steps that are done on a provider's page.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, JourneyType, StepKey, StepStatus};
use contract::platform::steps::Diagnostics;

use super::journey::{Journey, Stage, StepAt};
use super::{Event, appraisal, disbursal, outcomes};
use crate::clock::Moment;
use crate::scenarios::{Note, Outcome, Then};
use crate::world::World;

/// A step that fails as often ends the application.
pub(crate) const MAX_ATTEMPTS: u32 = 3;

/// One step as it stands.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    pub(crate) status: StepStatus,
    pub(crate) action: ActionRequired,
    /// That failed.
    pub(crate) attempts: u32,
    pub(crate) diagnostics: Option<Diagnostics>,
    /// What will become of the attempt that is under way.
    pub(crate) outcome: Outcome,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            status: StepStatus::Pending,
            action: ActionRequired::None,
            attempts: 0,
            diagnostics: None,
            outcome: Outcome::Fine,
        }
    }
}

impl Room {
    pub(crate) fn set(&mut self, status: StepStatus, action: ActionRequired) {
        self.status = status;
        self.action = action;
    }

    pub(crate) fn note(&mut self, note: Note, now: Moment) {
        self.diagnostics = Some(Diagnostics {
            code: Some(note.code.into()),
            message: Some(note.message.into()),
            attempts: Some(self.attempts),
            max_attempts: Some(MAX_ATTEMPTS),
            updated_at: Some(now.to_string()),
        });
    }

    /// The borrower may go to the provider.
    pub(crate) fn is_open(&self) -> bool {
        self.action == ActionRequired::Redirect
    }
}

/// All five.
#[derive(Debug, Default)]
pub(crate) struct Rooms {
    pub(crate) kyc: Room,
    pub(crate) bank_mandate: Room,
    pub(crate) e_mandate: Room,
    pub(crate) loan_agreement: Room,
    pub(crate) disbursal: Room,
}

impl Rooms {
    pub(crate) fn get(&self, key: StepKey) -> Option<&Room> {
        match key {
            StepKey::Kyc => Some(&self.kyc),
            StepKey::BankMandate => Some(&self.bank_mandate),
            StepKey::EMandate => Some(&self.e_mandate),
            StepKey::LoanAgreement => Some(&self.loan_agreement),
            StepKey::Disbursal => Some(&self.disbursal),
            StepKey::Unknown => None,
        }
    }

    pub(crate) fn get_mut(&mut self, key: StepKey) -> Option<&mut Room> {
        match key {
            StepKey::Kyc => Some(&mut self.kyc),
            StepKey::BankMandate => Some(&mut self.bank_mandate),
            StepKey::EMandate => Some(&mut self.e_mandate),
            StepKey::LoanAgreement => Some(&mut self.loan_agreement),
            StepKey::Disbursal => Some(&mut self.disbursal),
            StepKey::Unknown => None,
        }
    }
}

/// How a step begins.
enum Opening {
    NotRequired,
    Borrower(ActionRequired),
    /// It is done without the borrower, in so many seconds.
    Lender(u32, ActionRequired),
    Payout,
}

fn opening(journey: &Journey, at: StepAt) -> Opening {
    let script = journey.script;
    if let Some(seconds) = script.form_at(at.key()) {
        return Opening::Lender(seconds, ActionRequired::SubmitForm);
    }
    let gold = journey.kind == JourneyType::GoldLoan;
    match (at, script.one_redirection()) {
        (StepAt::Disbursal, _) => Opening::Payout,
        // ASSUMPTION(G30): gold is brought to a branch, and repaid there.
        (StepAt::BankMandate | StepAt::EMandate, _) if gold => Opening::NotRequired,
        (StepAt::Kyc, _) | (StepAt::EMandate | StepAt::LoanAgreement, None) => {
            Opening::Borrower(ActionRequired::Redirect)
        }
        (StepAt::BankMandate, None) => Opening::Borrower(ActionRequired::SubmitForm),
        (_, Some(seconds)) => Opening::Lender(seconds, ActionRequired::Wait),
    }
}

/// Makes a step the current one.
pub(crate) fn open(world: &mut World, id: JourneyId, at: StepAt) {
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    journey.set_stage(Stage::Step(at));
    let opening = opening(journey, at);
    let Some(room) = current(journey, at.key()) else {
        return;
    };
    room.diagnostics = None;
    match opening {
        Opening::Borrower(action) => room.set(StepStatus::Ready, action),
        Opening::Lender(seconds, action) => {
            room.set(StepStatus::InProgress, action);
            let checked = Event::StepChecked(id, at.key(), room.attempts);
            world.in_seconds(seconds, checked);
        }
        Opening::NotRequired => {
            room.set(StepStatus::NotRequired, ActionRequired::None);
            match at {
                StepAt::EMandate => appraisal::begin(world, id),
                _ => open(world, id, at.next()),
            }
        }
        Opening::Payout => {
            room.set(StepStatus::Pending, ActionRequired::Wait);
            disbursal::begin(world, id);
        }
    }
}

/// The room of the current step, if it is this one.
pub(crate) fn current(journey: &mut Journey, key: StepKey) -> Option<&mut Room> {
    match journey.stage()? {
        Stage::Step(at) if at.key() == key => journey.chosen.as_mut()?.rooms.get_mut(key),
        _ => None,
    }
}

/// The borrower decided on the provider's page; `false` when that page was an old one.
pub(crate) fn decided(
    world: &mut World,
    id: JourneyId,
    key: StepKey,
    attempt: u32,
    approves: bool,
) -> bool {
    let now = world.now;
    let waits = world.settings.waits;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return false;
    };
    let Some(room) = current(journey, key) else {
        return false;
    };
    if !room.is_open() || room.attempts != attempt {
        return false;
    }
    if !approves {
        outcomes::fail(world, id, key, refusal(key), Then::Again);
        return true;
    }
    let outcome = journey.attempt(key);
    under_way(journey, key, now, outcome, ActionRequired::AwaitCallback);
    let checked = Event::StepChecked(id, key, attempt);
    let span = match key {
        StepKey::EMandate => waits.mandate,
        StepKey::LoanAgreement => waits.agreement,
        _ => waits.kyc,
    };
    match outcome.seconds() {
        Some(seconds) => world.in_seconds(seconds, checked),
        None => world.later(span, checked),
    }
    true
}

/// Where the borrower brings the jewellery to; the first branch when nothing was said.
pub(crate) fn choose_branch(journey: &mut Journey, said: Option<&str>) {
    let branches = journey
        .chosen_card()
        .map_or(&[][..], |card| card.lender().branches);
    let named = branches.iter().find(|branch| Some(branch.id) == said);
    if let Some(chosen) = &mut journey.chosen {
        chosen.branch = named.or(chosen.branch).or(branches.first());
    }
}

/// An attempt has begun, and will come out as the script says.
pub(crate) fn under_way(
    journey: &mut Journey,
    key: StepKey,
    now: Moment,
    outcome: Outcome,
    action: ActionRequired,
) {
    let Some(room) = current(journey, key) else {
        return;
    };
    room.set(StepStatus::InProgress, action);
    room.outcome = outcome;
    room.diagnostics = None;
    if let Some(note) = outcome.meanwhile() {
        room.note(note, now);
    }
    journey.touch(now, "journey.step.updated");
}

const fn refusal(key: StepKey) -> Note {
    let (code, message) = match key {
        // What the mandate network says when the customer cancels.
        StepKey::EMandate => ("AP23", "The mandate was declined."),
        StepKey::LoanAgreement => ("signer_declined", "The agreement was not signed."),
        _ => ("KYC_DECLINED", "The identity check was declined."),
    };
    Note { code, message }
}

/// The provider has confirmed.
pub(crate) fn checked(world: &mut World, id: JourneyId, key: StepKey, attempt: u32) {
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if let Some(room) = current(journey, key)
        && room.attempts == attempt
        && room.status == StepStatus::InProgress
    {
        outcomes::comes_out(world, id, key);
    }
}
