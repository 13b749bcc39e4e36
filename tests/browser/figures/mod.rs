//! One offer has one set of figures, wherever a borrower reads them.

mod agree;
mod malformed;
mod sheet;
mod statement;
mod truth;
mod visit;

use std::collections::BTreeSet;
use std::io::Write as _;

use anyhow::{Context as _, Result};
use end_to_end::{Browser, Language, Options, World};
use serde_json::json;

use self::agree::{amounts, notices_a_change, on_card, on_offer_page};
use self::sheet::Sheet;
use self::statement::on_statement;
use self::truth::Truth;
use self::visit::Visit;
use crate::walk::words;

const LENDERS: usize = 25;
const MARKETS: usize = 8;

fn quiet() -> Options {
    Options {
        limits: false,
        ..Options::default()
    }
}

/// Card, offer page, statement, paper and schedule of every offer of one market.
async fn hold_together(world: &World, browser: &Browser, seed: usize) -> Result<usize> {
    let (shown, written) = match seed % 2 {
        0 => (Language::English, kfs::Language::English),
        _ => (Language::Hindi, kfs::Language::Hindi),
    };
    let market = json!({ "seed": seed, "count": LENDERS });
    world.tell("market", &market).await?;
    let t = words(shown);
    let mobile = format!("90000100{seed:02}");
    let mut visit = Visit::begin(world, browser, t, &mobile, LENDERS).await?;
    let cards = Sheet::of_cards(browser).await?;
    let offers: Vec<_> = visit.offers().cloned().collect();
    for offer in &offers {
        let name = offer.lender_name.as_str();
        let truth = Truth::read(&visit.lenders_own(offer).await?, written)?;
        let card = cards.iter().find(|card| card.heading == name);
        let agreed = async {
            let card = card.context("no card")?;
            on_card(t, &truth, card)?;
            let payments = truth.payments.len();
            let page = visit.offer_page(offer, payments).await?;
            on_offer_page(t, &truth, &page)?;
            let statement = visit.kfs_page(offer, payments).await?;
            on_statement(t, &truth, &statement)?;
            let paper = visit.kfs_paper(offer, written).await?;
            let shown = amounts(statement.figures.iter().map(String::as_str));
            let printed = amounts(paper.lines());
            anyhow::ensure!(
                shown == printed,
                "on screen {shown:?}, on paper {printed:?}"
            );
            notices_a_change(card, |card| on_card(t, &truth, card))?;
            notices_a_change(&page, |page| on_offer_page(t, &truth, page))?;
            notices_a_change(&statement, |statement| on_statement(t, &truth, statement))
        };
        let agreed = agreed.await;
        agreed.with_context(|| format!("{name}, seed {seed}: {:?}", truth.facts))?;
    }
    Ok(offers.len())
}

#[tokio::test]
async fn two_hundred_offers_have_the_same_figures_on_card_page_statement_paper_and_schedule()
-> Result<()> {
    let world = World::start(quiet()).await?;
    let mut checked = 0;
    for seed in 0..MARKETS {
        let language = match seed % 2 {
            0 => Language::English,
            _ => Language::Hindi,
        };
        let browser = Browser::open(language, 360, 740).await?;
        checked += hold_together(&world, &browser, seed).await?;
        browser.close().await?;
    }
    assert_eq!(checked, LENDERS * MARKETS);
    writeln!(std::io::stderr(), "{checked} offers agree in five places")?;
    Ok(())
}

/// Eight lenders, each figure of whom comes in every way that it should not.
async fn shown_as_it_came(shown: Language, written: kfs::Language) -> Result<()> {
    const WRITINGS: usize = 8;
    let world = World::start(quiet()).await?;
    let market = json!({ "seed": 1, "count": WRITINGS, "malformed": true });
    world.tell("market", &market).await?;
    let browser = Browser::open(shown, 360, 740).await?;
    let t = words(shown);
    let mut visit = Visit::begin(&world, &browser, t, "9000020001", WRITINGS).await?;
    let cards = Sheet::of_cards(&browser).await?;
    let offers: Vec<_> = visit.offers().cloned().collect();
    let mut ways = BTreeSet::new();
    for row in &offers {
        let name = row.lender_name.as_str();
        let offer = &visit.in_full(row).await?;
        ways.insert(
            offer
                .annual_percentage_rate
                .clone()
                .map(|apr| apr.to_string()),
        );
        let payments = offer.installments.len();
        let card = cards.iter().find(|card| card.heading == name);
        let held = async {
            malformed::on_card(t, offer, card.context("no card")?)?;
            malformed::on_offer_page(t, offer, &visit.offer_page(offer, payments).await?)?;
            let statement = visit.kfs_page(offer, payments).await?;
            malformed::on_statement(t, offer, &statement)?;
            let paper = visit.kfs_paper(offer, written).await?;
            let (shown, printed) = (
                amounts(statement.figures.iter().map(String::as_str)),
                amounts(paper.lines()),
            );
            anyhow::ensure!(
                shown == printed,
                "on screen {shown:?}, on paper {printed:?}"
            );
            anyhow::Ok(())
        };
        held.await.with_context(|| name.to_owned())?;
    }
    assert_eq!(ways.len(), WRITINGS, "{ways:?}");
    let errors = browser.console_errors().await?;
    assert_eq!(errors, Vec::<String>::new());
    browser.close().await
}

#[tokio::test]
async fn malformed_figures_are_shown_as_they_came_and_flagged_in_english() -> Result<()> {
    shown_as_it_came(Language::English, kfs::Language::English).await
}

#[tokio::test]
async fn malformed_figures_are_shown_as_they_came_and_flagged_in_hindi() -> Result<()> {
    shown_as_it_came(Language::Hindi, kfs::Language::Hindi).await
}
