//! The app's files: hashed ones for ever, the page with its policy, and nothing else.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use contract::app::ProblemCode;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

use crate::app::App;
use crate::config::Config;
use crate::crypto::sha256_base64;
use crate::problem::AppError;

/// `index.html` as it is served: its bytes, its tag and its policy.
#[derive(Debug)]
struct Page {
    read_from: SystemTime,
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    etag: HeaderValue,
    policy: HeaderValue,
}

#[derive(Debug)]
pub struct Pages {
    dist: PathBuf,
    secure: bool,
    page: Mutex<Arc<Page>>,
}

impl Pages {
    pub fn new(config: &Config) -> std::io::Result<Self> {
        let secure = config.public_origin.scheme() == "https";
        let page = Mutex::new(Arc::new(read(&config.dist, secure)?));
        Ok(Self {
            dist: config.dist.clone(),
            secure,
            page,
        })
    }

    /// The page, read again after a new build was put in place.
    fn page(&self) -> Arc<Page> {
        let mut page = self.page.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = modified(&self.dist.join("index.html"));
        if changed.is_ok_and(|at| at != page.read_from)
            && let Ok(fresh) = read(&self.dist, self.secure)
        {
            *page = Arc::new(fresh);
        }
        Arc::clone(&page)
    }
}

fn modified(path: &std::path::Path) -> std::io::Result<SystemTime> {
    std::fs::metadata(path)?.modified()
}

fn read(dist: &std::path::Path, secure: bool) -> std::io::Result<Page> {
    let path = dist.join("index.html");
    let read_from = modified(&path)?;
    let plain = std::fs::read(&path)?;
    // A compressed copy that is older than the page belongs to an earlier build.
    let packed = dist.join("index.html.br");
    let brotli = modified(&packed)
        .ok()
        .filter(|at| *at >= read_from)
        .and_then(|_| std::fs::read(&packed).ok());
    let header = |text: String| HeaderValue::from_str(&text).map_err(std::io::Error::other);
    Ok(Page {
        etag: header(format!("\"{}\"", sha256_base64(&plain)))?,
        policy: header(policy(&String::from_utf8_lossy(&plain), secure))?,
        read_from,
        plain,
        brotli,
    })
}

/// The page's own inline scripts and styles are allowed by hash; nothing else inline is.
fn policy(html: &str, secure: bool) -> String {
    let hashes = |tag: &str| -> String {
        inline(html, tag)
            .flat_map(|text| {
                [
                    " 'sha256-".to_owned(),
                    sha256_base64(text.as_bytes()),
                    "'".to_owned(),
                ]
            })
            .collect()
    };
    let upgrade = if secure {
        "; upgrade-insecure-requests"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src 'self'{} 'wasm-unsafe-eval'; style-src 'self'{}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; \
         require-trusted-types-for 'script'; trusted-types default{upgrade}",
        hashes("script"),
        hashes("style"),
    )
}

/// The contents of every inline `<tag>` of the page.
fn inline<'a>(html: &'a str, tag: &str) -> impl Iterator<Item = &'a str> {
    let open = format!("<{tag}");
    let close = format!("</{tag}>");
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(&open)?;
            let (attributes, after) = after.split_once('>')?;
            let (text, after) = after.split_once(&close)?;
            rest = after;
            if !attributes.contains("src=") && !text.is_empty() {
                return Some(text);
            }
        }
    })
}

/// A name that carries a hash of its content never changes its content.
fn is_hashed(path: &str) -> bool {
    path.split(['-', '_', '.'])
        .any(|part| part.len() >= 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// What belongs to no route: a file of the app, a page of the app, or nothing.
pub async fn serve(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return method_not_allowed().await;
    }
    let path = request.uri().path().to_owned();
    let last = path.rsplit('/').next().unwrap_or_default();
    let ours = ["/api", "/auth", "/return", "/webhooks"];
    if ours
        .iter()
        .any(|prefix| path == *prefix || path.starts_with(&format!("{prefix}/")))
    {
        return AppError::not_found().into_response();
    }
    if last.contains('.') && last != "index.html" {
        return file(&app, request, &path).await;
    }
    page(&app.pages.page(), request.headers())
}

/// A file of the build; a missing one is never answered with a page.
async fn file(app: &App, request: Request, path: &str) -> Response {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    if hidden || [".br", ".gz", ".map"].iter().any(|end| path.ends_with(end)) {
        return AppError::not_found().into_response();
    }
    let files = ServeDir::new(&app.pages.dist)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let Ok(served) = files.oneshot(request).await;
    if !served.status().is_success() && served.status() != StatusCode::NOT_MODIFIED {
        return AppError::not_found().into_response();
    }
    let mut response = served.map(Body::new);
    let headers = response.headers_mut();
    let caching = if is_hashed(path) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn page(page: &Page, asked: &HeaderMap) -> Response {
    let unchanged = asked
        .get(header::IF_NONE_MATCH)
        .is_some_and(|have| *have == page.etag);
    let packed = page.brotli.as_ref().filter(|_| accepts_brotli(asked));
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        packed.unwrap_or(&page.plain).clone().into_response()
    };
    let headers = response.headers_mut();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(header::ETAG, page.etag.clone());
    headers.insert(header::CONTENT_SECURITY_POLICY, page.policy.clone());
    if packed.is_some() && !unchanged {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn accepts_brotli(asked: &HeaderMap) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(','))
        .any(|coding| coding.trim() == "br" || coding.trim().starts_with("br;"))
}

pub async fn method_not_allowed() -> Response {
    let mut problem = AppError::new(ProblemCode::BadRequest, "not with this method");
    problem.0.status = StatusCode::METHOD_NOT_ALLOWED.as_u16();
    problem.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_every_inline_script_and_style_by_its_hash() {
        let html = "<style>a{}</style><script>one()</script><script src=\"x.js\"></script>\
                    <script type=\"module\">two()</script>";
        let policy = policy(html, true);
        for text in ["one()", "two()", "a{}"] {
            assert!(policy.contains(&sha256_base64(text.as_bytes())), "{text}");
        }
        assert_eq!(policy.matches("'sha256-").count(), 3);
        assert!(!policy.contains("unsafe-inline"));
        assert!(policy.contains("upgrade-insecure-requests"));
    }

    #[test]
    fn only_names_with_a_hash_are_cached_for_ever() {
        for name in [
            "/borrower-web-0123456789abcdef.js",
            "/tokens-0123456789abcdef.css",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        assert!(is_hashed("/borrower-web-0123456789abcdef_bg.wasm"));
        for name in ["/favicon.svg", "/robots.txt", "/borrower-web.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
