//! Notices are read, boxes ticked, and an offer is chosen.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use contract::app::ConsentKind;
use end_to_end::{Language, eventually};
use thirtyfour::By;

use super::Walk;

impl Walk<'_> {
    pub async fn check_and_send(&mut self) -> Result<()> {
        self.at(self.t.check.title, true).await?;
        self.browser.press(self.t.check.go_on).await?;
        self.at(self.t.consents.title, true).await?;
        for kind in ConsentKind::TO_SUBMIT {
            self.tick(kind).await?;
        }
        self.browser.press(self.t.consents.send).await
    }

    pub async fn take_first_offer(&mut self) -> Result<()> {
        self.at(self.t.offers.title, true).await?;
        self.browser.press(self.t.offers.look).await?;
        self.browser.sees(self.t.offer.receive).await?;
        let heading = self.browser.h1().await?;
        self.at(&heading, true).await?;
        self.open_statement().await?;
        self.tick(ConsentKind::Kfs).await?;
        self.browser.press(self.t.offer.choose).await
    }

    /// From an offer to its Key Facts Statement.
    pub async fn open_statement(&mut self) -> Result<()> {
        self.browser.press(self.t.offer.kfs).await?;
        self.browser.sees(self.t.kfs.decide).await?;
        let heading = self.browser.h1().await?;
        self.at(&heading, true).await
    }

    /// Ticks the box of a notice, which nobody has ticked before.
    pub async fn tick(&self, kind: ConsentKind) -> Result<()> {
        let label = self.agree(kind)?;
        if self.browser.is_chosen(label).await? {
            bail!("`{label}` was ticked for the borrower");
        }
        self.browser.choose(label).await
    }

    /// What stands beside the box of a notice.
    pub fn agree(&self, kind: ConsentKind) -> Result<&'static str> {
        let language = if self.t.common.go_on.is_ascii() {
            Language::English
        } else {
            Language::Hindi
        };
        Self::agreement(language, kind)
    }

    pub fn agreement(language: Language, kind: ConsentKind) -> Result<&'static str> {
        let tag = match language {
            Language::English => "en",
            Language::Hindi => "hi",
        };
        let text = notices::text(tag).context("no notices in this language")?;
        let notice = text.notices.iter().find(|notice| notice.kind == kind);
        Ok(notice.context("no such notice")?.agree.as_str())
    }

    /// Ticks the notice before the door to an Account Aggregator, unless that was done before.
    pub async fn agree_to_statements(&self) -> Result<()> {
        let asked = By::Css("#consent-aa, main p a[href='/data']");
        let patience = Duration::from_secs(20);
        let found = eventually("the notice", patience, async || {
            Ok(self.browser.driver.find_all(asked.clone()).await?.pop())
        })
        .await?;
        if found.tag_name().await? == "input" && !found.is_selected().await? {
            self.tick(ConsentKind::Aa).await?;
        }
        Ok(())
    }
}
