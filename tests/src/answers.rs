//! What a borrower answers to the question pages.

use contract::app::JourneyView;
use serde_json::{Map, Value, json};

/// For whatever the view leaves open.
fn anybody(pan: &str) -> Value {
    json!({
        "profile": {
            "contactNumber": "9876543210", "pan": pan, "panName": "Test Borrower",
            "dob": "1990-04-15", "gender": "female", "personalemail": "test@example.in",
        },
        "workProfile": {
            "employmentType": "salaried", "income": "75000", "companyName": "Example Works",
        },
        "address": {
            "addressL1": "12 MG Road", "addressL2": "", "city": "Pune",
            "state": "Maharashtra", "pincode": "411001",
        },
    })
}

fn wishes(gold: bool) -> (&'static str, Value) {
    if gold {
        let gold = json!({
            "userType": "individual", "jewelleryWeightGrams": "42", "purity": "22K",
            "endUse": "health", "requestedAmount": "150000", "requestedTenureMonths": "12",
        });
        ("goldLoan", gold)
    } else {
        let loan = json!({
            "endUse": "travel", "requestedAmount": "250000", "requestedTenureMonths": "24",
        });
        ("journey", loan)
    }
}

/// Every section whole, for somebody of whom nothing is known.
pub fn everything(gold: bool, pan: &str) -> Value {
    let mut all = anybody(pan);
    let (name, wish) = wishes(gold);
    if let Some(sections) = all.as_object_mut() {
        sections.insert(name.to_owned(), wish);
    }
    all
}

/// Every section whole: what is known stays, the rest is filled in. `pan` is for those of whom none
/// is known; lenders know people by it.
pub fn answers(view: &JourneyView, gold: bool, pan: &str) -> Value {
    let known = serde_json::to_value(&view.profile).unwrap_or_default();
    let all = everything(gold, pan).as_object().cloned();
    let filled = all.into_iter().flatten().map(|(section, open)| {
        let mut answers = open.as_object().cloned().unwrap_or_default();
        overlay(&mut answers, known.get(&section));
        (section, Value::Object(answers))
    });
    Value::Object(filled.collect())
}

fn overlay(answers: &mut Map<String, Value>, known: Option<&Value>) {
    for (field, value) in known.and_then(Value::as_object).into_iter().flatten() {
        if value.as_str().is_some_and(|text| !text.is_empty()) {
            answers.insert(field.clone(), value.clone());
        }
    }
}
