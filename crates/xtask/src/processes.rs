//! A program that runs until it is stopped.

use std::{
    fs::{self, File},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{group, http, stop};

const TIME_TO_ANSWER: Duration = Duration::from_mins(1);
const LAST_WORDS: usize = 20;

#[derive(Debug)]
pub(crate) struct Server {
    name: &'static str,
    child: Child,
    log: PathBuf,
}

impl Server {
    /// Starts it with everything it prints going to `log`.
    pub(crate) fn start(name: &'static str, command: &mut Command, log: PathBuf) -> Result<Self> {
        let file = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        // A group of its own: Ctrl-C reaches us alone, and we stop things in order.
        let child = command
            .stdout(file.try_clone()?)
            .stderr(file)
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start the {name}"))?;
        Ok(Self { name, child, log })
    }

    /// Waits until `url` answers 200, and gives what it says.
    pub(crate) fn wait_for(&mut self, url: &str) -> Result<String> {
        let since = Instant::now();
        loop {
            stop::check()?;
            self.still_runs()?;
            match http::get(url) {
                Ok(body) => return Ok(body),
                Err(error) if since.elapsed() > TIME_TO_ANSWER => {
                    bail!(
                        "the {} does not answer at {url}: {error}\n{}",
                        self.name,
                        self.end_of_log()
                    );
                }
                Err(_) => thread::sleep(group::LOOK_AGAIN),
            }
        }
    }

    /// An error with its last words when it has ended by itself.
    pub(crate) fn still_runs(&mut self) -> Result<()> {
        match self.child.try_wait()? {
            None => Ok(()),
            Some(status) => bail!("{}", self.obituary(status)),
        }
    }

    pub(crate) fn stop(&mut self) {
        group::end(&mut self.child);
    }

    fn obituary(&self, status: ExitStatus) -> String {
        format!(
            "the {} ended by itself ({status})\n{}",
            self.name,
            self.end_of_log()
        )
    }

    fn end_of_log(&self) -> String {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = text.lines().collect();
        let from = lines.len().saturating_sub(LAST_WORDS);
        let last = lines.get(from..).unwrap_or_default().join("\n");
        format!("the end of {}:\n{last}", self.log.display())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, log: PathBuf) -> Server {
        Server::start("shell", Command::new("sh").args(["-c", script]), log).unwrap()
    }

    #[test]
    fn a_server_that_ends_by_itself_is_reported_with_its_last_words() {
        let folder = tempfile::tempdir().unwrap();
        let mut server = shell("echo no such key >&2; exit 3", folder.path().join("log"));
        server.child.wait().unwrap();
        let said = server.still_runs().unwrap_err().to_string();
        assert!(
            said.contains("exit status: 3") && said.contains("no such key"),
            "{said}"
        );
    }

    #[test]
    fn stopping_ends_the_children_of_a_server_too() {
        let folder = tempfile::tempdir().unwrap();
        // Whoever holds the other end of this pipe is alive.
        let (mut end, other_end) = std::io::pipe().unwrap();
        let mut command = Command::new("sh");
        command
            .args(["-c", "exec 3>&0; sleep 20 & wait"])
            .stdin(other_end);
        let mut server = Server::start("shell", &mut command, folder.path().join("log")).unwrap();
        drop(command);
        let since = Instant::now();
        server.stop();
        std::io::Read::read_to_end(&mut end, &mut Vec::new()).unwrap();
        assert!(since.elapsed() < Duration::from_secs(10));
    }
}
