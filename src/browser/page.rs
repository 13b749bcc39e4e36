use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The page that was readable before this program ran makes room for it, and so does the notice
/// that it might never run.
pub(crate) fn drop_shell() {
    let Some(document) = document() else {
        return;
    };
    if let Some(shell) = document.get_element_by_id("shell") {
        shell.remove();
    }
    if let Some(failed) = document.get_element_by_id("failed") {
        let _ = failed.set_attribute("hidden", "");
    }
}

pub(crate) fn set_page_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// BCP 47, such as `hi-IN`.
pub(crate) fn preferred_language() -> Option<String> {
    web_sys::window()?.navigator().language()
}

pub(crate) fn hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Focuses a field or a link; its label comes into view first, so that what is asked can be read.
pub(crate) fn focus(id: &str) {
    let Some(document) = document() else {
        return;
    };
    let Some(element) = document
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let label = ["label[for='", id, "'], #", id].concat();
    if let Some(label) = element
        .closest(".field, fieldset")
        .ok()
        .flatten()
        .or_else(|| document.query_selector(&label).ok().flatten())
    {
        label.scroll_into_view();
    }
    let _ = element.focus();
}

fn heading() -> Option<HtmlElement> {
    let heading = document()?.query_selector("main h1").ok()??;
    heading.dyn_into().ok()
}

/// The new screen is read from its top.
pub(crate) fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = heading() {
        let _ = heading.focus();
    }
}

/// The page's title is its heading, at `{0}` of `pattern`, and whose page it is.
pub(crate) fn retitle(pattern: &str, brand: &str) {
    if let (Some(document), Some(heading)) = (document(), heading()) {
        let words = heading.text_content().unwrap_or_default();
        let title = pattern.replace("{0}", words.trim());
        document.set_title(&[&title, " · ", brand].concat());
    }
}

/// A random UUID; an address without TLS has no `randomUUID`, but has random bytes.
pub(crate) fn new_key() -> String {
    use std::fmt::Write;

    let mut bytes = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut key = String::with_capacity(36);
    for (at, byte) in bytes.into_iter().enumerate() {
        // The version (4) and the variant of RFC 9562.
        let byte = match at {
            6 => 0x40 | (byte & 0x0f),
            8 => 0x80 | (byte & 0x3f),
            _ => byte,
        };
        if matches!(at, 4 | 6 | 8 | 10) {
            key.push('-');
        }
        let _ = write!(key, "{byte:02x}");
    }
    key
}

/// 0 to 99, for spreading out retries.
pub(crate) fn random_percent() -> u32 {
    let mut bytes = [0_u8; 1];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes.iter().map(|byte| u32::from(*byte) * 100 / 256).sum()
}

pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The menu closes when something was chosen from it.
pub(crate) fn close_menu() {
    if let Some(menu) =
        document().and_then(|document| document.query_selector("details.menu[open]").ok().flatten())
    {
        let _ = menu.remove_attribute("open");
    }
}
