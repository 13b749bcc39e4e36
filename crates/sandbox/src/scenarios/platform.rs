//! A platform that does not keep its promises, and providers with ways of their own.

use super::Deed::{GoOn, Revoke, Wait};
use super::{Group, PERSONAL, Scenario, Twist, stop};
use crate::faults::{Fault, What};
use crate::lenders::Letter::{A, B, D};

const PLATFORM: Scenario = Scenario {
    group: Group::Platform,
    lenders: &[A, D],
    ..PERSONAL
};

/// What the borrower does, each once.
const fn each_act(what: What) -> [Fault; 4] {
    [
        Fault::on(what, "/submit").method("POST").times(1),
        Fault::on(what, "/proceed").method("POST").times(1),
        Fault::on(what, "/loan-amount").method("POST").times(1),
        Fault::on(what, "/bank-mandate").method("POST").times(1),
    ]
}

/// Reading how things stand, after a few times that go well.
const fn a_read(what: What) -> Fault {
    Fault::on(what, "/state").method("GET").skip(3).times(1)
}

const fn an_act(what: What) -> Fault {
    Fault::on(what, "/proceed").method("POST").times(1)
}

pub(super) const LIST: &[Scenario] = &[
    Scenario {
        name: "down-once",
        says: "The platform answers 503 once to a read and once to a choice.",
        twists: &[Twist::Faults(&[a_read(What::Down), an_act(What::Down)])],
        ..PLATFORM
    },
    Scenario {
        name: "down-for-ten-minutes",
        says: "The platform answers nothing but 503 for ten minutes.",
        twists: &[Twist::Faults(&[Fault::on(What::Down, "/journeys")
            .skip(20)
            .seconds(600)])],
        walk: &[stop("trouble.PLATFORM_UNAVAILABLE", Wait(600))],
        ..PLATFORM
    },
    Scenario {
        name: "rate-limited",
        says: "The platform answers 429 and says when to ask again.",
        twists: &[Twist::Faults(&[
            a_read(What::RateLimited {
                retry_after: Some(1),
            }),
            an_act(What::RateLimited {
                retry_after: Some(1),
            }),
        ])],
        ..PLATFORM
    },
    Scenario {
        name: "rate-limited-without-saying-when",
        says: "The platform answers 429 and does not say when to ask again.",
        twists: &[Twist::Faults(&[
            a_read(What::RateLimited { retry_after: None }),
            an_act(What::RateLimited { retry_after: None }),
        ])],
        ..PLATFORM
    },
    Scenario {
        name: "slow",
        says: "The choice of an offer takes the platform ten seconds.",
        twists: &[Twist::Faults(&[an_act(What::Slow { millis: 10_000 })])],
        ..PLATFORM
    },
    Scenario {
        name: "broken-json",
        says: "Answers end in the middle.",
        twists: &[Twist::Faults(&[
            a_read(What::BrokenJson),
            an_act(What::BrokenJson),
        ])],
        ..PLATFORM
    },
    Scenario {
        name: "html-instead",
        says: "Web pages come in place of answers.",
        twists: &[Twist::Faults(&[
            a_read(What::Html { status: 200 }),
            an_act(What::Html { status: 502 }),
        ])],
        ..PLATFORM
    },
    Scenario {
        name: "unknown-words",
        says: "Every word of a list is one that nobody was told of.",
        twists: &[Twist::Faults(&[Fault::on(What::UnknownWords, "/journeys")])],
        ends: "unknown",
        ..PLATFORM
    },
    Scenario {
        name: "unknown-words-in-steps",
        says: "The steps come with words that nobody was told of.",
        twists: &[Twist::Faults(&[Fault::on(What::UnknownWords, "/steps")])],
        walk: &[stop("offers", GoOn), stop("loanAmount", GoOn)],
        ends: "unknown",
        ..PLATFORM
    },
    Scenario {
        name: "fields-missing",
        says: "Answers hold nothing but what they make no sense without.",
        twists: &[Twist::Faults(&[Fault::on(
            What::MissingFields,
            "/journeys",
        )])],
        ..PLATFORM
    },
    Scenario {
        name: "numbers-for-strings",
        says: "Numbers come where digits in quotes were promised, and the other way round.",
        twists: &[Twist::Faults(&[Fault::all(What::Numbers)])],
        ..PLATFORM
    },
    Scenario {
        name: "extra-fields",
        says: "Answers hold more than was promised.",
        twists: &[Twist::Faults(&[Fault::all(What::ExtraFields)])],
        ..PLATFORM
    },
    Scenario {
        name: "bad-rows",
        says: "Lists have rows that say nothing.",
        twists: &[Twist::Faults(&[Fault::on(What::BadRow, "/journeys")])],
        ..PLATFORM
    },
    Scenario {
        name: "lost-answers",
        says: "Everything the borrower does is done, and the first answer never arrives.",
        twists: &[Twist::Faults(&each_act(What::LostAnswer))],
        ..PLATFORM
    },
    Scenario {
        name: "clock-ahead",
        says: "The platform's clock is two minutes ahead.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Clock(120)],
        walk: &[stop("leave.aa.first", GoOn)],
        ..PLATFORM
    },
    Scenario {
        name: "clock-behind",
        says: "The platform's clock is two minutes behind.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::Clock(-120)],
        walk: &[stop("leave.aa.first", GoOn)],
        ..PLATFORM
    },
    Scenario {
        name: "sessions-revoked",
        says: "The platform drops all its sessions in the middle, two times.",
        walk: &[
            stop("loanAmount", Revoke),
            stop("leave.eMandate.first", Revoke),
        ],
        ..PLATFORM
    },
    Scenario {
        name: "return-by-post",
        says: "Providers send the borrower back by a form that is posted.",
        base: "ravi",
        lenders: &[B],
        twists: &[Twist::ReturnsByPost],
        walk: &[
            stop("leave.aa.first", GoOn),
            stop("leave.kyc.first", GoOn),
            stop("leave.eMandate.first", GoOn),
            stop("leave.loanAgreement.first", GoOn),
        ],
        ..PLATFORM
    },
    Scenario {
        name: "app-switch",
        says: "The mandate is given in another app, and the page of ours stays where it was.",
        twists: &[Twist::AppSwitch],
        walk: &[stop("leave.eMandate.first", GoOn)],
        ..PLATFORM
    },
];
