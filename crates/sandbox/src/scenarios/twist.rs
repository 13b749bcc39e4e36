use contract::platform::status::StepKey;
use lending::BasisPoints;

use crate::faults::Fault;
use crate::lenders::{AaNeed, Letter, Manner};

/// What the world does otherwise to somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Twist {
    /// What becomes of the attempts at a step, one after another; all others go well. Disbursal
    /// is one attempt that goes through all of them.
    Step(StepKey, &'static [Outcome]),
    /// What becomes of consents that were approved, one after another.
    Consent(&'static [Outcome]),
    /// A lender answers otherwise than it usually does.
    Answers(Letter, Manner),
    /// A lender answers so many seconds late, whatever else is fast.
    Late(Letter, u32),
    /// A lender wants bank statements at another time.
    Wants(Letter, AaNeed),
    /// A lender's offer is open for so many days.
    QuoteDays(Letter, u32),
    /// The lender's rate is another one when the amount is known.
    Requote(BasisPoints),
    /// So long is the jewellery looked at, told of every so often, and found to be worth so many
    /// per cent of what the borrower said.
    Appraisal {
        seconds: u32,
        told_every: u32,
        worth: u32,
    },
    /// A lender that has said yes pays so many seconds later.
    PaysAfter(u32),
    /// The platform closes the application so many seconds after it was started.
    Closes(u32),
    /// The platform describes a form for a step that no call can submit, and goes on without it
    /// so many seconds later.
    FormAt(StepKey, u32),
    /// After one redirection the lender does all other steps itself, each in so many seconds.
    OneRedirection(u32),
    /// Providers send the borrower back by a form that is posted.
    ReturnsByPost,
    /// The mandate is given in another app; the page of ours stays.
    AppSwitch,
    /// The sandbox's clock is off by so many seconds: only a sandbox started so shows it.
    Clock(i32),
    Faults(&'static [Fault]),
    Webhooks(crate::webhooks::Manner),
}

/// What becomes of an attempt that the borrower has approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Outcome {
    #[default]
    Fine,
    /// Goes well so many seconds later, whatever else is fast.
    Takes {
        seconds: u32,
        note: Option<Note>,
    },
    Fails {
        note: Note,
        then: Then,
    },
}

/// Why, as the platform's diagnostics tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) code: &'static str,
    pub(crate) message: &'static str,
}

/// What follows a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Then {
    /// The borrower may try again.
    Again,
    /// Nobody may try again; the application stays open.
    Never,
    /// The borrower gives another account first, for this reason.
    OtherAccount(Note),
    /// The lender puts it right so many seconds later.
    LenderMends(u32),
    /// The lender ends the application.
    Ends,
}

impl Outcome {
    /// How long it takes, where the scenario says.
    pub(crate) const fn seconds(self) -> Option<u32> {
        match self {
            Self::Takes { seconds, .. } => Some(seconds),
            Self::Fine | Self::Fails { .. } => None,
        }
    }

    pub(crate) const fn failure(self) -> Option<Note> {
        match self {
            Self::Fails { note, .. } => Some(note),
            Self::Fine | Self::Takes { .. } => None,
        }
    }

    /// Said while it takes so long.
    pub(crate) const fn meanwhile(self) -> Option<Note> {
        match self {
            Self::Takes { note, .. } => note,
            Self::Fine | Self::Fails { .. } => None,
        }
    }
}

/// Once, and it may be tried again.
pub(super) const fn once(code: &'static str, message: &'static str) -> Outcome {
    fails(code, message, Then::Again)
}

pub(super) const fn fails(code: &'static str, message: &'static str, then: Then) -> Outcome {
    Outcome::Fails {
        note: Note { code, message },
        then,
    }
}

pub(super) const fn takes(seconds: u32) -> Outcome {
    Outcome::Takes {
        seconds,
        note: None,
    }
}

pub(super) const fn says(seconds: u32, code: &'static str, message: &'static str) -> Outcome {
    Outcome::Takes {
        seconds,
        note: Some(Note { code, message }),
    }
}
