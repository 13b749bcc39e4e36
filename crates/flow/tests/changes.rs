//! Which terms of an offer are not those that were agreed to.

use contract::OfferId;
use contract::app::JourneyView;
use contract::platform::offers::{Offer, Quote, QuoteLine};
use flow::{Fee, Term, changes, figures_mark, requoted};

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
        processing_fees: Some("5000".into()),
        foreclosure_fees: Some("2%".into()),
        delay_penalty_fees: Some("5%".into()),
        quote: Some(Quote {
            total: Some("288078".into()),
            breakup: vec![line("PROCESSING_FEE", "5000"), line("STAMP_DUTY", "300")],
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

type Row = (&'static str, fn(&mut Offer), Term<'static>);

#[test]
fn each_price_that_moved_is_told_as_what_it_is() {
    let table: [Row; 8] = [
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

#[test]
fn another_spelling_of_the_same_price_is_no_change() {
    let same: [fn(&mut Offer); 6] = [
        |_| {},
        |it| it.amount_principal = Some("250000.00".into()),
        |it| it.processing_fees = Some("5000 INR".into()),
        |it| it.offer_term = Some("P24M".into()),
        |it| it.other_charges = Some("0".into()),
        |it| it.foreclosure_fees = None,
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
