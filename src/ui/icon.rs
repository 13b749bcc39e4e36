use leptos::prelude::*;

/// Drawn in the colour of the text beside them, which says the same in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Tick,
    Clock,
    Circle,
    Alert,
    Note,
}

pub(crate) fn icon(which: Icon) -> AnyView {
    let path = match which {
        Icon::Tick => "M4 10.5l4 4 8-9",
        Icon::Clock => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 6v4.5l3 2",
        Icon::Circle => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15",
        Icon::Alert => "M10 2.5l8 14.5H2zM10 8v4M10 14.2v.6",
        Icon::Note => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M10 9v5M10 6v.6",
    };
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .into_any()
}
