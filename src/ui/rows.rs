use leptos::prelude::*;

/// A list of label and figure; figures stand on the right.
pub(crate) fn rows(class: &'static str, rows: Vec<(String, AnyView)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(label, figure)| {
            view! {
                <div>
                    <dt>{label}</dt>
                    <dd>{figure}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class=class>{rows}</dl> }.into_any()
}

/// A plain list.
pub(crate) fn points(class: &'static str, points: &'static [&'static str]) -> AnyView {
    let points: Vec<_> = points
        .iter()
        .map(|point| view! { <li>{*point}</li> })
        .collect();
    view! { <ul class=class>{points}</ul> }.into_any()
}

/// Words of a server, in the language they came in.
pub(crate) fn foreign(words: &str) -> AnyView {
    view! { <span lang="en">{words.to_owned()}</span> }.into_any()
}

pub(crate) fn plain(words: impl Into<String>) -> AnyView {
    words.into().into_any()
}

/// A sentence of ours around words of a server.
pub(crate) fn around(pattern: &'static str, words: &str) -> AnyView {
    let (before, after) = pattern.split_once("{0}").unwrap_or((pattern, ""));
    view! {
        {before}
        {foreign(words)}
        {after}
    }
    .into_any()
}

/// The end of a link's name that only those need who hear it without its surroundings.
pub(crate) fn heard(words: &str) -> AnyView {
    view! { <span class="unseen">": " {words.to_owned()}</span> }.into_any()
}
