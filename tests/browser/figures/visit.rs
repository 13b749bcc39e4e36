//! A borrower with many offers, in front of a browser and without one at once.

use std::time::Duration;

use anyhow::{Context as _, Result};
use contract::app::JourneyView;
use contract::platform::offers::Offer;
use contract::platform::status::OfferCardStatus;
use end_to_end::{Borrower, Browser, Intent, World, eventually, everything};
use serde_json::json;

use super::sheet::Sheet;
use crate::text::{Words, fill};

const PAN: &str = "ABCPV1234E";

pub struct Visit<'a> {
    pub browser: &'a Browser,
    pub t: Words,
    /// Speaks to the same server under the same session.
    pub borrower: Borrower,
    pub view: JourneyView,
}

impl<'a> Visit<'a> {
    /// Somebody of this number, with as many offers as the market has lenders.
    pub async fn begin(
        world: &'a World,
        browser: &'a Browser,
        t: Words,
        mobile: &str,
        offers: usize,
    ) -> Result<Self> {
        let mut borrower = Borrower::signed_in(world, mobile).await?;
        let view = borrower.act(&Intent::start("PERSONAL_LOAN")).await?;
        let journey = view.journey.context("no journey")?.id;
        borrower
            .act(&Intent::save(journey, everything(false, PAN)))
            .await?;
        borrower.act(&Intent::submit(journey, false)).await?;
        let all_there = |view: &JourneyView| received(view).count() == offers;
        let view = borrower.view_until("all offers", all_there).await?;
        let cookie = borrower.cookie("__Host-Http-bs").context("no session")?;
        let cookie = json!({
            "name": "__Host-Http-bs", "value": cookie, "url": world.origin(), "path": "/",
            "secure": true, "httpOnly": true, "sameSite": "Strict",
        });
        browser.devtools("Network.setCookie", cookie).await?;
        browser.goto(&world.origin()).await?;
        browser.heading(t.offers.title).await?;
        Ok(Self {
            browser,
            t,
            borrower,
            view,
        })
    }

    pub fn offers(&self) -> impl Iterator<Item = &Offer> {
        received(&self.view)
    }

    /// The offer with its schedule, as the app is told of it.
    pub async fn in_full(&mut self, offer: &Offer) -> Result<Offer> {
        let path = format!("/api/view?offer={}", offer.offer_id);
        let view = self.borrower.get(&path).await?.view()?;
        view.offer.context("no offer")
    }

    /// As the app goes there itself, without loading it anew.
    async fn go(&self, address: &str) -> Result<()> {
        let go = "history.pushState(null, '', arguments[0]); \
                  dispatchEvent(new PopStateEvent('popstate'))";
        self.browser.script(go, vec![json!(address)]).await?;
        Ok(())
    }

    /// Waits for a page with this heading and a schedule of so many payments: a row of the list
    /// stands there until the whole offer has been read.
    async fn sheet(&self, heading: &str, payments: usize) -> Result<Sheet> {
        eventually(heading, Duration::from_secs(20), async || {
            let sheet = Sheet::of_page(self.browser).await?;
            let schedule = sheet.tables.last().map_or(0, Vec::len);
            let whole = sheet.heading == heading && schedule >= payments;
            Ok(whole.then_some(sheet))
        })
        .await
    }

    pub async fn offer_page(&self, offer: &Offer, payments: usize) -> Result<Sheet> {
        self.go(&format!("/?offer={}", offer.offer_id)).await?;
        let title = fill(self.t.offer.title, &[offer.lender_name.as_str()]);
        self.sheet(&title, payments).await
    }

    pub async fn kfs_page(&self, offer: &Offer, payments: usize) -> Result<Sheet> {
        self.go(&format!("/kfs?offer={}", offer.offer_id)).await?;
        let title = fill(self.t.kfs.title, &[offer.lender_name.as_str()]);
        self.sheet(&title, payments).await
    }

    /// The text of the statement on paper.
    pub async fn kfs_paper(&mut self, offer: &Offer, language: kfs::Language) -> Result<String> {
        let journey = self.view.journey.as_ref().context("no journey")?.id;
        let path = format!(
            "/api/journeys/{journey}/offers/{}/kfs.pdf?language={}",
            offer.offer_id,
            language.tag()
        );
        let request = self.borrower.signed_get(&path);
        let answer = request.send().await?.error_for_status()?;
        let paper = lopdf::Document::load_mem(&answer.bytes().await?)?;
        let pages: Vec<u32> = paper.get_pages().keys().copied().collect();
        Ok(paper.extract_text(&pages)?)
    }

    /// The lender's own statement.
    pub async fn lenders_own(&self, offer: &Offer) -> Result<String> {
        let link = offer.key_facts_statement_link.as_ref();
        let page = self.borrower.http().get(link.context("no link")?.as_str());
        Ok(page.send().await?.error_for_status()?.text().await?)
    }
}

fn received(view: &JourneyView) -> impl Iterator<Item = &Offer> {
    let offers = view.offers.iter().flatten();
    offers.filter(|offer| offer.status == OfferCardStatus::OfferReceived)
}
