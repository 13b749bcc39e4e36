//! The Key Facts Statement: read whole, acknowledged, and only then is an offer chosen.

use anyhow::{Context as _, Result};
use contract::app::ConsentKind;
use end_to_end::{Borrower, Browser, Language, Options, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::walk::Walk;

async fn at_statement(world: &World, language: Language) -> Result<Walk<'_>> {
    let mut walk = Walk::begin(world, language).await?;
    walk.apply("Asha Verma").await?;
    walk.at(walk.t.offers.title, false).await?;
    walk.browser.press(walk.t.offers.look).await?;
    walk.browser.sees(walk.t.offer.receive).await?;
    walk.open_statement().await?;
    Ok(walk)
}

async fn read<T: serde::de::DeserializeOwned>(browser: &Browser, script: &str) -> Result<T> {
    read_with(browser, script, &[]).await
}

/// The script knows these words, in this order.
async fn read_with<T: serde::de::DeserializeOwned>(
    browser: &Browser,
    script: &str,
    words: &[&str],
) -> Result<T> {
    let words = words.iter().map(|it| json!(it)).collect();
    let found = browser.script(script, words).await?;
    serde_json::from_value(found.clone()).with_context(|| found.to_string())
}

const BUTTONS: &str = "return [...document.querySelectorAll('main button, main a')]\
    .map(it => it.innerText.trim())";

#[tokio::test]
async fn no_offer_is_chosen_before_its_statement_is_read_and_acknowledged() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::English).await?;
    let t = walk.t;
    walk.apply("Asha Verma").await?;
    walk.at(t.offers.title, false).await?;
    let on_cards: Vec<String> = read(&walk.browser, BUTTONS).await?;
    walk.browser.press(t.offers.look).await?;
    walk.browser.sees(t.offer.receive).await?;
    let on_offer: Vec<String> = read(&walk.browser, BUTTONS).await?;
    for label in on_cards.iter().chain(&on_offer) {
        assert_ne!(label, t.offer.choose);
    }
    walk.open_statement().await?;

    // Every part is on the page, open, and before the decision.
    let titles: Vec<String> = read(
        &walk.browser,
        "return [...document.querySelectorAll('main h2')].map(it => it.innerText.trim())",
    )
    .await?;
    let decide = titles.iter().position(|title| title == t.kfs.decide);
    let decide = decide.context("no decision")?;
    let parts: Vec<String> = read(
        &walk.browser,
        "return [...document.querySelectorAll('main nav a')].map(it => it.innerText.trim())",
    )
    .await?;
    assert_eq!(parts, titles[..decide], "{titles:?}");
    assert_eq!(
        parts.len(),
        5,
        "in short, Annex A 1 and 2, Annex B, Annex C"
    );
    // What is decided by stands on the first screen of a phone.
    let figures: Vec<(String, bool)> = read(
        &walk.browser,
        "scrollTo(0, 0); return [...document.querySelectorAll('#in-short ~ dl dd')]\
           .slice(0, 4).map(it => [it.innerText,\
           it.getBoundingClientRect().bottom <= innerHeight])",
    )
    .await?;
    let seen = figures
        .iter()
        .all(|(text, seen)| *seen && text.starts_with('₹'));
    assert!(figures.len() == 4 && seen, "{figures:?}");

    let label = walk.agree(ConsentKind::Kfs)?;
    assert!(!walk.browser.is_chosen(label).await?, "ticked beforehand");
    walk.browser.press(t.offer.choose).await?;
    walk.browser.sees(t.common.problem).await?;
    walk.browser.sees(t.kfs.tick).await?;
    let mut borrower = Borrower::signed_in(&world, "asha").await?;
    let view = borrower.view().await?;
    assert_eq!(view.journey.and_then(|it| it.selected_offer), None);

    walk.tick(ConsentKind::Kfs).await?;
    walk.browser.press(t.offer.choose).await?;
    walk.at(t.bank.amount_title, false).await?;
    let receipts = borrower.send(Method::GET, "/api/consents", &json!(null));
    let receipts = receipts.await?.json()?;
    let kinds: Vec<&str> = receipts
        .pointer("/items")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|receipt| receipt.get("kind")?.as_str())
        .collect();
    assert!(kinds.contains(&"kfs"), "{receipts}");
    walk.browser.close().await
}

#[tokio::test]
async fn choosing_and_turning_down_look_alike() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = at_statement(&world, Language::Hindi).await?;
    let looks: Vec<String> = read_with(
        &walk.browser,
        "const words = [...arguments];\
         return [...document.querySelectorAll('main button, main a')]\
           .filter(it => words.includes(it.innerText.trim())).map(it => {\
           const s = getComputedStyle(it);\
           return [s.backgroundColor, s.color, s.borderColor, s.borderWidth, s.fontSize,\
                   s.fontWeight, it.offsetHeight, it.offsetWidth].join(' ') })",
        &[walk.t.offer.choose, walk.t.parting.not_this],
    )
    .await?;
    let [choose, turn_down] = looks.as_slice() else {
        anyhow::bail!("{looks:?}");
    };
    assert_eq!(choose, turn_down);
    walk.browser.close().await
}

#[tokio::test]
async fn a_tick_does_not_outlive_the_words_it_was_given_to() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = at_statement(&world, Language::English).await?;
    walk.tick(ConsentKind::Kfs).await?;
    walk.browser.press("हिन्दी").await?;
    let hindi = Walk::agreement(Language::Hindi, ConsentKind::Kfs)?;
    assert!(!walk.browser.is_chosen(hindi).await?);
    walk.browser.driver.refresh().await?;
    assert!(!walk.browser.is_chosen(hindi).await?, "after a reload");
    walk.browser.close().await
}

/// The heights of a payment's two parts, from the first payment to the last.
/// A part is known by its colour, which the legend gives a name.
const BARS: &str = "const [title, principal, interest] = arguments;\
    const figure = [...document.querySelectorAll('figure')]\
      .find(it => it.querySelector('h3').innerText.trim() === title);\
    const fill = it => getComputedStyle(it).fill;\
    const named = label => fill([...figure.querySelectorAll('li')]\
      .find(it => it.innerText.trim() === label).querySelector('rect'));\
    const bars = [...[...figure.querySelectorAll('svg')].at(-1).querySelectorAll('rect')];\
    const of = label => bars.filter(it => fill(it) === named(label))\
      .map(it => Number(it.getAttribute('height')));\
    const above = of(interest);\
    return of(principal).map((height, at) => [height, above[at]])";

/// Principal and interest, as the rows of the schedule have them.
const ROWS: &str = "const rupees = it => Number(it.innerText.replace(/[^0-9.]/g, ''));\
    return [...document.querySelectorAll('#annex-c ~ table tbody tr')]\
    .filter(row => /^[0-9]+$/.test(row.cells[0].innerText.trim()))\
    .map(row => [...row.cells].slice(2, 5).map(rupees))";

#[tokio::test]
async fn the_drawings_show_what_the_table_below_them_says() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = at_statement(&world, Language::English).await?;
    let words = [
        walk.t.kfs.split,
        walk.t.offer.plan_principal,
        walk.t.offer.plan_interest,
    ];
    let bars: Vec<[f64; 2]> = read_with(&walk.browser, BARS, &words).await?;
    let rows: Vec<[f64; 3]> = read(&walk.browser, ROWS).await?;
    assert_eq!(bars.len(), rows.len());
    assert_eq!(rows.len(), 24);
    let most = rows.iter().map(|[_, p, i]| p + i).fold(0.0, f64::max);
    for ([principal, interest], row) in bars.iter().zip(&rows) {
        let [_, of_principal, of_interest] = row.map(|rupees| rupees * 120.0 / most);
        let near = |drawn: f64, meant: f64| (drawn - meant).abs() <= 1.0;
        assert!(near(*principal, of_principal), "{principal} {row:?}");
        assert!(near(*interest, of_interest), "{interest} {row:?}");
    }

    let path: String = read_with(
        &walk.browser,
        "return [...document.querySelectorAll('figure')]\
           .find(it => it.querySelector('h3').innerText.trim() === arguments[0])\
           .querySelector('path').getAttribute('d')",
        &[walk.t.kfs.balance],
    )
    .await?;
    // A step is drawn by its height and the place of its end.
    let steps: Vec<f64> = path
        .split('V')
        .skip(1)
        .filter_map(|step| step.split(['H', 'Z']).next()?.parse().ok())
        .collect();
    let lent = rows.first().context("no rows")?[0];
    let (ground, steps) = steps.split_last().context("no steps")?;
    assert_eq!(steps.len(), rows.len());
    for (step, [owed, ..]) in steps.iter().zip(&rows) {
        assert!(
            (120.0 - step - owed * 120.0 / lent).abs() <= 1.0,
            "{step} {owed}"
        );
    }
    assert!(
        (ground - 120.0).abs() < f64::EPSILON,
        "nothing is owed in the end"
    );
    walk.browser.close().await
}

#[tokio::test]
async fn the_statement_stays_to_be_read_once_its_offer_is_chosen() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = at_statement(&world, Language::English).await?;
    let t = walk.t;
    let heading = walk.browser.h1().await?;
    walk.tick(ConsentKind::Kfs).await?;
    walk.browser.press(t.offer.choose).await?;
    walk.finish().await?;
    walk.browser.press(t.leave.read_kfs).await?;
    walk.browser.heading(&heading).await?;
    walk.browser.sees(t.kfs.chosen).await?;
    let labels: Vec<String> = read(&walk.browser, BUTTONS).await?;
    assert!(!labels.iter().any(|label| label == t.offer.choose));
    // By its address alone, too.
    walk.browser.driver.refresh().await?;
    walk.browser.heading(&heading).await?;
    walk.browser.press(t.kfs.back_loan).await?;
    walk.browser.heading(t.done.paid_title).await?;
    walk.browser.close().await
}

#[tokio::test]
async fn the_statement_can_be_saved_from_its_page_in_the_language_that_is_read() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = at_statement(&world, Language::Hindi).await?;
    let link = walk.browser.button(walk.t.kfs.pdf).await?;
    let address = link.prop("href").await?.context("no address")?;
    assert!(address.ends_with("/kfs.pdf?language=hi"), "{address}");
    assert!(link.attr("download").await?.is_some(), "leaves the page");
    let script = "const done = arguments[1];\
        fetch(arguments[0]).then(async it => done([it.status, it.headers.get('content-type'),\
        (await it.text()).slice(0, 5)]), error => done([0, String(error), '']))";
    let answer = walk
        .browser
        .driver
        .execute_async(script, vec![json!(address)]);
    let answer = answer.await?.json().clone();
    assert_eq!(answer, json!([200, "application/pdf", "%PDF-"]));
    walk.browser.close().await
}

#[tokio::test]
async fn on_paper_the_whole_statement_stands_without_what_only_a_screen_needs() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = at_statement(&world, Language::English).await?;
    let print = json!({ "media": "print" });
    walk.browser
        .devtools("Emulation.setEmulatedMedia", print)
        .await?;
    let kept: Vec<(String, bool)> = read(
        &walk.browser,
        "const see = it => it.checkVisibility();\
         return ['main h1', 'main section dl', 'main section table', 'main figure svg']\
           .map(it => [it, [...document.querySelectorAll(it)].some(see)])",
    )
    .await?;
    assert!(kept.iter().all(|(_, seen)| *seen), "{kept:?}");
    let k = &walk.t.kfs;
    // Of each of these, how many there are and how many of them are seen.
    let dropped: Vec<(String, usize, usize)> = read_with(
        &walk.browser,
        "const all = [...document.querySelectorAll('h2, p, a, button')];\
         return [...arguments].map(words => {\
           const found = all.filter(it => it.textContent.includes(words));\
           return [words, found.length, found.filter(it => it.checkVisibility()).length] })",
        &[
            k.decide,
            k.contents,
            k.pdf,
            k.print,
            k.back_offer,
            "हिन्दी",
            walk.t.offer.choose,
        ],
    )
    .await?;
    let gone = |(_, there, seen): &(String, usize, usize)| *there > 0 && *seen == 0;
    assert!(dropped.iter().all(gone), "{dropped:?}");
    walk.browser.close().await
}
