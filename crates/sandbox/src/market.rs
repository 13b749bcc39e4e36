//! Made-up lenders with offers that nobody has seen before, for whoever wants many of them.

mod malformed;

use std::sync::LazyLock;

use axum::Json;
use axum::extract::State;
use lending::{BasisPoints, Paise, Rounding};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::lenders::{AaNeed, Lender, Letter, Manner, OtherFees, Terms};
use crate::sandbox::Shared;

/// Who is asked for the next personal loans, in place of the borrower's own lenders. Each offers,
/// and the same seed gives the same offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Market {
    seed: u64,
    /// 0: nobody but the usual ones.
    count: u8,
    /// They write figures as no lender should.
    #[serde(default)]
    malformed: bool,
}

/// `POST /control/market`: gives their names.
pub(crate) async fn open(State(shared): State<Shared>, Json(market): Json<Market>) -> Json<Value> {
    let market = Market {
        count: market.count.min(most()),
        ..market
    };
    let names: Vec<&str> = market
        .letters()
        .iter()
        .map(|letter| letter.lender().name)
        .collect();
    shared.with(|world| world.market = (market.count > 0).then_some(market));
    Json(json!({ "lenders": names }))
}

impl Market {
    pub(crate) fn letters(self) -> Vec<Letter> {
        (0..self.count).map(Letter::Made).collect()
    }

    /// As a rule unlike every other lender's, with paise wherever there can be some.
    pub(crate) fn terms(self, number: u8) -> Terms {
        let seed = self.seed.wrapping_mul(1_000) + u64::from(number);
        let mut chance = fastrand::Rng::with_seed(seed);
        let paise = i64::from(chance.u8(0..100));
        let rupees = chance.i64(5_000..=1_000_000);
        let principal = if chance.u8(0..4) == 0 {
            Paise(rupees * 100 + paise)
        } else {
            Paise::from_rupees(rupees)
        };
        let mut fee = || {
            let some = chance.u8(0..3) == 0;
            Paise(if some { chance.i64(1..=20_000) } else { 0 })
        };
        let others = OtherFees {
            application: fee(),
            insurance: fee(),
            other: fee(),
        };
        Terms {
            principal,
            minimum: Paise::from_rupees(1_000),
            rate: BasisPoints(match chance.u8(0..12) {
                0 => 0,
                _ => chance.u32(1..=3_600),
            }),
            months: chance.u32(1..=60),
            fee: BasisPoints(chance.u32(0..=500)),
            others,
            rounding: match chance.u8(0..3) {
                0 => Rounding::Rupee,
                1 => Rounding::RupeeInstalment,
                _ => Rounding::Paisa,
            },
        }
    }

    /// Spoils a lender's offer where it is to be spoilt.
    pub(crate) fn write(self, offer: &mut Value, number: u8) {
        if self.malformed {
            malformed::spoil(offer, number.into());
        }
    }
}

/// Long ones, short ones, and letters that a page must not stumble over.
const NAMES: [&str; 25] = [
    "Aravalli Finance Ltd",
    "Banas Small Finance Bank",
    "Chambal Capital & Credit Ltd",
    "D'Souza Brothers Finance Ltd",
    "Eastern Ghats Housing & Consumer Finance Company (India) Private Limited",
    "Falgu Ltd",
    "Gomti Credit Ltd",
    "Hooghly Bank Ltd",
    "Indravati Loans Ltd",
    "Jhelum Finance Ltd",
    "Kosi Small Finance Bank",
    "Luni Capital Ltd",
    "Mahanadi Finserv Ltd",
    "Nilgiri Credit Ltd",
    "Om & Sons Leasing Ltd",
    "Periyar Finance Ltd",
    "Quilon Bank Ltd",
    "Ravi Valley Finance Ltd",
    "Sabarmati Credit Ltd",
    "Tungabhadra Finance Ltd",
    "Ujjayini Capital Ltd",
    "Vaigai \"Vriddhi\" Loans Ltd",
    "Wainganga Finance Ltd",
    "Yamuna <Agra> Finance Ltd",
    "Zanskar Credit Ltd",
];

fn most() -> u8 {
    u8::try_from(NAMES.len()).unwrap_or(u8::MAX)
}

static LENDERS: LazyLock<Vec<Lender>> =
    LazyLock::new(|| NAMES.iter().zip(1..).map(made_up).collect());

fn made_up((name, number): (&'static &'static str, u32)) -> Lender {
    // As many as there are names, once.
    let of_the_program = |text: String| -> &'static str { text.leak() };
    Lender {
        id: of_the_program(format!("made-up-{number:02}")),
        name,
        kind: if name.contains("Bank") {
            "BANK"
        } else {
            "NBFC"
        },
        aa: AaNeed::Never,
        // Overruled by the market of each application.
        manner: Manner::Declines("This lender is not there any more."),
        own_bank_form: false,
        branches: &[],
        city: "Nagpur",
        officer: "Sunita Rane",
        domain: of_the_program(format!("made-up-{number:02}.example")),
        phone: of_the_program(format!("+91-712-40002{number:02}")),
    }
}

/// Those whom nobody made up are answered for by the first.
pub(crate) fn lender(number: u8) -> &'static Lender {
    LENDERS
        .get(usize::from(number))
        .unwrap_or_else(|| Letter::A.lender())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::engine::quote::Quote;
    use lending::Date;

    const MARKET: Market = Market {
        seed: 7,
        count: 25,
        malformed: false,
    };

    fn quotes(market: Market) -> Vec<Quote> {
        let day = Date::new(2026, 11, 22).unwrap();
        let price = |number| {
            let terms = market.terms(number);
            Quote::price(terms, terms.principal, day, Moment(0)).unwrap()
        };
        (0..market.count).map(price).collect()
    }

    #[test]
    fn every_made_up_lender_offers_whatever_the_seed() {
        for seed in 0..400 {
            for quote in quotes(Market { seed, ..MARKET }) {
                let parts = Paise::total(quote.rows.iter().map(|row| row.principal));
                assert_eq!(parts, Some(quote.principal), "{seed}: {:?}", quote.terms);
                let back = quote.principal.checked_add(quote.interest);
                assert_eq!(back, Some(quote.total), "{seed}: {:?}", quote.terms);
                assert!(quote.net > Paise::ZERO && quote.net <= quote.principal);
            }
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_offers_and_another_one_others() {
        let terms = |seed| {
            let market = Market { seed, ..MARKET };
            (0..25)
                .map(|number| market.terms(number))
                .collect::<Vec<_>>()
        };
        assert_eq!(terms(7), terms(7));
        let both = terms(7).into_iter().zip(terms(8));
        assert!(both.clone().all(|(one, other)| one != other));
    }

    #[test]
    fn offers_have_paise_and_every_kind_of_rounding_and_fee() {
        let all: Vec<Quote> = (0..8)
            .flat_map(|seed| quotes(Market { seed, ..MARKET }))
            .collect();
        let some = |fits: fn(&Quote) -> bool| all.iter().filter(|quote| fits(quote)).count() >= 5;
        assert!(some(|quote| quote.principal.has_paise()));
        assert!(some(|quote| quote.instalment.has_paise()));
        assert!(some(|quote| quote.terms.rate == BasisPoints(0)));
        assert!(some(|quote| quote.terms.others == OtherFees::NONE));
        assert!(some(|quote| quote.terms.others.insurance > Paise::ZERO));
        assert!(some(|quote| quote.largest_instalment() > quote.instalment));
    }
}
