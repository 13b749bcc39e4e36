//! The sandbox and the BFF, running together on neighbouring ports.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    command::{cargo, command, finish},
    config,
    ports::Ports,
    processes::Server,
    repo::Repo,
    secrets::Secrets,
};

/// How to start the two programs.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub(crate) repo: &'a Repo,
    pub(crate) ports: Ports,
    pub(crate) release: bool,
    /// No waiting times in the sandbox.
    pub(crate) fast: bool,
    pub(crate) dist: PathBuf,
}

#[derive(Debug)]
pub(crate) struct World {
    // Dropped, and so stopped, in this order.
    bff: Server,
    sandbox: Server,
    /// The sandbox's test borrowers, as JSON.
    pub(crate) borrowers: String,
}

pub(crate) fn build_servers(repo: &Repo, release: bool) -> Result<()> {
    let mut build = cargo(&repo.root);
    build.args(["build", "--package", "bff", "--package", "sandbox"]);
    if release {
        build.arg("--release");
    }
    finish(&mut build)
}

impl Plan<'_> {
    /// Starts both, on an empty store, and waits until both answer.
    pub(crate) fn start(&self) -> Result<World> {
        let folder = self.folder();
        let secrets = Secrets::in_folder(&folder)?;
        let store = folder.join("bff.sqlite");
        forget(&store)?;
        let config = config::bff(self.ports, &self.dist, &store, &secrets)?;
        fs::write(self.config(), config).context("cannot write the BFF's configuration")?;

        let mut sandbox = self.start_sandbox(&secrets)?;
        let borrowers = sandbox.wait_for(&format!(
            "{}/control/borrowers",
            self.ports.sandbox_origin()
        ))?;
        let bff = self.start_bff()?;
        Ok(World {
            bff,
            sandbox,
            borrowers,
        })
    }

    fn start_sandbox(&self, secrets: &Secrets) -> Result<Server> {
        let program = self.repo.binary("sandbox", self.release);
        let mut sandbox = command(program, &self.repo.root);
        sandbox
            .arg("--port")
            .arg(self.ports.sandbox.to_string())
            .arg("--app-origin")
            .arg(self.ports.app_origin())
            .arg("--api-key-file")
            .arg(&secrets.api_key)
            .arg("--webhook-secret-file")
            .arg(&secrets.webhook_secret)
            .arg("--client-secret-file")
            .arg(&secrets.client_secret);
        if self.fast {
            sandbox.arg("--fast");
        }
        Server::start("sandbox", &mut sandbox, self.folder().join("sandbox.log"))
    }

    /// Starts the BFF on whatever its store holds, and waits until it is ready.
    fn start_bff(&self) -> Result<Server> {
        let program = self.repo.binary("bff", self.release);
        let mut bff = Server::start(
            "bff",
            command(program, &self.repo.root)
                .arg("--config")
                .arg(self.config()),
            self.folder().join("bff.log"),
        )?;
        bff.wait_for(&format!("http://127.0.0.1:{}/readyz", self.ports.app))?;
        Ok(bff)
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.repo.run_folder(self.ports.app)
    }

    fn config(&self) -> PathBuf {
        self.folder().join("bff.toml")
    }
}

impl World {
    /// An error naming the first of the two that has ended.
    pub(crate) fn still_runs(&mut self) -> Result<()> {
        self.sandbox.still_runs()?;
        self.bff.still_runs()
    }

    /// The BFF anew: sessions are in its store and go on.
    pub(crate) fn restart_bff(&mut self, plan: &Plan<'_>) -> Result<()> {
        self.bff.stop();
        self.bff = plan.start_bff()?;
        Ok(())
    }
}

/// Removes a store together with the files that `SQLite` keeps beside it.
fn forget(store: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = store.as_os_str().to_owned();
        name.push(ending);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("cannot remove {}", name.display()));
            }
            _ => {}
        }
    }
    Ok(())
}
