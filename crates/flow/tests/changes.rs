//! Which terms of an offer are not those that were agreed to.

use contract::OfferId;
use contract::app::JourneyView;
use contract::platform::offers::{Offer, Quote, QuoteLine};
use flow::{Fee, Term, changes, figures_mark, requoted, took};
use lending::Paise;

fn agreed() -> Offer {
    let line = |title: &str, amount: &str| QuoteLine {
        title: title.into(),
        amount: Some(amount.into()),
    };
    Offer {
        amount_principal: Some("250000".into()),
        amount_net_disbursed: Some("244100".into()),
        interest_rate: Some("14".into()),
        interest_type: Some("FIXED".into()),
        annual_percentage_rate: Some("16.44".into()),
        number_of_installments: Some("24".into()),
        installment_amount: Some("12003".into()),
        offer_term: Some("24 months".into()),
        cool_off_period: Some("P3D".into()),
        processing_fees: Some("5000".into()),
        foreclosure_fees: Some("2%".into()),
        delay_penalty_fees: Some("5%".into()),
        quote: Some(Quote {
            total: Some("288078".into()),
            breakup: vec![
                line("PROCESSING_FEE", "5000"),
                line("STAMP_DUTY", "300"),
                line("BROKERAGE", "2%"),
            ],
            ..Quote::default()
        }),
        ..Offer::new(OfferId::from_bytes([7; 16]), "Sahyadri".into())
    }
}

fn is_requoted(now: &Offer) -> bool {
    requoted(&JourneyView {
        agreed: Some(agreed()),
        offer: Some(now.clone()),
        ..JourneyView::default()
    })
}

fn with(change: fn(&mut Offer)) -> Offer {
    let mut now = agreed();
    change(&mut now);
    now
}

fn line(offer: &mut Offer, title: &str, amount: &str) {
    let lines = offer.quote.iter_mut().flat_map(|quote| &mut quote.breakup);
    for line in lines.filter(|line| line.title.as_str() == title) {
        line.amount = Some(amount.into());
    }
}

fn total(offer: &mut Offer, amount: &str) {
    if let Some(quote) = &mut offer.quote {
        quote.total = Some(amount.into());
    }
}

type Row = (&'static str, fn(&mut Offer), Term<'static>);

#[test]
fn each_price_that_moved_is_told_as_what_it_is() {
    let table: [Row; 11] = [
        (
            "late",
            |it| it.delay_penalty_fees = Some("6%".into()),
            Term::Fee(Fee::Late),
        ),
        (
            "closing",
            |it| it.foreclosure_fees = Some("500".into()),
            Term::Fee(Fee::Foreclosure),
        ),
        (
            "a new charge",
            |it| it.insurance_charges = Some("999".into()),
            Term::Fee(Fee::Insurance),
        ),
        (
            "in words",
            |it| it.other_charges = Some("as billed".into()),
            Term::Fee(Fee::Other),
        ),
        (
            "more of them",
            |it| it.number_of_installments = Some("25".into()),
            Term::Instalments,
        ),
        (
            "can change",
            |it| it.interest_type = Some("FLOATING".into()),
            Term::InterestType,
        ),
        (
            "the fee, once",
            |it| {
                it.processing_fees = Some("6000".into());
                line(it, "PROCESSING_FEE", "6000");
            },
            Term::Fee(Fee::Processing),
        ),
        (
            "a line",
            |it| line(it, "STAMP_DUTY", "400"),
            Term::Line(&STAMP_DUTY),
        ),
        (
            "a line that is no amount",
            |it| line(it, "BROKERAGE", "4%"),
            Term::Line(&BROKERAGE),
        ),
        (
            "fewer days to give it back",
            |it| it.cool_off_period = Some("1 day".into()),
            Term::CoolingOff,
        ),
        (
            "days that nobody can count",
            |it| it.cool_off_period = Some("as agreed".into()),
            Term::CoolingOff,
        ),
    ];
    for (name, change, term) in table {
        let (before, now) = (agreed(), with(change));
        let terms: Vec<_> = changes(&before, &now).iter().map(|it| it.term).collect();
        assert_eq!(terms, [term], "{name}");
        assert!(is_requoted(&now), "{name}");
        assert_ne!(figures_mark(&before), figures_mark(&now), "{name}");
    }
}

static STAMP_DUTY: std::sync::LazyLock<contract::Text> =
    std::sync::LazyLock::new(|| "STAMP_DUTY".into());
static BROKERAGE: std::sync::LazyLock<contract::Text> =
    std::sync::LazyLock::new(|| "BROKERAGE".into());

#[test]
fn two_changes_that_cannot_be_read_are_both_told() {
    let now = with(|it| {
        it.foreclosure_fees = Some("4%".into());
        line(it, "BROKERAGE", "4%");
    });
    let before = agreed();
    let terms: Vec<_> = changes(&before, &now).iter().map(|it| it.term).collect();
    assert_eq!(terms, [Term::Fee(Fee::Foreclosure), Term::Line(&BROKERAGE)]);
}

#[test]
fn another_spelling_of_the_same_price_is_no_change() {
    let same: [fn(&mut Offer); 11] = [
        |_| {},
        |it| it.amount_principal = Some("250000.00".into()),
        |it| it.processing_fees = Some("5000 INR".into()),
        |it| it.offer_term = Some("P24M".into()),
        |it| it.other_charges = Some("0".into()),
        |it| it.foreclosure_fees = None,
        |it| it.foreclosure_fees = Some("2 %".into()),
        |it| it.delay_penalty_fees = Some("5.00%".into()),
        |it| it.interest_type = Some(" fixed ".into()),
        |it| it.cool_off_period = Some("3 days".into()),
        |it| it.cool_off_period = None,
    ];
    for (at, change) in same.into_iter().enumerate() {
        let (before, now) = (agreed(), with(change));
        assert_eq!(changes(&before, &now), [], "{at}");
        assert!(!is_requoted(&now), "{at}");
    }
}

#[test]
fn figures_that_moved_are_a_new_quote_too() {
    let moved: [fn(&mut Offer); 4] = [
        |it| it.amount_principal = Some("200000".into()),
        |it| it.annual_percentage_rate = Some("16.45".into()),
        |it| it.offer_term = Some("36 months".into()),
        |it| {
            if let Some(quote) = &mut it.quote {
                quote.total = Some("288079".into());
            }
        },
    ];
    for change in moved {
        assert!(is_requoted(&with(change)));
    }
}

#[test]
fn the_amount_the_borrower_took_is_told_from_what_the_lender_changed() {
    let lakh = |lakhs: i64| Paise::from_wire(&(lakhs * 50_000).to_string());
    let half = |change: fn(&mut Offer)| {
        let mut now = with(|it| {
            it.amount_principal = Some("100000".into());
            it.amount_net_disbursed = Some("97500".into());
            it.installment_amount = Some("4801".into());
            it.processing_fees = Some("2000".into());
            total(it, "115224");
            line(it, "PROCESSING_FEE", "2000");
        });
        change(&mut now);
        now
    };
    let told = |now: Offer, taken: Option<&str>| {
        took(&JourneyView {
            agreed: Some(agreed()),
            offer: Some(now),
            taken: taken.map(Into::into),
            ..JourneyView::default()
        })
    };
    assert_eq!(told(half(|_| {}), Some("100000")), lakh(5).zip(lakh(2)));
    // Nobody asked for it, or for another amount.
    assert_eq!(told(half(|_| {}), None), None);
    assert_eq!(told(half(|_| {}), Some("120000")), None);
    assert_eq!(told(agreed(), Some("250000")), None);
    let dearer: [fn(&mut Offer); 6] = [
        |it| it.interest_rate = Some("15".into()),
        |it| it.processing_fees = Some("5001".into()),
        |it| it.delay_penalty_fees = Some("6%".into()),
        |it| it.cool_off_period = Some("P1D".into()),
        |it| it.installment_amount = Some("20000".into()),
        |it| total(it, "300000"),
    ];
    for change in dearer {
        assert_eq!(told(half(change), Some("100000")), None);
    }
}
