//! The app's gallery in a browser: every screen in every state, one after the other.

mod files;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::{Browser, Language, eventually};

/// A browser that shows one scene at a time, without loading the page anew.
#[derive(Debug)]
pub struct Scenes {
    pub browser: Browser,
    /// Their names, in the order of the list.
    pub states: Vec<String>,
}

fn dist() -> PathBuf {
    std::env::var_os("E2E_GALLERY").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/dist-gallery"),
        PathBuf::from,
    )
}

impl Scenes {
    pub async fn open(language: Language, width: u32) -> Result<Self> {
        let origin = files::serve(dist())?;
        let browser = Browser::open(language, width, 740).await?;
        // A picture taken while something still moves is another one each time.
        let calm = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        browser
            .devtools("Emulation.setEmulatedMedia", json!({ "features": calm }))
            .await?;
        browser.goto(&format!("{origin}/gallery")).await?;
        let list = "return [...document.querySelectorAll('main a[data-state]')]\
                    .map(link => link.dataset.state)";
        let states = eventually("the list of scenes", Duration::from_secs(30), async || {
            let states: Vec<String> = serde_json::from_value(browser.script(list, vec![]).await?)?;
            Ok((!states.is_empty()).then_some(states))
        })
        .await?;
        let first = states.first().context("no scene")?;
        browser.goto(&format!("{origin}{}", address(first))).await?;
        let scenes = Self { browser, states };
        let first = scenes.states.first().context("no scene")?;
        scenes.drawn(first).await?;
        Ok(scenes)
    }

    pub async fn show(&self, state: &str) -> Result<()> {
        let go = "history.pushState(null, '', arguments[0]); \
                  dispatchEvent(new PopStateEvent('popstate'))";
        self.browser.script(go, vec![json!(address(state))]).await?;
        self.drawn(state).await
    }

    async fn drawn(&self, state: &str) -> Result<()> {
        let script = "return document.body.dataset.state";
        eventually(state, Duration::from_secs(10), async || {
            let shown = self.browser.script(script, vec![]).await?;
            Ok((shown == Value::String(state.to_owned())).then_some(()))
        })
        .await
    }

    pub async fn close(self) -> Result<()> {
        self.browser.close().await
    }
}

fn address(state: &str) -> String {
    format!("/gallery/{}", state.replace('.', "/"))
}
