//! One redirection into the lender's own journey, where all else is done.

use contract::platform::status::StepKey;

use super::Deed::{GoOn, Wait};
use super::twist::fails;
use super::{Group, PERSONAL, Scenario, Then, Twist, stop};

const SINGLE: Scenario = Scenario {
    group: Group::SingleRedirection,
    ..PERSONAL
};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "single-redirection",
        says: "The borrower goes to the lender once; account, mandate and agreement are done there.",
        twists: &[Twist::OneRedirection(60)],
        walk: &[
            stop("leave.kyc.first", GoOn),
            stop("waiting.bankMandate", Wait(60)),
            stop("waiting.eMandate", Wait(60)),
            stop("waiting.loanAgreement", Wait(60)),
        ],
        ..SINGLE
    },
    Scenario {
        name: "single-redirection-rejected",
        says: "The borrower has done everything at the lender, who then decides against the loan.",
        twists: &[
            Twist::OneRedirection(60),
            Twist::Step(
                StepKey::Disbursal,
                &[fails(
                    "LENDER_REJECTED",
                    "The lender has decided against this loan.",
                    Then::Ends,
                )],
            ),
        ],
        walk: &[
            stop("leave.kyc.first", GoOn),
            stop("waiting.bankMandate", Wait(180)),
        ],
        ends: "ended.rejected",
        ..SINGLE
    },
];
