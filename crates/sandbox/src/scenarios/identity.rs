//! Who the borrower is, and whose the account is.

use contract::platform::status::StepKey;

use super::Deed::{Decline, GiveUp, GoOn, Stale, TurnDown, UnknownAccount, Wait};
use super::twist::{fails, once, takes};
use super::{HOUR, PERSONAL, Scenario, Then, Twist, stop};
use crate::lenders::Letter::{A, D};

const KYC: StepKey = StepKey::Kyc;
const BANK: StepKey = StepKey::BankMandate;

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "kyc-declined",
        says: "The borrower stops the identity check, and does it the second time.",
        walk: &[
            stop("leave.kyc.first", Decline),
            stop("leave.kyc.failed.declined", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-failed-with-retry",
        says: "The identity check fails once and may be repeated.",
        twists: &[Twist::Step(
            KYC,
            &[once("80205", "Your identity could not be confirmed.")],
        )],
        walk: &[
            stop("leave.kyc.first", GoOn),
            stop("leave.kyc.failed.not-confirmed", GoOn),
            stop("bankAccount", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-failed-without-retry",
        says: "The identity check fails and may not be repeated; the borrower gives up.",
        twists: &[Twist::Step(
            KYC,
            &[fails(
                "80204",
                "Your identity could not be confirmed. The lender does not allow another try.",
                Then::Never,
            )],
        )],
        walk: &[stop("stepFailed.kyc.refused", GiveUp)],
        ends: "ended.rejected",
        ..PERSONAL
    },
    Scenario {
        name: "kyc-failed-another-lender",
        says: "One lender's identity check fails for good, and the borrower takes another offer.",
        lenders: &[A, D],
        twists: &[Twist::Step(
            KYC,
            &[fails(
                "80204",
                "Your identity could not be confirmed. The lender does not allow another try.",
                Then::Never,
            )],
        )],
        walk: &[
            stop("stepFailed.kyc.refused", TurnDown),
            stop("offers", GoOn),
            stop("leave.kyc.first", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-takes-hours",
        says: "The identity check is confirmed two hours after it was done.",
        twists: &[Twist::Step(KYC, &[takes(2 * HOUR)])],
        walk: &[
            stop("leave.kyc.first", GoOn),
            stop("waiting.kyc", Wait(2 * HOUR)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-link-expired",
        says: "The borrower reads the way to the identity check until its link is dead.",
        walk: &[
            stop("leave.kyc.first", Stale),
            stop("leave.kyc.unfinished", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-form-elsewhere",
        says: "The lender describes a form for the identity check that no call takes, and does \
               without it an hour later.",
        twists: &[Twist::FormAt(KYC, HOUR)],
        walk: &[stop("formElsewhere.kyc", Wait(HOUR))],
        ..PERSONAL
    },
    Scenario {
        name: "kyc-failed-unexplained",
        says: "The identity check fails once for a reason that nobody has heard of.",
        twists: &[Twist::Step(
            KYC,
            &[once("KYC_X17", "The identity check could not be finished.")],
        )],
        walk: &[stop("leave.kyc.failed.other", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "penny-drop-failed",
        says: "The bank does not know the account that was given; another one is fine.",
        walk: &[
            stop("bankAccount", UnknownAccount),
            stop("bankAccount.failed.no-such-account", GoOn),
            stop("leave.eMandate.first", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "bank-name-differs",
        says: "The bank has the account under another name.",
        twists: &[Twist::Step(
            BANK,
            &[once(
                "NAME_MISMATCH",
                "The account is under another name than yours.",
            )],
        )],
        walk: &[stop("bankAccount.failed.name-differs", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "bank-offline",
        says: "The bank cannot be reached for the check of the account, and can the second time.",
        twists: &[Twist::Step(
            BANK,
            &[once(
                "BENEFICIARY_BANK_OFFLINE",
                "Your bank could not be reached.",
            )],
        )],
        walk: &[stop("bankAccount.failed.bank-trouble", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "bank-account-blocked",
        says: "The bank has blocked the account that was given.",
        twists: &[Twist::Step(
            BANK,
            &[once("ACCOUNT_BLOCKED", "This account is blocked.")],
        )],
        walk: &[stop("bankAccount.failed.account-unusable", GoOn)],
        ..PERSONAL
    },
];
