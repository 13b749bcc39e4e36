//! What the toolchain must have beside the compiler.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{
    command::{cargo, command, finish, output},
    repo::Repo,
    say::say,
};

const WASM: &str = "wasm32-unknown-unknown";

pub(super) fn wasm_target(repo: &Repo) -> Result<()> {
    let libraries =
        output(command("rustc", &repo.root).args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    say!("adding the Rust target {WASM}");
    rustup(repo, &["target", "add", WASM])
}

/// rustfmt and clippy.
pub(crate) fn lints(repo: &Repo) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo(&repo.root).args([subcommand, "--version"])).is_err() {
            say!("adding {component}");
            rustup(repo, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(repo: &Repo, arguments: &[&str]) -> Result<()> {
    finish(command("rustup", &repo.root).args(arguments)).with_context(|| {
        format!(
            "`rustup {}` did not work; rustup comes from https://rustup.rs",
            arguments.join(" ")
        )
    })
}
