use std::io::{Error, Result, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use sandbox::{Limits, Secrets, Settings, Waits};

/// Everything outside the borrower app: lending platform, lenders, provider pages, identity
/// provider and webhooks, on 127.0.0.1. Nothing is kept: every start is a new world.
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
    /// Port on 127.0.0.1.
    #[arg(long, default_value_t = 8081)]
    port: u16,
    /// Where the app lives: borrowers come back to it, and webhooks go there.
    #[arg(long, default_value = "http://localhost:8080")]
    app_origin: String,
    /// No waiting: offers, checks and payments are there at the next request.
    #[arg(long)]
    fast: bool,
    /// File with the API key (`sk_…`) that the app's server presents.
    #[arg(long)]
    api_key_file: Option<PathBuf>,
    /// File with the secret that signs webhooks.
    #[arg(long)]
    webhook_secret_file: Option<PathBuf>,
    /// File with the secret of the OpenID Connect client `borrower-web`.
    #[arg(long)]
    client_secret_file: Option<PathBuf>,
    /// Decides how long each wait takes within its span.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// No rate limits.
    #[arg(long)]
    no_limits: bool,
    /// How many seconds the platform's clock is ahead of the real one; may be negative.
    #[arg(long, default_value_t = 0, allow_negative_numbers = true)]
    clock_seconds: i32,
}

fn secret(file: Option<&Path>, default: String) -> Result<String> {
    let Some(file) = file else {
        return Ok(default);
    };
    let text = std::fs::read_to_string(file)
        .map_err(|error| Error::new(error.kind(), format!("{}: {error}", file.display())))?;
    match text.trim() {
        "" => Err(Error::other(format!("{}: is empty", file.display()))),
        secret => Ok(secret.to_owned()),
    }
}

fn settings(options: &Options) -> Result<Settings> {
    let defaults = Secrets::default();
    let origin = url::Url::parse(&options.app_origin)
        .map_err(|error| Error::other(format!("--app-origin: {error}")))?;
    Ok(Settings {
        port: options.port,
        app_origin: origin.origin().ascii_serialization(),
        secrets: Secrets {
            api_key: secret(options.api_key_file.as_deref(), defaults.api_key)?,
            webhook: secret(options.webhook_secret_file.as_deref(), defaults.webhook)?,
            client: secret(options.client_secret_file.as_deref(), defaults.client)?,
        },
        waits: if options.fast {
            Waits::none()
        } else {
            Waits::realistic()
        },
        limits: (!options.no_limits).then(Limits::default),
        seed: options.seed,
        clock_seconds: options.clock_seconds.into(),
        ..Settings::default()
    })
}

async fn run(options: &Options) -> Result<()> {
    let world = sandbox::start(settings(options)?).await?;
    writeln!(std::io::stdout(), "ready {}", world.url())?;
    stop_asked().await?;
    world.stop().await;
    Ok(())
}

#[cfg(unix)]
async fn stop_asked() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        asked = tokio::signal::ctrl_c() => asked,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn stop_asked() -> Result<()> {
    tokio::signal::ctrl_c().await
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .with_writer(std::io::stderr)
        .init();
    match run(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to do when even this cannot be written.
            let _ = writeln!(std::io::stderr(), "sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}
