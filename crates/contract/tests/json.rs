//! The small reader reads what the general one reads, or nothing.

use contract::Text;
use contract::app::{JourneyView, Problem};
use contract::json::{JsonError, read};
use contract::platform::offers::Offer;
use serde::de::DeserializeOwned;
use serde_json::json;

fn alike<T: DeserializeOwned + PartialEq + std::fmt::Debug>(text: &str) {
    let general: Option<T> = serde_json::from_str(text).ok();
    assert!(general.is_some(), "{text}");
    assert_eq!(read::<T>(text).ok(), general, "{text}");
}

fn view() -> serde_json::Value {
    json!({
        "borrower": {"name": "आशा \u{1f600} \"Asha\" \\ \n", "mobile": null},
        "journey": {
            "journeyID": "9f1c2d3e-0011-4a5b-8c7d-0123456789ab",
            "type": "PERSONAL_LOAN",
            "status": "SOMETHING_NEW",
            "nextAction": null,
            "pendingOperations": ["SELECT_DISPATCH", "WHO_KNOWS"],
            "capabilities": {"aaEnabled": true},
            "resume": {},
            "updatedAt": "2026-11-22T08:00:00Z",
            "unknown": [{"deep": [[], {"a": -1.5e10}, true, null]}]
        },
        "hasEarlier": false,
        "offers": [
            {
                "offerID": "00000000-0000-4000-8000-000000000001",
                "lenderName": "Sahyadri",
                "aa": null,
                "quote": {"total": "288072", "breakup": [{"title": "PRINCIPAL", "amount": "1"}]},
                "installments": [{"serialNumber": "1", "status": "NOT-PAID"}, {}],
                "lender": {"gro": {"name": "R"}, "locations": []}
            }
        ],
        "steps": {"kyc": {"status": "FAILURE", "diagnostics": {"attempts": 1, "maxAttempts": 3}}},
        "pending": {"kind": "SELECT_DISPATCH", "acceptedAt": 1_795_334_400_000_i64},
        "pace": {"afterMs": 2000}
    })
}

#[test]
fn a_view_reads_the_same_whatever_the_spacing() {
    alike::<JourneyView>(&view().to_string());
    alike::<JourneyView>(&serde_json::to_string_pretty(&view()).unwrap());
    alike::<JourneyView>("{}");
    alike::<Problem>(r#"{"code":"VALIDATION_FAILED","status":400,"field":"profile.pan"}"#);
}

#[test]
fn text_reads_the_same_with_every_escape() {
    for text in [
        r#""""#,
        r#""plain""#,
        r#""\" \\ \/ \b \f \n \r \t""#,
        r#""\u0939\u093f""#,
        r#""before \ud83d\ude00 after""#,
        r#""हिन्दी ₹""#,
    ] {
        alike::<String>(text);
    }
}

#[test]
fn what_the_general_reader_refuses_is_refused() {
    for text in [
        "",
        "{",
        "[1]",
        "{} x",
        "null",
        r#"{"pace":{"afterMs":-1}}"#,
        r#"{"pace":{"afterMs":01}}"#,
        r#"{"pace":{"afterMs":4294967296}}"#,
        r#"{"pace" {}}"#,
        r#"{"pace":{},}"#,
        r#"{"hasEarlier":1}"#,
        r#"{"offers":{}}"#,
        r#"{"journey":{"journeyID":"x"}}"#,
        "{\"borrower\":{\"name\":\"a\nb\"}}",
        r#"{"borrower":{"name":"\ud83d"}}"#,
        r#"{"borrower":{"name":"\u00+1"}}"#,
        r#"{"borrower":{"name":"\x"}}"#,
        r#"{"pace":{"afterMs":1},"pace":{"afterMs":2}}"#,
    ] {
        assert!(serde_json::from_str::<JourneyView>(text).is_err(), "{text}");
        assert_eq!(read::<JourneyView>(text), Err(JsonError), "{text}");
    }
}

#[test]
fn a_number_with_a_fraction_is_no_whole_number() {
    assert_eq!(
        read::<JourneyView>(r#"{"pace":{"afterMs":1.0}}"#),
        Err(JsonError)
    );
}

#[test]
fn endless_nesting_ends_in_an_error() {
    let text = ["{\"unknown\":", &"[".repeat(100_000)].concat();
    assert_eq!(read::<JourneyView>(&text), Err(JsonError));
}

#[test]
fn an_offer_keeps_what_stands_in_it() {
    let mut offer = Offer::new(
        "00000000-0000-4000-8000-000000000001".parse().unwrap(),
        "A".into(),
    );
    offer.annual_percentage_rate = Some(Text::from("16.44"));
    let text = serde_json::to_string(&offer).unwrap();
    assert_eq!(read::<Offer>(&text), Ok(offer));
}
