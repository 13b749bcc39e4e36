//! Every screen has a name, and the names are a known list.

mod rows;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use std::collections::BTreeSet;

use contract::app::JourneyView;
use contract::platform::status::{JourneyStatus, NextAction};
use flow::{Failure, Screen, name, requoted, screen};
use rows::{
    each_row, each_row_with_a_consent_taken_back, each_row_with_a_payout, each_row_with_a_reason,
    each_row_with_work_going_on,
};
use views::{With, view};

/// Whoever adds a screen adds it here, and then to the gallery of screens.
const NAMES: &str = include_str!("names.txt");

#[test]
#[expect(
    clippy::print_stdout,
    reason = "the size of the table is worth knowing"
)]
fn every_combination_has_a_name_and_every_name_is_in_the_list() {
    let mut names = BTreeSet::from([name(&JourneyView::default())]);
    let mut rows = 1_u64;
    let mut note = |view: &mut JourneyView| {
        rows += 1;
        let name = name(view);
        assert_eq!(name.contains("+requoted"), requoted(view));
        let (bare, rest) = name.split_once("+requoted").unwrap_or((&name, ""));
        assert!(rest.is_empty(), "{name}");
        if !names.contains(bare) {
            names.insert(bare.to_owned());
        }
    };
    each_row(&mut note);
    each_row_with_work_going_on(&mut note);
    each_row_with_a_reason(&mut note);
    each_row_with_a_payout(&mut note);
    each_row_with_a_consent_taken_back(&mut note);
    let listed: BTreeSet<String> = NAMES.lines().map(str::to_owned).collect();
    println!("{rows} combinations, {} names:", names.len());
    for name in &names {
        println!("{name}");
    }
    let missing: Vec<_> = names.symmetric_difference(&listed).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_name_is_of_plain_words() {
    for name in NAMES.lines() {
        assert!(
            name.split('.').all(|word| {
                let mut letters = word.bytes();
                letters
                    .next()
                    .is_some_and(|first| first.is_ascii_lowercase())
                    && letters.all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
            }),
            "{name}"
        );
    }
}

#[test]
fn a_name_tells_two_screens_apart() {
    use std::collections::HashMap;
    // Without the offer: which one it is makes no other screen.
    let bare = |screen: Screen| match screen {
        Screen::Offer(_) => "Offer".to_owned(),
        Screen::LoanAmount(_) => "LoanAmount".to_owned(),
        Screen::BankAccount(_, failure) => format!("BankAccount {failure:?}"),
        Screen::Leave { party, how, .. } => format!("Leave {party:?} {how:?}"),
        other => format!("{other:?}"),
    };
    let mut screens: HashMap<String, String> = HashMap::new();
    each_row_with_a_reason(|view| {
        if !requoted(view) {
            let shown = bare(screen(view));
            let before = screens.insert(name(view), shown.clone());
            assert!(before.is_none_or(|before| before == shown), "{shown}");
        }
    });
}

#[test]
#[expect(clippy::useless_vec, reason = "views are too large for the stack")]
fn figures_that_moved_since_they_were_agreed_to_are_told() {
    let chosen = || {
        let mut row = view(JourneyStatus::KycPending, Some(NextAction::CompleteStep)).chosen();
        if let Some(offer) = &mut row.offer {
            offer.amount_principal = Some("100000".into());
        }
        row
    };
    let mut silent = chosen().agreed_to("90000");
    if let Some(offer) = &mut silent.offer {
        offer.amount_principal = None;
    }
    let mut other = chosen().agreed_to("90000");
    if let Some(agreed) = &mut other.agreed {
        agreed.offer_id = views::AWAITED;
    }
    for (what, view, moved) in vec![
        ("nothing was kept", chosen(), false),
        ("the same", chosen().agreed_to("100000"), false),
        (
            "written otherwise",
            chosen().agreed_to("1,00,000.00"),
            false,
        ),
        ("less", chosen().agreed_to("90000"), true),
        ("not given any more", silent, false),
        ("of another offer", other, false),
    ] {
        assert_eq!(requoted(&view), moved, "{what}");
    }
}

#[test]
fn failures_have_words_of_their_own() {
    let words: BTreeSet<_> = Failure::ALL
        .iter()
        .map(|failure| failure.as_str())
        .collect();
    assert_eq!(words.len(), Failure::ALL.len());
}
