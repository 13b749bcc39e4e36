//! The eleven dark patterns that RBI's Responsible Business Conduct directions name from
//! 1 January 2027 on (Second Amendment, Annex IIA), each looked for on every screen of the gallery
//! in both languages. A look that does not find the pattern where it was put on purpose fails too.

mod gathered;
mod lexicon;
mod look;
mod looks;
mod money;
mod patterns;
mod weighing;

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, bail};

use gathered::gathered;
pub use lexicon::amounts;
use patterns::{ALL, DECISIONS};

async fn none_of(name: &str) -> Result<()> {
    let pattern = ALL
        .iter()
        .find(|it| it.name == name)
        .context("no pattern")?;
    let gathered = gathered().await?;
    let mut flaws = Vec::new();
    let mut met = BTreeSet::new();
    for scene in &gathered.scenes {
        let found = (pattern.look)(scene);
        met.extend(found.met);
        for flaw in found.flaws {
            flaws.push(format!("{:?} {}: {flaw}", scene.language, scene.state));
        }
    }
    for wanted in pattern.meets.iter().filter(|wanted| !met.contains(*wanted)) {
        flaws.push(format!("nowhere was there {wanted}"));
    }
    for screen in DECISIONS {
        if !gathered.scenes.iter().any(|scene| scene.is_of(&[screen])) {
            flaws.push(format!("no screen `{screen}` was looked at"));
        }
    }
    let baited = gathered.baited.iter().filter(|(of, _)| *of == name);
    for (_, scene) in baited {
        let honest =
            |it: &&gathered::Scene| it.state == scene.state && it.language == scene.language;
        let before = gathered.scenes.iter().find(honest);
        let before = before
            .map(|it| (pattern.look)(it).flaws)
            .unwrap_or_default();
        let after = (pattern.look)(scene).flaws;
        if after.iter().all(|flaw| before.contains(flaw)) {
            flaws.push(format!(
                "{:?} {}: the bait is not seen",
                scene.language, scene.state
            ));
        }
    }
    if !flaws.is_empty() {
        bail!("{name}:\n{}", flaws.join("\n"));
    }
    Ok(())
}

#[tokio::test]
async fn no_false_urgency() -> Result<()> {
    none_of("false urgency").await
}

#[tokio::test]
async fn no_basket_sneaking() -> Result<()> {
    none_of("basket sneaking").await
}

#[tokio::test]
async fn no_confirm_shaming() -> Result<()> {
    none_of("confirm shaming").await
}

#[tokio::test]
async fn no_forced_action() -> Result<()> {
    none_of("forced action").await
}

#[tokio::test]
async fn no_subscription_trap() -> Result<()> {
    none_of("subscription trap").await
}

#[tokio::test]
async fn no_interface_interference() -> Result<()> {
    none_of("interface interference").await
}

#[tokio::test]
async fn no_bait_and_switch() -> Result<()> {
    none_of("bait and switch").await
}

#[tokio::test]
async fn no_drip_pricing() -> Result<()> {
    none_of("drip pricing").await
}

#[tokio::test]
async fn no_disguised_advertisement() -> Result<()> {
    none_of("disguised advertisement").await
}

#[tokio::test]
async fn no_nagging() -> Result<()> {
    none_of("nagging").await
}

#[tokio::test]
async fn no_trick_wording() -> Result<()> {
    none_of("trick wording").await
}
