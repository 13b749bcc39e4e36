use wasm_bindgen::JsValue;

/// Where the browser is: `state` is the word we left in its history.
#[derive(Default)]
pub(crate) struct Address {
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) state: Option<String>,
}

pub(crate) fn address() -> Address {
    let Some(window) = web_sys::window() else {
        return Address::default();
    };
    let location = window.location();
    Address {
        path: location.pathname().unwrap_or_default(),
        query: location.search().unwrap_or_default(),
        state: window
            .history()
            .and_then(|history| history.state())
            .ok()
            .and_then(|state| state.as_string()),
    }
}

fn word(state: Option<&str>) -> JsValue {
    state.map_or(JsValue::NULL, JsValue::from_str)
}

pub(crate) fn push(url: &str, state: Option<&str>) {
    #[cfg(feature = "gallery")]
    if super::gallery::is_open() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&word(state), "", Some(url));
    }
}

pub(crate) fn replace(url: &str, state: Option<&str>) {
    #[cfg(feature = "gallery")]
    if super::gallery::is_open() {
        return;
    }
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&word(state), "", Some(url));
    }
}

/// Leaves this app in the same tab; says whether the browser took the address.
pub(crate) fn assign(url: &str) -> bool {
    web_sys::window().is_some_and(|window| window.location().assign(url).is_ok())
}
