//! `docs/assumptions.md` keeps what the code's `ASSUMPTION(Gnn)` marks promise.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn repo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            out.push(path);
        }
    }
}

/// The numbers after each `mark` in a text.
fn numbers(text: &str, mark: &str) -> BTreeSet<u32> {
    let after = text.split(mark).skip(1);
    after
        .filter_map(|rest| {
            let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
            digits.parse().ok()
        })
        .collect()
}

#[test]
fn every_assumption_in_the_code_is_explained() {
    let mut files = Vec::new();
    for folder in [
        "src",
        "crates/contract/src",
        "crates/flow/src",
        "crates/lending/src",
    ]
    .into_iter()
    .chain(["crates/bff/src", "crates/sandbox/src"])
    {
        sources(&repo().join(folder), &mut files);
    }
    assert!(!files.is_empty());
    let mut marked = BTreeSet::new();
    for file in files {
        marked.extend(numbers(&fs::read_to_string(file).unwrap(), "ASSUMPTION(G"));
    }
    let explained = numbers(
        &fs::read_to_string(repo().join("docs/assumptions.md")).unwrap(),
        "\n- **G",
    );
    let missing: Vec<_> = marked.difference(&explained).collect();
    assert!(
        !marked.is_empty() && missing.is_empty(),
        "not explained: {missing:?}"
    );
}
