use std::sync::Arc;

use anyhow::Result;
use serde_json::json;
use thirtyfour::{
    CapabilitiesHelper as _, ChromeCapabilities, ChromiumLikeCapabilities as _, DesiredCapabilities,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Hindi,
}

/// What a browser keeps on disk: cookies, storage, history.
pub type Profile = Arc<tempfile::TempDir>;

pub fn profile() -> Result<Profile> {
    Ok(Arc::new(tempfile::tempdir()?))
}

/// How a browser is started.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    pub language: Language,
    pub width: u32,
    pub height: u32,
    /// Keeps a page that was left as it was, for Back (bfcache).
    pub keeps_pages: bool,
}

impl Opening {
    /// A phone of 360 by 740.
    pub fn phone(language: Language) -> Self {
        Self {
            language,
            width: 360,
            height: 740,
            keeps_pages: true,
        }
    }

    pub(crate) fn capabilities(self, profile: &Profile) -> Result<ChromeCapabilities> {
        let Opening {
            language,
            width,
            height,
            ..
        } = self;
        let mut caps = DesiredCapabilities::chrome();
        if let Ok(chrome) = std::env::var("E2E_CHROME") {
            caps.set_binary(&chrome)?;
        }
        let data = format!("--user-data-dir={}", profile.path().display());
        let lang = match language {
            Language::English => "en-IN",
            Language::Hindi => "hi-IN",
        };
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            &format!("--accept-lang={lang}"),
            &data,
        ] {
            caps.add_arg(argument)?;
        }
        caps.add_experimental_option(
            "mobileEmulation",
            json!({ "deviceMetrics": {
                "width": width, "height": height, "pixelRatio": 1.0, "touch": width < 600,
            } }),
        )?;
        caps.add_experimental_option(
            "prefs",
            json!({ "intl.accept_languages": lang, "intl.selected_languages": lang }),
        )?;
        caps.set(
            "goog:loggingPrefs",
            json!({ "performance": "ALL", "browser": "ALL" }),
        )?;
        if !self.keeps_pages {
            caps.add_arg("--disable-features=BackForwardCache")?;
        }
        Ok(caps)
    }
}
