use std::collections::BTreeSet;

use super::*;
use crate::borrowers;

#[test]
fn every_scenario_has_a_name_of_its_own_and_says_what_happens() {
    let names: BTreeSet<&str> = ALL.iter().map(|scenario| scenario.name).collect();
    assert_eq!(names.len(), ALL.len());
    for scenario in ALL.iter() {
        let kebab = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        assert!(scenario.name.bytes().all(kebab), "{}", scenario.name);
        assert!(scenario.says.ends_with('.'), "{}", scenario.name);
        assert!(!scenario.lenders.is_empty(), "{}", scenario.name);
        let base = borrowers::ALL.iter().any(|known| known.id == scenario.base);
        assert!(base, "{}", scenario.name);
        assert!(!scenario.ends.is_empty(), "{}", scenario.name);
    }
    for group in Group::ALL {
        assert!(ALL.iter().any(|scenario| scenario.group == group));
    }
}

/// The first word of a screen's name; `trouble` is where there is none, since the app's server
/// could not ask.
const SCREENS: [&str; 14] = [
    "start",
    "profile",
    "waiting",
    "offers",
    "offer",
    "leave",
    "loanAmount",
    "bankAccount",
    "formElsewhere",
    "stepFailed",
    "disbursed",
    "ended",
    "unknown",
    "trouble",
];

#[test]
fn a_walk_is_made_of_screens_that_there_are() {
    for scenario in ALL.iter() {
        let seen = scenario.walk.iter().map(|stop| stop.at);
        for at in seen.chain([scenario.ends]) {
            let first = at.split(['.', '+']).next().unwrap();
            assert!(SCREENS.contains(&first), "{}: {at}", scenario.name);
        }
    }
}

#[test]
fn nobody_is_sent_to_a_lender_who_was_not_asked() {
    for scenario in ALL.iter() {
        for stop in scenario.walk {
            if let Deed::Open(letter)
            | Deed::Choose(letter)
            | Deed::Share(letter)
            | Deed::OtherTab(letter) = stop.does
            {
                let asked = scenario.lenders.contains(&letter);
                assert!(asked, "{}: {}", scenario.name, stop.does);
            }
        }
    }
}

/// A twist that no scenario has is one that nobody needs.
#[test]
fn every_twist_is_in_some_scenario() {
    let kind = |twist: &Twist| match twist {
        Twist::Step(..) => 0,
        Twist::Consent(_) => 1,
        Twist::Answers(..) => 2,
        Twist::Late(..) => 3,
        Twist::Wants(..) => 4,
        Twist::QuoteDays(..) => 5,
        Twist::Requote(_) => 6,
        Twist::Appraisal { .. } => 7,
        Twist::Closes(_) => 8,
        Twist::OneRedirection(_) => 9,
        Twist::ReturnsByPost => 10,
        Twist::AppSwitch => 11,
        Twist::Clock(_) => 12,
        Twist::Faults(_) => 13,
        Twist::Webhooks(_) => 14,
        Twist::FormAt(..) => 15,
        Twist::PaysAfter(_) => 16,
    };
    let used: BTreeSet<i32> = ALL
        .iter()
        .flat_map(|scenario| scenario.twists)
        .map(kind)
        .collect();
    assert_eq!(used, (0..17).collect());
}

#[test]
fn scenarios_are_told_in_the_words_that_tests_read() {
    let told = serde_json::to_value(rows()).unwrap();
    let row = |name: &str| {
        let rows = told.as_array().unwrap();
        rows.iter().find(|row| row["name"] == name).unwrap().clone()
    };
    assert_eq!(
        row("offer-late"),
        serde_json::json!({
            "name": "offer-late",
            "group": "personal loan",
            "says": "Malwa answers 40 seconds after the others.",
            "loan": "PERSONAL_LOAN",
            "walk": [
                { "at": "offers", "does": "wait:40" },
                { "at": "offers", "does": "choose:malwa-finance" },
            ],
            "ends": "disbursed",
            "clockSeconds": 0,
        })
    );
    assert_eq!(row("gold-instead")["walk"][0]["does"], "start:GOLD_LOAN");
    assert_eq!(row("clock-behind")["clockSeconds"], -120);
}

#[test]
fn nobodys_script_changes_nothing() {
    let script = Script::NONE;
    for letter in [Letter::A, Letter::B, Letter::C, Letter::F, Letter::G] {
        assert_eq!(script.manner(letter), letter.lender().manner);
        assert_eq!(script.aa(letter), letter.lender().aa);
        assert_eq!(script.quote_days(letter), crate::lenders::QUOTE_DAYS);
    }
    for key in contract::platform::status::StepKey::ALL {
        assert_eq!(script.outcome(*key, 0), Outcome::Fine);
    }
    assert!(script.faults().is_empty() && !script.returns_by_post());
}
