//! Black-box tests of the three programs: the harness.
//!
//! [`World`] is a sandbox and a BFF as processes on ports of their own. [`Borrower`] speaks to the
//! BFF as the app does, without a browser. [`Browser`] is a Chromium that finds things by what a
//! person sees.

mod borrower;
mod browser;
mod driver;
mod evidence;
mod world;

pub use borrower::{Answer, Borrower};
pub use browser::{Browser, Language};
pub use driver::Driver;
pub use world::{Options, World, bff_program};

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
