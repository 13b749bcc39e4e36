//! wasm-bindgen's command, which must match the library to the last digit.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::cargo_install::Program;
use crate::repo::Repo;

#[derive(Deserialize)]
struct Lock {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

pub(super) fn wasm_bindgen(repo: &Repo) -> Result<()> {
    let lock =
        fs::read_to_string(repo.root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    Program {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: &version(&lock)?,
        locked: false,
        takes: "about three minutes on two cores",
    }
    .find_or_install(repo)?;
    Ok(())
}

fn version(lock: &str) -> Result<String> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not as expected")?;
    let package = lock
        .package
        .into_iter()
        .find(|package| package.name == "wasm-bindgen");
    Ok(package.context("Cargo.lock has no wasm-bindgen")?.version)
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_the_one_that_is_locked() {
        let lock = "version = 4\n\
            [[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version(lock).unwrap(), "0.2.130");
        assert!(version("version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n").is_err());
    }
}
