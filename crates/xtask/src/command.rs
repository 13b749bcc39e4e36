//! Commands that end by themselves: cargo, trunk, npm.

use std::{
    env,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
};

use anyhow::{Context, Result, bail};

use crate::{group, say::say, stop};

/// A command in `folder`, with a clean environment and no keyboard.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    // `cargo run` describes the xtask package to its children. Build scripts that watch these
    // variables would run again at every turn between `cargo xtask` and plain `cargo`.
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&*name);
        }
    }
    command
}

pub(crate) fn cargo(folder: &Path) -> Command {
    command(
        env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        folder,
    )
}

/// Runs to the end, its output shown. An error when it fails.
pub(crate) fn finish(command: &mut Command) -> Result<()> {
    let status = wait(spawn(command)?)?;
    if !status.success() {
        bail!("{} ended with {status}", describe(command));
    }
    Ok(())
}

/// Like `finish`, handing each line of standard output to `see` after showing it; answers with
/// how the command ended.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str) + Send) -> Result<ExitStatus> {
    let mut child = spawn(command.stdout(Stdio::piped()))?;
    let lines = child.stdout.take().map(BufReader::new);
    thread::scope(|scope| {
        scope.spawn(move || {
            for line in lines
                .into_iter()
                .flat_map(BufRead::lines)
                .map_while(Result::ok)
            {
                say!("{line}");
                see(&line);
            }
        });
        wait(child)
    })
}

/// Its standard output. An error when it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let done = command
        .stderr(Stdio::piped())
        .output()
        .with_context(|| format!("cannot start {}", describe(command)))?;
    if !done.status.success() {
        let complaint = String::from_utf8_lossy(&done.stderr);
        bail!(
            "{} ended with {}: {}",
            describe(command),
            done.status,
            complaint.trim()
        );
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

fn spawn(command: &mut Command) -> Result<Child> {
    stop::check()?;
    command
        .process_group(0)
        .spawn()
        .with_context(|| format!("cannot start {}", describe(command)))
}

fn wait(mut child: Child) -> Result<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            // What a failed test left behind would keep our pipes open.
            group::end_rest(&child);
            return Ok(status);
        }
        if stop::requested() {
            group::end(&mut child);
            return Err(stop::Stopped.into());
        }
        thread::sleep(group::LOOK_AGAIN);
    }
}

/// The program's name and arguments, without the folder it lies in.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = command("sh", Path::new("/"));
        command.args(["-c", script]);
        command
    }

    #[test]
    fn every_line_is_seen_and_the_exit_code_is_handed_on() {
        let mut lines = Vec::new();
        let script = "echo one; echo two; exit 3";
        let status = watch(&mut shell(script), |line| lines.push(line.to_owned())).unwrap();
        assert_eq!(
            (lines.join(" "), status.code()),
            ("one two".to_owned(), Some(3))
        );
    }

    #[test]
    fn what_a_command_leaves_running_does_not_keep_us_waiting() {
        let since = std::time::Instant::now();
        assert!(
            watch(&mut shell("sleep 20 & echo left"), |_| ())
                .unwrap()
                .success()
        );
        assert!(since.elapsed().as_secs() < 10);
    }

    #[test]
    fn a_failing_command_is_named_with_how_it_ended() {
        let said = finish(&mut shell("exit 3")).unwrap_err().to_string();
        assert_eq!(said, "sh -c exit 3 ended with exit status: 3");
    }
}
