//! The steps that are done on a provider's page.

use contract::JourneyId;
use contract::platform::status::{ActionRequired, StepKey, StepStatus};
use contract::platform::steps::Diagnostics;

use super::journey::{Journey, Stage, StepAt};
use super::{Event, disbursal, selection};
use crate::clock::Moment;
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
}

impl Default for Room {
    fn default() -> Self {
        Self {
            status: StepStatus::Pending,
            action: ActionRequired::None,
            attempts: 0,
            diagnostics: None,
        }
    }
}

impl Room {
    pub(crate) fn set(&mut self, status: StepStatus, action: ActionRequired) {
        self.status = status;
        self.action = action;
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

/// Makes a step the current one.
pub(crate) fn open(journey: &mut Journey, at: StepAt) {
    journey.set_stage(Stage::Step(at));
    if let Some(chosen) = &mut journey.chosen
        && let Some(room) = chosen.rooms.get_mut(at.key())
    {
        match at {
            StepAt::Kyc | StepAt::EMandate | StepAt::LoanAgreement => {
                room.set(StepStatus::Ready, ActionRequired::Redirect);
            }
            StepAt::BankMandate => room.set(StepStatus::Ready, ActionRequired::SubmitForm),
            StepAt::Disbursal => room.set(StepStatus::Pending, ActionRequired::Wait),
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
        let (code, message) = refusal(key);
        fail(journey, key, now, code, message, ActionRequired::Redirect);
        return true;
    }
    room.set(StepStatus::InProgress, ActionRequired::AwaitCallback);
    room.diagnostics = None;
    journey.touch(now, "journey.step.updated");
    let span = match key {
        StepKey::EMandate => waits.mandate,
        StepKey::LoanAgreement => waits.agreement,
        _ => waits.kyc,
    };
    world.later(span, Event::StepChecked(id, key, attempt));
    true
}

fn refusal(key: StepKey) -> (&'static str, &'static str) {
    match key {
        StepKey::EMandate => ("MANDATE_DECLINED", "The mandate was declined."),
        StepKey::LoanAgreement => ("AGREEMENT_DECLINED", "The agreement was not signed."),
        _ => ("KYC_DECLINED", "The identity check was declined."),
    }
}

/// Counts a failed attempt; the last one ends the application.
pub(crate) fn fail(
    journey: &mut Journey,
    key: StepKey,
    now: Moment,
    code: &str,
    message: &str,
    retry: ActionRequired,
) {
    let Some(room) = current(journey, key) else {
        return;
    };
    room.attempts += 1;
    let last = room.attempts >= MAX_ATTEMPTS;
    let action = if last { ActionRequired::None } else { retry };
    room.set(StepStatus::Failure, action);
    room.diagnostics = Some(Diagnostics {
        code: Some(code.into()),
        message: Some(message.into()),
        attempts: Some(room.attempts),
        max_attempts: Some(MAX_ATTEMPTS),
        updated_at: Some(now.to_string()),
    });
    journey.touch(now, "journey.step.updated");
    if last {
        let reason = format!("{message} The lender has ended this application.");
        selection::lender_gives_up(journey, now, &reason);
    }
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
        succeed(world, id, key);
    }
}

/// Marks the current step as done and opens the next one.
pub(crate) fn succeed(world: &mut World, id: JourneyId, key: StepKey) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(Stage::Step(at)) = journey.stage() else {
        return;
    };
    let Some(room) = current(journey, key) else {
        return;
    };
    room.set(StepStatus::Success, ActionRequired::None);
    room.diagnostics = None;
    open(journey, at.next());
    journey.touch(now, "journey.step.updated");
    if at == StepAt::LoanAgreement {
        disbursal::begin(world, id);
    }
}
