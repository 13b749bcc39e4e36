use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestCache, RequestInit, Response};

/// A call to our own server.
pub(crate) struct Request<'a> {
    pub(crate) method: &'static str,
    pub(crate) path: &'a str,
    pub(crate) headers: &'a [(&'a str, &'a str)],
    pub(crate) body: Option<&'a str>,
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) etag: Option<String>,
    pub(crate) body: String,
}

/// No answer came: no network, or the connection broke.
pub(crate) struct Unreachable;

impl From<JsValue> for Unreachable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// A slow phone network may take this long; what takes longer has been lost.
const PATIENCE_MS: u32 = 45_000;

pub(crate) async fn fetch(request: &Request<'_>) -> Result<Answer, Unreachable> {
    #[cfg(feature = "gallery")]
    if super::gallery::is_open() {
        return Ok(super::gallery::answer(request).await);
    }
    let window = web_sys::window().ok_or(Unreachable)?;
    let headers = Headers::new()?;
    for (name, value) in request.headers {
        headers.set(name, value)?;
    }
    let abort = AbortController::new()?;
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_headers(&headers);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&abort.signal()));
    if let Some(body) = request.body {
        init.set_body(&JsValue::from_str(body));
    }
    let timer = super::after(PATIENCE_MS, move || abort.abort());
    let answer = answer(JsFuture::from(
        window.fetch_with_str_and_init(request.path, &init),
    ))
    .await;
    if let Some(timer) = timer {
        timer.cancel();
    }
    answer
}

/// What the page asked for while this program was still being loaded; once.
pub(crate) async fn early_answer() -> Option<Answer> {
    let window = web_sys::window()?;
    let name = JsValue::from_str("__view");
    let promise: js_sys::Promise = js_sys::Reflect::get(&window, &name).ok()?.dyn_into().ok()?;
    let _ = js_sys::Reflect::delete_property(&window, &name);
    answer(JsFuture::from(promise)).await.ok()
}

async fn answer(promise: JsFuture) -> Result<Answer, Unreachable> {
    let response: Response = promise.await?.dyn_into()?;
    let body = JsFuture::from(response.text()?).await?;
    Ok(Answer {
        status: response.status(),
        etag: response.headers().get("etag")?,
        body: body.as_string().unwrap_or_default(),
    })
}
