//! Chromium, the driver that fits it, and a typeface for Hindi.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{apt, version};
use crate::{
    command::{command, output},
    repo::Repo,
    say::say,
};

const CHROME: [&str; 5] = [
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVER: [&str; 3] = [
    "chromedriver",
    "chromium.chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];

#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Tells the harness of the tests where it is.
    pub(crate) fn name_in(&self, command: &mut Command) {
        command
            .env("E2E_CHROME", &self.chrome)
            .env("E2E_CHROMEDRIVER", &self.driver);
    }
}

/// The browser for the tests. `E2E_CHROME` and `E2E_CHROMEDRIVER` choose another than the system's.
pub(crate) fn browser(repo: &Repo) -> Result<Browser> {
    let wanted = missing(repo);
    if !wanted.is_empty() && apt::works(repo) {
        apt::install(repo, &wanted)?;
    } else if wanted.contains(&FONT) {
        say!(
            "no typeface for Hindi: install Noto Sans Devanagari ({FONT} on Debian) to see it right"
        );
    }
    let browser = Browser {
        chrome: find(repo, "E2E_CHROME", &CHROME).with_context(advice)?,
        driver: find(repo, "E2E_CHROMEDRIVER", &DRIVER).with_context(advice)?,
    };
    browser.check()?;
    Ok(browser)
}

const FONT: &str = "fonts-noto-core";

/// Debian's names of what is not there.
fn missing(repo: &Repo) -> Vec<&'static str> {
    let mut packages = Vec::new();
    if find(repo, "E2E_CHROME", &CHROME).is_none() {
        packages.push("chromium");
    }
    if find(repo, "E2E_CHROMEDRIVER", &DRIVER).is_none() {
        packages.push("chromium-driver");
    }
    if !shows_hindi() {
        packages.push(FONT);
    }
    packages
}

fn find(repo: &Repo, chosen: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(chosen) {
        return Some(path.into());
    }
    names.iter().find_map(|name| repo.which(name))
}

fn shows_hindi() -> bool {
    let listed = output(command("fc-list", Path::new("/")).arg(":lang=hi"));
    match listed {
        Ok(fonts) => !fonts.trim().is_empty(),
        // Without fontconfig's command there is nothing to ask; macOS has the typeface.
        Err(_) => cfg!(target_os = "macos"),
    }
}

fn advice() -> String {
    "the browser tests need Chromium and ChromeDriver of the same version: install the packages \
     chromium and chromium-driver (Debian), or Chrome and its ChromeDriver, or point E2E_CHROME \
     and E2E_CHROMEDRIVER at them"
        .to_owned()
}

impl Browser {
    fn check(&self) -> Result<()> {
        let major = |program: &Path| {
            let said = version::said_by(program);
            said.as_deref()
                .and_then(version::major)
                .with_context(|| format!("{} does not run", program.display()))
        };
        let (chrome, driver) = (major(&self.chrome)?, major(&self.driver)?);
        if chrome != driver {
            bail!("the browser is version {chrome}, its driver {driver}: install a matching pair");
        }
        Ok(())
    }
}
