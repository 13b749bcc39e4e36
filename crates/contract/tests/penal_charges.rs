//! A charge for paying late is a penal charge, never interest (RBI, Responsible Business Conduct
//! Directions, 2025; first by RBI/2023-24/53 of 18 August 2023).

use std::fs;
use std::path::{Path, PathBuf};

/// Everything that holds words for a borrower.
const WORDS: [&str; 6] = [
    "src/text",
    "crates/kfs/src",
    "crates/notices/texts",
    "crates/paper/src",
    "crates/sandbox/src/providers",
    "crates/sandbox/src/documents.rs",
];

/// Interest by way of penalty, in the words of each language: Marathi is one of the notices only.
const NEVER: [&str; 12] = [
    "penal interest",
    "penalty interest",
    "interest penalty",
    "default interest",
    "overdue interest",
    "दंड ब्याज",
    "दंडात्मक ब्याज",
    "पेनल ब्याज",
    "दंड व्याज",
    "दंडव्याज",
    "दंडात्मक व्याज",
    "पेनल व्याज",
];

fn read(place: &Path, out: &mut Vec<(PathBuf, String)>) {
    if let Ok(entries) = place.read_dir() {
        for entry in entries.filter_map(Result::ok) {
            read(&entry.path(), out);
        }
    } else if let Ok(text) = fs::read_to_string(place) {
        out.push((place.to_owned(), text.to_lowercase()));
    }
}

fn texts() -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    for place in WORDS {
        let before = texts.len();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        read(&root.join(place), &mut texts);
        assert!(texts.len() > before, "nothing to read in {place}");
    }
    texts
}

#[test]
fn no_word_of_ours_calls_penal_charges_interest() {
    for (place, text) in texts() {
        for word in NEVER {
            assert!(!text.contains(word), "{}: {word}", place.display());
        }
    }
}

#[test]
fn every_charge_for_paying_late_is_called_a_penal_charge_in_both_languages() {
    let texts = texts();
    let mut named = 0;
    for (place, text) in &texts {
        for line in text.lines().map(str::trim) {
            let Some(words) = line.strip_prefix("late: \"") else {
                continue;
            };
            named += 1;
            let penal = words.contains("penal charges") || words.contains("विलंब शुल्क (दंडात्मक)");
            assert!(penal, "{}: {line}", place.display());
        }
    }
    // The offer card, the offer page and the Key Facts Statement, each in English and Hindi.
    assert!(named >= 6, "{named}");
}
