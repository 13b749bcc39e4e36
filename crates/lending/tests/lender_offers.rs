//! The sandbox lenders' offers: terms in, every printed figure out.

use lending::{BasisPoints, Date, Instalment, Paise, Rounding, apr, emi, schedule};

struct Offer {
    lender: &'static str,
    principal: i64,
    rate: u32,
    months: u32,
    /// Percent of the principal, with 18% GST on top.
    fee: u32,
    emi: i64,
    last: i64,
    interest: i64,
    net: i64,
    apr: u32,
    total: i64,
}

const OFFERS: [Offer; 4] = [
    Offer {
        lender: "A",
        principal: 250_000,
        rate: 1_400,
        months: 24,
        fee: 200,
        emi: 12_003,
        last: 12_009,
        interest: 38_078,
        net: 244_100,
        apr: 1_644,
        total: 288_078,
    },
    Offer {
        lender: "B",
        principal: 200_000,
        rate: 1_250,
        months: 12,
        fee: 100,
        emi: 17_817,
        last: 17_811,
        interest: 13_798,
        net: 197_640,
        apr: 1_476,
        total: 213_798,
    },
    Offer {
        lender: "C",
        principal: 300_000,
        rate: 1_800,
        months: 36,
        fee: 250,
        emi: 10_846,
        last: 10_834,
        interest: 90_444,
        net: 291_150,
        apr: 2_017,
        total: 390_444,
    },
    Offer {
        lender: "D",
        principal: 150_000,
        rate: 1_600,
        months: 18,
        fee: 150,
        emi: 9_428,
        last: 9_438,
        interest: 19_714,
        net: 147_345,
        apr: 1_838,
        total: 169_714,
    },
];

fn first_due() -> Date {
    Date::new(2027, 1, 5).unwrap_or(Date::MIN)
}

fn sum(rows: &[Instalment], part: impl Fn(&Instalment) -> Paise) -> Option<Paise> {
    Paise::total(rows.iter().map(part))
}

#[test]
fn offers_a_to_d_come_out_to_the_rupee() {
    for offer in OFFERS {
        let lender = offer.lender;
        let (principal, rate) = (Paise::from_rupees(offer.principal), BasisPoints(offer.rate));
        let instalment = emi(principal, rate, offer.months, Rounding::Rupee);
        assert_eq!(instalment, Some(Paise::from_rupees(offer.emi)), "{lender}");

        let rows = schedule(principal, rate, offer.months, first_due(), Rounding::Rupee);
        let (last, others) = rows.split_last().unwrap();
        assert!(others.iter().all(|row| Some(row.amount) == instalment));
        assert_eq!(last.amount, Paise::from_rupees(offer.last), "{lender}");
        assert_eq!(last.balance_after, Paise::ZERO, "{lender}");
        let interest = Paise::from_rupees(offer.interest);
        assert_eq!(sum(&rows, |row| row.interest), Some(interest), "{lender}");
        assert_eq!(sum(&rows, |row| row.principal), Some(principal), "{lender}");
        let total = Paise::from_rupees(offer.total);
        assert_eq!(sum(&rows, |row| row.amount), Some(total), "{lender}");

        let fee = principal.share(BasisPoints(offer.fee)).unwrap();
        let gst = fee.share(BasisPoints(1_800)).unwrap();
        let net = principal
            .checked_sub(fee.checked_add(gst).unwrap())
            .unwrap();
        assert_eq!(net, Paise::from_rupees(offer.net), "{lender}");
        let amounts: Vec<Paise> = rows.iter().map(|row| row.amount).collect();
        assert_eq!(apr(net, &amounts), Some(BasisPoints(offer.apr)), "{lender}");
    }
}

/// The gold lender keeps interest to the paisa and prints it in rupees: rounded
/// month by month it would be a rupee less.
#[test]
fn the_gold_offer_comes_out_with_interest_kept_to_the_paisa() {
    let (principal, rate) = (Paise::from_rupees(400_000), BasisPoints(1_150));
    let rows = schedule(principal, rate, 5, first_due(), Rounding::RupeeInstalment);
    let amounts: Vec<i64> = rows.iter().map(|row| row.amount.0).collect();
    let emi = 8_231_500;
    assert_eq!(amounts, [emi, emi, emi, emi, 8_231_308]);
    assert_eq!(sum(&rows, |row| row.interest), Some(Paise(1_157_308)));
    assert_eq!(sum(&rows, |row| row.principal), Some(principal));
}
