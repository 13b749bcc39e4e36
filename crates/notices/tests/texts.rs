//! The files of texts: whole, alike in every language, and never changed once published.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where it stands"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use contract::Text as Word;
use contract::app::{Consent, ConsentKind, Notice};

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The parts of a notice.
fn parts(notice: &Notice) -> [&[Word]; 5] {
    [
        &notice.what,
        &notice.why,
        &notice.who,
        &notice.how_long,
        &notice.withdraw,
    ]
}

#[test]
fn a_language_is_a_file_of_its_name_and_nothing_else() {
    let mut files: Vec<_> = fs::read_dir(folder().join("texts"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let mut tags: Vec<_> = notices::all()
        .iter()
        .map(|text| format!("{}.json", text.language.tag))
        .collect();
    tags.sort();
    assert_eq!(tags, files);
    for text in notices::all() {
        assert_eq!(text.languages.len(), files.len());
        assert!(!text.language.name.as_str().is_empty());
    }
    assert_eq!(notices::all().first().unwrap().language.tag.as_str(), "en");
}

#[test]
fn every_language_has_every_notice_with_as_many_items_in_each_part() {
    let shape = |text: &notices::Text| -> Vec<_> {
        let notices = text.notices.iter();
        notices
            .map(|it| {
                (
                    it.kind,
                    it.gold,
                    it.version.clone(),
                    parts(it).map(<[_]>::len),
                )
            })
            .collect()
    };
    let english = shape(notices::text("en").unwrap());
    for text in notices::all() {
        assert_eq!(shape(text), english, "{}", text.language.tag);
    }
    for kind in ConsentKind::ALL {
        assert!(english.iter().any(|(it, ..)| it == kind), "{kind:?}");
    }
    let mut versions: Vec<_> = english.iter().map(|(_, _, version, _)| version).collect();
    versions.sort();
    versions.dedup();
    assert_eq!(versions.len(), english.len(), "a version names one text");
}

#[test]
fn a_notice_says_what_why_who_how_long_and_how_to_take_it_back() {
    for text in notices::all() {
        for notice in &text.notices {
            let said = parts(notice).into_iter().flatten();
            let said = said.chain([&notice.title, &notice.agree, &notice.version]);
            for words in said {
                let words = words.as_str();
                assert!(!words.is_empty() && words == words.trim(), "{notice:?}");
                assert!(!words.contains(['{', '}']), "nothing is filled in: {words}");
            }
            assert!(
                parts(notice).iter().all(|part| !part.is_empty()),
                "{notice:?}"
            );
        }
    }
}

#[test]
fn no_text_is_in_another_language_than_it_says() {
    for text in notices::all() {
        let english = text.language.tag.as_str() == "en";
        for notice in &text.notices {
            let ascii = notice.agree.as_str().is_ascii();
            assert_eq!(ascii, english, "{} {}", text.language.tag, notice.agree);
        }
    }
}

fn fingerprint(notice: &Notice) -> String {
    let text = serde_json::to_vec(notice).unwrap();
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &text);
    let mut hex = String::new();
    for byte in digest.as_ref() {
        write!(hex, "{byte:02x}").unwrap();
    }
    hex
}

#[test]
fn a_published_text_never_changes_under_its_version() {
    let published = fs::read_to_string(folder().join("published.txt")).unwrap();
    let mut known = BTreeMap::new();
    for line in published.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        let [version, language, print] = words.as_slice() else {
            panic!("version, language and fingerprint: {line}");
        };
        let earlier = known.insert((*version, *language), *print);
        assert!(earlier.is_none(), "twice: {line}");
    }
    let mut wrong = Vec::new();
    for text in notices::all() {
        let language = text.language.tag.as_str();
        for notice in &text.notices {
            let (version, print) = (notice.version.as_str(), fingerprint(notice));
            match known.get(&(version, language)) {
                Some(before) if *before == print => {}
                Some(_) => wrong.push(format!(
                    "changed; give it another version: {version} {language}"
                )),
                None => wrong.push(format!("new; add: {version} {language} {print}")),
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "crates/notices/published.txt\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_what_is_published_can_have_been_read() {
    let given = |kind, version: &str, language: &str| Consent {
        kind,
        text_version: version.into(),
        language: language.into(),
    };
    let real = notices::consent(ConsentKind::Lenders, true, "hi").unwrap();
    assert!(notices::read_by(&real).unwrap().gold);
    let version = real.text_version.as_str();
    for wrong in [
        given(ConsentKind::Lenders, "t1", "en"),
        given(ConsentKind::Lenders, "", "en"),
        given(ConsentKind::Bureau, version, "hi"),
        given(ConsentKind::Lenders, version, "HI"),
        given(ConsentKind::Lenders, version, "ta"),
        given(ConsentKind::Unknown, version, "hi"),
    ] {
        assert_eq!(notices::read_by(&wrong), None, "{wrong:?}");
    }
}

#[test]
fn who_reads_a_language_that_is_not_there_reads_english_and_is_told_so() {
    for (asked, answered) in [("hi", "hi"), ("en", "en"), ("ta", "en"), ("", "en")] {
        let notices = notices::notices(asked).unwrap();
        assert_eq!(notices.language.tag.as_str(), answered, "{asked}");
        assert!(notices.languages.len() >= 3);
        assert!(!notices.labels.read_in.as_str().is_empty());
    }
}

#[test]
fn a_text_is_for_one_kind_of_loan_where_there_is_another_for_the_other() {
    for notice in notices::all().iter().flat_map(|text| &text.notices) {
        let fits = [false, true].map(|gold| notices::is_for(notice, gold));
        let expected = match notice.kind {
            ConsentKind::Lenders => [!notice.gold, notice.gold],
            _ => [true, true],
        };
        assert_eq!(fits, expected, "{}", notice.version);
    }
}

/// The duty to say so is of the Credit Facilities Directions, 2025, chapter III.
#[test]
fn whoever_consents_has_read_that_every_loan_is_reported() {
    for (language, every_loan) in [
        ("en", "for every loan"),
        ("hi", "हर लोन"),
        ("mr", "कर्ज कितीही लहान"),
    ] {
        let mut asked = notices::text(language).unwrap().notices.iter();
        let bureau = asked.find(|it| it.kind == ConsentKind::Bureau).unwrap();
        let mut said = bureau.how_long.iter();
        assert!(
            said.any(|words| words.as_str().contains(every_loan)),
            "{language}"
        );
    }
}
