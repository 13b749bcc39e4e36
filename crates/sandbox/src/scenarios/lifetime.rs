//! Going away, giving up, beginning again.

use contract::platform::status::JourneyType;

use super::Deed::{Abandon, Choose, GiveUp, GoOn, Leave, Start, StayAway, TurnDown, Wait};
use super::{DAY, PERSONAL, Scenario, Twist, stop};
use crate::lenders::Letter::{A, B, D, E};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "expired-while-away",
        says: "The borrower leaves for the identity check, and opens the app again after a month.",
        walk: &[
            stop("leave.kyc.first", Abandon),
            stop("leave.kyc.away", Wait(31 * DAY)),
        ],
        ends: "ended.expired",
        ..PERSONAL
    },
    Scenario {
        name: "closed",
        says: "The platform closes the application after two days.",
        twists: &[Twist::Closes(2 * DAY)],
        walk: &[stop("leave.kyc.first", Wait(2 * DAY + 60))],
        ends: "ended.closed",
        ..PERSONAL
    },
    Scenario {
        name: "turns-one-down",
        says: "The borrower turns the chosen offer down before the identity check, and takes \
               another one.",
        lenders: &[A, D],
        walk: &[
            stop("offers", Choose(A)),
            stop("leave.kyc.first", TurnDown),
            stop("offers", Choose(D)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "gives-up",
        says: "The borrower wants none of the offers.",
        lenders: &[A, D],
        walk: &[stop("offers", GiveUp)],
        ends: "ended.rejected",
        ..PERSONAL
    },
    Scenario {
        name: "starts-another",
        says: "The borrower gives an application up, and starts another one.",
        lenders: &[A, D],
        walk: &[
            stop("offers", GiveUp),
            stop("ended.rejected", Start(JourneyType::PersonalLoan)),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "gold-instead",
        says: "Nobody lends without security, and the borrower asks for a gold loan instead.",
        lenders: &[E],
        walk: &[
            stop("ended.rejected", Start(JourneyType::GoldLoan)),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "approves-and-stays-away",
        says: "The borrower is done at every provider and never comes back in that window.",
        base: "ravi",
        lenders: &[B],
        walk: &[
            stop("leave.aa.first", StayAway),
            stop("leave.kyc.first", StayAway),
            stop("bankAccount", GoOn),
            stop("leave.eMandate.first", StayAway),
            stop("leave.loanAgreement.first", StayAway),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "abandons-every-door",
        says: "The borrower opens every provider's page and closes it, and comes back to the app \
               later.",
        walk: &[
            stop("leave.kyc.first", Abandon),
            stop("leave.kyc.away", GoOn),
            stop("leave.eMandate.first", Abandon),
            stop("leave.eMandate.away", GoOn),
            stop("leave.loanAgreement.first", Abandon),
            stop("leave.loanAgreement.away", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "comes-back-undecided",
        says: "The borrower comes back from every provider without deciding, and goes again.",
        walk: &[
            stop("leave.kyc.first", Leave),
            stop("leave.kyc.unfinished", GoOn),
            stop("leave.eMandate.first", Leave),
            stop("leave.eMandate.unfinished", GoOn),
            stop("leave.loanAgreement.first", Leave),
            stop("leave.loanAgreement.unfinished", GoOn),
        ],
        ..PERSONAL
    },
];
