//! What holds for every loan, tried on ten thousand of them.

use lending::{BasisPoints, Date, Instalment, Paise, Rounding, apr, emi, schedule};
use proptest::prelude::*;

fn rounding() -> impl Strategy<Value = Rounding> {
    prop_oneof![
        Just(Rounding::Rupee),
        Just(Rounding::RupeeInstalment),
        Just(Rounding::Paisa),
    ]
}

fn rows(principal: i64, rate: u32, months: u32, rounding: Rounding) -> Vec<Instalment> {
    let first = Date::new(2026, 12, 31).unwrap_or(Date::MIN);
    schedule(Paise(principal), BasisPoints(rate), months, first, rounding)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_schedule_balances_to_the_paisa(
        principal in 1_i64..=10_000_000_000,
        rate in 0_u32..=6_000,
        months in 1_u32..=240,
        rounding in rounding(),
    ) {
        let rows = rows(principal, rate, months, rounding);
        prop_assert_eq!(rows.len(), months as usize);
        let mut balance = principal;
        for row in &rows {
            prop_assert_eq!(row.amount.0, row.principal.0 + row.interest.0);
            prop_assert!(row.principal >= Paise::ZERO && row.interest >= Paise::ZERO);
            balance -= row.principal.0;
            prop_assert_eq!(row.balance_after, Paise(balance));
        }
        prop_assert_eq!(balance, 0);
        let interest: i64 = rows.iter().map(|row| row.interest.0).sum();
        let total: i64 = rows.iter().map(|row| row.amount.0).sum();
        prop_assert_eq!(total, principal + interest);
    }

    #[test]
    fn all_but_the_last_instalment_are_equal(
        principal in 1_000_000_i64..=10_000_000_000,
        rate in 0_u32..=4_800,
        months in 2_u32..=60,
        rounding in rounding(),
    ) {
        let rows = rows(principal, rate, months, rounding);
        let (last, others) = rows.split_last().unwrap();
        prop_assert!(others.windows(2).all(|pair| pair[0].amount == pair[1].amount));
        // Each month rounds twice by half a unit, and interest multiplies what was
        // rounded first by less than 11.
        let unit = if rounding == Rounding::Paisa { 1 } else { 100 };
        let drift = (last.amount.0 - others[0].amount.0).abs();
        prop_assert!(drift <= unit * i64::from(months) * 11, "{drift}");
    }

    #[test]
    fn with_fees_the_apr_is_never_below_the_rate(
        rupees in 10_000_i64..=10_000_000,
        rate in 0_u32..=4_800,
        months in 1_u32..=120,
        fee in 50_u32..=2_000,
        rounding in rounding(),
    ) {
        let principal = Paise::from_rupees(rupees);
        let fees = principal.share(BasisPoints(fee)).unwrap();
        let net = principal.checked_sub(fees).unwrap();
        let amounts: Vec<Paise> = rows(principal.0, rate, months, rounding)
            .iter()
            .map(|row| row.amount)
            .collect();
        let with_fees = apr(net, &amounts).unwrap();
        prop_assert!(with_fees > BasisPoints(rate), "{with_fees} for {rate}");
    }

    #[test]
    fn any_fee_of_a_rupee_or_more_never_lowers_the_apr_below_the_rate(
        rupees in 10_000_i64..=10_000_000,
        rate in 0_u32..=4_800,
        months in 1_u32..=120,
        fee in 1_i64..=1_000,
    ) {
        let principal = Paise::from_rupees(rupees);
        let net = principal.checked_sub(Paise::from_rupees(fee)).unwrap();
        let amounts: Vec<Paise> = rows(principal.0, rate, months, Rounding::Paisa)
            .iter()
            .map(|row| row.amount)
            .collect();
        let computed = apr(net, &amounts).unwrap();
        prop_assert!(computed >= BasisPoints(rate), "{computed} for {rate}");
    }

    #[test]
    fn the_integer_instalment_is_the_exact_one_rounded(
        principal in 1_i64..=2_000_000_000,
        rate in 0_u32..=6_000,
        months in 1_u32..=600,
    ) {
        let (principal, rate) = (Paise(principal), BasisPoints(rate));
        let exact = apr::emi_exact(principal, rate, months).unwrap() * 100.0;
        for (rounding, unit) in [(Rounding::Rupee, 100_i32), (Rounding::Paisa, 1)] {
            let rounded = emi(principal, rate, months, rounding).unwrap();
            let off = (exact - f64::from(i32::try_from(rounded.0).unwrap())).abs();
            prop_assert!(off <= f64::from(unit) / 2.0 + 1e-4, "{off}");
        }
    }

    #[test]
    fn without_fees_the_apr_is_the_rate(
        rupees in 10_000_i64..=10_000_000,
        rate in 0_u32..=4_800,
        months in 1_u32..=120,
    ) {
        let principal = Paise::from_rupees(rupees);
        let amounts: Vec<Paise> = rows(principal.0, rate, months, Rounding::Paisa)
            .iter()
            .map(|row| row.amount)
            .collect();
        let computed = apr(principal, &amounts).unwrap();
        // Rounding to the paisa may move the last digit.
        prop_assert!(computed.0.abs_diff(rate) <= 1, "{computed} for {rate}");
    }
}
