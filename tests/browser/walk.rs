//! A borrower in front of a browser, and everything that is checked on the way.

mod agreeing;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use end_to_end::{Browser, Language, World};
use thirtyfour::By;

use crate::text::{Language as Spoken, Words};

/// One borrower, one browser, one language.
pub struct Walk<'a> {
    pub world: &'a World,
    pub browser: Browser,
    pub t: Words,
    /// Check every new screen: axe, reload, console.
    pub thorough: bool,
    /// Kill the server on every new screen, and while the borrower is away.
    pub deadly: bool,
    checked: BTreeSet<String>,
    requests: Vec<String>,
}

pub fn words(language: Language) -> Words {
    match language {
        Language::English => Spoken::English,
        Language::Hindi => Spoken::Hindi,
    }
    .words()
}

impl<'a> Walk<'a> {
    pub async fn begin(world: &'a World, language: Language) -> Result<Self> {
        let browser = Browser::open(language, 360, 740).await?;
        Ok(Self::with(world, browser, language))
    }

    pub fn with(world: &'a World, browser: Browser, language: Language) -> Self {
        Self {
            world,
            browser,
            t: words(language),
            thorough: false,
            deadly: false,
            checked: BTreeSet::new(),
            requests: Vec::new(),
        }
    }

    pub fn thorough(mut self) -> Self {
        self.thorough = true;
        self
    }

    pub fn deadly(mut self) -> Self {
        self.deadly = true;
        self
    }

    async fn restart(&self) -> Result<()> {
        self.world.kill_bff();
        self.world.start_bff().await
    }

    /// Waits for a screen by its heading. The first time it is met, it is held against axe and,
    /// where `stays`, reloaded: the same screen must come back.
    pub async fn at(&mut self, heading: &str, stays: bool) -> Result<()> {
        self.browser.heading(heading).await?;
        if self.deadly && self.checked.insert(heading.to_owned()) {
            self.restart().await?;
            self.browser.driver.refresh().await?;
            return self.browser.heading(heading).await.context("after a kill");
        }
        if !self.thorough || !self.checked.insert(heading.to_owned()) {
            return Ok(());
        }
        self.shoot(heading).await?;
        self.hold_to_axe(heading).await?;
        self.requests.extend(self.browser.requests().await?);
        if stays {
            self.browser.driver.refresh().await?;
            self.browser
                .heading(heading)
                .await
                .context("after a reload")?;
        }
        Ok(())
    }

    async fn hold_to_axe(&self, heading: &str) -> Result<()> {
        let found = self.browser.axe().await;
        // The page may have moved on while axe looked at it; the next heading is looked at too.
        if self.browser.h1().await.ok().as_deref() != Some(heading) {
            return Ok(());
        }
        let violations = found?;
        if !violations.is_empty() {
            bail!("axe on `{heading}`: {violations:#?}");
        }
        Ok(())
    }

    /// With `E2E_SHOTS=folder`, a picture of every screen.
    async fn shoot(&self, heading: &str) -> Result<()> {
        let Some(folder) = std::env::var_os("E2E_SHOTS") else {
            return Ok(());
        };
        let name: String = heading
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let tag = if self.t.common.go_on.is_ascii() {
            "en"
        } else {
            "hi"
        };
        let number = self.checked.len();
        let path = PathBuf::from(folder).join(format!("{tag}-{number:02}-{name}.png"));
        self.browser.screenshot(&path).await
    }

    /// How many screens were checked.
    pub fn screens(&self) -> usize {
        self.checked.len()
    }

    /// Every request so far, each with the page it was made for.
    pub async fn requests(&mut self) -> Result<&[String]> {
        self.requests.extend(self.browser.requests().await?);
        Ok(&self.requests)
    }

    pub async fn sign_in(&mut self, name: &str) -> Result<()> {
        self.open().await?;
        self.browser.press(self.t.start.sign_in).await?;
        self.as_borrower(name).await
    }

    /// Opens the app in this borrower's language, switching where the browser prefers another.
    pub async fn open(&mut self) -> Result<()> {
        self.browser.goto(&self.world.origin()).await?;
        let titles = [Spoken::English, Spoken::Hindi].map(|spoken| {
            let start = &spoken.words().start;
            [start.sign_in_title, start.ended_title]
        });
        let shown = self.browser.one_heading_of(titles.as_flattened()).await?;
        let ours = [self.t.start.sign_in_title, self.t.start.ended_title];
        if !ours.contains(&shown.as_str()) {
            let name = if self.t.common.go_on.is_ascii() {
                Spoken::English
            } else {
                Spoken::Hindi
            };
            self.browser.press(name.own_name()).await?;
        }
        let shown = self.browser.one_heading_of(&ours).await?;
        self.at(&shown, true).await
    }

    /// On the identity provider's page.
    pub async fn as_borrower(&self, name: &str) -> Result<()> {
        self.browser.press(&format!("Continue as {name}")).await
    }

    pub async fn start(&mut self) -> Result<()> {
        self.at(self.t.start.title, true).await?;
        self.browser.press(self.t.start.personal).await
    }

    /// Answers what the test borrowers' claims leave open.
    pub async fn fill_loan(&mut self) -> Result<()> {
        let p = &self.t.profile;
        self.at(p.loan_title, true).await?;
        self.browser.choose(p.purpose_travel).await?;
        self.browser.fill(p.amount, "2.5 lakh").await?;
        self.browser.fill(p.tenure, "24").await?;
        self.browser.press(self.t.common.go_on).await
    }

    /// From the first page to the lenders.
    pub async fn apply(&mut self, name: &str) -> Result<()> {
        self.sign_in(name).await?;
        self.start().await?;
        self.fill_loan().await?;
        self.check_and_send().await
    }

    /// From the first page to the identity check.
    pub async fn as_far_as_identity(&mut self, name: &str) -> Result<()> {
        self.apply(name).await?;
        self.take_first_offer().await?;
        self.keep_the_amount().await?;
        self.at(self.t.leave.kyc.title, true).await
    }

    pub async fn keep_the_amount(&mut self) -> Result<()> {
        self.at(self.t.bank.amount_title, true).await?;
        self.browser.press(self.t.bank.amount_go).await
    }

    /// Leaves for a provider, decides there, and is back.
    pub async fn visit(&mut self, title: &str, go: &str, decide: &str) -> Result<()> {
        self.at(title, true).await?;
        if title == self.t.leave.aa.title {
            self.agree_to_statements().await?;
        }
        self.browser.press(go).await?;
        self.browser.provider_offers("leave").await?;
        if self.deadly {
            self.restart().await?;
        }
        self.decide(decide).await
    }

    /// On a provider's page, which greets everybody in the language of the browser.
    pub async fn decide(&self, decide: &str) -> Result<()> {
        let choice = match decide {
            "Decline" => "decline",
            "Go back without deciding" => "leave",
            _ => "approve",
        };
        let button = self.browser.provider_offers(choice).await?;
        Ok(button.click().await?)
    }

    pub async fn share_statements(&mut self) -> Result<()> {
        let door = &self.t.leave.aa;
        self.visit(door.title, door.go, "Approve").await
    }

    pub async fn give_account(&mut self) -> Result<()> {
        let b = &self.t.bank;
        self.at(b.title, true).await?;
        self.browser.fill(b.holder, "Asha Verma").await?;
        self.uncover_account().await?;
        self.browser.fill(b.account, "1234 5678 9012").await?;
        self.browser.fill(b.ifsc, "hdfc0001234").await?;
        self.browser.choose(b.saving).await?;
        self.browser.press(b.go).await
    }

    /// An account that is known already is covered.
    pub async fn uncover_account(&self) -> Result<()> {
        let account = self.browser.driver.find(By::Id("accountNumber")).await?;
        if account.tag_name().await? == "button" {
            account.click().await?;
        }
        Ok(())
    }

    /// From the amount to the money.
    pub async fn finish(&mut self) -> Result<()> {
        self.keep_the_amount().await?;
        let leave = &self.t.leave;
        self.visit(leave.kyc.title, leave.kyc.go, "Confirm my identity")
            .await?;
        self.give_account().await?;
        self.visit(leave.mandate.title, leave.mandate.go, "Allow")
            .await?;
        self.visit(leave.agreement.title, leave.agreement.go, "Sign")
            .await?;
        self.at(self.t.done.paid_title, true).await
    }

    /// Nothing but the app's own server was asked for anything while the app was on screen.
    pub async fn no_stranger_was_asked(&mut self) -> Result<usize> {
        let origin = self.world.origin();
        let requests = self.requests().await?;
        if requests.is_empty() {
            bail!("the browser logged no request");
        }
        let ours: Vec<_> = requests
            .iter()
            .filter_map(|line| line.split_once(' '))
            .filter(|(page, _)| page.starts_with(&origin))
            .collect();
        for (page, url) in &ours {
            let own = url.starts_with(&origin) || url.starts_with("data:");
            // Leaving for a provider is a navigation: its page is its own document.
            if !own {
                bail!("{page} asked {url}");
            }
        }
        if ours.is_empty() {
            bail!("none of {} requests was the app's", requests.len());
        }
        Ok(ours.len())
    }
}
