//! Programs from crates.io, into `target/tools/bin`.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::version;
use crate::{
    command::{cargo, finish},
    repo::Repo,
    say::say,
};

/// A program from crates.io in exactly one version.
#[derive(Debug)]
pub(super) struct Program<'a> {
    pub(super) package: &'a str,
    pub(super) binary: &'a str,
    pub(super) version: &'a str,
    /// Build with the dependencies its authors tested.
    pub(super) locked: bool,
    /// How long compiling it takes, for the one who waits.
    pub(super) takes: &'a str,
}

impl Program<'_> {
    /// Where it is: on `PATH` in the right version, or newly installed.
    pub(super) fn find_or_install(&self, repo: &Repo) -> Result<PathBuf> {
        if let Some(found) = self.find(repo) {
            return Ok(found);
        }
        if !self.download(repo) {
            self.compile(repo)?;
        }
        self.find(repo).with_context(|| {
            format!(
                "{} {} is not where it was installed",
                self.binary, self.version
            )
        })
    }

    fn find(&self, repo: &Repo) -> Option<PathBuf> {
        repo.which(self.binary)
            .filter(|program| version::is(program, self.version))
    }

    /// By `cargo binstall`, where somebody has it: seconds instead of minutes.
    fn download(&self, repo: &Repo) -> bool {
        if repo.which("cargo-binstall").is_none() {
            return false;
        }
        say!("downloading {} {}", self.package, self.version);
        let done = finish(
            cargo(&repo.root)
                .args([
                    "binstall",
                    "--no-confirm",
                    "--disable-strategies",
                    "compile",
                    "--root",
                ])
                .arg(repo.tools())
                .arg(format!("{}@{}", self.package, self.version)),
        );
        done.is_ok()
    }

    fn compile(&self, repo: &Repo) -> Result<()> {
        say!(
            "installing {} {}: {}, once",
            self.package,
            self.version,
            self.takes
        );
        let mut install = cargo(&repo.root);
        install
            .args(["install", self.package, "--version", self.version, "--root"])
            .arg(repo.tools());
        if self.locked {
            install.arg("--locked");
        }
        // Its own target folder, kept out of ours by cargo, unless somebody set this.
        install.env_remove("CARGO_TARGET_DIR");
        finish(&mut install)
    }
}
