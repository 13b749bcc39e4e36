//! Black-box tests of the three programs: the harness.
//!
//! [`World`] is a sandbox and a BFF as processes on ports of their own. [`Borrower`] speaks to the
//! BFF as the app does, without a browser. [`Browser`] is a Chromium that finds things by what a
//! person sees.

mod answers;
mod borrower;
mod browser;
mod control;
mod devtools;
mod driver;
mod evidence;
pub mod gallery;
mod intent;
mod opening;
pub mod provider;
pub mod scenario;
mod scenes;
mod world;

pub use answers::everything;
pub use borrower::{Answer, Borrower};
pub use browser::Browser;
pub use driver::Driver;
pub use evidence::Sent;
pub use intent::{Intent, consent, new_key};
pub use opening::{Language, Opening, Profile, profile};
pub use scenes::Scenes;
pub use world::{Options, World, bff_program, real_ms};

use std::time::{Duration, Instant};

/// Waits until `check` gives something; fails with `what` after `patience`.
pub async fn eventually<T>(
    what: &str,
    patience: Duration,
    mut check: impl AsyncFnMut() -> anyhow::Result<Option<T>>,
) -> anyhow::Result<T> {
    let until = Instant::now() + patience;
    loop {
        let last = match check().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => "not yet".to_owned(),
            Err(error) => error.to_string(),
        };
        if Instant::now() > until {
            anyhow::bail!("{what}: {last} after {patience:?}");
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}
