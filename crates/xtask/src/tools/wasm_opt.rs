//! wasm-opt, which makes the release build smaller.

use super::{npm, version};
use crate::{repo::Repo, say::say};

const VERSION: &str = "132.0.0";
/// Older ones refuse what rustc emits since 1.87.
const OLDEST: u32 = 120;

/// Whether there is one that Trunk can use.
pub(super) fn wasm_opt(repo: &Repo) -> bool {
    let missing = npm::package(repo, "binaryen", VERSION).err();
    // Ours is first on the path, so this is ours wherever npm did its work.
    let found = repo
        .which("wasm-opt")
        .and_then(|program| version::said_by(&program));
    let fits = found
        .as_deref()
        .and_then(version::major)
        .is_some_and(|major| major >= OLDEST);
    if !fits {
        let reason = missing.map_or_else(|| "it does not run".into(), |error| format!("{error:#}"));
        say!("going on without wasm-opt, so the build is some percent larger ({reason})");
    }
    fits
}
