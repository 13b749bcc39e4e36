use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

fn document() -> Option<HtmlDocument> {
    web_sys::window()?.document()?.dyn_into().ok()
}

/// The value of a cookie that scripts may read: the language, the order of offers, never a session.
pub(crate) fn cookie(name: &str) -> Option<String> {
    let all = document()?.cookie().ok()?;
    all.split(';').find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then(|| value.to_owned())
    })
}

/// Kept for a year; an empty value removes it.
pub(crate) fn set_cookie(name: &str, value: &str) {
    let age = if value.is_empty() { "0" } else { "31536000" };
    let pair = [name, "=", value, "; Path=/; SameSite=Lax; Max-Age=", age].concat();
    if let Some(document) = document() {
        let _ = document.set_cookie(&pair);
    }
}
