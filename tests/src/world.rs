use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU16, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result};

use crate::eventually;

/// How the outside world behaves.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Nothing takes time.
    pub fast: bool,
    /// The platform counts how often it is asked.
    pub limits: bool,
    /// How far the sandbox's clock is off.
    pub clock_seconds: i64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            fast: true,
            limits: true,
            clock_seconds: 0,
        }
    }
}

/// A sandbox and a BFF, each a process, with logs and store in a folder of their own.
#[derive(Debug)]
pub struct World {
    folder: tempfile::TempDir,
    port: u16,
    sandbox: Option<Process>,
    bff: Mutex<Option<Process>>,
    pub(crate) http: reqwest::Client,
    /// How far the sandbox's clock is from the real one, in milliseconds.
    pub(crate) off_ms: AtomicI64,
    restart: tokio::sync::Mutex<()>,
}

/// Ends with its owner.
#[derive(Debug)]
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // SIGKILL: what a test checks must hold after the worst ending.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program(variable: &str, name: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(
        || {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../target/debug")
                .join(name)
        },
        PathBuf::from,
    )
}

/// The server under test.
pub fn bff_program() -> PathBuf {
    program("E2E_BFF", "bff")
}

fn dist() -> PathBuf {
    std::env::var_os("E2E_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        PathBuf::from,
    )
}

/// Two free ports side by side; each process of tests begins at its own place.
fn ports() -> Result<u16> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = 20_000 + u16::try_from(std::process::id() % 20_000)?;
    for _ in 0..2_000 {
        let port = start.wrapping_add(NEXT.fetch_add(2, Ordering::Relaxed) % 20_000);
        let free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if free(port) && free(port + 1) {
            return Ok(port);
        }
    }
    anyhow::bail!("no two free ports side by side")
}

impl World {
    pub async fn start(options: Options) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        for (name, text) in [
            ("api-key", "sk_test_canary0123456789canary0123456789"),
            ("webhook-secret", Self::WEBHOOK_SECRET),
            ("client-secret", "client-canary-0123456789"),
            ("store-key", "0123456789abcdef0123456789abcdef0123456789ab"),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, text)?;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        }
        let http = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .build()?;
        let mut world = Self {
            folder,
            port: ports()?,
            sandbox: None,
            bff: Mutex::new(None),
            http,
            off_ms: AtomicI64::new(options.clock_seconds * 1_000),
            restart: tokio::sync::Mutex::new(()),
        };
        world.write_config()?;
        world.start_sandbox(options)?;
        world
            .wait_for(&format!("{}/control/borrowers", world.sandbox_origin()))
            .await?;
        world.start_bff().await?;
        Ok(world)
    }

    /// Where the borrower goes.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    pub fn sandbox_origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port + 1)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write_config(&self) -> Result<()> {
        let (origin, sandbox) = (self.origin(), self.sandbox_origin());
        let host = sandbox.trim_start_matches("http://").to_owned();
        let file = |name: &str| self.file(name).display().to_string();
        let text = format!(
            "public_origin = {origin:?}\nlisten = \"127.0.0.1:{port}\"\ndist = {dist:?}\n\
             [platform]\nbase_url = {sandbox:?}\napi_key_file = {key:?}\n\
             webhook_secret_files = [{webhook:?}]\n\
             [identity]\nissuer = \"{sandbox}/idp\"\nclient_id = \"borrower-web\"\n\
             client_secret_file = {client:?}\nexternal_id_claim = \"sub\"\n\
             [store]\npath = {store:?}\nkey_files = [{store_key:?}]\n\
             [handoff_hosts]\naa = [{host:?}]\nkyc = [{host:?}]\neMandate = [{host:?}]\n\
             loanAgreement = [{host:?}]\npayment = [{host:?}]\n",
            port = self.port,
            dist = dist().display().to_string(),
            key = file("api-key"),
            webhook = file("webhook-secret"),
            client = file("client-secret"),
            store = file("bff.sqlite"),
            store_key = file("store-key"),
        );
        Ok(fs::write(self.file("bff.toml"), text)?)
    }

    fn log(&self, name: &str) -> Result<File> {
        Ok(File::options()
            .create(true)
            .append(true)
            .open(self.file(name))?)
    }

    fn start_sandbox(&mut self, options: Options) -> Result<()> {
        let path = program("E2E_SANDBOX", "sandbox");
        let mut command = Command::new(&path);
        command
            .args([
                "--port",
                &(self.port + 1).to_string(),
                "--app-origin",
                &self.origin(),
            ])
            .arg("--api-key-file")
            .arg(self.file("api-key"))
            .arg("--webhook-secret-file")
            .arg(self.file("webhook-secret"))
            .arg("--client-secret-file")
            .arg(self.file("client-secret"))
            .stdin(Stdio::null())
            .stdout(self.log("sandbox.log")?)
            .stderr(self.log("sandbox.log")?);
        if options.fast {
            command.arg("--fast");
        }
        if !options.limits {
            command.arg("--no-limits");
        }
        if options.clock_seconds != 0 {
            command.arg(format!("--clock-seconds={}", options.clock_seconds));
        }
        let child = command
            .spawn()
            .with_context(|| path.display().to_string())?;
        self.sandbox = Some(Process(child));
        Ok(())
    }

    pub async fn start_bff(&self) -> Result<()> {
        let path = bff_program();
        let child = Command::new(&path)
            .arg("--config")
            .arg(self.file("bff.toml"))
            .env("RUST_LOG", "debug,hyper=info")
            .stdin(Stdio::null())
            .stdout(self.log("bff.log")?)
            .stderr(self.log("bff.log")?)
            .spawn()
            .with_context(|| path.display().to_string())?;
        self.keep_bff(Some(Process(child)));
        self.wait_for(&format!("http://127.0.0.1:{}/readyz", self.port))
            .await
    }

    /// As if the machine had lost it: no signal it could answer.
    pub fn kill_bff(&self) {
        self.keep_bff(None);
    }

    /// One at a time, whoever asks.
    pub async fn restart_bff(&self) -> Result<()> {
        let _alone = self.restart.lock().await;
        self.kill_bff();
        self.start_bff().await
    }

    fn keep_bff(&self, process: Option<Process>) {
        let mut bff = self
            .bff
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *bff = process;
    }

    async fn wait_for(&self, url: &str) -> Result<()> {
        eventually(url, Duration::from_secs(20), async || {
            let answer = self.http.get(url).send().await?;
            Ok(answer.status().is_success().then_some(()))
        })
        .await
    }

    /// The secret that webhooks are signed with.
    pub const WEBHOOK_SECRET: &'static str = "webhook-canary-0123456789";

    /// Everything the BFF and the sandbox have printed.
    pub fn logs(&self) -> Result<String> {
        let read = |name| fs::read(self.file(name)).unwrap_or_default();
        let bytes = [read("bff.log"), read("sandbox.log")].concat();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Unix milliseconds.
pub fn real_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    i64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(i64::MAX)
}
