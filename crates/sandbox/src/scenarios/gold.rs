//! Jewellery as security: a branch, an appraisal that takes long, no mandate.

use contract::platform::status::JourneyType;

use super::Deed::{Choose, GoOn, Wait};
use super::{DAY, Group, HOUR, PERSONAL, Scenario, Twist, stop};
use crate::lenders::Letter::{G, H};

const fn appraisal(worth: u32) -> Twist {
    Twist::Appraisal {
        seconds: 2 * DAY,
        told_every: 6 * HOUR,
        worth,
    }
}

const GOLD: Scenario = Scenario {
    group: Group::GoldLoan,
    loan: JourneyType::GoldLoan,
    lenders: &[G, H],
    ..PERSONAL
};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "gold-loan",
        says: "The borrower chooses a branch, where the jewellery is looked at for two days; no \
               mandate is wanted.",
        twists: &[appraisal(100)],
        walk: &[
            stop("profile", GoOn),
            stop("offers", Choose(G)),
            stop("loanAmount", GoOn),
            stop("leave.kyc.first", GoOn),
            stop("waiting.appraisal", Wait(6 * HOUR)),
            stop("waiting.appraisal", Wait(DAY)),
            stop("waiting.appraisal", Wait(18 * HOUR)),
            stop("leave.loanAgreement.first", GoOn),
        ],
        ..GOLD
    },
    Scenario {
        name: "gold-worth-less",
        says: "The jewellery is worth a fifth less than the borrower said, and so is the loan.",
        twists: &[appraisal(80)],
        walk: &[
            stop("offers", Choose(H)),
            stop("waiting.appraisal", Wait(2 * DAY)),
            stop("leave.loanAgreement.first+requoted", GoOn),
        ],
        ..GOLD
    },
    Scenario {
        name: "gold-refused",
        says: "The branch finds that the jewellery is not gold.",
        twists: &[appraisal(0)],
        walk: &[stop("waiting.appraisal", Wait(2 * DAY))],
        ends: "ended.rejected",
        ..GOLD
    },
];
