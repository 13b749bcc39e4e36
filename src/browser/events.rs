use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{Event, EventTarget, HtmlAnchorElement, HtmlInputElement, MouseEvent};

/// For as long as the page lives.
fn listen(target: &EventTarget, name: &str, call: impl FnMut(Event) + 'static) {
    let closure: JsValue = Closure::<dyn FnMut(Event)>::new(call).into_js_value();
    let _ = target.add_event_listener_with_callback(name, closure.unchecked_ref());
}

/// The borrower is looking at the page again: another tab, another app or another site is done.
pub(crate) fn on_return(call: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    for name in ["pageshow", "focus", "online"] {
        let call = call.clone();
        listen(&window, name, move |_| call());
    }
    if let Some(document) = window.document() {
        listen(&document, "visibilitychange", move |_| {
            if !super::hidden() {
                call();
            }
        });
    }
}

/// The page goes out of sight, perhaps for good.
pub(crate) fn on_hide(call: impl Fn() + 'static) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        listen(&document, "visibilitychange", move |_| {
            if super::hidden() {
                call();
            }
        });
    }
}

pub(crate) fn on_offline(call: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "offline", move |_| call());
    }
}

/// Back and forward.
pub(crate) fn on_walk(call: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "popstate", move |_| call());
    }
}

/// Not one that asks the browser for a new tab or the like, and not dealt with yet.
pub(crate) fn plain(click: &MouseEvent) -> bool {
    click.button() == 0
        && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key())
        && !click.default_prevented()
}

/// The box that was ticked is to stay as it was.
pub(crate) fn untick(change: &Event) {
    let field = change.target();
    if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        field.set_checked(false);
    }
}

/// The second click of a double click: it was meant for what stood here a moment ago.
pub(crate) fn again(click: &MouseEvent) -> bool {
    click.detail() > 1
}

/// A plain click on a link to our own pages; `call` says whether it has dealt with the address.
pub(crate) fn on_link(call: impl Fn(&str, &str) -> bool + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    listen(&document, "click", move |event| {
        let Some(link) = own_link(&event) else {
            return;
        };
        if call(&link.pathname(), &link.search()) {
            event.prevent_default();
        }
    });
}

fn own_link(event: &Event) -> Option<HtmlAnchorElement> {
    if !plain(event.dyn_ref()?) {
        return None;
    }
    let element: web_sys::Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let origin = web_sys::window()?.location().origin().ok()?;
    let ours = link.origin() == origin
        && link.target().is_empty()
        && link.hash().is_empty()
        && !link.has_attribute("download")
        && link.rel() != "external";
    ours.then_some(link)
}

/// The `name` of the field in which something happened.
pub(crate) fn target_name(event: &Event) -> String {
    let element: Option<web_sys::Element> = event.target().and_then(|it| it.dyn_into().ok());
    element
        .and_then(|element| element.get_attribute("name"))
        .unwrap_or_default()
}
