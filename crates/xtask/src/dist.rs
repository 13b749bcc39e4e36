//! `cargo xtask dist`: the release build, as it goes to a server.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{
    compress,
    first_load::{self, Weight},
    repo::Repo,
    say::say,
    tools::{self, WebTools},
    web,
};

/// Bytes of the first load, compressed by brotli.
const FIRST_LOAD_LIMIT: u64 = 300_000;

#[derive(Args)]
pub(crate) struct Options {
    /// Build nothing: weigh the dist/ that is there
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<()> {
    if !options.check {
        let web_tools = tools::web(repo, true)?;
        build(repo, &web_tools)?;
    }
    check(repo)
}

/// Builds and compresses `dist/`.
pub(crate) fn build(repo: &Repo, tools: &WebTools) -> Result<()> {
    web::build_release(repo, tools)?;
    compress::folder(&repo.dist())
}

/// Shows what is in `dist/`; an error when the first load is over its limit, or when something
/// in it is not for borrowers.
pub(crate) fn check(repo: &Repo) -> Result<()> {
    workshop_stays_at_home(&repo.dist())?;
    let weights = first_load::weigh(&repo.dist())?;
    show(&weights);
    let sent: u64 = first(&weights).map(|one| one.sent).sum();
    let raw: u64 = first(&weights).map(|one| one.raw).sum();
    say!(
        "first load: {} requests, {} kB with brotli ({} kB raw); the limit is {} kB",
        first(&weights).count(),
        kilobytes(sent),
        kilobytes(raw),
        kilobytes(FIRST_LOAD_LIMIT),
    );
    if sent > FIRST_LOAD_LIMIT {
        bail!(
            "the first load is {} kB over its limit",
            kilobytes(sent - FIRST_LOAD_LIMIT)
        );
    }
    Ok(())
}

/// The list of all screens is part of debug builds only.
fn workshop_stays_at_home(dist: &Path) -> Result<()> {
    const WORD: &[u8] = b"gallery";
    for path in compress::files(dist)? {
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if bytes
            .windows(WORD.len())
            .any(|part| part.eq_ignore_ascii_case(WORD))
        {
            bail!(
                "{} speaks of the gallery, which is not for borrowers",
                path.display()
            );
        }
    }
    Ok(())
}

fn first(weights: &[Weight]) -> impl Iterator<Item = &Weight> {
    weights.iter().filter(|one| one.first_load)
}

fn show(weights: &[Weight]) {
    let width = weights
        .iter()
        .map(|one| one.name.chars().count())
        .max()
        .unwrap_or(0);
    say!("{:width$}  {:>9}  {:>9}", "file", "raw kB", "brotli kB");
    for one in weights {
        let when = if one.first_load { "  first load" } else { "" };
        say!(
            "{:width$}  {:>9}  {:>9}{when}",
            one.name,
            kilobytes(one.raw),
            kilobytes(one.sent),
        );
    }
}

/// Thousands of bytes with one digit after the point.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_that_holds_the_gallery_is_not_for_shipping() {
        let dist = tempfile::tempdir().unwrap();
        fs::write(dist.path().join("index.html"), "<h1>Loans</h1>").unwrap();
        workshop_stays_at_home(dist.path()).unwrap();
        fs::write(dist.path().join("app.wasm"), b"\0asm src/Gallery.rs\0").unwrap();
        let said = workshop_stays_at_home(dist.path()).unwrap_err().to_string();
        assert!(said.contains("app.wasm"), "{said}");
    }

    #[test]
    fn kilobytes_round_up_to_a_tenth() {
        for (bytes, text) in [
            (0, "0.0"),
            (1, "0.1"),
            (100, "0.1"),
            (12_345, "12.4"),
            (300_000, "300.0"),
        ] {
            assert_eq!(kilobytes(bytes), text);
        }
    }
}
