use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::app::JourneyView;
use reqwest::{Method, StatusCode};
use serde_json::Value;
use url::Url;

use crate::provider::{self, Form, Way};
use crate::{Intent, World, eventually};

/// A borrower without a browser: keeps cookies, sends what the app sends.
#[derive(Debug)]
pub struct Borrower {
    http: reqwest::Client,
    origin: String,
    cookies: BTreeMap<String, String>,
    /// Every byte the BFF has answered, for the search after tokens.
    pub heard: String,
}

/// An answer of the BFF.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Result<Value> {
        serde_json::from_str(&self.text).with_context(|| format!("{}: {}", self.status, self.text))
    }

    pub fn view(&self) -> Result<JourneyView> {
        if !self.status.is_success() {
            bail!("{}: {}", self.status, self.text);
        }
        serde_json::from_str(&self.text).with_context(|| self.text.clone())
    }

    /// The `code` of a problem.
    pub fn code(&self) -> String {
        self.json()
            .ok()
            .and_then(|problem| Some(problem.get("code")?.as_str()?.to_owned()))
            .unwrap_or_default()
    }
}

impl Borrower {
    pub fn new(world: &World) -> Result<Self> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(45))
            .build()?;
        let origin = world.origin();
        Ok(Self {
            http,
            origin,
            cookies: BTreeMap::new(),
            heard: String::new(),
        })
    }

    /// Signed in as one of the sandbox's people, or as whoever owns a mobile number.
    pub async fn signed_in(world: &World, id: &str) -> Result<Self> {
        let mut borrower = Self::new(world)?;
        borrower.sign_in(id).await?;
        Ok(borrower)
    }

    fn keep_cookies(&mut self, headers: &reqwest::header::HeaderMap) {
        for line in headers.get_all("set-cookie") {
            let Ok(line) = line.to_str() else { continue };
            let pair = line.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else {
                continue;
            };
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    fn cookie_line(&self) -> String {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// A request as it is: no header of ours but the cookie.
    pub async fn bare(&mut self, request: reqwest::RequestBuilder) -> Result<Answer> {
        let mut request = request;
        if !self.cookies.is_empty() {
            request = request.header("cookie", self.cookie_line());
        }
        let answer = request.send().await?;
        self.keep_cookies(answer.headers());
        Self::heard_in(&mut self.heard, answer).await
    }

    async fn heard_in(heard: &mut String, answer: reqwest::Response) -> Result<Answer> {
        let (status, headers) = (answer.status(), answer.headers().clone());
        let text = String::from_utf8_lossy(&answer.bytes().await?).into_owned();
        let _ = writeln!(heard, "{headers:?}\n{text}");
        Ok(Answer {
            status,
            headers,
            text,
        })
    }

    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, format!("{}{path}", self.origin))
    }

    /// A read with the cookies as they are now, to be sent at will.
    pub fn signed_get(&self, path: &str) -> reqwest::RequestBuilder {
        let request = self.request(Method::GET, path).header("x-csrf", "1");
        request.header("cookie", self.cookie_line())
    }

    /// An intent with the cookies as they are now, to be sent at will.
    pub fn signed(&self, intent: &Intent, key: &str) -> reqwest::RequestBuilder {
        self.request(intent.method.clone(), &intent.path)
            .header("x-csrf", "1")
            .header("idempotency-key", key)
            .header("cookie", self.cookie_line())
            .json(&intent.body)
    }

    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        let request = self.request(Method::GET, path).header("x-csrf", "1");
        self.bare(request).await
    }

    /// An intent under a key of its own.
    pub async fn send(&mut self, method: Method, path: &str, body: &Value) -> Result<Answer> {
        let key = uuid::Uuid::new_v4().to_string();
        self.send_keyed(method, path, body, &key).await
    }

    pub async fn post(&mut self, path: &str, body: &Value) -> Result<Answer> {
        self.send(Method::POST, path, body).await
    }

    pub async fn send_keyed(
        &mut self,
        method: Method,
        path: &str,
        body: &Value,
        key: &str,
    ) -> Result<Answer> {
        let request = self
            .request(method, path)
            .header("x-csrf", "1")
            .header("idempotency-key", key)
            .json(body);
        self.bare(request).await
    }

    pub async fn view(&mut self) -> Result<JourneyView> {
        self.get("/api/view").await?.view()
    }

    /// Reads the view until it is as wanted.
    pub async fn view_until(
        &mut self,
        what: &str,
        fits: impl Fn(&JourneyView) -> bool,
    ) -> Result<JourneyView> {
        eventually(what, Duration::from_secs(20), async || {
            let view = self.view().await?;
            if !fits(&view) {
                bail!("{view:?}");
            }
            Ok(Some(view))
        })
        .await
    }

    async fn sign_in(&mut self, id: &str) -> Result<()> {
        let start = self.bare(self.request(Method::GET, "/auth/login")).await?;
        let mut to_provider = location(&start)?;
        let mut answer = self.http.get(&to_provider).send().await?;
        while let Some(next) = answer.headers().get("location") {
            to_provider = Url::parse(&to_provider)?.join(next.to_str()?)?.to_string();
            answer = self.http.get(&to_provider).send().await?;
        }
        let page = answer.text().await?;
        let form = who(&page, id).with_context(|| format!("no {id} to sign in as on: {page}"))?;
        let action = Url::parse(&to_provider)?.join(&form.action)?;
        let answer = self.http.post(action).form(&form.fields).send().await?;
        let back = answer
            .headers()
            .get("location")
            .and_then(|value| value.to_str().ok())
            .with_context(|| format!("no way back: {}", answer.status()))?
            .to_owned();
        let path = back
            .strip_prefix(&self.origin)
            .context("back to another origin")?
            .to_owned();
        let done = self.bare(self.request(Method::GET, &path)).await?;
        if !self.cookies.contains_key("__Host-Http-bs") {
            bail!("not signed in: {} {:?}", done.status, done.headers);
        }
        Ok(())
    }

    /// Goes to a provider's page and presses the button with this value: where that leads.
    pub async fn at_provider(&self, url: &str, choice: &str) -> Result<String> {
        match provider::visit(&self.http, url, choice).await? {
            Way::Get(address) | Way::Post(address, _) => Ok(address),
            Way::App => bail!("another app has opened"),
        }
    }

    /// Back from a provider: a navigation from another site, which brings no cookie along.
    pub async fn arrive(&mut self, way: &Way) -> Result<Answer> {
        let back = |address: &str| {
            let path = address.strip_prefix(&self.origin);
            path.with_context(|| format!("back to another origin: {address}"))
                .map(str::to_owned)
        };
        let request = match way {
            Way::Get(address) => self.request(Method::GET, &back(address)?),
            Way::Post(address, fields) => self.request(Method::POST, &back(address)?).form(fields),
            Way::App => bail!("another app has opened"),
        };
        Self::heard_in(&mut self.heard, request.send().await?).await
    }

    /// The client that goes where the borrower's browser goes.
    pub fn http(&self) -> &reqwest::Client {
        &self.http
    }
}

/// The form of the identity provider that signs this person in.
fn who(page: &str, id: &str) -> Option<Form> {
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Form::find(page, id);
    }
    let mut form = Form::with_field(page, "mobile")?;
    form.fill("mobile", id);
    form.fill("otp", "123456");
    Some(form)
}

fn location(answer: &Answer) -> Result<String> {
    let value = answer
        .headers
        .get("location")
        .and_then(|value| value.to_str().ok());
    value
        .map(str::to_owned)
        .with_context(|| format!("{}: no Location", answer.status))
}
