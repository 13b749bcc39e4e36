//! The gallery shows every screen there is, under its own name.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

use std::collections::{BTreeMap, BTreeSet};

use contract::app::JourneyView;
use serde_json::{Map, Value};

/// Recorded by `cargo xtask record`.
const RECORDED: &str = include_str!("../../../tests/gallery.json");
/// What no walk reaches, each with the reason: a recorded view with some values exchanged.
const MADE: &str = include_str!("../../../tests/gallery-made.json");
const NAMES: &str = include_str!("names.txt");

fn entries(json: &str) -> Vec<Value> {
    let list: Value = serde_json::from_str(json).unwrap();
    list.as_array().unwrap().clone()
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Every state of the gallery with its view.
fn gallery() -> BTreeMap<String, JourneyView> {
    let recorded = entries(RECORDED);
    let made = entries(MADE).into_iter().map(|entry| {
        assert!(!text(&entry, "why").is_empty(), "{entry}");
        let from = text(&entry, "from");
        let on = recorded.iter().find(|one| text(one, "state") == from);
        let on = on.unwrap_or_else(|| panic!("{from} was not recorded: {entry}"));
        let mut view = on["view"].clone();
        merge(&mut view, entry["with"].clone());
        (text(&entry, "state").to_owned(), view)
    });
    let mut views = BTreeMap::new();
    for (state, view) in recorded
        .iter()
        .map(|entry| (text(entry, "state").to_owned(), entry["view"].clone()))
        .chain(made)
    {
        let view: JourneyView = serde_json::from_value(view).unwrap();
        let earlier = views.insert(state.clone(), view);
        assert!(
            earlier.is_none(),
            "{state} is recorded: take it out of tests/gallery-made.json"
        );
    }
    views
}

/// RFC 7396, as the app has it.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let target = target.as_object_mut().unwrap();
    for (key, value) in patch {
        if value.is_null() {
            target.remove(&key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

#[test]
fn every_screen_is_in_the_gallery() {
    let shown = gallery();
    let bare: BTreeSet<&str> = shown
        .keys()
        .filter_map(|state| state.split('+').next())
        .collect();
    let missing: Vec<_> = NAMES.lines().filter(|name| !bare.contains(name)).collect();
    assert!(
        missing.is_empty(),
        "{} of {} are missing: a scenario that meets them and `cargo xtask record`, or a line in \
         tests/gallery-made.json: {missing:#?}",
        missing.len(),
        NAMES.lines().count()
    );
}

#[test]
fn every_picture_has_the_name_of_what_it_shows() {
    for (state, view) in gallery() {
        assert_eq!(flow::name(&view), state);
    }
}
