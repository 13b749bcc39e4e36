//! What a browser can be asked about a page, beyond what a person sees.

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::Browser;

impl Browser {
    /// Addresses of all network requests since the last call.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let mut urls = Vec::new();
        for entry in self.driver.get_log("performance").await? {
            let Ok(message) = serde_json::from_str::<Value>(&entry.message) else {
                continue;
            };
            let event = message.get("message").cloned().unwrap_or_default();
            if event.get("method").and_then(Value::as_str) != Some("Network.requestWillBeSent") {
                continue;
            }
            let url = event.pointer("/params/request/url").and_then(Value::as_str);
            let document = event.pointer("/params/documentURL").and_then(Value::as_str);
            urls.extend(url.map(|url| format!("{} {url}", document.unwrap_or_default())));
        }
        Ok(urls)
    }

    /// Everything scripts can store, and the page itself.
    pub async fn storage_and_page(&self) -> Result<String> {
        let script = "return JSON.stringify([{...localStorage}, {...sessionStorage}, \
                      document.cookie, document.documentElement.outerHTML, location.href, \
                      JSON.stringify(history.state)])";
        let found = self.script(script, vec![]).await?;
        Ok(found.as_str().unwrap_or_default().to_owned())
    }

    /// Runs axe-core over the page; gives one line for each violation.
    pub async fn axe(&self) -> Result<Vec<String>> {
        let path = std::env::var("E2E_AXE").context("E2E_AXE: run by `cargo xtask test`")?;
        let source = std::fs::read_to_string(path)?;
        self.script(&format!("{source}; return null"), vec![])
            .await?;
        let run = "const done = arguments[arguments.length - 1]; \
                   axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'] }) \
                   .then(r => done(r.violations.map(v => v.id + ': ' + v.help + ' at ' + \
                   v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '))), \
                   e => done(['axe: ' + e]))";
        let found = self.driver.execute_async(run, vec![]).await?.json().clone();
        Ok(serde_json::from_value(found)?)
    }

    /// What the page reported as errors.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let log = self.driver.get_log("browser").await?;
        Ok(log
            .into_iter()
            .filter(|e| e.level == "SEVERE")
            .map(|e| e.message)
            .collect())
    }
}
