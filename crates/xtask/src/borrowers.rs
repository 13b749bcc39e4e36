//! The sandbox's test borrowers.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::say::say;

#[derive(Deserialize)]
struct Borrower {
    name: String,
    meets: String,
}

/// Shows the list that the sandbox gave as JSON.
pub(crate) fn show(json: &str) -> Result<()> {
    let borrowers: Vec<Borrower> =
        serde_json::from_str(json).context("the sandbox's list of borrowers is not as expected")?;
    let width = borrowers
        .iter()
        .map(|one| one.name.chars().count())
        .max()
        .unwrap_or(0);
    say!("test borrowers, to choose from when signing in:");
    for Borrower { name, meets } in borrowers {
        say!("  {name:width$}  {meets}");
    }
    Ok(())
}
