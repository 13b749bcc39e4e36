//! `cargo xtask shots`: every screen on one sheet.

use anyhow::{Context, Result};
use clap::Args;

use crate::{
    command::{cargo, finish},
    repo::Repo,
    tools, web,
};

#[derive(Args)]
pub(crate) struct Options {
    /// As on a desk, 1280 px wide, into target/screens-wide.png
    #[arg(long)]
    wide: bool,
}

pub(crate) fn run(repo: &Repo, options: &Options) -> Result<()> {
    let web_tools = tools::web(repo, false)?;
    let browser = tools::browser(repo)?;
    web::build_gallery(repo, &web_tools)?;
    let (width, sheet) = if options.wide {
        ("1280", repo.wide_shots())
    } else {
        ("360", repo.root.join("docs/screens.png"))
    };
    let mut draw = cargo(&repo.root);
    draw.args(["run", "--quiet", "--package", "end-to-end"])
        .args(["--bin", "shots", "--", width])
        .arg(sheet)
        .env("E2E_GALLERY", repo.dist_gallery());
    browser.name_in(&mut draw);
    finish(&mut draw).context("the screens were not drawn")
}
