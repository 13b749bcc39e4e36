//! What is read for a state, and how often.

use contract::app::Party;
use contract::platform::status::{JourneyStatus, NextAction, StepKey};
use flow::{Failure, Leave, Resource, Screen, Waiting, needs, pace, patience};

const OFFER: contract::OfferId = contract::OfferId::from_bytes([1; 16]);

#[test]
fn a_poll_reads_at_most_one_resource_and_only_one_that_is_held() {
    let words = NextAction::ALL.iter().copied().chain([NextAction::Unknown]);
    let actions: Vec<_> = words.map(Some).chain([None]).collect();
    for status in JourneyStatus::ALL
        .iter()
        .copied()
        .chain([JourneyStatus::Unknown])
    {
        for next in &actions {
            let needs = needs(status, *next);
            assert!(
                needs
                    .watched
                    .is_none_or(|resource| needs.all.contains(&resource)),
                "{status:?} {next:?}"
            );
            for resource in needs.all {
                let times = needs.all.iter().filter(|other| *other == resource).count();
                assert_eq!(times, 1, "{status:?} {next:?} {resource:?}");
            }
        }
    }
}

#[test]
fn an_ended_journey_is_not_watched() {
    for status in [
        JourneyStatus::Disbursed,
        JourneyStatus::Rejected,
        JourneyStatus::Expired,
        JourneyStatus::Closed,
    ] {
        for next in [None, Some(NextAction::CompleteStep)] {
            assert_eq!(needs(status, next).watched, None, "{status:?}");
        }
    }
}

#[test]
fn a_lender_that_asks_for_statements_while_it_decides_gets_them_read() {
    let needs = needs(
        JourneyStatus::LenderProcessing,
        Some(NextAction::CompleteAa),
    );
    assert_eq!(needs.watched, Some(Resource::AaSessions));
}

/// The documented spans: 2 to 5 s while something was just done, 10 to 20 s while others work.
#[test]
fn asking_slows_down_the_longer_nothing_moves() {
    let mut screens = vec![Screen::Unknown, Screen::Offers];
    for waiting in [
        Waiting::Sending,
        Waiting::Offers,
        Waiting::Selecting,
        Waiting::Aa,
        Waiting::Return(Party::Kyc),
        Waiting::Lender,
        Waiting::Appraisal,
    ] {
        screens.push(Screen::Waiting(waiting));
    }
    for screen in screens {
        let paces = [0, 29_999, 30_000, 60_000, 300_000, 600_000, i64::MAX]
            .map(|quiet_ms| pace(&screen, quiet_ms, true));
        assert!(paces.is_sorted(), "{screen:?} {paces:?}");
        assert!(
            paces.iter().all(|ms| (2_000..=20_000).contains(ms)),
            "{screen:?} {paces:?}"
        );
    }
    assert_eq!(pace(&Screen::Waiting(Waiting::Sending), 0, false), 2_000);
    assert_eq!(
        pace(&Screen::Waiting(Waiting::Lender), i64::MAX, false),
        20_000
    );
}

#[test]
fn offers_are_watched_only_while_a_lender_has_not_answered() {
    assert_eq!(pace(&Screen::Offers, 0, false), 0);
    assert!(pace(&Screen::Offers, 0, true) > 0);
    assert_eq!(pace(&Screen::Offer(OFFER), 0, true), 0);
}

#[test]
fn a_loan_is_watched_only_while_its_money_is_on_the_way() {
    assert_eq!(pace(&Screen::Disbursed, 0, false), 0);
    assert!(pace(&Screen::Disbursed, 0, true) > 0);
}

#[test]
fn a_door_is_watched_once_somebody_has_gone_through() {
    let party = Party::Kyc;
    for (how, watched) in [
        (Leave::First, false),
        (Leave::Away, true),
        (Leave::Unfinished, true),
        (Leave::Failed(Failure::Other), false),
        (Leave::Expired, false),
    ] {
        let screen = Screen::Leave {
            party,
            offer: OFFER,
            how,
        };
        assert_eq!(pace(&screen, 0, false) > 0, watched, "{how:?}");
    }
}

#[test]
fn waiting_becomes_long_at_its_own_time() {
    const SECONDS: i64 = 1_000;
    const MINUTES: i64 = 60 * SECONDS;
    const DAYS: i64 = 24 * 60 * MINUTES;
    for (waiting, long) in [
        (Waiting::Return(Party::Aa), MINUTES),
        (Waiting::Offers, 2 * MINUTES),
        (Waiting::Sending, 5 * MINUTES),
        (Waiting::Selecting, 5 * MINUTES),
        (Waiting::Aa, 5 * MINUTES),
        (Waiting::Step(StepKey::Kyc), 5 * MINUTES),
        (Waiting::Step(StepKey::BankMandate), 5 * MINUTES),
        (Waiting::Step(StepKey::EMandate), 10 * MINUTES),
        (Waiting::Step(StepKey::LoanAgreement), 10 * MINUTES),
        (Waiting::Lender, 3 * DAYS),
        (Waiting::Appraisal, 7 * DAYS),
    ] {
        assert_eq!(patience(waiting), long, "{waiting:?}");
    }
}
