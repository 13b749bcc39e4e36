//! What a receipt says.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use contract::JourneyId;
use contract::app::{ConsentKind, Notice, Receipt};
use notices::{Moments, Read};

fn given(kind: ConsentKind) -> Receipt {
    Receipt {
        id: "17".into(),
        kind,
        text_version: "bureau-2026-12".into(),
        language: "hi".into(),
        title: "Title".into(),
        journey_id: JourneyId::from_bytes([7; 16]),
        offer_id: None,
        lender: Some("Narmada Bank".into()),
        given_at: 0,
        withdrawn_at: None,
        correlation_id: "correlation-1".into(),
    }
}

fn read(notice: &Notice) -> Read<'_> {
    Read {
        notice: Some(notice),
        figures: None,
    }
}

const GIVEN: Moments<'_> = Moments {
    whose: Some("Asha Verma, ••••3210"),
    given: "22/11/2026 20:00:00 IST",
    withdrawn: None,
    place: "https://loans.example",
};

#[test]
fn a_receipt_says_what_was_read_and_when_in_the_language_it_was_read_in() {
    for text in notices::all() {
        let notice = text.notices.first().unwrap();
        let written = notices::receipt(text, &given(ConsentKind::Bureau), read(notice), GIVEN);
        let said = [&notice.title, &notice.agree, &text.receipt.consent];
        let said = said.into_iter().chain(&notice.what).chain(&notice.why);
        let said = said.chain(&notice.who).chain(&notice.how_long);
        for words in said.chain(&notice.withdraw).skip(1) {
            assert!(written.contains(words.as_str()), "{words}");
        }
        for fact in [
            "17",
            "Narmada Bank",
            "bureau-2026-12",
            "07070707-",
            "correlation-1",
            "Asha Verma, ••••3210",
            GIVEN.given,
            GIVEN.place,
        ] {
            assert!(written.contains(fact), "{fact}");
        }
        assert!(written.contains(text.receipt.stands.as_str()));
    }
}

#[test]
fn a_receipt_names_the_app_as_its_brand_does() {
    let brand = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/brand.rs");
    let brand = std::fs::read_to_string(brand).unwrap();
    let name = brand.split_once("NAME: &str = \"").unwrap().1;
    let name = name.split('"').next().unwrap();
    for text in notices::all() {
        let written = notices::receipt(text, &given(ConsentKind::Lenders), Read::default(), GIVEN);
        assert!(!name.is_empty() && written.contains(name), "{written}");
    }
}

#[test]
fn a_receipt_says_when_it_was_withdrawn() {
    let text = notices::text("hi").unwrap();
    let moments = Moments {
        withdrawn: Some("23/11/2026 09:00:00 IST"),
        ..GIVEN
    };
    let written = notices::receipt(text, &given(ConsentKind::Bureau), Read::default(), moments);
    let line = format!("{}: 23/11/2026 09:00:00 IST", text.receipt.withdrawn);
    assert!(written.contains(&line), "{written}");
    assert!(!written.contains(text.receipt.stands.as_str()));
}

#[test]
fn that_a_statement_was_read_is_no_consent_and_cannot_be_withdrawn() {
    let text = notices::text("en").unwrap();
    let written = notices::receipt(text, &given(ConsentKind::Kfs), Read::default(), GIVEN);
    assert!(written.starts_with(text.receipt.acknowledgement.as_str()));
    assert!(!written.contains(text.receipt.withdrawn.as_str()));
}

#[test]
fn a_receipt_of_a_statement_says_the_figures_that_were_read() {
    let receipt = given(ConsentKind::Kfs);
    for text in notices::all() {
        let notice = text.notices.iter().find(|it| it.kind == ConsentKind::Kfs);
        let read = Read {
            notice,
            figures: Some("288078|250000|16.44|"),
        };
        let written = notices::receipt(text, &receipt, read, GIVEN);
        let line = format!("{}: 288078|250000|16.44|\n", text.receipt.figures);
        assert!(written.contains(&line), "{written}");
        let without = notices::receipt(text, &receipt, Read::default(), GIVEN);
        assert!(!without.contains(text.receipt.figures.as_str()));
    }
}
