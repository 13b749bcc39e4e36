use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement};

use crate::opening::profile;
use crate::{Driver, Language, Opening, Profile, eventually};

const PATIENCE: Duration = Duration::from_secs(45);

/// A Chromium with a profile of its own, which finds things as a person does: by heading, label,
/// and the words on a button.
#[derive(Debug)]
pub struct Browser {
    pub driver: WebDriver,
    profile: Profile,
    _process: Driver,
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver's own end is a call that blocks; its process is about to be killed.
        let _ = self.driver.clone().leak();
    }
}

/// A text as an `XPath` literal.
fn literal(text: &str) -> String {
    if text.contains('"') {
        format!("'{text}'")
    } else {
        format!("\"{text}\"")
    }
}

impl Browser {
    /// A phone of 360 by 740, or any other size.
    pub async fn open(language: Language, width: u32, height: u32) -> Result<Self> {
        let phone = Opening::phone(language);
        let opening = Opening {
            width,
            height,
            ..phone
        };
        Self::open_as(opening, profile()?).await
    }

    pub async fn open_as(opening: Opening, profile: Profile) -> Result<Self> {
        let process = Driver::start().await?;
        let caps = opening.capabilities(&profile)?;
        let driver = WebDriver::new(&process.url, caps).await?;
        Ok(Self {
            driver,
            profile,
            _process: process,
        })
    }

    /// As if the phone had run out of memory or power. What was on disk is there.
    pub fn kill(self) -> Profile {
        Profile::clone(&self.profile)
    }

    /// Ends the browser, not what it keeps.
    pub async fn put_away(self) -> Result<Profile> {
        let profile = Profile::clone(&self.profile);
        self.close().await?;
        Ok(profile)
    }

    pub async fn close(self) -> Result<()> {
        Ok(self.driver.clone().quit().await?)
    }

    pub async fn goto(&self, url: &str) -> Result<()> {
        Ok(self.driver.goto(url).await?)
    }

    /// What can be seen of what this `XPath` finds.
    async fn visible(&self, xpath: &str) -> Result<Option<WebElement>> {
        for element in self.driver.find_all(By::XPath(xpath)).await? {
            if element.is_displayed().await? {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    async fn wait_for(&self, what: &str, xpath: &str) -> Result<WebElement> {
        let found = eventually(what, PATIENCE, async || self.visible(xpath).await).await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => bail!(
                "{error}; on screen: {}",
                self.screen().await.unwrap_or_default()
            ),
        }
    }

    /// All that can be read now.
    pub async fn screen(&self) -> Result<String> {
        let url = self.driver.current_url().await?;
        let body = self.driver.find(By::Tag("body")).await?;
        Ok(format!("{url}\n{}", body.text().await?))
    }

    /// The page's one main heading.
    pub async fn h1(&self) -> Result<String> {
        let headings = self.driver.find_all(By::Tag("h1")).await?;
        match headings.as_slice() {
            [only] => Ok(only.text().await?.trim().to_owned()),
            others => bail!("{} main headings", others.len()),
        }
    }

    pub async fn heading(&self, text: &str) -> Result<()> {
        let xpath = format!("//h1[normalize-space(.)={}]", literal(text));
        self.wait_for(&format!("the heading `{text}`"), &xpath)
            .await?;
        Ok(())
    }

    /// Waits for any of the headings; says which one came.
    pub async fn one_heading_of(&self, texts: &[&str]) -> Result<String> {
        let found = eventually(
            &format!("one of the headings {texts:?}"),
            PATIENCE,
            async || {
                let h1 = self.h1().await?;
                Ok(texts.contains(&h1.as_str()).then_some(h1))
            },
        )
        .await;
        match found {
            Ok(h1) => Ok(h1),
            Err(error) => bail!(
                "{error}; on screen: {}",
                self.screen().await.unwrap_or_default()
            ),
        }
    }

    pub async fn sees(&self, text: &str) -> Result<()> {
        let xpath = format!("//body//*[contains(normalize-space(.),{})]", literal(text));
        self.wait_for(&format!("the text `{text}`"), &xpath).await?;
        Ok(())
    }

    pub async fn button(&self, text: &str) -> Result<WebElement> {
        let text_is = format!("contains(normalize-space(.),{})", literal(text));
        let xpath = format!("//button[{text_is}] | //a[{text_is}] | //summary[{text_is}]");
        self.wait_for(&format!("the button or link `{text}`"), &xpath)
            .await
    }

    /// Presses a button or follows a link.
    pub async fn press(&self, text: &str) -> Result<()> {
        let button = self.button(text).await?;
        button.scroll_into_view().await?;
        button
            .click()
            .await
            .with_context(|| format!("pressing `{text}`"))?;
        Ok(())
    }

    /// On a page of the sandbox's, in any language: the button for this decision.
    pub async fn provider_offers(&self, decision: &str) -> Result<WebElement> {
        let xpath = format!("//button[@value={}]", literal(decision));
        let button = self
            .wait_for(&format!("the way to {decision}"), &xpath)
            .await?;
        button.scroll_into_view().await?;
        Ok(button)
    }

    /// Presses a button inside the article that has these words in it.
    pub async fn press_within(&self, words: &str, text: &str) -> Result<()> {
        let (words, says) = (literal(words), literal(text));
        let xpath = format!(
            "//article[contains(normalize-space(.),{words})]\
             //*[self::a or self::button][contains(normalize-space(.),{says})]"
        );
        let button = self
            .wait_for(&format!("`{text}` beside {words}"), &xpath)
            .await?;
        button.scroll_into_view().await?;
        Ok(button.click().await?)
    }

    /// The field, radio button or box with this label.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        let text = literal(label);
        let xpath = format!(
            "//*[self::input or self::select or self::textarea]\
             [@id=//label[normalize-space(.)={text}]/@for \
              or ancestor::label[contains(normalize-space(.),{text})] \
              or @aria-label={text}]"
        );
        let found = eventually(&format!("the field `{label}`"), PATIENCE, async || {
            Ok(self
                .driver
                .find_all(By::XPath(&xpath))
                .await?
                .into_iter()
                .next())
        })
        .await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => bail!(
                "{error}; on screen: {}",
                self.screen().await.unwrap_or_default()
            ),
        }
    }

    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        // A list is typed into as well: the browser finds the entry.
        if field.tag_name().await? != "select" {
            field.clear().await?;
        }
        field.send_keys(text).await?;
        Ok(())
    }

    pub async fn value(&self, label: &str) -> Result<String> {
        Ok(self
            .field(label)
            .await?
            .prop("value")
            .await?
            .unwrap_or_default())
    }

    /// Ticks a box or chooses a radio button, by its label.
    pub async fn choose(&self, label: &str) -> Result<()> {
        let field = self.field(label).await?;
        if !field.is_selected().await? {
            self.script("arguments[0].click()", vec![field.to_json()?])
                .await?;
        }
        Ok(())
    }

    pub async fn is_chosen(&self, label: &str) -> Result<bool> {
        Ok(self.field(label).await?.is_selected().await?)
    }

    /// Chooses from a list.
    pub async fn select(&self, label: &str, option: &str) -> Result<()> {
        let list = self.field(label).await?;
        let xpath = format!("./option[normalize-space(.)={}]", literal(option));
        list.find(By::XPath(&xpath)).await?.click().await?;
        Ok(())
    }

    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    pub async fn screenshot(&self, path: &std::path::Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }
}
