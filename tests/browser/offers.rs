//! Offers: in the borrower's order, side by side, beside what was asked for.

use anyhow::{Context as _, Result};
use end_to_end::{Browser, Language, Options, World};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::text::fill;
use crate::walk::Walk;

/// As narrow as a screen gets.
const NARROW: u32 = 320;

async fn before_offers<'a>(world: &'a World, language: Language, name: &str) -> Result<Walk<'a>> {
    let browser = Browser::open(language, NARROW, 640).await?;
    let mut walk = Walk::with(world, browser, language).thorough();
    walk.apply(name).await?;
    walk.at(walk.t.offers.title, true).await?;
    Ok(walk)
}

async fn all(walk: &Walk<'_>, css: &str) -> Result<Vec<String>> {
    let read = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
    let found = walk.browser.script(read, vec![css.into()]).await?;
    let texts = found.as_array().context("a list")?;
    Ok(texts
        .iter()
        .map(|text| text.as_str().unwrap_or_default().replace('\n', " "))
        .collect())
}

async fn lenders(walk: &Walk<'_>) -> Result<Vec<String>> {
    all(walk, "article h2").await
}

/// Nothing is wider than the screen, and nothing is cut off by what it stands in.
async fn fits(walk: &Walk<'_>) -> Result<()> {
    let wide = "return [document.documentElement.scrollWidth <= innerWidth, \
        [...document.querySelectorAll('main *')] \
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') \
        .map(e => e.className)]";
    let found = walk.browser.script(wide, vec![]).await?;
    assert_eq!(found.pointer("/0"), Some(&json!(true)), "scrolls sideways");
    let cut: Vec<&Value> = found
        .pointer("/1")
        .and_then(Value::as_array)
        .context("a list")?
        .iter()
        .filter(|class| !class.as_str().unwrap_or_default().contains("unseen"))
        .collect();
    assert_eq!(cut, Vec::<&Value>::new());
    Ok(())
}

/// Each amount stands on one line, and none touches the one beside it.
async fn figures_are_whole(walk: &Walk<'_>) -> Result<()> {
    let broken = "const box = e => { const r = document.createRange(); r.selectNode(e); return r; }; \
        const text = c => [...c.childNodes].find(n => n.nodeType === 3 && n.data.includes('₹')); \
        return [...document.querySelectorAll('tbody td')].filter(text).filter(c => { \
          const r = box(text(c)), next = c.nextElementSibling; \
          return r.getClientRects().length !== 1 || (next && \
            next.getBoundingClientRect().left > c.getBoundingClientRect().left && \
            r.getBoundingClientRect().right > next.getBoundingClientRect().left); \
        }).map(c => c.textContent)";
    let found = walk.browser.script(broken, vec![]).await?;
    assert_eq!(found, json!([]), "broken figures");
    let amounts = all(walk, "tbody td").await?;
    assert!(amounts.iter().any(|text| text.starts_with('₹')));
    Ok(())
}

async fn pick(walk: &Walk<'_>, names: &[String]) -> Result<()> {
    for name in names {
        let label = format!("{} : {name}", walk.t.compare.pick);
        let label = label.replace(" :", ":");
        if walk.browser.is_chosen(&label).await? {
            anyhow::bail!("{name} was picked for the borrower");
        }
        walk.browser.choose(&label).await?;
    }
    Ok(())
}

#[tokio::test]
async fn two_offers_stand_side_by_side_at_320_px_with_the_figures_of_their_cards() -> Result<()> {
    for language in [Language::English, Language::Hindi] {
        let world = World::start(Options::default()).await?;
        let mut walk = before_offers(&world, language, "Asha Verma").await?;
        let t = walk.t;
        fits(&walk).await?;
        let names = lenders(&walk).await?;
        assert_eq!(names.len(), 2, "{names:?}");
        let cards = all(&walk, "article dd").await?;
        pick(&walk, &names).await?;
        walk.browser.press(&(t.compare.go)(2)).await?;
        walk.at(t.compare.title, true).await?;
        fits(&walk).await?;
        figures_are_whole(&walk).await?;
        assert_eq!(all(&walk, "thead th").await?[1..], names[..]);

        let labels = all(&walk, "tbody th").await?;
        let cells = all(&walk, "tbody td").await?;
        assert_eq!(cells.len(), 2 * labels.len());
        let rows = cards.len() / 2;
        for (at, label) in [
            t.offers.apr,
            t.offers.receive,
            t.offers.repay,
            t.offers.cost,
        ]
        .iter()
        .enumerate()
        {
            let row = labels.iter().position(|it| it == label).context("a row")?;
            let beside = [&cells[2 * row], &cells[2 * row + 1]];
            assert_eq!(beside, [&cards[at], &cards[rows + at]], "{label}");
        }

        walk.browser.press(t.offer.back).await?;
        walk.browser.heading(t.offers.title).await?;
        let label = format!("{}: {}", t.compare.pick, names[0]);
        assert!(walk.browser.is_chosen(&label).await?, "forgotten");
        walk.browser.close().await?;
    }
    Ok(())
}

async fn close(walk: Walk<'_>) -> Result<()> {
    walk.browser.close().await
}

#[tokio::test]
async fn three_offers_fit_beside_each_other_at_320_px_and_a_fourth_is_told_not_to() -> Result<()> {
    for language in [Language::English, Language::Hindi] {
        let world = World::start(Options::default()).await?;
        world
            .tell(
                "market",
                &json!({ "seed": 7, "count": 6, "malformed": false }),
            )
            .await?;
        let mut walk = before_offers(&world, language, "Asha Verma").await?;
        let t = walk.t;
        let four = "article + article + article + article";
        world_has(&walk, four).await?;
        let names = lenders(&walk).await?;
        pick(&walk, &names[..1]).await?;
        walk.browser.sees(t.compare.more).await?;
        pick(&walk, &names[1..4]).await?;
        // Said at the fourth card alone, whose box stays empty; the way for the three stays.
        let told = "return [...document.querySelectorAll('article')]
            .filter(it => it.innerText.includes(arguments[0]))
            .map(it => it.querySelector('h2').innerText)";
        let told = walk
            .browser
            .script(told, vec![json!(t.compare.too_many)])
            .await?;
        assert_eq!(told, json!([names[3]]));
        let label = |name: &str| format!("{}: {name}", t.compare.pick);
        assert!(!walk.browser.is_chosen(&label(&names[3])).await?);
        walk.browser.sees(&(t.compare.go)(3)).await?;
        let click = "arguments[0].click()";
        for name in [&names[1], &names[3]] {
            let field = walk.browser.field(&label(name)).await?;
            walk.browser.script(click, vec![field.to_json()?]).await?;
        }
        walk.browser.press(&(t.compare.go)(3)).await?;
        walk.at(t.compare.title, true).await?;
        fits(&walk).await?;
        figures_are_whole(&walk).await?;
        let heads = all(&walk, "thead th").await?;
        assert_eq!(
            heads[1..],
            [&names[0], &names[2], &names[3]].map(String::clone)
        );
        close(walk).await?;
    }
    Ok(())
}

async fn world_has(walk: &Walk<'_>, css: &str) -> Result<()> {
    walk.browser.driver.query(By::Css(css)).first().await?;
    Ok(())
}

#[tokio::test]
async fn offers_keep_the_order_that_the_borrower_chose_and_say_what_was_asked_for() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = before_offers(&world, Language::English, "Asha Verma").await?;
    let t = walk.t;
    let asked = fill(t.offers.asked, &["₹2,50,000", "24 months"]);
    walk.browser.sees(&asked).await?;
    let by_apr = lenders(&walk).await?;
    walk.browser
        .select(t.offers.order, t.offers.order_tenor)
        .await?;
    let by_term = lenders(&walk).await?;
    assert_ne!(by_apr, by_term, "nothing to tell the orders apart by");
    walk.browser.driver.refresh().await?;
    walk.at(t.offers.title, false).await?;
    world_has(&walk, "article + article").await?;
    assert_eq!(lenders(&walk).await?, by_term);
    assert_eq!(walk.browser.value(t.offers.order).await?, "tenor");
    close(walk).await
}
