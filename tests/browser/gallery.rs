//! Every screen in every state, in both languages: readable by everybody, never a dead end.

mod failures;

use std::io::Write as _;

use anyhow::{Context as _, Result, bail};
use end_to_end::{Language, Scenes};
use serde::Deserialize;
use serde_json::json;

use crate::walk::words;

/// The narrowest page that WCAG 1.4.10 knows.
const NARROWEST: u32 = 320;

const LOOK: &str = "\
const done = arguments[arguments.length - 1];
const main = document.querySelector('main');
const page = document.documentElement;
const seen = it => it.checkVisibility({ visibilityProperty: true });
axe.run(document, { resultTypes: ['violations'], runOnly:
  ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
.then(found => done({
  violations: found.violations.map(it => it.id + ': ' + it.help + ' at ' +
    it.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')),
  text: main.innerText,
  actions: [...main.querySelectorAll('a[href], button, summary')].filter(seen).length,
  wider: page.scrollWidth - page.clientWidth,
}), error => done({ violations: ['axe: ' + error], text: '', actions: 0, wider: 0 }))";

#[derive(Deserialize)]
struct Seen {
    violations: Vec<String>,
    text: String,
    /// Links and buttons of the screen itself, not of what stands around it.
    actions: usize,
    /// By how much the page is wider than the window.
    wider: i64,
}

impl Seen {
    /// What is wrong with it.
    fn flaws(&self, state: &str, language: Language) -> Vec<String> {
        let mut flaws = self.violations.clone();
        if self.wider > 0 {
            flaws.push(format!("{} px wider than {NARROWEST}", self.wider));
        }
        if self.text.trim().is_empty() {
            flaws.push("nothing to read".to_owned());
        }
        if let Some(sentences) = failures::sentences(state, words(language)) {
            if self.actions == 0 {
                flaws.push("no way on".to_owned());
            }
            let text = plain(&self.text);
            for (what, any) in sentences {
                if !any.iter().any(|sentence| text.contains(&plain(sentence))) {
                    flaws.push(format!("does not say {what}: {any:?}"));
                }
            }
        }
        flaws
    }
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn hold_to_everything(language: Language) -> Result<()> {
    let scenes = Scenes::open(language, NARROWEST).await?;
    let axe = std::env::var("E2E_AXE").context("E2E_AXE: run by `cargo xtask test`")?;
    let source = std::fs::read_to_string(axe)?;
    let browser = &scenes.browser;
    browser
        .script(&format!("{source}; return null"), vec![])
        .await?;
    let mut flawed = Vec::new();
    let mut failures = 0;
    for state in &scenes.states {
        scenes.show(state).await?;
        let answer = browser.driver.execute_async(LOOK, vec![]).await?;
        let seen: Seen = serde_json::from_value(answer.json().clone())?;
        failures += usize::from(failures::sentences(state, words(language)).is_some());
        for flaw in seen.flaws(state, language) {
            flawed.push(format!("{state}: {flaw}"));
        }
    }
    writeln!(
        std::io::stderr(),
        "{language:?}: {} pages checked, {failures} of them failures",
        scenes.states.len()
    )?;
    let errors = browser.console_errors().await?;
    let broken: Vec<_> = errors
        .into_iter()
        .filter(|error| !error.contains("/api/view"))
        .collect();
    scenes.close().await?;
    if !flawed.is_empty() || !broken.is_empty() {
        bail!("{}\n{}", flawed.join("\n"), broken.join("\n"));
    }
    if failures == 0 {
        bail!("no failure among {:?}", json!("the scenes"));
    }
    Ok(())
}

#[tokio::test]
async fn every_screen_of_the_gallery_holds_in_english() -> Result<()> {
    hold_to_everything(Language::English).await
}

#[tokio::test]
async fn every_screen_of_the_gallery_holds_in_hindi() -> Result<()> {
    hold_to_everything(Language::Hindi).await
}
