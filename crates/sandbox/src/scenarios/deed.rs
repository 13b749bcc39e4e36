use std::fmt;

use contract::platform::status::JourneyType;
use serde::{Serialize, Serializer};

use crate::lenders::Letter;

/// What a borrower does at a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// Whatever the screen asks for.
    GoOn,
    /// Says no at the provider.
    Decline,
    /// Comes back from the provider without deciding.
    Leave,
    /// Approves, and never comes back in that tab.
    StayAway,
    /// Opens the provider's page and closes it.
    Abandon,
    /// Takes the address, opens it when it is dead, and comes back.
    Stale,
    /// Looks at an offer.
    Open(Letter),
    Choose(Letter),
    /// Stands before the consent that this lender wants.
    Share(Letter),
    /// Gives an account that does not exist.
    UnknownAccount,
    /// Asks for less than was offered.
    AskLess,
    /// Turns this offer down.
    TurnDown,
    /// Turns everything down that is open.
    GiveUp,
    /// Lets so many seconds pass.
    Wait(u32),
    /// Chooses this lender in another window first.
    OtherTab(Letter),
    /// All sessions with the platform are gone.
    Revoke,
    Start(JourneyType),
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = match self {
            Self::GoOn => "go-on",
            Self::Decline => "decline",
            Self::Leave => "leave",
            Self::StayAway => "stay-away",
            Self::Abandon => "abandon",
            Self::Stale => "stale",
            Self::UnknownAccount => "unknown-account",
            Self::AskLess => "ask-less",
            Self::TurnDown => "turn-down",
            Self::GiveUp => "give-up",
            Self::Revoke => "revoke",
            Self::Open(letter) => return write!(f, "open:{}", letter.lender().id),
            Self::Choose(letter) => return write!(f, "choose:{}", letter.lender().id),
            Self::Share(letter) => return write!(f, "share:{}", letter.lender().id),
            Self::OtherTab(letter) => return write!(f, "other-tab:{}", letter.lender().id),
            Self::Wait(seconds) => return write!(f, "wait:{seconds}"),
            Self::Start(kind) => return write!(f, "start:{}", kind.as_str()),
        };
        f.write_str(plain)
    }
}

impl Serialize for Deed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
