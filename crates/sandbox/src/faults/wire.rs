//! Answers that are not what was promised.

use serde_json::{Map, Number, Value, json};

use super::What;

/// Changes an answer's envelope as a fault does.
pub(crate) fn spoil(envelope: &mut Value, what: What) {
    let Some(data) = envelope.get_mut("data").filter(|data| !data.is_null()) else {
        return;
    };
    match what {
        What::UnknownWords => unknown_words(data),
        What::MissingFields => missing_fields(data),
        What::Numbers => numbers(data),
        What::ExtraFields => {
            extra_fields(data);
            add_extra(envelope);
        }
        What::BadRow => bad_rows(data),
        What::Down
        | What::RateLimited { .. }
        | What::Slow { .. }
        | What::BrokenJson
        | What::Html { .. }
        | What::LostAnswer => {}
    }
}

const UNKNOWN: &str = "SOMETHING_NEW";

/// Fields whose values come from a list of words.
const WORDS: [&str; 17] = [
    "accountType",
    "actionRequired",
    "code",
    "employmentType",
    "endUse",
    "gender",
    "interestType",
    "journeyType",
    "lockSource",
    "mode",
    "nextAction",
    "pendingOperations",
    "proceedBoundaryState",
    "state",
    "status",
    "timelineState",
    "type",
];

fn unknown_words(value: &mut Value) {
    match value {
        Value::Array(rows) => rows.iter_mut().for_each(unknown_words),
        Value::Object(fields) => {
            for (name, value) in fields {
                match name.as_str() {
                    // Its `state` is a place.
                    "address" => {}
                    name if WORDS.contains(&name) => replace(value),
                    _ => unknown_words(value),
                }
            }
        }
        _ => {}
    }
}

/// A word, or each of several; anything else is looked into.
fn replace(value: &mut Value) {
    match value {
        Value::String(word) => UNKNOWN.clone_into(word),
        Value::Array(rows) => rows.iter_mut().for_each(replace),
        other => unknown_words(other),
    }
}

/// What no answer makes sense without: who it is about, where it stands, and the way in.
const NEEDED: [&str; 32] = [
    "aa",
    "aaSessionID",
    "action",
    "actionRequired",
    "activeJourney",
    "address",
    "bankMandate",
    "banking",
    "borrowerExternalID",
    "disbursal",
    "eMandate",
    "items",
    "journey",
    "journeyID",
    "kyc",
    "lenderName",
    "loanAgreement",
    "nextAction",
    "offerID",
    "operationID",
    "profile",
    "redirectURL",
    "refreshExpiresAt",
    "refreshToken",
    "required",
    "resource",
    "sessionExpiresAt",
    "sessionToken",
    "state",
    "status",
    "type",
    "workProfile",
];

/// The figures that an offer cannot be shown without.
const OF_AN_OFFER: [&str; 3] = ["amountPrincipal", "interestRate", "offerTerm"];

fn missing_fields(value: &mut Value) {
    match value {
        Value::Array(rows) => rows.iter_mut().for_each(missing_fields),
        Value::Object(fields) => {
            fields.retain(|name, _| {
                NEEDED.contains(&name.as_str()) || OF_AN_OFFER.contains(&name.as_str())
            });
            fields.values_mut().for_each(missing_fields);
        }
        _ => {}
    }
}

fn numbers(value: &mut Value) {
    match value {
        Value::Array(rows) => rows.iter_mut().for_each(numbers),
        Value::Object(fields) => fields.values_mut().for_each(numbers),
        Value::Number(number) => *value = Value::String(number.to_string()),
        Value::String(text) => {
            if let Some(number) = number(text) {
                *value = Value::Number(number);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// A number that is written as this text, digit by digit.
fn number(text: &str) -> Option<Number> {
    let number: Number = match text.parse::<u64>() {
        Ok(whole) => whole.into(),
        Err(_) => Number::from_f64(text.parse().ok()?)?,
    };
    (number.to_string() == text).then_some(number)
}

fn extra_fields(value: &mut Value) {
    if let Value::Array(rows) = value {
        rows.iter_mut().for_each(extra_fields);
    } else if let Value::Object(fields) = value {
        fields.values_mut().for_each(extra_fields);
        add_extra(value);
    }
}

fn add_extra(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.insert("somethingNew".to_owned(), json!({ "list": [1, null, {}] }));
        fields.insert("_v2".to_owned(), json!("x"));
    }
}

fn bad_rows(value: &mut Value) {
    match value {
        Value::Array(rows) => {
            rows.iter_mut().for_each(bad_rows);
            rows.insert(0, Value::Null);
            rows.push(Value::Object(Map::new()));
        }
        Value::Object(fields) => fields.values_mut().for_each(bad_rows),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoiled(data: &Value, what: What) -> Value {
        let mut envelope = json!({ "requestID": "req_1", "data": data, "error": null });
        spoil(&mut envelope, what);
        envelope
    }

    #[test]
    fn every_word_becomes_an_unknown_one() {
        let data = json!({
            "journeyID": "1",
            "status": "KYC_PENDING",
            "nextAction": null,
            "pendingOperations": ["SELECT_DISPATCH"],
            "kyc": { "resource": { "type": "NONE" } },
            "address": { "state": "Kerala" },
        });
        assert_eq!(
            spoiled(&data, What::UnknownWords)["data"],
            json!({
                "journeyID": "1",
                "status": "SOMETHING_NEW",
                "nextAction": null,
                "pendingOperations": ["SOMETHING_NEW"],
                "kyc": { "resource": { "type": "SOMETHING_NEW" } },
                "address": { "state": "Kerala" },
            })
        );
    }

    #[test]
    fn only_what_is_needed_is_left() {
        let data = json!({ "journeyID": "1", "status": "KYC_PENDING", "updatedAt": "now" });
        assert_eq!(
            spoiled(&data, What::MissingFields)["data"],
            json!({ "journeyID": "1", "status": "KYC_PENDING" })
        );
    }

    #[test]
    fn digits_become_numbers_and_numbers_digits() {
        let data = json!({ "amount": "244100", "rate": "16.44", "wait": 3, "pin": "011030" });
        assert_eq!(
            spoiled(&data, What::Numbers)["data"],
            json!({ "amount": 244_100, "rate": 16.44, "wait": "3", "pin": "011030" })
        );
    }

    #[test]
    fn there_is_more_than_was_promised() {
        let envelope = spoiled(&json!({ "items": [{ "a": 1 }] }), What::ExtraFields);
        for part in [&envelope, &envelope["data"], &envelope["data"]["items"][0]] {
            assert_eq!(part["somethingNew"]["list"][0], 1, "{part}");
        }
    }

    #[test]
    fn lists_have_rows_that_say_nothing() {
        let data = json!({ "items": [{ "names": ["x"] }] });
        assert_eq!(
            spoiled(&data, What::BadRow)["data"],
            json!({ "items": [null, { "names": [null, "x", {}] }, {}] })
        );
    }

    #[test]
    fn a_refusal_stays_as_it_is() {
        let refusal = json!({ "data": null, "error": { "code": "RATE_LIMITED" } });
        for what in [What::UnknownWords, What::ExtraFields, What::MissingFields] {
            let mut envelope = refusal.clone();
            spoil(&mut envelope, what);
            assert_eq!(envelope, refusal);
        }
    }
}
