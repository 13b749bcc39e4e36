//! `shots WIDTH SHEET`: every scene of the gallery in both languages, on one picture.
//! `cargo xtask shots` runs it.

mod palette;
mod sheet;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use end_to_end::{Browser, Language, Scenes};
use serde_json::{Value, json};

use sheet::{Picture, Sheet};

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let width: u32 = arguments.next().context("a width")?.parse()?;
    let out = PathBuf::from(arguments.next().context("where to write")?);
    let folder = tempfile::tempdir()?;
    let (english, hindi) = tokio::try_join!(
        shoot(Language::English, width, folder.path()),
        shoot(Language::Hindi, width, folder.path()),
    )?;
    let pictures = english.len() + hindi.len();
    let sheet = Sheet::new(width, english.into_iter().zip(hindi));
    sheet.write(folder.path(), &out).await?;
    let bytes = std::fs::metadata(&out)?.len();
    writeln!(
        std::io::stdout(),
        "{pictures} pictures in {}, {} kB",
        out.display(),
        bytes.div_ceil(1_000)
    )?;
    Ok(())
}

async fn shoot(language: Language, width: u32, folder: &Path) -> Result<Vec<Picture>> {
    let scenes = Scenes::open(language, width).await?;
    let mut pictures = Vec::new();
    for (number, state) in scenes.states.iter().enumerate() {
        scenes.show(state).await?;
        let file = folder.join(format!("{language:?}-{number}.png"));
        let height = scenes.browser.script(HEIGHT, vec![]).await?;
        let area = json!({
            "x": 0, "y": 0, "width": width, "height": height, "scale": sheet::SCALE,
        });
        std::fs::write(&file, picture(&scenes.browser, area).await?)?;
        pictures.push(Picture {
            state: state.clone(),
            file,
        });
    }
    scenes.close().await?;
    Ok(pictures)
}

/// To the end of what is the screen's own: on a phone, help and complaints stand below it, the
/// same on every page.
const HEIGHT: &str = "\
scrollTo(0, 0);
const end = name => document.querySelector(name)?.getBoundingClientRect();
const main = end('main'), side = end('.side');
const beside = side && side.top < main.bottom;
return 16 + Math.ceil(beside ? Math.max(main.bottom, side.bottom) : main.bottom)";

/// A PNG of this part of the page.
async fn picture(browser: &Browser, area: Value) -> Result<Vec<u8>> {
    let parameters = json!({ "format": "png", "captureBeyondViewport": true, "clip": area });
    let answer = browser
        .devtools("Page.captureScreenshot", parameters)
        .await?;
    let data = answer.get("data").and_then(Value::as_str);
    Ok(STANDARD.decode(data.context("no picture")?)?)
}
