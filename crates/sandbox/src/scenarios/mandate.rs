//! The monthly instalment: refusals in the mandate network's seven groups, and its slowness.

use contract::platform::status::StepKey;

use super::Deed::{Decline, GoOn, Wait};
use super::twist::{fails, once, takes};
use super::{DAY, Note, PERSONAL, Scenario, Then, Twist, stop};

const MANDATE: StepKey = StepKey::EMandate;

const BLOCKED: Note = Note {
    code: "ACCOUNT_BLOCKED",
    message: "Your bank has blocked this account. Give another one.",
};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "mandate-stopped",
        says: "The borrower cancels the mandate at the bank (AP23), and gives it the second time.",
        walk: &[
            stop("leave.eMandate.first", Decline),
            stop("leave.eMandate.failed.stopped", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-wrong-details",
        says: "The card is not one of this account (AP65); another way works.",
        twists: &[Twist::Step(
            MANDATE,
            &[once("AP65", "This card is not linked to the account.")],
        )],
        walk: &[stop("leave.eMandate.failed.wrong-details", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-account-unusable",
        says: "The account is blocked for mandates (AP01): the borrower gives another account.",
        twists: &[Twist::Step(
            MANDATE,
            &[fails(
                "AP01",
                "The account is blocked.",
                Then::OtherAccount(BLOCKED),
            )],
        )],
        walk: &[
            stop("leave.eMandate.first", GoOn),
            stop("bankAccount.failed.account-unusable", GoOn),
            stop("leave.eMandate.first", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-name-differs",
        says: "The bank knows the holder by another name (AP08), and accepts the second try.",
        twists: &[Twist::Step(
            MANDATE,
            &[once("AP08", "The account holder's name is another one.")],
        )],
        walk: &[stop("leave.eMandate.failed.name-differs", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-not-enabled",
        says: "Net banking is not enabled for the account (AP34); another way works.",
        twists: &[Twist::Step(
            MANDATE,
            &[once("AP34", "Net banking is not enabled for this account.")],
        )],
        walk: &[stop("leave.eMandate.failed.not-enabled", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-bank-trouble",
        says: "The bank's system does not answer (AP29), and does an hour later.",
        twists: &[Twist::Step(
            MANDATE,
            &[once("AP29", "Your bank's system did not answer.")],
        )],
        walk: &[
            stop("leave.eMandate.failed.bank-trouble", Wait(super::HOUR)),
            stop("leave.eMandate.failed.bank-trouble", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-lender-must-fix",
        says: "The lender has asked for more than a mandate may be (AP12), and puts it right a \
               day later.",
        twists: &[Twist::Step(
            MANDATE,
            &[fails(
                "AP12",
                "The amount is above the limit for mandates.",
                Then::LenderMends(DAY),
            )],
        )],
        walk: &[
            stop("stepFailed.eMandate.lender-must-fix", Wait(DAY)),
            stop("leave.eMandate.first", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "mandate-pending-for-days",
        says: "The mandate is given at once, and the bank confirms it three days later.",
        twists: &[Twist::Step(MANDATE, &[takes(3 * DAY)])],
        walk: &[
            stop("leave.eMandate.first", GoOn),
            stop("waiting.eMandate", Wait(DAY)),
            stop("waiting.eMandate", Wait(2 * DAY)),
            stop("leave.loanAgreement.first", GoOn),
        ],
        ..PERSONAL
    },
];
