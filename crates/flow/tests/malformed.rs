//! Figures that are not written as the platform says: never a wrong one, never a crash.
#![allow(clippy::unwrap_used, reason = "tests may")]

use contract::platform::offers::{Offer, Quote};
use contract::{OfferId, Text};
use flow::{Charge, Figures, Reading, doubts, payments};
use lending::{BasisPoints, Paise, Tenor};

/// Each spelling, and what it may be read as; everywhere else it stays as it was written.
struct Spelling {
    wire: &'static str,
    amount: Option<Paise>,
    percent: Option<BasisPoints>,
    term: Option<Tenor>,
    count: Option<u32>,
}

const NONE: Spelling = Spelling {
    wire: "",
    amount: None,
    percent: None,
    term: None,
    count: None,
};

const SPELLINGS: [Spelling; 18] = [
    Spelling {
        wire: "1000 INR",
        amount: Some(Paise::from_rupees(1_000)),
        ..NONE
    },
    Spelling {
        wire: "₹1,000.50",
        amount: Some(Paise(100_050)),
        ..NONE
    },
    Spelling {
        wire: "5 %",
        percent: Some(BasisPoints(500)),
        ..NONE
    },
    Spelling {
        wire: "P24M",
        term: Some(Tenor::of_months(24)),
        ..NONE
    },
    Spelling {
        wire: "PT30D",
        term: Some(Tenor::of_days(30)),
        ..NONE
    },
    Spelling {
        wire: "PT30M",
        ..NONE
    },
    Spelling {
        wire: "P0D",
        ..NONE
    },
    Spelling {
        wire: "-5000",
        ..NONE
    },
    Spelling {
        wire: "-5 %",
        ..NONE
    },
    Spelling {
        wire: "−5000",
        ..NONE
    },
    Spelling {
        wire: "null",
        ..NONE
    },
    Spelling {
        wire: "NaN",
        ..NONE
    },
    Spelling {
        wire: "1e5",
        ..NONE
    },
    Spelling {
        wire: "five thousand",
        ..NONE
    },
    Spelling {
        wire: "as per sanction letter",
        ..NONE
    },
    Spelling {
        wire: "12.345",
        ..NONE
    },
    Spelling {
        wire: "99999999999999999999",
        ..NONE
    },
    Spelling {
        wire: "५००",
        ..NONE
    },
];

#[track_caller]
fn holds<T: Copy + PartialEq + std::fmt::Debug>(
    reading: Reading<'_, T>,
    wire: &str,
    expected: Option<T>,
) {
    assert_eq!(
        reading.as_written(),
        Some(wire),
        "what was written is shown"
    );
    assert_eq!(reading.figure(), expected, "{wire}");
}

#[test]
fn a_malformed_figure_is_kept_as_written_and_read_as_nothing_but_itself() {
    for spelling in SPELLINGS {
        let wire = spelling.wire;
        let text = Text::from(wire);
        holds(Reading::amount(Some(&text)), wire, spelling.amount);
        holds(Reading::percent(Some(&text)), wire, spelling.percent);
        holds(Reading::term(Some(&text)), wire, spelling.term);
        holds(Reading::count(Some(&text)), wire, spelling.count);
    }
}

#[test]
fn a_figure_that_is_not_there_is_missing_and_not_zero() {
    for wire in ["", " ", "\n"] {
        let text = Text::from(wire);
        assert_eq!(Reading::amount(Some(&text)), Reading::Missing);
        assert_eq!(Reading::percent(Some(&text)), Reading::Missing);
        assert_eq!(Reading::term(Some(&text)), Reading::Missing);
        assert_eq!(Reading::count(Some(&text)), Reading::Missing);
    }
    assert_eq!(Reading::amount(None), Reading::Missing);
    let offer: Offer = serde_json::from_str(
        r#"{"offerID": "00000000-0000-0000-0000-000000000001", "lenderName": null,
            "amountPrincipal": null, "annualPercentageRate": null, "quote": null,
            "installments": null, "installmentAmount": {}, "offerTerm": []}"#,
    )
    .unwrap();
    assert_eq!(Figures::of(&offer), Figures::default());
}

#[test]
fn what_is_spelled_as_documented_is_shown_without_a_mark() {
    let plain = |wire: &str| Text::from(wire);
    assert_eq!(
        Reading::amount(Some(&plain("250000.50"))).as_written(),
        None
    );
    assert_eq!(Reading::percent(Some(&plain("12.50"))).as_written(), None);
    assert_eq!(Reading::percent(Some(&plain("16.44%"))).as_written(), None);
    assert_eq!(Reading::term(Some(&plain("12 months"))).as_written(), None);
    assert_eq!(Reading::term(Some(&plain("12"))).as_written(), None);
    assert_eq!(
        Reading::cooling_off(Some(&plain("P30D"))).as_written(),
        None
    );
    let odd = plain("PT30D");
    let cooling = Reading::cooling_off(Some(&odd));
    assert_eq!(cooling, Reading::Spelled(Tenor::of_days(30), "PT30D"));
}

#[test]
fn nothing_is_worked_out_from_a_figure_that_cannot_be_read() {
    let offer = |principal: &str, net: &str, total: &str| {
        let mut it = Offer::new(OfferId::from_bytes([0; 16]), "A".into());
        it.amount_principal = Some(principal.into());
        it.amount_net_disbursed = Some(net.into());
        it.amount_total_interest_payable = Some("6618".into());
        it.quote = Some(Quote {
            total: Some(total.into()),
            ..Quote::default()
        });
        Figures::of(&it)
    };
    assert_eq!(offer("100000", "-97640", "106618").cost, None);
    assert_eq!(offer("100000", "97640 or so", "106618").upfront, None);
    assert_eq!(offer("-100000", "97640", "").repay, None);
    // A total that was given and cannot be read is not replaced by one of ours.
    assert_eq!(offer("100000", "97640", "about a lakh").repay, None);
    let total = offer("100000", "97640", "").repay;
    assert_eq!(total, Some(Paise::from_rupees(106_618)));
}

#[test]
fn half_a_statement_has_no_cost() {
    let mut it = Offer::new(OfferId::from_bytes([0; 16]), "A".into());
    it.amount_net_disbursed = Some("1000 INR".into());
    it.annual_percentage_rate = Some("P24M".into());
    it.quote = Some(Quote {
        total: Some("1000 INR".into()),
        ..Quote::default()
    });
    let thousand = Some(Paise::from_rupees(1_000));
    assert_eq!(Figures::of(&it).cost, Some(Paise::ZERO));
    let unread: [fn(&mut Offer); 6] = [
        |it| it.processing_fees = Some("PT30D".into()),
        |it| it.application_fees = Some("-500".into()),
        |it| it.insurance_charges = Some("as agreed".into()),
        |it| it.other_charges = Some("5 %".into()),
        |it| it.amount_principal = Some("P24M".into()),
        |it| it.amount_total_interest_payable = Some("-1".into()),
    ];
    for (at, spoil) in unread.into_iter().enumerate() {
        let mut it = it.clone();
        spoil(&mut it);
        let figures = Figures::of(&it);
        assert_eq!((figures.receive, figures.repay), (thousand, thousand));
        assert_eq!((figures.cost, figures.upfront), (None, None), "{at}");
    }
}

#[test]
fn a_negative_charge_is_no_amount() {
    for wire in ["-500", "−500", "-5%"] {
        assert_eq!(Charge::of(Some(&wire.into())), Charge::Words(wire));
    }
}

#[test]
fn no_malformed_figure_anywhere_ends_in_a_crash_or_a_balance() {
    for Spelling { wire, .. } in SPELLINGS {
        let figure = format!(r#""{wire}""#);
        for wire in [
            figure.as_str(),
            "null",
            r#""""#,
            "-1",
            "1.5e300",
            "{}",
            "true",
        ] {
            let offer: Offer = serde_json::from_str(&everywhere(wire)).unwrap();
            let figures = Figures::of(&offer);
            let amounts = [
                figures.principal,
                figures.receive,
                figures.repay,
                figures.monthly,
            ];
            assert!(
                amounts
                    .into_iter()
                    .flatten()
                    .all(|amount| amount >= Paise::ZERO)
            );
            assert_eq!(payments(&offer), None, "{wire}");
            doubts(&offer);
        }
    }
}

fn everywhere(wire: &str) -> String {
    let fields = [
        "amountPrincipal",
        "interestRate",
        "offerTerm",
        "amountTotalInterestPayable",
        "amountNetDisbursed",
        "interestType",
        "annualPercentageRate",
        "numberOfInstallments",
        "installmentAmount",
        "coolOffPeriod",
        "applicationFees",
        "foreclosureFees",
        "interestRateConversionCharges",
        "delayPenaltyFees",
        "otherPenaltyFees",
        "processingFees",
        "otherUpfrontCharges",
        "insuranceCharges",
        "otherCharges",
    ];
    let fields: Vec<String> = fields
        .iter()
        .map(|field| format!(r#""{field}": {wire}"#))
        .collect();
    format!(
        r#"{{"offerID": "00000000-0000-0000-0000-000000000001", {},
            "quote": {{"total": {wire}, "validUntil": {wire}}},
            "installments": [{{"serialNumber": {wire}, "amount": {wire}, "principal": {wire},
                "interest": {wire}, "dueDate": {wire}}}]}}"#,
        fields.join(", ")
    )
}
