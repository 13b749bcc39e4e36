//! What a browser can be asked about a page, beyond what a person sees.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::Browser;

/// One request as the browser sent it.
#[derive(Debug, Clone)]
pub struct Sent {
    pub method: String,
    pub url: String,
    /// The page it was made for.
    pub page: String,
    /// A page of its own: the borrower went there.
    pub navigates: bool,
    /// Names in lower case.
    pub headers: BTreeMap<String, String>,
    pub body: String,
    /// Seconds on a clock that only moves forward.
    pub at: f64,
}

impl Sent {
    fn read(event: &Value) -> Option<Self> {
        if event.get("method")?.as_str()? != "Network.requestWillBeSent" {
            return None;
        }
        let text = |path: &str| event.pointer(path).and_then(Value::as_str);
        let headers = event.pointer("/params/request/headers")?.as_object()?;
        Some(Self {
            method: text("/params/request/method")?.to_owned(),
            url: text("/params/request/url")?.to_owned(),
            page: text("/params/documentURL").unwrap_or_default().to_owned(),
            navigates: text("/params/type") == Some("Document"),
            headers: headers
                .iter()
                .filter_map(|(name, value)| {
                    Some((name.to_ascii_lowercase(), value.as_str()?.to_owned()))
                })
                .collect(),
            body: text("/params/request/postData")
                .unwrap_or_default()
                .to_owned(),
            at: event.pointer("/params/timestamp")?.as_f64()?,
        })
    }
}

impl Browser {
    /// All network requests since the last look.
    pub async fn sent(&self) -> Result<Vec<Sent>> {
        let log = self.driver.get_log("performance").await?;
        Ok(log
            .into_iter()
            .filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok())
            .filter_map(|message| Sent::read(message.get("message")?))
            .collect())
    }

    /// Addresses of all network requests since the last look, each behind its page's.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let sent = self.sent().await?;
        Ok(sent
            .into_iter()
            .map(|sent| format!("{} {}", sent.page, sent.url))
            .collect())
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
