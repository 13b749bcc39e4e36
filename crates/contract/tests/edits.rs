//! Every example with its fields taken out, nulled, added to and rewritten: it is still read.

mod catalogue;

use catalogue::{ALL, Example};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// Without these there is nothing to speak of.
const IDS: [&str; 3] = ["journeyID", "offerID", "aaSessionID"];

/// One field of an example: JSON pointer of its object, and its name.
struct Field {
    parent: String,
    key: String,
}

fn fields(value: &Value, at: &str, out: &mut Vec<Field>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let parent = at.to_owned();
                let key = key.clone();
                fields(value, &format!("{at}/{key}"), out);
                out.push(Field { parent, key });
            }
        }
        Value::Array(rows) => {
            for (at_row, row) in rows.iter().enumerate() {
                fields(row, &format!("{at}/{at_row}"), out);
            }
        }
        _ => {}
    }
}

fn fields_of(example: &Example) -> Vec<Field> {
    let mut out = Vec::new();
    fields(&example.value(), "", &mut out);
    out
}

/// Changes a field, or leaves it alone and says so.
type Edit = fn(&mut Map<String, Value>, &str) -> bool;

fn remove(object: &mut Map<String, Value>, key: &str) -> bool {
    !IDS.contains(&key) && object.remove(key).is_some()
}

fn null(object: &mut Map<String, Value>, key: &str) -> bool {
    !IDS.contains(&key) && object.insert(key.to_owned(), Value::Null).is_some()
}

fn extend(object: &mut Map<String, Value>, key: &str) -> bool {
    object.insert(format!("{key}Added"), json!({"list": [1, null, "x"]}));
    true
}

/// A word of a list that may grow, such as `OFFERS_PENDING`.
fn reword(object: &mut Map<String, Value>, key: &str) -> bool {
    let is_word = |c: char| c.is_ascii_uppercase() || matches!(c, '_' | '-');
    match object.get_mut(key) {
        Some(Value::String(word)) if word.chars().all(is_word) => {
            *word = String::from("A_WORD_OF_TOMORROW");
            true
        }
        _ => false,
    }
}

fn digits_to_number(object: &mut Map<String, Value>, key: &str) -> bool {
    let number = match object.get(key) {
        Some(Value::String(digits)) => digits.parse::<u64>().ok(),
        _ => None,
    };
    number.is_some_and(|number| object.insert(key.to_owned(), number.into()).is_some())
}

fn number_to_digits(object: &mut Map<String, Value>, key: &str) -> bool {
    let digits = match object.get(key) {
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    digits.is_some_and(|digits| object.insert(key.to_owned(), digits.into()).is_some())
}

fn edited(example: &Example, field: &Field, edit: Edit) -> Option<Value> {
    let mut value = example.value();
    let object = value.pointer_mut(&field.parent)?.as_object_mut()?;
    edit(object, &field.key).then_some(value)
}

/// Every example with every one of its fields edited in turn: what it is then read as.
fn each_edited(edit: Edit) -> Vec<(String, serde_json::Result<Value>, Value)> {
    let mut out = Vec::new();
    for example in ALL {
        for field in fields_of(example) {
            if let Some(value) = edited(example, &field, edit) {
                let name = format!("{}{}/{}", example.name, field.parent, field.key);
                let unedited = example.reread(&example.value().to_string());
                out.push((
                    name,
                    example.reread(&value.to_string()),
                    unedited.unwrap_or_default(),
                ));
            }
        }
    }
    out
}

/// How many edits were read, and which were not.
fn tried(edit: Edit) -> (usize, Vec<String>) {
    let all = each_edited(edit);
    let failed = all
        .iter()
        .filter_map(|(name, read, _)| Some(format!("{name}: {}", read.as_ref().err()?)));
    (all.len(), failed.collect())
}

#[test]
fn a_missing_field_fails_nothing() {
    let (count, failed) = tried(remove);
    assert!(count > 300 && failed.is_empty(), "{count} {failed:#?}");
}

#[test]
fn a_null_field_fails_nothing() {
    let (count, failed) = tried(null);
    assert!(count > 300 && failed.is_empty(), "{count} {failed:#?}");
}

#[test]
fn an_added_field_fails_nothing_and_changes_nothing() {
    let all = each_edited(extend);
    assert!(all.len() > 300);
    for (name, read, unedited) in all {
        assert_eq!(read.unwrap(), unedited, "{name}");
    }
}

#[test]
fn a_new_word_fails_nothing() {
    let (count, failed) = tried(reword);
    assert!(count > 80 && failed.is_empty(), "{count} {failed:#?}");
}

#[test]
fn digits_that_come_as_a_number_are_read_as_the_digits() {
    let all = each_edited(digits_to_number);
    assert!(all.len() > 50);
    for (name, read, unedited) in all {
        assert_eq!(read.unwrap(), unedited, "{name}");
    }
}

#[test]
fn a_count_that_comes_as_text_is_read_as_the_count() {
    let all = each_edited(number_to_digits);
    assert!(all.len() > 5);
    for (name, read, unedited) in all {
        assert_eq!(read.unwrap(), unedited, "{name}");
    }
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,6}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn many_changes_at_once_fail_nothing(
        at in any::<Index>(),
        edits in prop::collection::vec((any::<Index>(), 0..4_usize), 0..12),
        added in prop::collection::vec((any::<Index>(), "added[A-Z]{3}", anything()), 0..4),
    ) {
        let example = at.get(ALL);
        let all = fields_of(example);
        prop_assume!(!all.is_empty());
        let mut value = example.value();
        for (field, name, extra) in added {
            if let Some(Value::Object(object)) = value.pointer_mut(&field.get(&all).parent) {
                object.insert(name, extra);
            }
        }
        for (field, edit) in edits {
            let field = field.get(&all);
            if let Some(Value::Object(object)) = value.pointer_mut(&field.parent) {
                [remove, null, digits_to_number, number_to_digits][edit](object, &field.key);
            }
        }
        let read = example.reread(&value.to_string());
        prop_assert!(read.is_ok(), "{}: {:?} {}", example.name, read, value);
    }
}
