//! Whom to ask and whom to complain to: on every screen, in the same place and order.

use anyhow::{Context as _, Result, bail};
use end_to_end::{Language, Scenes};
use serde_json::Value;

use crate::walk::words;

/// What stands below or beside the screen, and whether it is the last thing in the page's frame.
const SIDE: &str = "\
const side = document.querySelectorAll('footer.side');
return [side.length, side.length === 1 && side[0].previousElementSibling === \
  document.querySelector('main') && !side[0].nextElementSibling, \
  side.length ? side[0].innerText : '', \
  [...document.querySelectorAll('footer.side a')].map(link => link.href).join(' ')]";

/// Of whoever runs the app, as `src/brand.rs` has it.
const PRIVACY: &str = "https://saralloans.example/privacy";

async fn stands_everywhere(language: Language) -> Result<()> {
    let h = &words(language).help;
    // The lender first, then this app, then the Reserve Bank after 30 days, and Sachet.
    let order = [
        h.side,
        h.side_complaints,
        h.lender_officer,
        h.officer,
        h.rbi,
        h.sachet,
    ];
    let links = [
        "tel:14448",
        "https://cms.rbi.org.in",
        "https://sachet.rbi.org.in",
        "/who",
        PRIVACY,
    ];
    let scenes = Scenes::open(language, 360).await?;
    let mut flawed = Vec::new();
    for state in &scenes.states {
        scenes.show(state).await?;
        let seen = scenes.browser.script(SIDE, vec![]).await?;
        let text = seen.pointer("/2").and_then(Value::as_str).context("text")?;
        let addresses = seen
            .pointer("/3")
            .and_then(Value::as_str)
            .context("links")?;
        let mut rest = text;
        let ordered = order.iter().all(|words| match rest.split_once(words) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        });
        let linked = links.iter().all(|link| addresses.contains(link));
        let placed = seen.pointer("/1") == Some(&Value::Bool(true));
        if !(ordered && linked && placed) {
            flawed.push(format!("{state}: {seen}"));
        }
    }
    let count = scenes.states.len();
    scenes.close().await?;
    if !flawed.is_empty() {
        bail!("{} of {count}:\n{}", flawed.len(), flawed.join("\n"));
    }
    Ok(())
}

#[tokio::test]
async fn help_and_complaints_stand_in_the_same_place_on_every_screen_in_english() -> Result<()> {
    stands_everywhere(Language::English).await
}

#[tokio::test]
async fn help_and_complaints_stand_in_the_same_place_on_every_screen_in_hindi() -> Result<()> {
    stands_everywhere(Language::Hindi).await
}

#[tokio::test]
async fn everybody_with_a_part_in_the_loan_is_named_with_a_way_to_reach_them() -> Result<()> {
    let t = words(Language::English);
    let scenes = Scenes::open(Language::English, 360).await?;
    scenes.show("page.who.lender").await?;
    let groups = "return [...document.querySelectorAll('main section.group')].map(group => \
                  [group.querySelector('h2').innerText, group.innerText, \
                   group.querySelectorAll('a[href]').length])";
    let groups = scenes.browser.script(groups, vec![]).await?;
    scenes.close().await?;
    let groups = groups.as_array().context("no groups")?;
    let named = |title: &str| {
        groups.iter().find(|group| {
            let heading = group.pointer("/0").and_then(Value::as_str);
            heading.is_some_and(|heading| heading.starts_with(title))
        })
    };
    for title in [
        t.who.app,
        t.who.lender,
        t.who.platform,
        t.who.aa,
        t.who.agent,
        t.who.overseer,
    ] {
        let group = named(title).with_context(|| format!("no {title}"))?;
        let links = group.pointer("/2").and_then(Value::as_u64);
        assert!(links > Some(0), "no way to reach: {group}");
    }
    // A name of its own, and not only what such a company is called.
    for title in [t.who.app, t.who.platform, t.who.aa] {
        let heading = named(title).and_then(|group| group.pointer("/0")?.as_str());
        let name = heading.and_then(|heading| heading.strip_prefix(title)?.strip_prefix(": "));
        assert!(name.is_some_and(|name| !name.is_empty()), "{heading:?}");
    }
    let says = |title: &str, words: &str| {
        let text = named(title).and_then(|group| group.pointer("/1")?.as_str());
        text.is_some_and(|text| text.contains(words))
    };
    assert!(says(t.who.lender, t.help.lender_officer));
    assert!(says(t.who.agent, t.who.agent_named));
    Ok(())
}

/// Where the links of a part of the page lead.
async fn links(scenes: &Scenes, scene: &str, part: &str) -> Result<Vec<String>> {
    scenes.show(scene).await?;
    let script = "return [...document.querySelectorAll(arguments[0] + ' a[href]')]\
                  .filter(it => it.checkVisibility()).map(it => it.href)";
    let found = scenes.browser.script(script, vec![part.into()]).await?;
    serde_json::from_value(found.clone()).with_context(|| found.to_string())
}

#[tokio::test]
async fn the_privacy_policy_is_there_before_any_data_are_given() -> Result<()> {
    let scenes = Scenes::open(Language::English, 360).await?;
    for scene in ["page.signedOut", "profile.consents"] {
        let found = links(&scenes, scene, "main").await?;
        assert!(found.iter().any(|it| it == PRIVACY), "{scene}: {found:?}");
    }
    scenes.close().await
}

#[tokio::test]
async fn the_page_leads_to_the_lenders_own_site() -> Result<()> {
    let scenes = Scenes::open(Language::English, 360).await?;
    for scene in ["offer", "leave.loanAgreement.first", "disbursed"] {
        let found = links(&scenes, scene, "footer").await?;
        let lenders = |it: &String| it.starts_with("https://") && it.ends_with(".example/help");
        assert!(found.iter().any(lenders), "{scene}: {found:?}");
    }
    scenes.close().await
}
