//! Events that are not delivered as they should be: nothing of it is seen.

use super::{Group, PERSONAL, Scenario, Twist};
use crate::webhooks::Manner;

const WEBHOOKS: Scenario = Scenario {
    group: Group::Webhooks,
    ..PERSONAL
};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "webhooks-late",
        says: "Every event is delivered ten minutes late.",
        twists: &[Twist::Webhooks(Manner::Late(600))],
        ..WEBHOOKS
    },
    Scenario {
        name: "webhooks-twice",
        says: "Every event is delivered twice.",
        twists: &[Twist::Webhooks(Manner::Twice)],
        ..WEBHOOKS
    },
    Scenario {
        name: "webhooks-out-of-order",
        says: "Each second event overtakes the one before it.",
        twists: &[Twist::Webhooks(Manner::OutOfOrder)],
        ..WEBHOOKS
    },
    Scenario {
        name: "webhooks-unknown-journey",
        says: "Every event comes with one of a journey that nobody knows.",
        twists: &[Twist::Webhooks(Manner::UnknownJourney)],
        ..WEBHOOKS
    },
    Scenario {
        name: "webhooks-badly-signed",
        says: "Every event comes with a forged one.",
        twists: &[Twist::Webhooks(Manner::BadlySigned)],
        ..WEBHOOKS
    },
];
