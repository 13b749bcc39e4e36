//! What a first visit fetches: `index.html` and every file it leads to.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::compress::{beside, files};

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Below `dist/`, with `/` between folders.
    pub(crate) name: String,
    pub(crate) raw: u64,
    /// As sent to a browser that reads brotli.
    pub(crate) sent: u64,
    pub(crate) first_load: bool,
}

/// Every file of `dist`, the first load first, the heaviest of each kind first.
pub(crate) fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let all = files(dist)?;
    let first = reached(dist, &all)?;
    let mut weights = Vec::new();
    for path in all {
        let raw = size(&path)?;
        let packed = beside(&path, "br");
        weights.push(Weight {
            name: name(dist, &path),
            raw,
            sent: if packed.exists() { size(&packed)? } else { raw },
            first_load: first.contains(&path),
        });
    }
    weights.sort_by_key(|one| (!one.first_load, std::cmp::Reverse(one.sent)));
    Ok(weights)
}

/// Follows mentions of file names from `index.html` on, through scripts and styles.
fn reached(dist: &Path, all: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found = vec![dist.join("index.html")];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        next += 1;
        if !speaks_of_files(&path) {
            continue;
        }
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for other in all {
            if !found.contains(other) && text.contains(&name(dist, other)) {
                found.push(other.clone());
            }
        }
    }
    Ok(found)
}

fn speaks_of_files(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == "html" || ending == "js" || ending == "css")
}

fn name(dist: &Path, path: &Path) -> String {
    path.strip_prefix(dist)
        .unwrap_or(path)
        .to_string_lossy()
        .into_owned()
}

fn size(path: &Path) -> Result<u64> {
    let found = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(found.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_what_the_page_leads_to_at_its_brotli_size() {
        let dist = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(dist.path().join(name), text).unwrap();
        put("index.html", "<script src=/app-1.js></script>");
        put("app-1.js", "import './glue.js'; fetch('/app-1.wasm')");
        put("app-1.js.br", "br");
        put("glue.js", "");
        put("app-1.wasm", "wasm, with the word manual.pdf in it");
        put("manual.pdf", "a manual");

        let weights = weigh(dist.path()).unwrap();
        let first: Vec<_> = weights
            .iter()
            .filter(|one| one.first_load)
            .map(|one| (&*one.name, one.sent))
            .collect();
        assert_eq!(
            first,
            [
                ("app-1.wasm", 36),
                ("index.html", 31),
                ("app-1.js", 2),
                ("glue.js", 0)
            ]
        );
        assert!(
            weights
                .iter()
                .any(|one| one.name == "manual.pdf" && !one.first_load)
        );
    }
}
