use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;
use contract::platform::envelope::{Accepted, Envelope};
use contract::platform::{API_VERSION, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refusal::Refusal;
use crate::clock::Moment;
use crate::text;

const LONGEST_BODY: usize = 64 * 1024;
const LONGEST_HEADER: usize = 255;

/// One request, as far as the API cares.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    /// Below the API's base path.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) bearer: Option<String>,
    pub(crate) key: Option<String>,
    pub(crate) correlation: Option<String>,
    version: Option<String>,
    content_type: Option<String>,
    pub(crate) body: Bytes,
}

impl Call {
    pub(crate) async fn read(request: Request) -> Result<Self, Refusal> {
        let (parts, body) = request.into_parts();
        let body = to_bytes(body, LONGEST_BODY)
            .await
            .map_err(|_| Refusal::field("body", "The body is too long or broken."))?;
        let text = |name| header_text(&parts.headers, name);
        Ok(Self {
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            bearer: text("authorization")
                .and_then(|value| value.strip_prefix("Bearer ").map(str::to_owned)),
            key: text(header::IDEMPOTENCY_KEY),
            correlation: text(header::CORRELATION_ID).filter(|id| id.len() <= LONGEST_HEADER),
            version: text(header::API_VERSION),
            content_type: text("content-type"),
            body,
        })
    }

    pub(crate) fn is_write(&self) -> bool {
        matches!(self.method, Method::POST | Method::PUT | Method::PATCH)
    }

    /// ASSUMPTION(G26): no version means the latest, an unknown one is an error.
    pub(crate) fn check_version(&self) -> Result<(), Refusal> {
        match self.version.as_deref() {
            None | Some(API_VERSION) => Ok(()),
            Some(_) => Err(Refusal::field(
                "X-AL-API-Version",
                "This contract version does not exist.",
            )),
        }
    }

    pub(crate) fn check_body(&self) -> Result<(), Refusal> {
        let json = self
            .content_type
            .as_deref()
            .is_some_and(|kind| kind.starts_with("application/json"));
        if !self.body.is_empty() && !json {
            return Err(Refusal::field("Content-Type", "Send application/json."));
        }
        Ok(())
    }

    /// ASSUMPTION(G4): required on every write, at most 255 characters.
    pub(crate) fn idempotency_key(&self) -> Result<&str, Refusal> {
        self.key
            .as_deref()
            .filter(|key| !key.is_empty() && key.len() <= LONGEST_HEADER)
            .ok_or_else(|| {
                Refusal::field(
                    "Idempotency-Key",
                    "Send an Idempotency-Key of 1 to 255 characters.",
                )
            })
    }

    /// The body as what this call takes; nothing counts as `{}`.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let bytes: &[u8] = if self.body.is_empty() {
            b"{}"
        } else {
            &self.body
        };
        let value: Value = serde_json::from_slice(bytes)
            .map_err(|_| Refusal::field("body", "The body is not JSON."))?;
        if !value.is_object() {
            return Err(Refusal::field("body", "The body is not an object."));
        }
        serde_json::from_value(value)
            .map_err(|error| Refusal::field("body", &format!("The body does not fit: {error}.")))
    }
}

fn header_text(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned)
}

/// What a call that was done says. ASSUMPTION(G1): the status.
#[derive(Debug)]
pub(crate) struct Answer {
    status: u16,
    data: Value,
}

impl Answer {
    fn new(status: u16, data: impl Serialize) -> Self {
        Self {
            status,
            data: serde_json::to_value(data).unwrap_or_default(),
        }
    }

    pub(crate) fn ok(data: impl Serialize) -> Self {
        Self::new(200, data)
    }

    pub(crate) fn created(data: impl Serialize) -> Self {
        Self::new(201, data)
    }

    /// Work that goes on; `name` is part of its ID.
    pub(crate) fn accepted(name: &str, poll_after_seconds: u32) -> Self {
        Self::new(
            202,
            Accepted {
                operation_id: format!("op_{name}_{}", text::short()),
                status: "ACCEPTED".to_owned(),
                poll_after_seconds: Some(poll_after_seconds),
            },
        )
    }
}

/// An answer as it leaves, and as it is kept to be repeated.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
    retry_after: Option<u32>,
    /// Worth asking again: not kept.
    pub(crate) passing: bool,
    pub(crate) replayed: bool,
}

impl Reply {
    pub(crate) fn of(result: Result<Answer, Refusal>, call: &Call, now: Moment) -> Self {
        match result {
            Ok(answer) => {
                let envelope = Envelope {
                    data: Some(answer.data),
                    ..empty(call.correlation.as_deref(), now)
                };
                Self::new(answer.status, &envelope, None, false)
            }
            Err(refusal) => Self::refused(&refusal, call.correlation.as_deref(), now),
        }
    }

    pub(crate) fn refused(refusal: &Refusal, correlation: Option<&str>, now: Moment) -> Self {
        let envelope = Envelope {
            error: Some((*refusal.error).clone()),
            ..empty(correlation, now)
        };
        let passing = refusal.error.retryable || refusal.status == 401;
        Self::new(refusal.status, &envelope, refusal.retry_after, passing)
    }

    fn new(
        status: u16,
        envelope: &Envelope<Value>,
        retry_after: Option<u32>,
        passing: bool,
    ) -> Self {
        Self {
            status,
            body: serde_json::to_string(envelope).unwrap_or_default(),
            retry_after,
            passing,
            replayed: false,
        }
    }

    /// The same answer again.
    pub(crate) fn again(&self) -> Self {
        Self {
            replayed: true,
            ..self.clone()
        }
    }

    pub(crate) fn into_response(self, call: &Call) -> Response {
        let mut response: Response = self.into();
        if let Some(id) = &call.correlation
            && let Ok(value) = HeaderValue::from_str(id)
        {
            response.headers_mut().insert(header::CORRELATION_ID, value);
        }
        response
    }
}

impl From<Reply> for Response {
    fn from(reply: Reply) -> Self {
        let mut response = Response::new(Body::from(reply.body));
        *response.status_mut() =
            StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(
            "content-type",
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        headers.insert("cache-control", HeaderValue::from_static("no-store"));
        headers.insert(header::API_VERSION, HeaderValue::from_static(API_VERSION));
        if reply.replayed {
            headers.insert(
                header::IDEMPOTENT_REPLAYED,
                HeaderValue::from_static("true"),
            );
        }
        if let Some(seconds) = reply.retry_after {
            headers.insert("retry-after", HeaderValue::from(seconds));
        }
        response
    }
}

fn empty(correlation: Option<&str>, now: Moment) -> Envelope<Value> {
    Envelope {
        request_id: format!("req_{}", text::short()),
        correlation_id: correlation.map(str::to_owned),
        timestamp: now.to_string(),
        data: None,
        error: None,
    }
}
