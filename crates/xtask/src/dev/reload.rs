//! A page that reloads itself after every build, without leaving the app's own origin and policy.

use std::{fs, path::Path, time::SystemTime};

use anyhow::{Context, Result};

const SCRIPT: &str = include_str!("reload.js");
const TAG: &str = "<script src=\"/reload.js\" defer></script>";

/// Adds the script to the build in `dist`, and a new mark for it to notice.
pub(super) fn add_to(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("the build has no index.html")?;
    fs::write(index, with_tag(&page))?;
    fs::write(dist.join("reload.js"), SCRIPT)?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    fs::write(dist.join("build.txt"), now.as_millis().to_string())?;
    Ok(())
}

fn with_tag(page: &str) -> String {
    match page.split_once("</head>") {
        Some((head, rest)) => format!("{head}{TAG}</head>{rest}"),
        None => format!("{page}{TAG}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_goes_into_the_head_and_keeps_the_rest() {
        let page = with_tag("<html><head><title>x</title></head><body>y</body></html>");
        assert_eq!(
            page,
            format!("<html><head><title>x</title>{TAG}</head><body>y</body></html>")
        );
    }
}
