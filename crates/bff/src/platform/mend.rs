//! Reading what does not quite fit: one bad row or field is left out, not the whole answer.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

/// More misfits than this, and it is another answer than we asked for.
const MOST: usize = 64;

/// A value from `data`. What does not fit its type is taken out and logged by its place: a field
/// becomes absent; a row, or whatever cannot be without what was taken out, goes as a whole.
/// `None` when nothing of use remains, or when what should be a list is none: that is not an empty
/// one.
pub fn read<T: DeserializeOwned>(mut data: Value, what: &str) -> Option<T> {
    for _ in 0..MOST {
        // The error itself may quote what was read, and a log is no place for that.
        let place = match serde_path_to_error::deserialize(&data) {
            Ok(value) => return Some(value),
            Err(error) => error.path().clone(),
        };
        tracing::warn!(what, %place, "left out: it does not fit its type");
        if !take_out(&mut data, &place) {
            return None;
        }
    }
    None
}

fn take_out(data: &mut Value, place: &Path) -> bool {
    let steps: Vec<&Segment> = place.iter().collect();
    let Some((last, way)) = steps.split_last() else {
        return false;
    };
    let mut at = data;
    for step in way {
        let inner = match step {
            Segment::Seq { index } => at.get_mut(*index),
            Segment::Map { key } => at.get_mut(key),
            Segment::Enum { .. } | Segment::Unknown => None,
        };
        let Some(inner) = inner else {
            return false;
        };
        at = inner;
    }
    match (last, at) {
        (Segment::Seq { index }, Value::Array(rows)) if *index < rows.len() => {
            rows.remove(*index);
            true
        }
        (Segment::Map { key }, _) if key == "items" => false,
        (Segment::Map { key }, Value::Object(fields)) => fields.remove(key).is_some(),
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop where it stands")]
mod tests {
    use contract::Items;
    use contract::platform::envelope::Envelope;
    use contract::platform::journeys::JourneyState;
    use contract::platform::offers::Offer;
    use contract::platform::profile::ProfileSnapshot;
    use contract::platform::status::StepStatus;
    use contract::platform::steps::{Step, Steps};
    use serde_json::{Value, json};

    const ID: &str = "b7bb465b-135e-4ffd-9c7f-0d43f7ee43d9";

    fn rows(list: Value) -> Option<usize> {
        super::read::<Items<Offer>>(list, "offers").map(|list| list.items.len())
    }

    #[test]
    fn a_bad_row_goes_and_the_others_stay() {
        let good = json!({ "offerID": ID, "lenderName": "A" });
        for bad in [
            json!({ "lenderName": "nameless" }),
            json!({ "offerID": 7 }),
            json!({ "offerID": "not-an-id" }),
            json!(null),
            json!("a word"),
            json!([]),
            json!(5),
        ] {
            for list in [
                json!({ "items": [good, bad, good] }),
                json!([bad, good, good, bad]),
            ] {
                assert_eq!(rows(list.clone()), Some(2), "{list}");
            }
        }
    }

    #[test]
    fn a_garbled_list_is_not_an_empty_one() {
        for list in [
            json!({ "items": "x" }),
            json!({ "items": 5, "total": 0 }),
            json!({ "items": { "0": {} } }),
            json!("x"),
            json!(true),
        ] {
            assert_eq!(rows(list.clone()), None, "{list}");
        }
        assert_eq!(rows(json!({ "items": null })), Some(0));
    }

    #[test]
    fn a_bad_part_of_an_offer_is_absent() {
        for (part, value) in [
            ("quote", json!("soon")),
            ("aa", json!([])),
            ("installments", json!({})),
            ("installments", json!(["first", { "amount": 5 }])),
            ("documents", json!([null, 7])),
            ("lender", json!(true)),
            ("status", json!({})),
            ("amountPrincipal", json!({ "value": 5 })),
            ("interestRate", json!([12])),
        ] {
            let offer = json!({ "offerID": ID, "annualPercentageRate": 16.4, part: value });
            let read: Option<Offer> = super::read(offer, "offer");
            let rate = read.unwrap().annual_percentage_rate;
            assert_eq!(rate, Some("16.4".into()), "{part}");
        }
    }

    #[test]
    fn a_step_that_is_none_or_says_nonsense_leaves_the_others_readable() {
        for bad in [json!(null), json!("soon"), json!([]), json!(3)] {
            let steps = json!({ "kyc": bad, "bankMandate": { "status": "READY" } });
            let steps: Option<Steps> = super::read(steps, "steps");
            let steps = steps.unwrap();
            assert_eq!(steps.kyc, Step::default());
            assert_eq!(steps.bank_mandate.status, StepStatus::Ready);
        }
        for (part, value) in [
            ("diagnostics", json!("AP23")),
            ("diagnostics", json!({ "updatedAt": 5, "attempts": {} })),
            ("resource", json!([1])),
            ("resource", json!({ "redirectURL": 5, "form": "none" })),
        ] {
            let step: Option<Step> = super::read(json!({ "status": "READY", part: value }), "step");
            assert_eq!(step.unwrap().status, StepStatus::Ready, "{part}");
        }
    }

    #[test]
    fn numbers_and_strings_may_stand_for_each_other() {
        let state = json!({
            "journeyID": ID, "status": 5, "nextAction": 6, "updatedAt": 1_772_729_300,
            "pendingOperations": [1, "SELECT_DISPATCH"],
        });
        assert!(super::read::<JourneyState>(state, "state").is_some());
        let profile = json!({
            "profile": { "pan": 5, "gender": 1 }, "missingFields": [1, "profile.pan"],
            "address": { "pincode": 560_001 },
        });
        let profile: Option<ProfileSnapshot> = super::read(profile, "profile");
        let profile = profile.unwrap();
        assert_eq!(profile.missing_fields, ["profile.pan"]);
        assert_eq!(profile.address.unwrap().pincode, Some("560001".into()));
        let envelope = json!({ "requestID": 5, "timestamp": 6, "data": { "x": 1 } });
        let envelope: Option<Envelope<Value>> = super::read(envelope, "envelope");
        assert_eq!(envelope.unwrap().data, Some(json!({ "x": 1 })));
    }

    #[test]
    fn what_cannot_be_without_its_name_is_nothing() {
        for data in [json!({}), json!({ "journeyID": 5 }), json!([]), json!("x")] {
            assert!(super::read::<JourneyState>(data, "state").is_none());
        }
        let many: Vec<_> = (0..100).map(|_| json!("x")).collect();
        assert_eq!(rows(json!(many)), None);
    }
}
