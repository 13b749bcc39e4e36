//! Every word a borrower reads.
//!
//! A language is a [`Text`]: a missing word does not compile. Sentences are whole, with `{0}` and
//! `{1}` where something is put in, because the order differs between languages.

mod en;
mod hi;
pub(crate) mod rooms;

pub(crate) use kfs::fill;

use rooms::{
    Bank, Changed, Check, Common, Compare, Consents, Data, Done, Errors, Failing, Gold, Help, Kfs,
    Leave, Money, Offer, Offers, Parting, Profile, Refusals, Start, Waiting, Who,
};

/// All words of one language, room by room.
pub(crate) struct Text {
    pub(crate) common: Common,
    pub(crate) errors: Errors,
    pub(crate) refusals: Refusals,
    pub(crate) start: Start,
    pub(crate) profile: Profile,
    pub(crate) check: Check,
    pub(crate) consents: Consents,
    pub(crate) waiting: Waiting,
    pub(crate) offers: Offers,
    pub(crate) offer: Offer,
    pub(crate) compare: Compare,
    pub(crate) kfs: Kfs,
    pub(crate) leave: Leave,
    pub(crate) bank: Bank,
    pub(crate) failing: Failing,
    pub(crate) changed: Changed,
    pub(crate) parting: Parting,
    pub(crate) gold: Gold,
    pub(crate) done: Done,
    pub(crate) money: Money,
    pub(crate) help: Help,
    pub(crate) data: Data,
    pub(crate) who: Who,
}

/// How screens name it.
pub(crate) type Words = &'static Text;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Hindi,
}

impl Language {
    /// BCP 47.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Hindi => "hi",
        }
    }

    pub(crate) fn from_tag(tag: &str) -> Self {
        if tag == "hi" || tag.starts_with("hi-") {
            Self::Hindi
        } else {
            Self::English
        }
    }

    pub(crate) const fn other(self) -> Self {
        match self {
            Self::English => Self::Hindi,
            Self::Hindi => Self::English,
        }
    }

    /// As its own readers write it.
    pub(crate) const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Hindi => "हिन्दी",
        }
    }

    pub(crate) fn words(self) -> Words {
        match self {
            Self::English => &en::TEXT,
            Self::Hindi => &hi::TEXT,
        }
    }
}
