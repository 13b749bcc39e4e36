//! Papers that the browser itself fetches and keeps.

use std::time::Duration;

use anyhow::Result;
use end_to_end::{Language, Options, World, eventually};
use serde_json::json;

use crate::walk::Walk;

/// The files in this folder that have wholly arrived: their names and how they begin.
fn kept(folder: &std::path::Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut kept = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|kind| kind == "pdf") {
            let name = path.file_name().unwrap_or_default();
            let start = std::fs::read(&path)?.into_iter().take(5).collect();
            kept.push((name.to_string_lossy().into_owned(), start));
        }
    }
    Ok(kept)
}

#[tokio::test]
async fn a_statement_is_kept_by_one_tap_which_leaves_the_page_as_it_is() -> Result<()> {
    let world = World::start(Options::default()).await?;
    let mut walk = Walk::begin(&world, Language::Hindi).await?;
    walk.apply("Asha Verma").await?;
    walk.at(walk.t.offers.title, false).await?;
    walk.browser.press(walk.t.offers.look).await?;
    walk.browser.sees(walk.t.offer.receive).await?;
    walk.open_statement().await?;
    let heading = walk.browser.h1().await?;

    let folder = tempfile::tempdir()?;
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder.path() });
    walk.browser
        .devtools("Browser.setDownloadBehavior", behaviour)
        .await?;
    walk.browser.press(walk.t.kfs.pdf).await?;
    let files = eventually("a file", Duration::from_secs(20), async || {
        let files = kept(folder.path())?;
        Ok((!files.is_empty()).then_some(files))
    })
    .await?;
    let [(name, start)] = files.as_slice() else {
        anyhow::bail!("{files:?}");
    };
    assert!(name.starts_with("key-facts-statement-"), "{name}");
    assert_eq!(start, b"%PDF-");
    assert_eq!(walk.browser.h1().await?, heading);

    // Nor is anybody left before an error when the server is away.
    world.kill_bff();
    walk.browser.press(walk.t.kfs.pdf).await?;
    let refused = "return fetch('/livez').then(() => false, () => true)";
    assert_eq!(walk.browser.script(refused, vec![]).await?, json!(true));
    assert_eq!(walk.browser.h1().await?, heading);
    assert_eq!(kept(folder.path())?.len(), 1);
    walk.browser.close().await
}
