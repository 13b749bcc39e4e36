//! `bff --config FILE`

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use bff::config;
use clap::Parser;
use tokio::signal::unix::{SignalKind, signal};

/// Serves the borrower's app and holds its tokens.
///
/// Every key of the file can be overridden by the environment: `BFF_LISTEN`,
/// `BFF_PLATFORM__BASE_URL`, `BFF_STORE__KEY_FILES=a,b`. Log level: `RUST_LOG`, one JSON object a line on standard error.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Configuration file (TOML).
    #[arg(long, default_value = "bff.toml")]
    config: PathBuf,
    /// Check the configuration and stop.
    #[arg(long)]
    check: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "bff: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let config = config::load(&arguments.config, std::env::vars())?;
    if arguments.check {
        writeln!(std::io::stdout(), "{} is fine", arguments.config.display())?;
        return Ok(());
    }
    let mut terminate = signal(SignalKind::terminate())?;
    let running = bff::start(config).await?;
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    running.stop().await;
    Ok(())
}
