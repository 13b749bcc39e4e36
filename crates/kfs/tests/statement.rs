//! What a statement says of an offer, row by row.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

mod lines;
mod offers;

use contract::platform::status::JourneyType;
use kfs::{Block, Language, Statement, Table};
use lines::{english, lines};

fn table(statement: &Statement, part: &str) -> Table {
    let part = statement.parts.iter().find(|it| it.id == part).unwrap();
    let found = part.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        _ => None,
    });
    found.unwrap()
}

/// RBI KFS Annex A and B: which rows there are, by their numbers.
const NUMBERS: [(&str, &str); 3] = [
    (
        "part-1",
        "1 1 2 3 (i) 3 (ii) 4 5 5 5 5 5 6 6 7 9 10 (i) 10 (ii) 10 (iii) 10 (iv) 10 (v)",
    ),
    ("part-2", "1 2 3 3 3 4 5 5 5 6 (i) 6 (ii)"),
    (
        "annex-b",
        "1 2 2 (a) 2 (b) 2 (b) 2 (b) 2 (c) 2 (d) 3 4 5 6 6 (A) 6 (B) 7 8 9 10 11",
    ),
];

#[test]
fn what_is_decided_by_stands_before_the_annexes() {
    let statement = english(&offers::usual());
    assert_eq!(statement.parts[0].id, "in-short");
    let expected = "\
You receive: ₹2,44,100
 You repay: ₹2,88,078
 It costs you: ₹43,978
 Each month: ₹12,003
 First instalment due: 5 January 2027
 Penal charges if late: 5 % · The lender did not say of what
 Leave without penalty: 3 days after the money is paid out";
    let found = lines(&statement, "in-short").join("\n");
    assert_eq!(found.trim_start(), expected);
}

#[test]
fn that_the_cost_is_not_known_is_said_with_what_is_not() {
    type Change = fn(&mut contract::platform::offers::Offer);
    let usual = offers::usual();
    let blank: [(&str, Change); 4] = [
        ("(APR)", |it| {
            it.annual_percentage_rate = Some("P24M".into());
        }),
        ("(APR)", |it| {
            it.annual_percentage_rate = None;
        }),
        ("You repay", |it| {
            it.quote.as_mut().unwrap().total = Some("-5".into());
        }),
        ("Amount of each instalment", |it| {
            it.installment_amount = None;
        }),
    ];
    for language in Language::ALL {
        assert_eq!(kfs::cost_unknown(&usual, language), None);
    }
    for (label, change) in blank {
        let mut offer = usual.clone();
        change(&mut offer);
        let note = kfs::cost_unknown(&offer, Language::English).unwrap();
        assert!(note.starts_with("What this loan costs is not known."));
        assert!(note.contains(&format!("{label}. Ask the lender")), "{note}");
        let short = lines(&english(&offer), "in-short");
        assert_eq!(short.last(), Some(&format!("Note: {note}")));
        assert!(kfs::cost_unknown(&offer, Language::Hindi).is_some());
    }
}

#[test]
fn every_row_of_the_annexes_is_there() {
    for language in Language::ALL {
        let statement = Statement::of(&offers::usual(), JourneyType::GoldLoan, language);
        for (id, numbers) in NUMBERS {
            let part = statement.parts.iter().find(|it| it.id == id).unwrap();
            let found: Vec<&str> = part
                .blocks
                .iter()
                .flat_map(|block| match block {
                    Block::Rows(rows) => rows.iter().map(|row| row.number).collect(),
                    _ => Vec::new(),
                })
                .collect();
            assert_eq!(found.join(" "), numbers, "{id}");
        }
        // Row 8 of Annex A: to the lender and to third parties, each with its four kinds.
        let fees = table(&statement, "part-1");
        assert_eq!((fees.head.len(), fees.rows.len()), (4, 6));
        let schedule = table(&statement, "annex-c");
        assert_eq!((schedule.head.len(), schedule.rows.len()), (6, 25));
    }
}

#[test]
fn a_floating_rate_has_all_its_rows_though_the_lender_gives_none_of_them() {
    for kind in ["FLOATING", "HYBRID", "BY_MOON_PHASE", ""] {
        let mut offer = offers::usual();
        offer.interest_type = Some(kind.into());
        let statement = english(&offer);
        let rows = lines(&statement, "part-1");
        let floating: Vec<_> = rows.iter().filter(|row| row.starts_with("7 ")).collect();
        assert_eq!(floating.len(), 8, "{kind}");
        assert!(
            floating
                .iter()
                .all(|row| row.ends_with("Not given by the lender")),
            "{floating:?}"
        );
    }
}

#[test]
fn part_1_of_a_usual_offer_says_what_the_lender_gave() {
    let found = lines(&english(&offers::usual()), "part-1");
    let expected = "\
1 Loan proposal or account number: quote_17
1 Type of loan: Personal loan
2 Sanctioned loan amount: ₹2,50,000
3 (i) Paid out in stages or all at once: Not given by the lender
3 (ii) If in stages: the clause of the agreement: Not given by the lender
4 Loan term: 24 months
5 Type of instalments: Monthly
5 Number of instalments: 24
5 Amount of each instalment: ₹12,003
5 Last payment in the schedule: ₹12,009
5 First instalment due: 5 January 2027
6 Interest rate a year: 14.00%
6 Type of interest rate: Fixed
7 Details of a floating rate: Does not apply: the rate is fixed
(i) Processing fee | ₹5,900 | – | One-time, taken from the loan amount
(ii) Insurance charges | – | ₹0 | One-time, taken from the loan amount
(iii) Valuation fee | Not given by the lender | Not given by the lender | –
(iv) Application fee | Not given by the lender | – | –
(iv) Other charges at the start | Not given by the lender | – | –
(iv) Any other charges | Not given by the lender | – | –
9 Annual percentage rate (APR): 16.44%
10 (i) Penal charges for delayed payment: 5 % · The lender did not say of what
10 (ii) Other penal charges: ₹500
10 (iii) Charges for closing the loan early: 2 % of the rest · As the lender wrote it
10 (iv) Charges for changing between fixed and floating rate: ₹1,000 · The lender wrote: 1000 INR
10 (v) Any other charges that may arise: Not given by the lender";
    assert_eq!(found.join("\n"), expected);
}

#[test]
fn the_kind_of_rate_is_read_whatever_its_case() {
    for (kind, shown) in [
        (" fixed ", "Fixed"),
        ("Floating", "Floating: it can change"),
        ("hybrid", "Hybrid: fixed at first, then floating"),
        ("BY_MOON_PHASE", "BY_MOON_PHASE · As the lender wrote it"),
        ("", "Not given by the lender"),
    ] {
        let mut offer = offers::usual();
        offer.interest_type = Some(kind.into());
        let rows = lines(&english(&offer), "part-1");
        let row = format!("6 Type of interest rate: {shown}");
        assert!(rows.contains(&row), "{row} in {rows:#?}");
    }
}

#[test]
fn a_larger_last_payment_is_not_called_rounding() {
    let unequal = |offer: &contract::platform::offers::Offer| {
        let rows = lines(&english(offer), "annex-b");
        rows.into_iter().find(|it| it.starts_with("2 (a)")).unwrap()
    };
    let equal = unequal(&offers::usual());
    assert!(equal.ends_with("all are equal, but for rounding in the last"));
    // The loan amount is paid back at the end: equal payments of interest before.
    let mut offer = offers::usual();
    for row in &mut offer.installments {
        row.amount = Some("2917".into());
        row.principal = Some("0".into());
        row.interest = Some("2917".into());
    }
    let last = offer.installments.last_mut().unwrap();
    last.amount = Some("252917".into());
    last.principal = Some("250000".into());
    assert!(flow::payments(&offer).is_some());
    assert!(unequal(&offer).ends_with(": 1"), "{}", unequal(&offer));
}

#[test]
fn the_first_payment_alone_is_not_a_schedule() {
    let mut offer = offers::usual();
    offer.installments.truncate(1);
    let statement = english(&offer);
    let schedule = lines(&statement, "annex-c");
    assert!(
        schedule.iter().all(|it| it.starts_with("Note: ")),
        "{schedule:#?}"
    );
    let dates = "11 Due dates of instalments and interest: 5 January 2027";
    assert!(lines(&statement, "annex-b").contains(&dates.to_owned()));
}

#[test]
fn the_computation_of_the_apr_follows_the_annex() {
    let found = lines(&english(&offers::usual()), "annex-b");
    for row in [
        "1 Sanctioned loan amount: ₹2,50,000",
        "5 Total interest over the whole term: ₹38,078",
        "6 Fees and charges kept back: ₹5,900",
        "6 (A) Of these, to the lender: ₹5,900",
        "6 (B) Of these, to third parties through the lender: ₹0",
        "7 Net amount paid out to you (1 less 6): ₹2,44,100",
        "8 Total you repay (1 and 5): ₹2,88,078",
        "9 Annual percentage rate (APR): 16.44%",
        "11 Due dates of instalments and interest: 5 January 2027 to 5 December 2028; each date is in the repayment schedule",
    ] {
        assert!(found.iter().any(|it| it == row), "{row} in {found:#?}");
    }
}

#[test]
fn the_schedule_shows_what_is_owed_before_each_payment_and_its_sums() {
    let rows = lines(&english(&offers::usual()), "annex-c");
    assert_eq!(
        rows[0],
        "1 | 5 January 2027 | ₹2,50,000 | ₹9,086 | ₹2,917 | ₹12,003"
    );
    assert_eq!(
        rows[23],
        "24 | 5 December 2028 | ₹11,871 | ₹11,871 | ₹138 | ₹12,009"
    );
    assert_eq!(rows[24], "Total | – | – | ₹2,50,000 | ₹38,078 | ₹2,88,078");
}

#[test]
fn contacts_and_cooling_off_are_in_part_2() {
    let found = lines(&english(&offers::usual()), "part-2");
    for row in [
        "3 Nodal grievance redressal officer: Asha Rao, Grievance Redressal Officer",
        "3 Phone number of the officer: +91-22-40001234",
        "3 Email of the officer: officer@lender.example",
        "6 (i) Cooling-off period: 3 days",
        "6 (ii) Company that may contact you to recover the loan: Fair Recovery Ltd, +91-22-40001234, officer@lender.example, 1 Fort Road, Mumbai",
    ] {
        assert!(found.iter().any(|it| it == row), "{row} in {found:#?}");
    }
    let means = format!("Note: {}", Language::English.cooling_off_means());
    assert_eq!(found.last(), Some(&means));
    // Loan amount, yearly cost in proportion, and the one fee that may be kept.
    for word in ["the loan amount", "APR", "processing fee"] {
        assert!(means.contains(word), "{means}");
    }
}

#[test]
fn an_offer_of_which_nothing_is_known_still_has_every_row() {
    for language in Language::ALL {
        let known = Statement::of(&offers::usual(), JourneyType::PersonalLoan, language);
        let unknown = Statement::of(&offers::empty(), JourneyType::Unknown, language);
        for (part, (id, _)) in unknown.parts.iter().skip(1).zip(NUMBERS) {
            assert_eq!(part.id, id);
            let rows = lines(&unknown, id);
            // Only the last payment is told for reason of its being another; a rate that is not
            // known to be fixed has the rows of one that is not.
            assert!(rows.len() >= lines(&known, id).len() - 2, "{id}");
            assert!(
                rows.iter().any(|row| row.contains(language.not_given())),
                "{id}"
            );
        }
        assert!(
            lines(&unknown, "annex-c")
                .iter()
                .all(|row| row.starts_with("Note: "))
        );
    }
}
