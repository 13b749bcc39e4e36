use std::time::{Duration, Instant};

use contract::platform::endpoint::{Endpoint, Method};
use contract::platform::envelope::Envelope;
use contract::platform::{API_VERSION, BASE_PATH, header};
use reqwest::header::RETRY_AFTER;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use super::error::PlatformError;
use super::mend;
use crate::secret::Secret;

/// Longest wait for a whole answer.
const DEADLINE: Duration = Duration::from_secs(12);
/// What took longer to fail is not tried again: somebody waits.
const SOON: Duration = Duration::from_secs(4);
/// Largest answer that is read.
const LARGEST_ANSWER: usize = 2 * 1024 * 1024;

/// One call of the contract, ready to be sent under a token.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    pub endpoint: Endpoint,
    /// One value per borrower intent; only for what mutates.
    pub key: Option<&'a str>,
    pub correlation: &'a str,
}

#[derive(Debug, Clone)]
pub struct Platform {
    http: reqwest::Client,
    base: String,
}

impl Platform {
    pub fn new(base_url: &Url) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(3))
            .timeout(DEADLINE)
            .user_agent(concat!("borrower-web-bff/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self {
            http,
            base: format!("{}{BASE_PATH}", base_url.as_str().trim_end_matches('/')),
        })
    }

    /// Sends a call and gives its `data` with the envelope's timestamp. A success without `data`
    /// is read as `null`, so `Option<T>` and `()`-like types take it.
    ///
    /// A failure that looks like a blip is tried once more: reads change nothing, and what changes
    /// something carries the same key again.
    pub async fn send<T: DeserializeOwned>(
        &self,
        token: &Secret,
        call: Call<'_>,
        body: Option<&(impl Serialize + Sync)>,
    ) -> Result<(T, String), PlatformError> {
        let began = Instant::now();
        match self.once(token, call, body).await {
            Err(error) if began.elapsed() < SOON => {
                let Some(pause) = error.pause() else {
                    return Err(error);
                };
                tokio::time::sleep(pause).await;
                self.once(token, call, body).await
            }
            done => done,
        }
    }

    async fn once<T: DeserializeOwned>(
        &self,
        token: &Secret,
        call: Call<'_>,
        body: Option<&(impl Serialize + Sync)>,
    ) -> Result<(T, String), PlatformError> {
        let url = format!("{}{}", self.base, call.endpoint.path());
        let mut request = match call.endpoint.method() {
            Method::Get => self.http.get(url),
            Method::Post => self.http.post(url),
            Method::Put => self.http.put(url),
            Method::Patch => self.http.patch(url),
        }
        .bearer_auth(token.expose())
        .header(header::CORRELATION_ID, call.correlation)
        .header(header::API_VERSION, API_VERSION);
        if let Some(key) = call.key {
            request = request.header(header::IDEMPOTENCY_KEY, key);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let mut answer = request.send().await.map_err(unreachable)?;
        let status = answer.status();
        let retry_after = answer
            .headers()
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.trim().parse().ok());
        let broken = PlatformError::Broken {
            status: status.as_u16(),
            retry_after,
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(unreachable)? {
            bytes.extend_from_slice(&chunk);
            if bytes.len() > LARGEST_ANSWER {
                return Err(broken);
            }
        }
        // C10: a write may be answered by nothing at all.
        let nothing = matches!(bytes.trim_ascii(), b"" | b"null" | b"{}");
        if nothing && call.key.is_some() && status.is_success() {
            let data = mend::read(Value::Null, "nothing").ok_or(broken)?;
            return Ok((data, String::new()));
        }
        let answer: Value = serde_json::from_slice(&bytes).map_err(|_| broken.clone())?;
        // Something else that happens to be JSON must not be taken for an empty list.
        if answer.get("data").is_none() && answer.get("error").is_none() {
            return Err(broken);
        }
        let failed = answer.get("error").is_some_and(|error| !error.is_null());
        let envelope: Envelope<Value> =
            mend::read(answer, "envelope").ok_or_else(|| broken.clone())?;
        if let Some(error) = envelope.error {
            let (status, body) = (status.as_u16(), Box::new(error));
            return Err(PlatformError::Refused {
                status,
                body,
                retry_after,
            });
        }
        if failed || !status.is_success() {
            return Err(broken);
        }
        let data = envelope.data.unwrap_or(Value::Null);
        let data = mend::read(data, &call.endpoint.template()).ok_or(broken)?;
        Ok((data, envelope.timestamp))
    }
}

fn unreachable(error: reqwest::Error) -> PlatformError {
    // The URL may hold IDs; the cause is enough.
    PlatformError::Unreachable(error.without_url().to_string())
}
