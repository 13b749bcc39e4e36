//! A sandbox in this process, and the few moves that the tests are made of.
#![allow(dead_code, unused_imports, reason = "each test file uses its own part")]

mod borrower;
mod walking;

use reqwest::{Client, Method, StatusCode, redirect};
use sandbox::{Running, Secrets, Settings, Waits};
use serde_json::{Value, json};

pub use borrower::Borrower;
pub use walking::words;

/// Of nothing.
pub const NOBODY: &str = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab";
pub const APP: &str = "http://localhost:8080";

pub struct World {
    pub running: Running,
    pub http: Client,
}

/// Nothing waits, nobody counts.
pub fn fast() -> Settings {
    Settings {
        waits: Waits::none(),
        limits: None,
        ..Settings::default()
    }
}

/// Nothing waits but what a scenario says, and no session ends meanwhile.
pub fn patient() -> Settings {
    Settings {
        session_life: std::time::Duration::from_hours(60 * 24),
        ..fast()
    }
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
}

impl Reply {
    pub fn data(&self) -> &Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        assert!(self.body["error"].is_null());
        &self.body["data"]
    }

    /// Status, code, `details.field`.
    pub fn refusal(&self) -> (u16, &str, &str) {
        assert!(self.body["data"].is_null(), "{}", self.body);
        let error = &self.body["error"];
        let field = error["details"]["field"].as_str().unwrap_or_default();
        (
            self.status.as_u16(),
            error["code"].as_str().unwrap_or_default(),
            field,
        )
    }
}

pub fn key() -> String {
    uuid::Uuid::new_v4().to_string()
}

impl World {
    pub async fn start(settings: Settings) -> Self {
        Self {
            running: sandbox::start(settings).await.unwrap(),
            http: Client::builder()
                .no_proxy()
                .redirect(redirect::Policy::none())
                .build()
                .unwrap(),
        }
    }

    pub fn api(&self, method: Method, path: &str, token: &str) -> reqwest::RequestBuilder {
        let url = format!("{}/api/v1/headless{path}", self.running.url());
        self.http.request(method, url).bearer_auth(token)
    }

    pub async fn get(&self, path: &str, token: &str) -> Reply {
        reply(self.api(Method::GET, path, token)).await
    }

    pub async fn write(
        &self,
        method: Method,
        path: &str,
        token: &str,
        key: &str,
        body: &Value,
    ) -> Reply {
        let request = self
            .api(method, path, token)
            .header("idempotency-key", key)
            .json(body);
        reply(request).await
    }

    pub async fn post(&self, path: &str, token: &str, body: &Value) -> Reply {
        self.write(Method::POST, path, token, &key(), body).await
    }

    pub async fn bootstrap(&self, body: &Value) -> Reply {
        let secrets = Secrets::default();
        self.post("/sessions", &secrets.api_key, body).await
    }

    /// A session of somebody without a journey.
    pub async fn sign_in(&self, who: &str) -> String {
        let answer = self.bootstrap(&json!({ "borrowerExternalID": who })).await;
        assert_eq!(answer.status, 201);
        answer.data()["sessionToken"].as_str().unwrap().to_owned()
    }

    /// Signs a test borrower in, as a backend does with the claims it was given.
    pub async fn borrower(&self, id: &str) -> Borrower<'_> {
        let body = json!({
            "borrowerExternalID": id,
            "profile": { "contactNumber": "+919812345678", "panName": id.to_uppercase() },
        });
        let session = self.bootstrap(&body).await;
        let token = session.data()["sessionToken"].as_str().unwrap().to_owned();
        let asked = json!({ "type": "PERSONAL_LOAN" });
        let started = self.post("/journeys", &token, &asked).await;
        Borrower {
            world: self,
            token,
            journey: started.data()["journeyID"].as_str().unwrap().to_owned(),
        }
    }

    pub async fn control(&self, path: &str, body: &Value) -> Value {
        let url = format!("{}/control/{path}", self.running.url());
        let answer = self.http.post(url).json(body).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.status());
        serde_json::from_str(&answer.text().await.unwrap()).unwrap_or_default()
    }

    pub async fn watch(&self, path: &str) -> Value {
        let url = format!("{}/control/{path}", self.running.url());
        self.http
            .get(url)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    }

    /// How often what has happened to a journey.
    pub async fn effects(&self, journey: &str) -> Value {
        let all = self.watch("effects").await;
        let row = all.as_array().unwrap().iter();
        row.clone()
            .find(|row| row["journeyID"] == journey)
            .unwrap()
            .clone()
    }

    pub async fn forward(&self, seconds: u32) {
        self.control("time", &json!({ "seconds": seconds })).await;
    }

    pub async fn page(&self, url: &str) -> String {
        let page = self.http.get(url).send().await.unwrap();
        assert_eq!(page.status(), 200, "{url}");
        page.text().await.unwrap()
    }

    /// Opens a provider's page and answers it; gives the address the browser is sent to.
    pub async fn at_provider(&self, url: &str, decision: &str) -> String {
        let page = self.page(url).await;
        assert!(page.contains("Sandbox: nothing here is real"));
        let form = [("decision", decision), ("otp", "123456")];
        let answer = self.http.post(url).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 303, "{}", answer.text().await.unwrap());
        let location = answer.headers()["location"].to_str().unwrap();
        location.to_owned()
    }
}

pub async fn reply(request: reqwest::RequestBuilder) -> Reply {
    let answer = request.send().await.unwrap();
    let (status, headers) = (answer.status(), answer.headers().clone());
    let text = answer.text().await.unwrap();
    Reply {
        status,
        headers,
        body: serde_json::from_str(&text).unwrap_or_else(|_| panic!("{status}: {text}")),
    }
}

pub fn account() -> Value {
    json!({
        "accountHolderName": "Asha Verma",
        "accountNumber": "50100012345678",
        "ifsc": "HDFC0001234",
        "accountType": "saving",
    })
}

/// Complete, and of nobody in particular.
pub fn profile() -> Value {
    json!({
        "profile": {
            "contactNumber": "+919812345678",
            "pan": "abcpx1234z",
            "panName": "TEST PERSON",
            "dob": "1990-01-31",
            "gender": "female",
            "personalemail": "Test@Example.com",
        },
        "workProfile": { "employmentType": "salaried", "income": "75000", "companyName": "Works" },
        "address": {
            "addressL1": "1 Main Road",
            "city": "Pune",
            "state": "Maharashtra",
            "pincode": "411001",
        },
        "journey": {
            "endUse": "education",
            "requestedAmount": "200000",
            "requestedTenureMonths": "24",
        },
    })
}
