//! The APR against figures that others published: RBI's own example, real Key
//! Facts Statements, and identities.

use lending::{BasisPoints, Paise, apr};

struct Case {
    what: &'static str,
    principal: i32,
    rate: u32,
    months: u32,
    fees: &'static str,
    /// The instalment as charged; `None` is the unrounded one.
    emi: Option<f64>,
    exact_emi: &'static str,
    total_interest: &'static str,
    /// Nominal, to four decimals: what a Key Facts Statement states.
    nominal: &'static str,
    /// Compounded, to four decimals: what it must not state.
    compounded: &'static str,
}

const CASES: [Case; 9] = [
    Case {
        what: "RBI's published example",
        principal: 20_000,
        rate: 1_500,
        months: 24,
        fees: "400",
        emi: None,
        exact_emi: "969.7330",
        total_interest: "3273.59",
        nominal: "17.0706",
        compounded: "18.4716",
    },
    Case {
        what: "RBI's example with the instalment it prints",
        principal: 20_000,
        rate: 1_500,
        months: 24,
        fees: "400",
        emi: Some(970.0),
        exact_emi: "969.7330",
        total_interest: "3273.59",
        nominal: "17.0989",
        compounded: "18.5047",
    },
    Case {
        what: "without fees the APR is the rate",
        principal: 100_000,
        rate: 1_200,
        months: 12,
        fees: "0",
        emi: None,
        exact_emi: "8884.8789",
        total_interest: "6618.55",
        nominal: "12.0000",
        compounded: "12.6825",
    },
    Case {
        what: "a fee of 2% and its GST",
        principal: 100_000,
        rate: 2_400,
        months: 12,
        fees: "2360",
        emi: None,
        exact_emi: "9455.9597",
        total_interest: "13471.52",
        nominal: "28.6926",
        compounded: "32.7834",
    },
    Case {
        what: "a fee of 1% and its GST",
        principal: 500_000,
        rate: 1_150,
        months: 36,
        fees: "5900",
        emi: None,
        exact_emi: "16488.0032",
        total_interest: "93568.12",
        nominal: "12.3250",
        compounded: "13.0457",
    },
    Case {
        what: "a bank's public statement, fee without GST",
        principal: 47_000,
        rate: 2_100,
        months: 24,
        fees: "1175",
        emi: Some(2_415.14),
        exact_emi: "2415.1256",
        total_interest: "10963.01",
        nominal: "23.6640",
        compounded: "26.4070",
    },
    Case {
        what: "a bank's public statement, fee with GST",
        principal: 47_000,
        rate: 2_100,
        months: 24,
        fees: "1386.50",
        emi: Some(2_415.14),
        exact_emi: "2415.1256",
        total_interest: "10963.01",
        nominal: "24.1539",
        compounded: "27.0156",
    },
    Case {
        what: "a public sanction letter's instalment",
        principal: 60_001,
        rate: 2_500,
        months: 12,
        fees: "0",
        emi: Some(5_703.0),
        exact_emi: "5702.7472",
        total_interest: "8431.97",
        nominal: "25.0087",
        compounded: "28.0840",
    },
    Case {
        what: "no interest and no fees",
        principal: 12_000,
        rate: 0,
        months: 12,
        fees: "0",
        emi: None,
        exact_emi: "1000.0000",
        total_interest: "0.00",
        nominal: "0.0000",
        compounded: "0.0000",
    },
];

#[test]
fn apr_and_instalment_match_every_published_figure() {
    for case in CASES {
        let what = case.what;
        let principal = Paise::from_rupees(case.principal.into());
        let net = principal
            .checked_sub(Paise::from_wire(case.fees).unwrap())
            .unwrap();

        let exact = apr::emi_exact(principal, BasisPoints(case.rate), case.months).unwrap();
        assert_eq!(format!("{exact:.4}"), case.exact_emi, "{what}");
        let interest = exact * f64::from(case.months) - f64::from(case.principal);
        assert_eq!(format!("{interest:.2}"), case.total_interest, "{what}");

        let nominal = apr::apr_exact(net, case.emi.unwrap_or(exact), case.months).unwrap();
        assert_eq!(format!("{nominal:.4}"), case.nominal, "{what}");
        let compounded = ((1.0 + nominal / 1_200.0).powi(12) - 1.0) * 100.0;
        assert_eq!(format!("{compounded:.4}"), case.compounded, "{what}");
    }
}

#[test]
fn the_apr_of_whole_paise_rounds_to_the_stated_two_decimals() {
    for (net, emi, months, stated) in [
        ("19600", "970", 24, 1_710),
        ("45825", "2415.14", 24, 2_366),
        ("45613.50", "2415.14", 24, 2_415),
        ("60001", "5703", 12, 2_501),
        ("12000", "1000", 12, 0),
    ] {
        let instalments = vec![Paise::from_wire(emi).unwrap(); months];
        let computed = apr(Paise::from_wire(net).unwrap(), &instalments);
        assert_eq!(computed, Some(BasisPoints(stated)), "{net}");
    }
}

#[test]
fn fees_that_eat_the_loan_leave_no_apr() {
    let principal = Paise::from_rupees(20_000);
    let instalments = [Paise::from_rupees(970); 24];
    for fees in [20_000, 20_001] {
        let net = principal.checked_sub(Paise::from_rupees(fees)).unwrap();
        assert_eq!(apr(net, &instalments), None);
    }
}
