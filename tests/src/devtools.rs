//! What only the browser's own tools can do: cut the network, look into the history.

use anyhow::Result;
use serde_json::{Value, json};

use crate::Browser;

impl Browser {
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(command, parameters).await?)
    }

    /// Runs on every page from now on, before anything of its own does.
    pub async fn before_every_page(&self, script: &str) -> Result<()> {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        self.devtools(command, json!({ "source": script })).await?;
        Ok(())
    }

    pub async fn offline(&self, offline: bool) -> Result<()> {
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.devtools("Network.emulateNetworkConditions", conditions)
            .await?;
        Ok(())
    }

    /// What a page fetches from addresses that fit is out of reach; an empty list reaches all again.
    pub async fn out_of_reach(&self, patterns: &[&str]) -> Result<()> {
        self.devtools("Network.enable", json!({})).await?;
        let blocked = json!({ "urls": patterns });
        self.devtools("Network.setBlockedURLs", blocked).await?;
        Ok(())
    }

    /// The addresses behind and ahead of this page, oldest first, and where in them it is.
    pub async fn history(&self) -> Result<(Vec<String>, usize)> {
        let history = self
            .devtools("Page.getNavigationHistory", json!({}))
            .await?;
        let at = history.get("currentIndex").and_then(Value::as_u64);
        let entries = history.get("entries").and_then(Value::as_array);
        let urls = entries
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.get("url")?.as_str()?.to_owned()))
            .collect();
        Ok((urls, usize::try_from(at.unwrap_or_default())?))
    }

    /// What the window listens for.
    pub async fn listens_for(&self) -> Result<Vec<String>> {
        let window = json!({ "expression": "window" });
        let window = self.devtools("Runtime.evaluate", window).await?;
        let id = window.pointer("/result/objectId").cloned();
        let found = self
            .devtools("DOMDebugger.getEventListeners", json!({ "objectId": id }))
            .await?;
        let listeners = found.get("listeners").and_then(Value::as_array);
        Ok(listeners
            .into_iter()
            .flatten()
            .filter_map(|listener| Some(listener.get("type")?.as_str()?.to_owned()))
            .collect())
    }

    /// Every cookie, with what scripts cannot see of it.
    pub async fn cookies(&self) -> Result<Vec<Value>> {
        let found = self.devtools("Network.getAllCookies", json!({})).await?;
        let cookies = found.get("cookies").and_then(Value::as_array).cloned();
        Ok(cookies.unwrap_or_default())
    }
}
