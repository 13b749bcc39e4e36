//! Signing.

use contract::platform::status::StepKey;

use super::Deed::{Decline, GoOn, Wait};
use super::twist::{once, says};
use super::{PERSONAL, Scenario, Twist, stop};

const AGREEMENT: StepKey = StepKey::LoanAgreement;

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "agreement-declined",
        says: "The borrower does not sign at first, and signs then.",
        walk: &[
            stop("leave.loanAgreement.first", Decline),
            stop("leave.loanAgreement.failed.stopped", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-expired",
        says: "The time for signing runs out, and the agreement is signed the second time.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[once("session_expired", "The time for signing has run out.")],
        )],
        walk: &[stop("leave.loanAgreement.failed.expired", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-already-signed",
        says: "The signing service says that the agreement is signed already, and confirms it a \
               minute later.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[says(
                60,
                "document_already_signed",
                "This agreement is signed already.",
            )],
        )],
        walk: &[
            stop("leave.loanAgreement.first", GoOn),
            stop("waiting.loanAgreement", Wait(60)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-wrong-code",
        says: "The code from Aadhaar is entered wrongly, and rightly the second time.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[once("invalid_otp", "The code was wrong.")],
        )],
        walk: &[stop("leave.loanAgreement.failed.wrong-details", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-aadhaar-not-linked",
        says: "Aadhaar has no mobile number for the code at first.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[once(
                "aadhaar_not_linked",
                "No mobile number is linked to your Aadhaar.",
            )],
        )],
        walk: &[stop("leave.loanAgreement.failed.aadhaar-not-linked", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-name-differs",
        says: "The name on Aadhaar is another one at first.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[once(
                "name_match_error",
                "The name on your Aadhaar is another one.",
            )],
        )],
        walk: &[stop("leave.loanAgreement.failed.name-differs", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "agreement-service-down",
        says: "The signing service does not work, and does the second time.",
        twists: &[Twist::Step(
            AGREEMENT,
            &[once(
                "service_down",
                "The signing service does not work now.",
            )],
        )],
        walk: &[stop("leave.loanAgreement.failed.service-down", GoOn)],
        ..PERSONAL
    },
];
