//! Scenes that a view describes: recorded by `cargo xtask record`, and a few made from those.

use contract::app::JourneyView;
use serde::Deserialize;
use serde_json::Value;

use super::scene::Scene;

const RECORDED: &str = include_str!("../../tests/gallery.json");
const MADE: &str = include_str!("../../tests/gallery-made.json");

#[derive(Deserialize)]
struct Recorded {
    state: String,
    scenario: String,
    /// When it was seen.
    at: Option<i64>,
    view: Value,
}

/// A state that no walk reaches: another one with some values exchanged.
#[derive(Deserialize)]
struct Made {
    state: String,
    why: String,
    from: String,
    with: Value,
}

pub(super) fn scenes() -> Vec<Scene> {
    let recorded: Vec<Recorded> = serde_json::from_str(RECORDED).unwrap_or_default();
    let made: Vec<Made> = serde_json::from_str(MADE).unwrap_or_default();
    let made = made.into_iter().filter_map(|it| {
        let from = recorded.iter().find(|one| one.state == it.from)?;
        let mut view = from.view.clone();
        merge(&mut view, it.with);
        scene(&it.state, &it.why, from.at, view)
    });
    recorded
        .iter()
        .filter_map(|it| scene(&it.state, &it.scenario, it.at, it.view.clone()))
        .chain(made)
        .collect()
}

fn scene(state: &str, from: &str, at: Option<i64>, view: Value) -> Option<Scene> {
    let view: JourneyView = serde_json::from_value(view).ok()?;
    Some(Scene {
        at,
        ..Scene::of(state, from, view)
    })
}

/// RFC 7396: `null` removes, an object reaches deeper, everything else replaces.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    if let Value::Object(target) = target {
        for (key, value) in patch {
            if value.is_null() {
                target.remove(&key);
            } else {
                merge(target.entry(key).or_insert(Value::Null), value);
            }
        }
    }
}
