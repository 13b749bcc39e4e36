use lending::{BasisPoints, Date, Instalment, Paise, apr, schedule};

use super::pledge::Pledge;
use crate::clock::Moment;
use crate::lenders::{self, Terms};
use crate::text;

/// A priced offer; every figure follows from the lender's terms and the amount.
#[derive(Debug, Clone)]
pub(crate) struct Quote {
    pub(crate) id: String,
    pub(crate) terms: Terms,
    pub(crate) principal: Paise,
    pub(crate) fee: Paise,
    pub(crate) gst: Paise,
    /// What reaches the borrower.
    pub(crate) net: Paise,
    pub(crate) instalment: Paise,
    pub(crate) interest: Paise,
    /// What the borrower repays.
    pub(crate) total: Paise,
    pub(crate) apr: BasisPoints,
    pub(crate) rows: Vec<Instalment>,
    pub(crate) valid_until: Moment,
    /// What it is lent against.
    pub(crate) pledge: Option<Pledge>,
}

impl Quote {
    /// Reducing balance, fees and GST deducted before disbursal, the first instalment one month
    /// after it. `None` for an amount that no loan can be made of.
    pub(crate) fn price(
        terms: Terms,
        principal: Paise,
        disbursed_on: Date,
        valid_until: Moment,
    ) -> Option<Self> {
        let fee = principal.share(terms.fee)?;
        let gst = fee.share(lenders::GST)?;
        let others = terms.others;
        let deducted =
            Paise::total([fee, gst, others.application, others.insurance, others.other])?;
        let net = principal.checked_sub(deducted)?;
        let rows = schedule(
            principal,
            terms.rate,
            terms.months,
            disbursed_on.add_months(1),
            terms.rounding,
        );
        let amounts: Vec<Paise> = rows.iter().map(|row| row.amount).collect();
        Some(Self {
            id: format!("quote_{}", text::short()),
            terms,
            principal,
            fee,
            gst,
            net,
            instalment: *amounts.first()?,
            interest: Paise::total(rows.iter().map(|row| row.interest))?,
            total: Paise::total(amounts.iter().copied())?,
            apr: apr(net, &amounts)?,
            rows,
            valid_until,
            pledge: None,
        })
    }

    /// The same loan for another amount, from another day or on other terms.
    pub(crate) fn again(&self, principal: Paise, disbursed_on: Date) -> Option<Self> {
        let quote = Self::price(self.terms, principal, disbursed_on, self.valid_until)?;
        Some(Self {
            pledge: self.pledge,
            ..quote
        })
    }

    /// The same loan at another rate.
    pub(crate) fn at_rate(&self, rate: BasisPoints) -> Self {
        Self {
            terms: Terms { rate, ..self.terms },
            ..self.clone()
        }
    }

    /// No month takes more than this: rounding may make the last instalment the largest.
    pub(crate) fn largest_instalment(&self) -> Paise {
        self.rows
            .iter()
            .map(|row| row.amount)
            .max()
            .unwrap_or(self.instalment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lenders::{Letter, Manner};

    fn quote(letter: Letter) -> Quote {
        let (Manner::Offers(terms) | Manner::OffersLate(terms)) = letter.lender().manner else {
            panic!("{letter:?} does not offer");
        };
        let day = Date::new(2026, 11, 22).unwrap();
        Quote::price(terms, terms.principal, day, Moment(0)).unwrap()
    }

    #[test]
    fn lenders_figures_are_the_published_ones() {
        for (letter, emi, last, interest, fee, gst, net, apr, total) in [
            (
                Letter::A,
                12_003,
                12_009,
                38_078,
                5_000,
                900,
                244_100,
                1_644,
                288_078,
            ),
            (
                Letter::B,
                17_817,
                17_811,
                13_798,
                2_000,
                360,
                197_640,
                1_476,
                213_798,
            ),
            (
                Letter::C,
                10_846,
                10_834,
                90_444,
                7_500,
                1_350,
                291_150,
                2_017,
                390_444,
            ),
            (
                Letter::D,
                9_428,
                9_438,
                19_714,
                2_250,
                405,
                147_345,
                1_838,
                169_714,
            ),
        ] {
            let quote = quote(letter);
            let rupees = Paise::from_rupees;
            assert_eq!(quote.instalment, rupees(emi), "{letter:?}");
            assert_eq!(
                quote.rows.last().unwrap().amount,
                rupees(last),
                "{letter:?}"
            );
            assert_eq!(quote.interest, rupees(interest), "{letter:?}");
            assert_eq!(
                (quote.fee, quote.gst),
                (rupees(fee), rupees(gst)),
                "{letter:?}"
            );
            assert_eq!(quote.net, rupees(net), "{letter:?}");
            assert_eq!(quote.apr, BasisPoints(apr), "{letter:?}");
            assert_eq!(quote.total, rupees(total), "{letter:?}");
        }
    }

    #[test]
    fn every_amount_a_lender_lends_adds_up_to_the_paisa() {
        for letter in [Letter::A, Letter::B, Letter::C, Letter::D, Letter::F] {
            let full = quote(letter);
            let day = Date::new(2026, 12, 31).unwrap();
            for rupees in [
                full.terms.minimum.whole_rupees(),
                33_333,
                77_777,
                full.principal.whole_rupees(),
            ] {
                let principal = Paise::from_rupees(rupees);
                let quote = full.again(principal, day).unwrap();
                let principals = Paise::total(quote.rows.iter().map(|row| row.principal));
                assert_eq!(principals, Some(principal), "{letter:?} {rupees}");
                assert_eq!(principal.checked_add(quote.interest), Some(quote.total));
                let deducted = Paise::total([quote.net, quote.fee, quote.gst]);
                assert_eq!(deducted, Some(principal), "{letter:?} {rupees}");
                assert!(quote.apr > quote.terms.rate, "{letter:?} {rupees}");
            }
        }
    }
}
