//! What a test may do to the world outside, and what it can learn of it.

use std::sync::atomic::Ordering;

use anyhow::Result;
use serde_json::{Value, json};

use crate::World;

impl World {
    pub async fn control(&self, path: &str) -> Result<Value> {
        let url = format!("{}/control/{path}", self.sandbox_origin());
        Ok(self
            .http
            .get(url)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?)
    }

    pub async fn tell(&self, path: &str, body: &Value) -> Result<()> {
        let url = format!("{}/control/{path}", self.sandbox_origin());
        self.http
            .post(url)
            .json(body)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    /// How far the sandbox's clock is from the real one, in milliseconds.
    pub fn off_ms(&self) -> i64 {
        self.off_ms.load(Ordering::Relaxed)
    }

    pub async fn move_time(&self, seconds: u64) -> Result<()> {
        let by = i64::try_from(seconds * 1_000)?;
        self.off_ms.fetch_add(by, Ordering::Relaxed);
        self.tell("time", &json!({ "seconds": seconds })).await
    }

    pub async fn faults(&self, faults: &Value) -> Result<()> {
        self.tell("faults", faults).await
    }

    /// The platform's record of what it was asked.
    pub async fn calls(&self) -> Result<Vec<Value>> {
        let calls = self.control("calls").await?;
        let list = calls.as_array().cloned();
        Ok(list
            .or_else(|| calls.get("items")?.as_array().cloned())
            .unwrap_or_default())
    }
}
