//! When the program itself does not come, breaks, or is replaced.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use contract::app::Party;
use end_to_end::{Browser, Options, World};
use serde_json::json;

use super::stage::before;

/// The page that is there when nothing else is.
async fn says_it_broke(b: &Browser) -> Result<()> {
    b.sees("Your application is safe").await?;
    let phone = b.button("1800 000 1234").await?;
    let number = phone.attr("href").await?;
    assert!(number.is_some_and(|number| number.starts_with("tel:")));
    let again = b.button("Reload").await?;
    assert!(again.is_clickable().await?);
    Ok(())
}

/// A program of one function, which traps.
const TRAP: &str = "const trap = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,\
    0,0,10,5,1,3,0,0,11]); const program = new WebAssembly.Instance(new WebAssembly.Module(trap)); \
    setTimeout(() => program.exports.f(), 0)";

#[tokio::test]
async fn r20_a_program_that_does_not_load_or_breaks_leaves_a_page_that_helps() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let walk = before(&world, "asha", Party::Kyc).await?;
    let (b, t) = (&walk.browser, walk.t);
    b.driver
        .cdp()
        .send_raw("Network.setCacheDisabled", json!({ "cacheDisabled": true }))
        .await?;
    for missing in ["*_bg.wasm", "*/borrower-web-*.js"] {
        b.out_of_reach(&[missing]).await?;
        b.driver.refresh().await?;
        says_it_broke(b).await?;
        b.out_of_reach(&[]).await?;
        b.press("Reload").await?;
        b.heading(t.leave.kyc.title).await?;
    }
    b.script(TRAP, vec![]).await?;
    says_it_broke(b).await?;
    b.press("Reload").await?;
    b.heading(t.leave.kyc.title).await?;
    walk.browser.close().await
}

/// A build under another hash: what a deployment puts in place.
fn build(dist: &Path, into: &Path, hash: &str) -> Result<()> {
    fs::create_dir_all(into)?;
    let names: Vec<_> = fs::read_dir(dist)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    let program = names.iter().find(|name| name.ends_with("_bg.wasm"));
    let old = program.and_then(|name| name.strip_suffix("_bg.wasm"));
    let old = old.context("no program")?;
    for name in &names {
        let file = dist.join(name);
        let to = into.join(name.replace(old, &format!("borrower-web-{hash}")));
        let kind = Path::new(name).extension().and_then(|kind| kind.to_str());
        if matches!(kind, Some("html" | "js")) {
            let text = fs::read_to_string(&file)?;
            fs::write(to, text.replace(old, &format!("borrower-web-{hash}")))?;
        } else if !matches!(kind, Some("br" | "gz")) {
            fs::copy(&file, to)?;
        }
    }
    Ok(())
}

fn remove(dist: &Path, hash: &str) -> Result<()> {
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path.to_string_lossy().contains(hash) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// The folder the BFF serves.
fn served(world: &World) -> Result<PathBuf> {
    let text = fs::read_to_string(world.file("bff.toml"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("dist = "));
    Ok(PathBuf::from(line.context("no dist")?.trim_matches('"')))
}

async fn serve_instead(world: &World, old: &Path, new: &Path) -> Result<()> {
    let config = world.file("bff.toml");
    let text = fs::read_to_string(&config)?;
    let (old, new) = (old.display().to_string(), new.display().to_string());
    fs::write(config, text.replace(&old, &new))?;
    world.kill_bff();
    world.start_bff().await
}

/// The address of the program that runs in the page.
async fn runs(b: &Browser) -> Result<String> {
    let script = "return performance.getEntriesByType('resource').map(entry => entry.name)\
                  .find(name => name.endsWith('.wasm'))";
    let name = b.script(script, vec![]).await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn r21_a_new_version_in_the_middle_is_there_at_the_next_page() -> Result<()> {
    const OLD: &str = "1111111111111111";
    const NEW: &str = "2222222222222222";
    const NEXT: &str = "3333333333333333";
    let world = World::start(Options::default()).await?;
    let dist = world.file("dist");
    let first = served(&world)?;
    build(&first, &dist, OLD)?;
    serve_instead(&world, &first, &dist).await?;

    let mut walk = before(&world, "asha", Party::Kyc).await?;
    let t = walk.t;
    let b = &walk.browser;
    let old = runs(b).await?;
    assert!(old.contains(OLD), "{old}");

    // Beside the old one: who has the old page open goes on, and finds the new one on return.
    build(&first, &dist, NEW)?;
    b.press(t.leave.kyc.go).await?;
    b.press("Confirm my identity").await?;
    b.heading(t.bank.title).await?;
    let new = runs(b).await?;
    assert!(new.contains(NEW), "{new}");
    let kept = reqwest::get(&old).await?;
    assert_eq!(kept.status(), 200, "the old program is still served");
    let caching = kept.headers().get("cache-control").context("no caching")?;
    assert!(caching.to_str()?.contains("immutable"), "{caching:?}");

    // In its place: what is open works, what is gone is said to be gone, and a reload is enough.
    build(&first, &dist, NEXT)?;
    remove(&dist, OLD)?;
    remove(&dist, NEW)?;
    assert_eq!(reqwest::get(&old).await?.status(), 404);
    walk.give_account().await?;
    let b = &walk.browser;
    b.heading(t.leave.mandate.title).await?;
    b.driver.refresh().await?;
    b.heading(t.leave.mandate.title).await?;
    let next = runs(b).await?;
    assert!(next.contains(NEXT), "{next}");
    walk.browser.close().await
}
