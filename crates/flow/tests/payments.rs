//! Schedules as a lender sends them: the balance, and what does not agree.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

use contract::platform::offers::{Fulfillment, Installment, Offer, Quote};
use contract::platform::status::InstallmentStatus;
use contract::{OfferId, Text};
use flow::{AprCheck, Doubt, Figures, apr_check, doubts, is_monthly, payments};
use lending::{BasisPoints, Date, Paise, Rounding, apr, schedule};
use proptest::prelude::*;

fn wire(amount: Paise) -> Text {
    Text(format!("{}.{:02}", amount.0 / 100, amount.0 % 100))
}

/// An offer as a lender that reckons right sends it.
fn offer(
    principal: Paise,
    rate: BasisPoints,
    months: u32,
    fees: Paise,
    rounding: Rounding,
) -> Offer {
    let first = Date::new(2027, 1, 31).unwrap();
    let rows = schedule(principal, rate, months, first, rounding);
    let amounts: Vec<Paise> = rows.iter().map(|row| row.amount).collect();
    let net = principal.checked_sub(fees).unwrap();
    let mut it = Offer::new(OfferId::from_bytes([0; 16]), "A".into());
    it.amount_principal = Some(wire(principal));
    it.amount_net_disbursed = Some(wire(net));
    it.amount_total_interest_payable = Some(wire(
        Paise::total(rows.iter().map(|row| row.interest)).unwrap(),
    ));
    it.installment_amount = Some(wire(amounts[0]));
    it.number_of_installments = Some(Text(months.to_string()));
    it.offer_term = Some(Text(format!("{months} months")));
    it.interest_rate = Some(Text(rate.to_string()));
    it.annual_percentage_rate = apr(net, &amounts).map(|apr| Text(apr.to_string()));
    it.processing_fees = Some(wire(fees));
    it.quote = Some(Quote {
        total: Some(wire(Paise::total(amounts).unwrap())),
        ..Quote::default()
    });
    it.installments = rows
        .iter()
        .map(|row| Installment {
            serial_number: Some(Text(row.number.to_string())),
            amount: Some(wire(row.amount)),
            principal: Some(wire(row.principal)),
            interest: Some(wire(row.interest)),
            due_date: Some(Text(row.due.to_string())),
            ..Installment::default()
        })
        .collect();
    it
}

fn one() -> Offer {
    let (principal, fees) = (Paise::from_rupees(250_000), Paise::from_rupees(5_900));
    offer(principal, BasisPoints(1_400), 24, fees, Rounding::Rupee)
}

fn rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![
        Just(Rounding::Rupee),
        Just(Rounding::RupeeInstalment),
        Just(Rounding::Paisa),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_schedule_is_read_to_the_paisa_and_ends_at_nothing_owed(
        rupees in 10_000_i64..=10_000_000,
        rate in 0_u32..=4_800,
        months in 1_u32..=60,
        fee in 0_u32..=2_000,
        rounding in rounding(),
    ) {
        let principal = Paise::from_rupees(rupees);
        let fees = principal.share(BasisPoints(fee)).unwrap();
        let offer = offer(principal, BasisPoints(rate), months, fees, rounding);
        let figures = Figures::of(&offer);
        let payments = payments(&offer).unwrap();
        let sum = |of: fn(&flow::Payment) -> Paise| Paise::total(payments.iter().map(of));
        prop_assert_eq!(sum(|it| it.principal), figures.principal);
        prop_assert_eq!(sum(|it| it.interest), figures.interest);
        prop_assert_eq!(sum(|it| it.amount), figures.repay);
        prop_assert_eq!(payments[0].before, principal);
        prop_assert!(payments.windows(2).all(|pair| pair[0].after == pair[1].before));
        prop_assert_eq!(payments.last().map(|it| it.after), Some(Paise::ZERO));
        prop_assert_eq!(figures.cost, figures.repay.unwrap().checked_sub(figures.receive.unwrap()));
        prop_assert_eq!(figures.upfront, Some(fees));
        prop_assert_eq!(apr_check(&offer), AprCheck::Agrees);
        prop_assert_eq!(doubts(&offer), Vec::new());
    }
}

#[test]
fn an_apr_is_silent_up_to_a_tenth_of_a_point_and_doubted_beyond_half_a_point() {
    let mut offer = one();
    assert_eq!(Figures::of(&offer).apr, Some(BasisPoints(1_644)));
    for (stated, check) in [
        ("16.44", AprCheck::Agrees),
        ("16.54", AprCheck::Agrees),
        ("16.34", AprCheck::Agrees),
        ("16.55", AprCheck::Near),
        ("16.33", AprCheck::Near),
        ("16.94", AprCheck::Near),
        ("15.94", AprCheck::Near),
        ("16.95", AprCheck::Differs),
        ("15.93", AprCheck::Differs),
        ("5", AprCheck::Differs),
        ("5 %", AprCheck::Differs),
        ("-5", AprCheck::Unknown),
        ("low", AprCheck::Unknown),
        ("", AprCheck::Unknown),
    ] {
        offer.annual_percentage_rate = Some(stated.into());
        assert_eq!(apr_check(&offer), check, "{stated}");
        assert_eq!(
            doubts(&offer).is_empty(),
            check != AprCheck::Differs,
            "{stated}"
        );
    }
}

#[test]
fn without_a_schedule_the_apr_is_checked_by_equal_instalments() {
    let mut offer = one();
    offer.installments.clear();
    assert_eq!(apr_check(&offer), AprCheck::Agrees);
    offer.annual_percentage_rate = Some("20".into());
    assert_eq!(apr_check(&offer), AprCheck::Differs);
    offer.number_of_installments = Some("48".into());
    assert_eq!(apr_check(&offer), AprCheck::Unknown);
}

#[test]
fn without_dates_nobody_says_that_payments_are_not_monthly() {
    let mut offer = one();
    offer.installments.clear();
    for (count, term, monthly) in [
        ("24", "24 months", Some(true)),
        ("48", "24 months", None),
        ("8", "24 months", None),
        ("24", "730 days", None),
        ("24", "", None),
    ] {
        offer.number_of_installments = Some(count.into());
        offer.offer_term = Some(term.into());
        assert_eq!(is_monthly(&offer), monthly, "{count} in {term}");
    }
}

#[test]
fn the_first_payment_alone_is_no_schedule() {
    let mut offer = one();
    offer.installments.truncate(1);
    assert_eq!((payments(&offer), doubts(&offer)), (None, Vec::new()));
    assert_eq!(apr_check(&offer), AprCheck::Agrees);
}

#[test]
fn the_published_example_with_its_printed_instalment_agrees() {
    let mut offer = Offer::new(OfferId::from_bytes([0; 16]), "A".into());
    offer.amount_net_disbursed = Some("19600".into());
    offer.installment_amount = Some("970".into());
    offer.number_of_installments = Some("24".into());
    offer.offer_term = Some("24 months".into());
    offer.annual_percentage_rate = Some("17.07 %".into());
    assert_eq!(apr_check(&offer), AprCheck::Agrees);
}

#[test]
fn payments_that_are_not_monthly_leave_the_apr_alone() {
    let mut offer = one();
    for (at, row) in offer.installments.iter_mut().enumerate() {
        let days = i64::try_from(at).unwrap() * 7;
        let due = Date::new(2027, 1, 5).unwrap().add_days(days);
        row.due_date = Some(Text(due.to_string()));
    }
    offer.annual_percentage_rate = Some("60".into());
    assert_eq!(is_monthly(&offer), Some(false));
    assert_eq!(apr_check(&offer), AprCheck::Unknown);
}

#[test]
fn a_due_date_moved_for_a_holiday_is_still_monthly() {
    let mut offer = one();
    offer.installments[3].due_date = Some("2027-05-03".into());
    assert_eq!(is_monthly(&offer), Some(true));
}

#[test]
fn figures_that_cannot_all_be_right_are_doubted() {
    let rupees = Paise::from_rupees;
    let mut it = one();
    it.quote.as_mut().unwrap().total = Some("288077".into());
    let (stated, sum) = (rupees(288_077), rupees(288_078));
    let payments = Doubt::Payments {
        stated,
        listed: sum,
    };
    let interest = Doubt::Interest {
        stated,
        reckoned: sum,
    };
    assert_eq!(doubts(&it), [payments, interest]);

    let mut it = one();
    it.number_of_installments = Some("12".into());
    let (stated, listed) = (12, 24);
    assert_eq!(doubts(&it), [Doubt::Count { stated, listed }]);

    let mut it = one();
    it.application_fees = Some("0.01".into());
    let (taken, listed) = (rupees(5_900), Paise(590_001));
    assert_eq!(doubts(&it), [Doubt::Fees { taken, listed }]);

    let mut it = one();
    it.processing_fees = Some("2 %".into());
    assert_eq!(
        doubts(&it),
        [],
        "of what is not said, so nothing is added up"
    );
}

#[test]
fn once_the_loan_runs_its_schedule_may_be_another() {
    let mut it = one();
    it.quote.as_mut().unwrap().total = Some("288077".into());
    assert!(!doubts(&it).is_empty());
    let mut paid = it.clone();
    paid.installments[0].status = InstallmentStatus::Paid;
    assert_eq!(doubts(&paid), []);
    it.fulfillments = vec![Fulfillment {
        state: Some("DISBURSED".into()),
        ..Fulfillment::default()
    }];
    assert_eq!(doubts(&it), []);
}

#[test]
fn of_rows_that_contradict_each_other_no_balance_is_reckoned() {
    let spoil: [fn(&mut Offer); 6] = [
        |it| it.installments[5].principal = Some("1".into()),
        |it| it.installments[5].interest = Some("-1".into()),
        |it| it.installments[5].amount = None,
        |it| it.amount_principal = Some("250001".into()),
        |it| it.amount_principal = Some("a quarter of a million".into()),
        |it| it.installments.truncate(23),
    ];
    for spoil in spoil {
        let mut it = one();
        assert!(payments(&it).is_some());
        spoil(&mut it);
        assert_eq!(payments(&it), None);
    }
}

/// Whatever is told of figures that do not agree must not be told of those that do.
#[test]
fn no_offer_of_the_sandbox_is_doubted() {
    let recorded = include_str!("../../../tests/gallery.json");
    let recorded: Vec<serde_json::Value> = serde_json::from_str(recorded).unwrap();
    let views = recorded.iter().map(|entry| entry["view"].clone());
    let mut seen = 0;
    for view in views {
        let view: contract::app::JourneyView = serde_json::from_value(view).unwrap();
        let lists = view.offers.into_iter().flatten();
        for offer in lists.chain(view.offer).chain(view.agreed) {
            assert_eq!(doubts(&offer), [], "{}", offer.lender_name);
            seen += u32::from(apr_check(&offer) == AprCheck::Agrees);
        }
    }
    assert!(seen > 10, "{seen}");
}
