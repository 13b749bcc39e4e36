//! What our server would say of consents.

use contract::app::{ConsentKind, Receipt, ReceiptList};
use contract::{JourneyId, OfferId};
use serde_json::Value;

const TEXTS: [(&str, &str); 3] = [
    (
        "/api/notices?language=en",
        include_str!("../../crates/notices/texts/en.json"),
    ),
    (
        "/api/notices?language=hi",
        include_str!("../../crates/notices/texts/hi.json"),
    ),
    (
        "/api/notices?language=mr",
        include_str!("../../crates/notices/texts/mr.json"),
    ),
];

/// The notices by path.
pub(super) fn notices() -> Vec<(&'static str, String)> {
    let read = |(path, text): &(&'static str, &str)| {
        let text: Value = serde_json::from_str(text).ok()?;
        Some((*path, text))
    };
    let all: Vec<_> = TEXTS.iter().filter_map(read).collect();
    let language = |(_, text): &(&str, Value)| text.get("language").cloned();
    let languages: Vec<_> = all.iter().filter_map(language).collect();
    let whole = |(path, mut text): (&'static str, Value)| {
        if let Value::Object(text) = &mut text {
            text.insert("languages".to_owned(), Value::Array(languages.clone()));
        }
        (path, text.to_string())
    };
    all.into_iter().map(whole).collect()
}

/// Of each kind one, and one that was withdrawn.
pub(super) fn receipts(journey: JourneyId, offer: Option<OfferId>, now: i64) -> ReceiptList {
    const MINUTE: i64 = 60_000;
    let receipt = |number: i64, kind, title: &str, language: &str| Receipt {
        id: number.to_string().into(),
        kind,
        text_version: [kind.as_str(), "-2026-12"].concat().into(),
        language: language.into(),
        title: title.into(),
        journey_id: journey,
        offer_id: offer.filter(|_| matches!(kind, ConsentKind::Aa | ConsentKind::Kfs)),
        lender: Some(match kind {
            ConsentKind::Aa | ConsentKind::Kfs => "Narmada Bank".into(),
            _ => "Narmada Bank, Sahyadri Finance Ltd".into(),
        }),
        given_at: now - number * 7 * MINUTE,
        withdrawn_at: None,
        correlation_id: "7c0ffee0-42".into(),
    };
    let (kfs, aa) = (ConsentKind::Kfs, ConsentKind::Aa);
    let (bureau, lenders) = (ConsentKind::Bureau, ConsentKind::Lenders);
    let mut statements = receipt(2, aa, "Asking for your bank statements", "en");
    statements.withdrawn_at = Some(now - MINUTE);
    let items = vec![
        receipt(1, kfs, "The Key Facts Statement was read", "en"),
        statements,
        receipt(3, bureau, "आपकी क्रेडिट रिपोर्ट देखना", "hi"),
        receipt(4, lenders, "Sending your application to lenders", "en"),
    ];
    ReceiptList { items }
}
