use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use contract::app::{JourneyView, Problem};
use serde_json::{Value, json};
use sqlx::ConnectOptions as _;

use super::Platform;

pub const COOKIE: &str = "0123456789abcdef0123456789abcdef";

/// A server, the platform behind it, and one borrower who is signed in.
pub struct World {
    pub platform: Platform,
    pub folder: tempfile::TempDir,
    running: Option<bff::Running>,
    http: reqwest::Client,
    platform_url: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub retry_after: Option<String>,
    body: String,
}

impl Answer {
    pub fn view(&self) -> JourneyView {
        assert_eq!(self.status, 200, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn problem(&self) -> Problem {
        assert!(self.status >= 400, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn text(&self) -> &str {
        assert_eq!(self.status, 200, "{}", self.body);
        &self.body
    }

    pub fn json(&self) -> Value {
        self.read()
    }

    pub fn read<T: serde::de::DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }
}

impl World {
    pub async fn start() -> Self {
        let platform = Platform::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let platform_url = format!("http://{}", listener.local_addr().unwrap());
        let router = platform.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let mut world = Self {
            platform,
            folder: tempfile::tempdir().unwrap(),
            running: None,
            http,
            platform_url,
        };
        world.start_server().await;
        world.sign_in(COOKIE, "borrower").await;
        world
    }

    async fn start_server(&mut self) {
        let config = config(self.folder.path(), &self.platform_url);
        let loaded = bff::config::load(&config, []).unwrap();
        self.running = Some(bff::start(loaded).await.unwrap());
    }

    /// Another process over the same store: nothing that was only in memory is left.
    pub async fn restart(&mut self) {
        self.running.take().unwrap().stop().await;
        self.start_server().await;
    }

    /// A session as a sign-in leaves it.
    pub async fn sign_in(&self, cookie: &str, borrower: &str) {
        let mut store = self.store().await;
        sqlx::query(
            "INSERT INTO session (id_hash, borrower, created_at, seen_at, expires_at)
             VALUES (?1, ?2, ?3, ?3, ?4)",
        )
        .bind(sha256(cookie))
        .bind(borrower)
        .bind(jiff::Timestamp::now().as_millisecond())
        .bind(i64::MAX)
        .execute(&mut store)
        .await
        .unwrap();
    }

    pub async fn store(&self) -> sqlx::SqliteConnection {
        sqlx::sqlite::SqliteConnectOptions::new()
            .filename(self.folder.path().join("store.sqlite"))
            .connect()
            .await
            .unwrap()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(reqwest::Method::GET, path, COOKIE, None).await
    }

    pub async fn view(&self) -> JourneyView {
        self.get("/api/view").await.view()
    }

    pub async fn post(&self, path: &str, key: &str, body: &Value) -> Answer {
        let body = Some((key, body));
        self.ask(reqwest::Method::POST, path, COOKIE, body).await
    }

    /// As a browser that follows a link of our page by itself: without `X-CSRF`.
    pub async fn follow(&self, path: &str) -> reqwest::Response {
        let address = self.running.as_ref().unwrap().address;
        let request = self.http.get(format!("http://{address}{path}"));
        let request = request.header("cookie", format!("__Host-Http-bs={COOKIE}"));
        let request = request.header("sec-fetch-site", "same-origin");
        request.send().await.unwrap()
    }

    /// As a browser that comes from a provider: from another site, with no cookie.
    pub async fn arrive(&self, path: &str) -> Answer {
        self.ask(reqwest::Method::GET, path, "", None).await
    }

    pub async fn ask(
        &self,
        method: reqwest::Method,
        path: &str,
        cookie: &str,
        body: Option<(&str, &Value)>,
    ) -> Answer {
        let address = self.running.as_ref().unwrap().address;
        let mut request = self
            .http
            .request(method, format!("http://{address}{path}"))
            .header("x-csrf", "1")
            .header("cookie", format!("__Host-Http-bs={cookie}"));
        if let Some((key, body)) = body {
            request = request.header("idempotency-key", key).json(body);
        }
        let answer = request.send().await.unwrap();
        let header = |name: &str| {
            let value = answer.headers().get(name)?;
            Some(value.to_str().ok()?.to_owned())
        };
        Answer {
            status: answer.status().as_u16(),
            location: header("location"),
            retry_after: header("retry-after"),
            body: answer.text().await.unwrap(),
        }
    }
}

fn sha256(text: &str) -> Vec<u8> {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, text.as_bytes());
    digest.as_ref().to_vec()
}

pub fn config(folder: &Path, platform: &str) -> std::path::PathBuf {
    fs::write(folder.join("index.html"), "<!doctype html><h1>x</h1>").unwrap();
    let secret = folder.join("secret");
    fs::write(&secret, "sk_test_0123456789abcdef0123456789abcdef").unwrap();
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
    let shown = |path: &Path| json!(path.display().to_string()).to_string();
    let hosts: String = ["aa", "kyc", "eMandate", "loanAgreement", "payment"]
        .map(|party| format!("{party} = [\"provider.example\"]\n"))
        .concat();
    let file = folder.join("bff.toml");
    let text = format!(
        "public_origin = \"http://localhost:1\"\nlisten = \"127.0.0.1:0\"\ndist = {dist}\n\
         [platform]\nbase_url = \"{platform}\"\napi_key_file = {secret}\n\
         webhook_secret_files = [{secret}]\n\
         [identity]\nissuer = \"http://127.0.0.1:9\"\nclient_id = \"x\"\n\
         client_secret_file = {secret}\n\
         [store]\npath = {store}\nkey_files = [{secret}]\n[handoff_hosts]\n{hosts}",
        dist = shown(folder),
        secret = shown(&secret),
        store = shown(&folder.join("store.sqlite")),
    );
    fs::write(&file, text).unwrap();
    file
}
