use leptos::prelude::*;

use super::scene::Scene;
use crate::browser::{self, gallery};

/// All scenes by screen, each a link.
pub(super) fn index(scenes: &[Scene]) -> AnyView {
    browser::set_page_language("en");
    let groups: Vec<_> = scenes
        .chunk_by(|one, other| one.screen() == other.screen())
        .map(group)
        .collect();
    view! {
        <div class="frame">
            <main id="main">
                <div class="page">
                    <h1>{scenes.len()} " screens"</h1>
                    {groups}
                </div>
            </main>
        </div>
    }
    .into_any()
}

fn group(scenes: &[Scene]) -> AnyView {
    let items: Vec<_> = scenes.iter().map(item).collect();
    let name = scenes
        .first()
        .map(Scene::screen)
        .unwrap_or_default()
        .to_owned();
    view! {
        <section class="group">
            <h2>{name}</h2>
            <ul class="dots">{items}</ul>
        </section>
    }
    .into_any()
}

fn item(scene: &Scene) -> AnyView {
    view! {
        <li>
            <a href=gallery::url(&scene.state) data-state=scene.state.clone()>
                {scene.state.clone()}
            </a>
            " "
            <span class="small">{scene.from.clone()}</span>
        </li>
    }
    .into_any()
}
