//! After the agreement.

use contract::platform::status::StepKey;

use super::Deed::{GoOn, Wait};
use super::twist::{fails, says, takes};
use super::{DAY, PERSONAL, Scenario, Then, Twist, stop};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "rejected-after-agreement",
        says: "The lender decides against the loan after the agreement is signed.",
        twists: &[Twist::Step(
            StepKey::Disbursal,
            &[fails(
                "LENDER_REJECTED",
                "The lender has decided against this loan.",
                Then::Ends,
            )],
        )],
        walk: &[stop("leave.loanAgreement.first", GoOn)],
        ends: "ended.rejected",
        ..PERSONAL
    },
    Scenario {
        name: "money-takes-its-time",
        says: "The lender approves, sends the money a day later, and the bank credits it a day after that.",
        twists: &[
            Twist::PaysAfter(DAY),
            Twist::Step(StepKey::Disbursal, &[takes(DAY)]),
        ],
        walk: &[
            stop("waiting.lender.approved", Wait(DAY)),
            stop("waiting.lender.sent", Wait(DAY)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "disbursal-delayed-and-failed",
        says: "The payment is delayed, then it fails, then it arrives.",
        twists: &[Twist::Step(
            StepKey::Disbursal,
            &[
                says(
                    DAY,
                    "DISBURSAL_DELAYED",
                    "The payment takes longer than usual.",
                ),
                fails(
                    "DISBURSAL_FAILED",
                    "The payment did not arrive. The lender pays again.",
                    Then::LenderMends(DAY),
                ),
            ],
        )],
        walk: &[
            stop("waiting.lender.sent", Wait(DAY)),
            stop("stepFailed.disbursal.payment-failed", Wait(DAY)),
        ],
        ..PERSONAL
    },
];
