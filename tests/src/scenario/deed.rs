use anyhow::{Context as _, bail};
use serde::Deserialize;

/// What a borrower does at a stop, in the words of the scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Deed {
    /// What anybody would do here.
    GoOn,
    Decline,
    /// Comes back from the provider without deciding.
    Leave,
    /// Approves at the provider and never comes back in that tab.
    StayAway,
    /// Opens the provider's page, decides nothing, and opens the app later.
    Abandon,
    /// Takes so long that the provider's link is dead.
    Stale,
    Open(String),
    Choose(String),
    Share(String),
    UnknownAccount,
    AskLess,
    /// Rejects this offer.
    TurnDown,
    /// Rejects all that is open.
    GiveUp,
    /// Seconds.
    Wait(u64),
    /// In another session this lender is chosen first.
    OtherTab(String),
    /// The platform ends all its sessions.
    Revoke,
    Start(String),
}

impl TryFrom<String> for Deed {
    type Error = anyhow::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (word, rest) = text.split_once(':').unwrap_or((&text, ""));
        let rest = rest.to_owned();
        Ok(match word {
            "go-on" => Self::GoOn,
            "decline" => Self::Decline,
            "leave" => Self::Leave,
            "stay-away" => Self::StayAway,
            "abandon" => Self::Abandon,
            "stale" => Self::Stale,
            "open" => Self::Open(rest),
            "choose" => Self::Choose(rest),
            "share" => Self::Share(rest),
            "unknown-account" => Self::UnknownAccount,
            "ask-less" => Self::AskLess,
            "turn-down" => Self::TurnDown,
            "give-up" => Self::GiveUp,
            "wait" => Self::Wait(rest.parse().context(text)?),
            "other-tab" => Self::OtherTab(rest),
            "revoke" => Self::Revoke,
            "start" => Self::Start(rest),
            _ => bail!("`{text}` is no deed"),
        })
    }
}
