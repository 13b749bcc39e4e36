//! `cargo xtask rules`: each lending rule, where it comes from, and the test that holds us to it.

mod book;
mod page;
mod proof;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use self::book::Book;
use crate::{repo::Repo, say::say};

const COMMAND: &str = "cargo xtask rules";

fn data(repo: &Repo) -> PathBuf {
    repo.root.join("docs/lending-rules.toml")
}

fn written(repo: &Repo) -> PathBuf {
    repo.root.join("docs/lending-rules.md")
}

fn read(repo: &Repo) -> Result<Book> {
    let path = data(repo);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    toml::from_str(&text).with_context(|| path.display().to_string())
}

/// Writes the page anew, if every rule is proved.
pub(crate) fn run(repo: &Repo) -> Result<()> {
    let book = read(repo)?;
    let flaws = flaws(repo, &book);
    fs::write(written(repo), page::page(&book))?;
    say!("{} rules in {}", book.rules.len(), written(repo).display());
    if !flaws.is_empty() {
        bail!("{}", flaws.join("\n"));
    }
    Ok(())
}

/// What keeps the list from being one that a compliance officer can go by.
fn flaws(repo: &Repo, book: &Book) -> Vec<String> {
    let mut flaws = book.flaws();
    for rule in &book.rules {
        for test in &rule.tests {
            if let Err(why) = proof::stands(&repo.root, test) {
                flaws.push(format!("{}: {test}: {why:#}", rule.id));
            }
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lending_rule_has_a_test_that_runs() {
        let repo = Repo::find().unwrap();
        let flaws = flaws(&repo, &read(&repo).unwrap());
        assert!(flaws.is_empty(), "{}", flaws.join("\n"));
    }

    #[test]
    fn the_page_of_rules_says_what_the_data_say() {
        let repo = Repo::find().unwrap();
        let page = fs::read_to_string(written(&repo)).unwrap();
        assert!(
            page == page::page(&read(&repo).unwrap()),
            "docs/lending-rules.md is stale: {COMMAND}"
        );
    }
}
