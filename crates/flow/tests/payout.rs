//! How far the money has come, as a table.
#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::app::JourneyView;
use contract::platform::status::{ActionRequired, JourneyStatus, StepKey, StepStatus};
use contract::{JourneyId, Text};
use flow::{Payout, application_number, cooling_off_until, name, payout};
use lending::Date;
use views::{With, view};

fn lender() -> JourneyView {
    view(JourneyStatus::LenderProcessing, None).chosen()
}

fn paid() -> JourneyView {
    view(JourneyStatus::Disbursed, None).chosen()
}

fn paying(status: StepStatus) -> JourneyView {
    lender().step(StepKey::Disbursal, status, ActionRequired::Wait)
}

fn at_state(state: &str) -> JourneyView {
    let mut view = lender().offline(state);
    for it in view.offer.iter_mut().flat_map(|it| &mut it.fulfillments) {
        it.mode = None;
    }
    view
}

fn word(payout: &Payout) -> &'static str {
    match payout {
        Payout::Deciding => "deciding",
        Payout::Approved => "approved",
        Payout::Sent(_) => "sent",
        Payout::Credited(_) => "credited",
    }
}

#[test]
fn approved_sent_and_credited_are_three_things() {
    for (what, view, is, called) in vec![
        ("signed", lender(), "deciding", "waiting.lender"),
        (
            "no steps",
            JourneyView {
                steps: None,
                ..lender()
            },
            "deciding",
            "waiting.lender",
        ),
        (
            "initiated",
            at_state("INITIATED"),
            "deciding",
            "waiting.lender",
        ),
        (
            "a word of tomorrow",
            at_state("BLESSED"),
            "deciding",
            "waiting.lender",
        ),
        (
            "sanctioned",
            at_state("SANCTIONED"),
            "approved",
            "waiting.lender.approved",
        ),
        (
            "being paid",
            paying(StepStatus::InProgress),
            "approved",
            "waiting.lender.approved",
        ),
        (
            "a payment that failed",
            lender().paid_out("FAILED"),
            "deciding",
            "waiting.lender",
        ),
        (
            "a payment of its own",
            lender().paid_out("NOT-PAID"),
            "sent",
            "waiting.lender.sent",
        ),
        (
            "the lender is done",
            paying(StepStatus::Success),
            "sent",
            "waiting.lender.sent",
        ),
        (
            "out, says the lender",
            at_state("DISBURSED"),
            "sent",
            "waiting.lender.sent",
        ),
        (
            "ahead of the journey",
            lender().paid_out("PAID"),
            "sent",
            "waiting.lender.sent",
        ),
        (
            "out, not arrived",
            paid().paid_out("NOT-PAID"),
            "sent",
            "disbursed.sent",
        ),
        (
            "out, and failed",
            paid().paid_out("FAILED"),
            "sent",
            "disbursed.sent",
        ),
        (
            "out, in other words",
            paid().paid_out("MOVED"),
            "sent",
            "disbursed.sent",
        ),
        ("arrived", paid().paid_out("PAID"), "credited", "disbursed"),
        (
            "nobody speaks of the payment",
            paid(),
            "credited",
            "disbursed",
        ),
    ] {
        assert_eq!(
            (word(&payout(&view)), name(&view).as_str()),
            (is, called),
            "{what}"
        );
    }
}

#[test]
fn a_payment_that_the_borrower_makes_is_not_the_payout() {
    let mut view = paid().paid_out("NOT-PAID");
    for payment in view.offer.iter_mut().flat_map(|it| &mut it.payments) {
        payment.label = Some("FORECLOSURE".into());
    }
    assert_eq!(word(&payout(&view)), "credited");
}

#[test]
fn the_reference_number_and_the_day_in_india_come_with_the_money() {
    let sent = payout(&paid().paid_out("NOT-PAID"));
    let credited = payout(&paid().paid_out("PAID"));
    // Eight in the evening in London is the next day in India.
    for payout in [&sent, &credited] {
        let transfer = payout.transfer().unwrap();
        assert_eq!(transfer.reference.as_ref().map(Text::as_str), Some("UTR1"));
        assert_eq!(transfer.account.as_ref().map(Text::as_str), Some("9012"));
        assert_eq!(transfer.on, Date::new(2026, 12, 23));
    }
    assert_eq!(payout(&paid()).transfer().unwrap().reference, None);
}

#[test]
fn the_cooling_off_period_ends_so_long_after_the_lender_paid() {
    let until = |period: &str, paid: &str| {
        let mut view = view(JourneyStatus::Disbursed, None).chosen().paid_out(paid);
        view.offer.as_mut().unwrap().cool_off_period = Some(period.into());
        let how_far = payout(&view);
        cooling_off_until(view.offer.as_ref().unwrap(), &how_far).map(|day| day.to_string())
    };
    for (period, last) in [
        ("P3D", Some("2026-12-26")),
        ("PT30D", Some("2027-01-22")),
        ("3 days", Some("2026-12-26")),
        // Months, as a term would be: nobody is promised three of them.
        ("3", None),
        ("", None),
        ("as the law has it", None),
    ] {
        assert_eq!(until(period, "PAID").as_deref(), last, "{period}");
    }
    assert_eq!(until("P3D", "NOT-PAID"), None);
    // The earlier day where the bank took its time; none where the lender's is not known.
    let paid = |sent: Option<&str>, credited: &str| {
        let mut view = view(JourneyStatus::Disbursed, None)
            .chosen()
            .paid_out("PAID");
        let offer = view.offer.as_mut().unwrap();
        offer.cool_off_period = Some("P3D".into());
        for payment in &mut offer.payments {
            payment.sent_at = sent.map(Into::into);
            payment.credited_at = Some(credited.into());
        }
        let how_far = payout(&view);
        cooling_off_until(view.offer.as_ref().unwrap(), &how_far).map(|day| day.to_string())
    };
    for (sent, credited, last) in [
        (Some("2026-12-20"), "2026-12-23", Some("2026-12-23")),
        (Some("2026-12-23"), "2026-12-20", Some("2026-12-23")),
        (Some("2026-12-20"), "on its way", Some("2026-12-23")),
        (None, "2026-12-23", None),
    ] {
        assert_eq!(paid(sent, credited).as_deref(), last, "{sent:?} {credited}");
    }
    // Without the day of the payment no date is made up.
    let mut view = view(JourneyStatus::Disbursed, None).chosen();
    view.offer.as_mut().unwrap().cool_off_period = Some("P3D".into());
    let how_far = payout(&view);
    assert_eq!(
        cooling_off_until(view.offer.as_ref().unwrap(), &how_far),
        None
    );
}

#[test]
fn an_application_number_can_be_said_on_the_telephone() {
    let id: JourneyId = "9f1c2d3e-0011-4a5b-8c7d-0123456789ab".parse().unwrap();
    assert_eq!(application_number(id), "0123-4567-89AB");
}
