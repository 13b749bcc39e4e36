//! What jewellery is worth, and what is lent against it.

use contract::platform::profile::ProfileSections;
use lending::{Paise, Rounding};

use crate::lenders::{GoldTerms, LOAN_TO_VALUE, OtherFees, Terms};

/// Jewellery as a lender values it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pledge {
    pub(crate) milligrams: i64,
    /// Parts of 24 that are gold.
    pub(crate) karat: i64,
    /// Of a gram of this purity.
    pub(crate) per_gram: Paise,
    pub(crate) value: Paise,
}

impl Pledge {
    /// By what the borrower says. `None` where that is not a weight and a purity.
    pub(crate) fn of(sections: &ProfileSections, terms: GoldTerms) -> Option<Self> {
        let said = sections.gold_loan.as_ref()?;
        let milligrams = milligrams(said.jewellery_weight_grams.as_ref()?.as_str())?;
        let karat = said.purity.as_ref()?.as_str().strip_suffix('K')?;
        let karat: i64 = karat
            .parse()
            .ok()
            .filter(|karat| (1..=24).contains(karat))?;
        let per_gram = Paise::from_rupees(terms.per_gram.whole_rupees() * karat / 24);
        let value = per_gram.whole_rupees().checked_mul(milligrams)? / 1_000;
        Some(Self {
            milligrams,
            karat,
            per_gram,
            value: Paise::from_rupees(value),
        })
    }

    /// The most that is lent against it, in whole rupees.
    pub(crate) fn limit(&self) -> Option<Paise> {
        let share = self.value.share(LOAN_TO_VALUE)?;
        Some(Paise::from_rupees(share.whole_rupees()))
    }

    /// `None` when it is worth too little.
    pub(crate) fn terms(&self, gold: GoldTerms) -> Option<Terms> {
        let principal = self.limit().filter(|limit| *limit >= gold.minimum)?;
        Some(Terms {
            principal,
            minimum: gold.minimum,
            rate: gold.rate,
            months: gold.months,
            fee: gold.fee,
            others: OtherFees::NONE,
            rounding: Rounding::Rupee,
        })
    }

    /// In words: the weight, the purity, the rate and the share of it that is lent.
    pub(crate) fn says(&self) -> String {
        let (grams, rest) = (self.milligrams / 1_000, self.milligrams % 1_000);
        let rest = format!(".{rest:03}");
        let rest = rest.trim_end_matches('0').trim_end_matches('.');
        format!(
            "{grams}{rest} g of {}K gold at {} a gram is worth {}. Up to {} of it is lent.",
            self.karat,
            self.per_gram.format(),
            self.value.format(),
            LOAN_TO_VALUE,
        )
    }

    /// Found to be worth so many per cent of it.
    pub(crate) fn found(self, percent: u32) -> Self {
        let value = self.value.whole_rupees() * i64::from(percent) / 100;
        Self {
            value: Paise::from_rupees(value),
            ..self
        }
    }
}

/// Up to ten kilograms, with up to three decimals.
fn milligrams(grams: &str) -> Option<i64> {
    let (whole, part) = grams.trim().split_once('.').unwrap_or((grams.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 4 || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    Some(whole * 1_000 + part).filter(|weight| *weight > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::engine::quote::Quote;
    use crate::lenders::{Letter, Manner};
    use contract::platform::profile::GoldLoan;
    use lending::{BasisPoints, Date};

    fn said(grams: &str, purity: &str) -> ProfileSections {
        ProfileSections {
            gold_loan: Some(GoldLoan {
                jewellery_weight_grams: Some(grams.into()),
                purity: Some(purity.into()),
                ..GoldLoan::default()
            }),
            ..ProfileSections::default()
        }
    }

    fn gold(letter: Letter) -> GoldTerms {
        let Manner::OffersOnGold(terms) = letter.lender().manner else {
            panic!("{letter:?} does not lend on gold");
        };
        terms
    }

    #[test]
    fn a_gold_offer_is_three_quarters_of_weight_times_the_rate_of_its_purity() {
        let pledge = Pledge::of(&said("52", "22K"), gold(Letter::G)).unwrap();
        let rupees = Paise::from_rupees;
        // 11,200 x 22 / 24, x 52, x 75 %
        assert_eq!(pledge.per_gram, rupees(10_266));
        assert_eq!(pledge.value, rupees(533_832));
        let terms = pledge.terms(gold(Letter::G)).unwrap();
        assert_eq!(terms.principal, rupees(400_374));
        assert_eq!((terms.rate, terms.months), (BasisPoints(1_150), 12));
        let day = Date::new(2026, 11, 22).unwrap();
        let quote = Quote::price(terms, terms.principal, day, Moment(0)).unwrap();
        assert_eq!(
            terms.principal.checked_add(quote.interest),
            Some(quote.total)
        );
        let deducted = Paise::total([quote.net, quote.fee, quote.gst]);
        assert_eq!(deducted, Some(terms.principal));
        assert_eq!(
            pledge.says(),
            "52 g of 22K gold at ₹10,266 a gram is worth ₹5,33,832. Up to 75.00% of it is lent."
        );
        assert_eq!(pledge.found(80).limit(), Some(rupees(320_298)));
    }

    #[test]
    fn a_weight_has_up_to_three_decimals() {
        assert_eq!(milligrams("52"), Some(52_000));
        assert_eq!(milligrams(" 0.5 "), Some(500));
        assert_eq!(milligrams("1234.567"), Some(1_234_567));
        for bad in ["", ".", "0", "0.000", "1.2345", "-1", "1e3", "12345", "५२"] {
            assert_eq!(milligrams(bad), None, "{bad}");
        }
    }

    #[test]
    fn too_little_gold_makes_no_loan() {
        let pledge = Pledge::of(&said("1", "9K"), gold(Letter::H)).unwrap();
        assert_eq!(pledge.terms(gold(Letter::H)), None);
    }
}
