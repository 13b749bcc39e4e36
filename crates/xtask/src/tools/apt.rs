//! Packages of Debian and its kin, for root.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use rustix::process::geteuid;

use crate::{repo::Repo, say::say, stop};

pub(super) fn works(repo: &Repo) -> bool {
    geteuid().is_root() && repo.which("apt-get").is_some()
}

pub(super) fn install(repo: &Repo, packages: &[&str]) -> Result<()> {
    say!("installing {} with apt-get", packages.join(" "));
    apt_get(repo, &["update", "--quiet"])?;
    let mut arguments = vec!["install", "--quiet", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt_get(repo, &arguments)
}

fn apt_get(repo: &Repo, arguments: &[&str]) -> Result<()> {
    stop::check()?;
    // Not in a group of its own: dpkg talks to the terminal.
    let status = Command::new("apt-get")
        .args(arguments)
        .current_dir(&repo.root)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .status()
        .context("cannot start apt-get")?;
    if !status.success() {
        bail!("apt-get {} ended with {status}", arguments.join(" "));
    }
    Ok(())
}
