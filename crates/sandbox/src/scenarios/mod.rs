//! Named people to whom something particular happens: the one list that the tests, the gallery
//! and the console are driven by. A scenario is data; what it changes is in its [`Twist`]s.

mod agreement;
mod consent;
mod deed;
mod gold;
mod identity;
mod lifetime;
mod mandate;
mod offers;
mod payout;
mod platform;
mod script;
mod single;
mod twist;
mod webhooks;

use std::sync::LazyLock;

use contract::platform::status::JourneyType;
use serde::{Serialize, Serializer};

use crate::lenders::Letter;
pub(crate) use deed::Deed;
pub(crate) use script::Script;
pub(crate) use twist::{Note, Outcome, Then, Twist};

/// Somebody, what the world does to them, and the screens they must see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scenario {
    /// Also how one signs in.
    pub(crate) name: &'static str,
    pub(crate) group: Group,
    /// What happens, in one sentence.
    pub(crate) says: &'static str,
    /// The test borrower whose claims they have, apart from mobile number and PAN.
    pub(crate) base: &'static str,
    pub(crate) loan: JourneyType,
    /// Who is asked for an offer of that kind of loan.
    pub(crate) lenders: &'static [Letter],
    pub(crate) twists: &'static [Twist],
    /// What is seen, in this order, with anything in between.
    pub(crate) walk: &'static [Stop],
    /// What is seen last.
    pub(crate) ends: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    PersonalLoan,
    GoldLoan,
    SingleRedirection,
    Platform,
    Webhooks,
}

impl Group {
    pub(crate) const ALL: [Self; 5] = [
        Self::PersonalLoan,
        Self::GoldLoan,
        Self::SingleRedirection,
        Self::Platform,
        Self::Webhooks,
    ];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::PersonalLoan => "personal loan",
            Self::GoldLoan => "gold loan",
            Self::SingleRedirection => "single redirection",
            Self::Platform => "platform",
            Self::Webhooks => "webhooks",
        }
    }
}

impl Serialize for Group {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

/// A screen, and what the borrower does there.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Stop {
    pub(crate) at: &'static str,
    pub(crate) does: Deed,
}

const fn stop(at: &'static str, does: Deed) -> Stop {
    Stop { at, does }
}

/// In seconds.
const HOUR: u32 = 3_600;
const DAY: u32 = 24 * HOUR;

/// A personal loan of asha's from Sahyadri, without any trouble.
const PERSONAL: Scenario = Scenario {
    name: "",
    group: Group::PersonalLoan,
    says: "",
    base: "asha",
    loan: JourneyType::PersonalLoan,
    lenders: &[Letter::A],
    twists: &[],
    walk: &[],
    ends: "disbursed",
};

/// Every scenario, group by group.
pub(crate) static ALL: LazyLock<Vec<Scenario>> = LazyLock::new(|| {
    [
        consent::LIST,
        offers::LIST,
        identity::LIST,
        mandate::LIST,
        agreement::LIST,
        payout::LIST,
        lifetime::LIST,
        gold::LIST,
        single::LIST,
        platform::LIST,
        webhooks::LIST,
    ]
    .concat()
});

/// As `GET /control/scenarios` answers.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Row {
    name: &'static str,
    group: Group,
    says: &'static str,
    loan: JourneyType,
    walk: &'static [Stop],
    ends: &'static str,
    /// What the sandbox must be started with.
    clock_seconds: i32,
}

pub(crate) fn rows() -> Vec<Row> {
    ALL.iter()
        .map(|scenario| Row {
            name: scenario.name,
            group: scenario.group,
            says: scenario.says,
            loan: scenario.loan,
            walk: scenario.walk,
            ends: scenario.ends,
            clock_seconds: Script::of(scenario).clock_seconds(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
