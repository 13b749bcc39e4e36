//! What lenders answer, and how long it counts.

use super::Deed::{AskLess, Choose, GoOn, Open, OtherTab, Wait};
use super::{DAY, PERSONAL, Scenario, Twist, stop};
use crate::lenders::Letter::{A, D, E, F};
use crate::lenders::Manner;
use lending::BasisPoints;

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "no-offers",
        says: "No lender makes an offer.",
        lenders: &[E, D],
        twists: &[Twist::Answers(
            D,
            Manner::Declines("Deccan Credit cannot lend to you at present."),
        )],
        walk: &[],
        ends: "ended.rejected",
        ..PERSONAL
    },
    Scenario {
        name: "offer-late",
        says: "Malwa answers 40 seconds after the others.",
        lenders: &[A, F],
        twists: &[Twist::Late(F, 40)],
        walk: &[stop("offers", Wait(40)), stop("offers", Choose(F))],
        ..PERSONAL
    },
    Scenario {
        name: "only-offer-late",
        says: "The only lender that is asked answers after 40 seconds.",
        lenders: &[F],
        twists: &[Twist::Late(F, 40)],
        walk: &[stop("waiting.offers", Wait(40)), stop("offers", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "offer-expired",
        says: "Sahyadri's offer ends after two days, while the borrower still looks at it.",
        lenders: &[A, D],
        twists: &[Twist::QuoteDays(A, 2)],
        walk: &[
            stop("offers", Open(A)),
            stop("offer", Wait(2 * DAY + 60)),
            stop("offers", Choose(D)),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "all-offers-expired",
        says: "The borrower chooses none, and every offer ends after 15 days.",
        lenders: &[A, D],
        walk: &[stop("offers", Wait(15 * DAY + 60))],
        ends: "ended.expired",
        ..PERSONAL
    },
    Scenario {
        name: "chosen-in-another-window",
        says: "While this window still shows the offers, another one chooses Deccan.",
        lenders: &[A, D],
        walk: &[stop("offers", OtherTab(D)), stop("loanAmount", GoOn)],
        ..PERSONAL
    },
    Scenario {
        name: "requoted",
        says: "Once the amount is known, the lender asks for a higher rate than it offered.",
        twists: &[Twist::Requote(BasisPoints(1_550))],
        walk: &[
            stop("loanAmount", GoOn),
            stop("leave.kyc.first+requoted", GoOn),
        ],
        ..PERSONAL
    },
    Scenario {
        name: "asks-for-less",
        says: "The borrower takes less than was offered.",
        walk: &[
            stop("loanAmount", AskLess),
            stop("leave.kyc.first+requoted", GoOn),
        ],
        ..PERSONAL
    },
];
