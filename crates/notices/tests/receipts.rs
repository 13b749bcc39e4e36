//! What a receipt says.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use contract::JourneyId;
use contract::app::{ConsentKind, Receipt};
use notices::Moments;

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

const GIVEN: Moments<'_> = Moments {
    given: "22/11/2026 20:00:00 IST",
    withdrawn: None,
    place: "https://loans.example",
};

#[test]
fn a_receipt_says_what_was_read_and_when_in_the_language_it_was_read_in() {
    for text in notices::all() {
        let notice = text.notices.first().unwrap();
        let written = notices::receipt(text, &given(ConsentKind::Bureau), Some(notice), GIVEN);
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
            GIVEN.given,
            GIVEN.place,
        ] {
            assert!(written.contains(fact), "{fact}");
        }
        assert!(written.contains(text.receipt.stands.as_str()));
    }
}

#[test]
fn a_receipt_says_when_it_was_withdrawn() {
    let text = notices::text("hi").unwrap();
    let moments = Moments {
        withdrawn: Some("23/11/2026 09:00:00 IST"),
        ..GIVEN
    };
    let written = notices::receipt(text, &given(ConsentKind::Bureau), None, moments);
    let line = format!("{}: 23/11/2026 09:00:00 IST", text.receipt.withdrawn);
    assert!(written.contains(&line), "{written}");
    assert!(!written.contains(text.receipt.stands.as_str()));
}

#[test]
fn that_a_statement_was_read_is_no_consent_and_cannot_be_withdrawn() {
    let text = notices::text("en").unwrap();
    let written = notices::receipt(text, &given(ConsentKind::Kfs), None, GIVEN);
    assert!(written.starts_with(text.receipt.acknowledgement.as_str()));
    assert!(!written.contains(text.receipt.withdrawn.as_str()));
}
