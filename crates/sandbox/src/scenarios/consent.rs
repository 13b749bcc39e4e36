//! Bank statements through an Account Aggregator.

use super::Deed::{Choose, Decline, GoOn, Leave, Share, Stale, TurnDown, Wait};
use super::twist::{once, takes};
use super::{PERSONAL, Scenario, Twist, stop};
use crate::lenders::AaNeed;
use crate::lenders::Letter::{A, B, C};

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "aa-before-offers",
        says: "Narmada wants bank statements before it offers anything.",
        base: "ravi",
        lenders: &[B],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("offers", GoOn),
            stop("loanAmount", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-after-selection",
        says: "Konkan offers at once and wants bank statements when it has been chosen.",
        base: "meena",
        lenders: &[C],
        walk: &[
            stop("offers", GoOn),
            stop("leave.aa.first", GoOn),
            stop("loanAmount", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-not-needed",
        says: "Sahyadri lends without bank statements.",
        walk: &[
            stop("offers", GoOn),
            stop("loanAmount", GoOn),
            stop("leave.kyc.first", GoOn),
            stop("bankAccount", GoOn),
            stop("leave.eMandate.first", GoOn),
            stop("leave.loanAgreement.first", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-declined",
        says: "The borrower declines to share bank statements, and takes the offer of a lender \
               that does not want any.",
        lenders: &[B, A],
        walk: &[
            stop("offers", Share(B)),
            stop("leave.aa.first", Decline),
            stop("leave.aa.failed.declined", Choose(A)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-undecided",
        says: "The borrower comes back from the Account Aggregator without deciding, and decides \
               the second time.",
        base: "ravi",
        lenders: &[B],
        walk: &[
            stop("leave.aa.first", Leave),
            stop("leave.aa.unfinished", GoOn),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-partly-approved",
        says: "Two lenders want bank statements first: one is given them, the other is not.",
        lenders: &[B, A],
        twists: &[Twist::Wants(A, AaNeed::BeforeOffer)],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("offers", Share(A)),
            stop("leave.aa.first", Decline),
            stop("leave.aa.failed.declined", Choose(B)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-link-expired",
        says: "The borrower waits until the time for sharing bank statements has passed.",
        base: "ravi",
        lenders: &[B],
        walk: &[
            stop("leave.aa.first", Stale),
            stop("leave.aa.expired", GoOn),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-data-not-sent",
        says: "The consent is given, the bank does not send the statements, and the second try \
               goes well.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Consent(&[once(
            "80202",
            "Your bank did not send the statements.",
        )])],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("leave.aa.failed.data-not-sent", GoOn),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-not-available",
        says: "The Account Aggregator does not know the consent it is asked about, and the second \
               try goes well.",
        base: "meena",
        lenders: &[C],
        twists: &[Twist::Consent(&[once(
            "2",
            "The Account Aggregator could not find this consent.",
        )])],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("leave.aa.failed.not-available", GoOn),
            stop("loanAmount", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-no-accounts",
        says: "The Account Aggregator finds no account under the borrower's number, and does the \
               second time.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Consent(&[once(
            "no_fip_accounts_found",
            "No bank account was found under your mobile number.",
        )])],
        walk: &[stop("leave.aa.failed.no-accounts", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "aa-sign-in-failed",
        says: "The borrower could not sign in at the Account Aggregator, and can the second time.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Consent(&[once(
            "4",
            "The Account Aggregator could not confirm that it was you.",
        )])],
        walk: &[stop("leave.aa.failed.not-confirmed", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "aa-turned-down",
        says: "The borrower wants nothing of the lender that asks for bank statements.",
        lenders: &[B, A],
        walk: &[
            stop("offers", Share(B)),
            stop("leave.aa.first", TurnDown),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "aa-data-slow",
        says: "The bank takes ten minutes to send the statements.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Consent(&[takes(600)])],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("waiting.aa", Wait(600)),
            stop("offers", GoOn),
        ],
        ..PERSONAL
    },
];
