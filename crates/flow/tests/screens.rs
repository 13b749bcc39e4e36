//! The screens, row by row: which state of a journey shows what.

mod table;
#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use std::collections::BTreeSet;

use contract::app::Party;
use flow::{Failure, Leave, Screen, screen};
use table::table;

#[test]
fn each_state_has_its_screen() {
    for (what, view, expected) in table() {
        assert_eq!(screen(&view), expected, "{what}");
    }
}

#[test]
fn every_screen_is_in_the_table() {
    // Without the offer: which one it is makes no other screen.
    let name = |screen: Screen| match screen {
        Screen::Offer(_) => "Offer".to_owned(),
        Screen::LoanAmount(_) => "LoanAmount".to_owned(),
        Screen::BankAccount(..) => "BankAccount".to_owned(),
        Screen::Leave { party, how, .. } => format!("Leave {} {how:?}", party.as_str()),
        other => format!("{other:?}"),
    };
    let shown: BTreeSet<String> = table().map(|(_, _, screen)| name(screen)).collect();
    for each in
        "Start Profile ConsentWithdrawn Offers Offer LoanAmount BankAccount Disbursed Unknown \
                 Waiting(Sending) Waiting(Offers) Waiting(Selecting) Waiting(Aa) Waiting(Lender) \
                 Waiting(Step(Kyc)) Waiting(Step(BankMandate)) Waiting(Appraisal) \
                 FormElsewhere(Kyc) Ended(Rejected) Ended(Expired) Ended(Closed)"
            .split_whitespace()
    {
        assert!(shown.contains(each), "{each}");
    }
    for how in [
        Leave::First,
        Leave::Away,
        Leave::Unfinished,
        Leave::Failed(Failure::Other),
        Leave::Expired,
    ] {
        assert!(shown.contains(&format!("Leave aa {how:?}")), "{how:?}");
    }
    for party in [Party::Kyc, Party::EMandate, Party::LoanAgreement] {
        assert!(
            shown.contains(&format!("Leave {} First", party.as_str())),
            "{party:?}"
        );
    }
}
