use leptos::prelude::*;

/// Drawn again whenever something it reads changes. All such parts of all screens are one kind of
/// view: what differs between them is a call, not a type, and each type costs kilobytes.
pub(crate) fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    (move || draw()).into_any()
}

/// The same, where there may be nothing to draw.
pub(crate) fn live_if(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || draw().unwrap_or_else(|| ().into_any()))
}
