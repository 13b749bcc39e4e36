//! Where things are.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::command::{cargo, output};

#[derive(Debug)]
pub(crate) struct Repo {
    pub(crate) root: PathBuf,
    target: PathBuf,
}

#[derive(Deserialize)]
struct Metadata {
    workspace_root: PathBuf,
    target_directory: PathBuf,
}

impl Repo {
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
        let said = output(cargo(Path::new(&manifest)).args([
            "metadata",
            "--no-deps",
            "--format-version",
            "1",
        ]))?;
        let metadata: Metadata =
            serde_json::from_str(&said).context("cargo metadata is not as expected")?;
        Ok(Self {
            root: metadata.workspace_root,
            target: metadata.target_directory,
        })
    }

    /// The release build of the web app: what a partner puts on a server.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The debug build, apart, so that nobody ships it by mistake.
    pub(crate) fn dist_debug(&self) -> PathBuf {
        self.target.join("dist-debug")
    }

    /// The debug build that is looked at screen by screen: apart, so that a running app stays.
    pub(crate) fn dist_gallery(&self) -> PathBuf {
        self.target.join("dist-gallery")
    }

    /// The picture of every screen on a desk's width.
    pub(crate) fn wide_shots(&self) -> PathBuf {
        self.target.join("screens-wide.png")
    }

    /// Tools that this repo installs for itself.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    pub(crate) fn binary(&self, name: &str, release: bool) -> PathBuf {
        let profile = if release { "release" } else { "debug" };
        self.target.join(profile).join(name)
    }

    /// Secrets, configuration, store and logs of the programs running on this port.
    pub(crate) fn run_folder(&self, port: u16) -> PathBuf {
        self.root.join(".run").join(port.to_string())
    }

    /// `PATH` with our own tools first.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        let own = [
            self.tools().join("bin"),
            self.tools().join("node_modules/.bin"),
        ];
        let inherited = env::var_os("PATH").unwrap_or_default();
        env::join_paths(own.into_iter().chain(env::split_paths(&inherited)))
            .context("the repo's path cannot be put on PATH")
    }

    /// The first program of this name, in `search_path` order.
    pub(crate) fn which(&self, name: &str) -> Option<PathBuf> {
        let path = self.search_path().ok()?;
        env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    }
}
