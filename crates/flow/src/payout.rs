use contract::app::JourneyView;
use contract::platform::offers::Offer;
use contract::platform::post_disbursal::Payment;
use contract::platform::status::{JourneyStatus, StepKey, StepStatus};
use contract::{JourneyId, Text};
use lending::Date;

use crate::reading::Reading;

/// How far the money has come. Approved is not sent, and sent is not credited: only the last is
/// money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payout {
    /// The lender has not said yes yet.
    Deciding,
    /// The lender has said yes and has not paid.
    Approved,
    /// The lender has paid, and the bank has not said that it arrived.
    Sent(Transfer),
    /// In the borrower's account, or paid out as far as anybody has told.
    Credited(Transfer),
}

/// What is known of the payment itself; nothing, where nobody has told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transfer {
    /// The bank's reference number (UTR).
    pub reference: Option<Text>,
    /// The day in India.
    pub on: Option<Date>,
    /// The last digits of the account.
    pub account: Option<Text>,
}

impl Payout {
    /// How many of approved, sent and credited are done.
    pub const fn done(&self) -> usize {
        match self {
            Self::Deciding => 0,
            Self::Approved => 1,
            Self::Sent(_) => 2,
            Self::Credited(_) => 3,
        }
    }

    pub const fn transfer(&self) -> Option<&Transfer> {
        match self {
            Self::Deciding | Self::Approved => None,
            Self::Sent(transfer) | Self::Credited(transfer) => Some(transfer),
        }
    }
}

/// ASSUMPTION(G31): the payout among the offer's payments says most; without one, the fulfilment,
/// the disbursal step and the journey's status do.
pub fn payout(view: &JourneyView) -> Payout {
    let disbursed = view
        .journey
        .as_ref()
        .is_some_and(|journey| journey.status == JourneyStatus::Disbursed);
    let row = view.offer.as_ref().and_then(paid_out);
    match row.map(|row| (row, status(row))) {
        Some((row, "PAID")) if disbursed => {
            Payout::Credited(transfer(row, row.credited_at.as_ref()))
        }
        Some((row, "PAID" | "NOT-PAID")) => Payout::Sent(transfer(row, row.sent_at.as_ref())),
        // It failed, or stands as no word of ours says: it has not arrived.
        Some((row, _)) if disbursed => Payout::Sent(transfer(row, row.sent_at.as_ref())),
        _ if disbursed => Payout::Credited(Transfer::default()),
        _ => before(view),
    }
}

/// Nobody speaks of the payment itself.
fn before(view: &JourneyView) -> Payout {
    let step = view
        .steps
        .as_ref()
        .and_then(|steps| steps.get(StepKey::Disbursal))
        .map(|step| step.status);
    let state = |word: &str| {
        let mut all = view.offer.iter().flat_map(|offer| &offer.fulfillments);
        all.any(|it| it.state.as_ref().is_some_and(|it| it.as_str() == word))
    };
    if step == Some(StepStatus::Success) || state("DISBURSED") {
        Payout::Sent(Transfer::default())
    } else if step == Some(StepStatus::InProgress) || state("SANCTIONED") {
        Payout::Approved
    } else {
        Payout::Deciding
    }
}

fn paid_out(offer: &Offer) -> Option<&Payment> {
    offer.payments.iter().rfind(|payment| payment.is_payout())
}

fn status(payment: &Payment) -> &str {
    payment.status.as_ref().map_or("", Text::as_str)
}

fn transfer(payment: &Payment, at: Option<&Text>) -> Transfer {
    let given = |text: &Option<Text>| text.clone().filter(|it| !it.as_str().trim().is_empty());
    Transfer {
        reference: given(&payment.transaction_id),
        on: Reading::day(at).figure(),
        account: given(&payment.account_ending),
    }
}

/// The last day on which the loan can be given back without a penalty; `None` where the day of the
/// payment, or the period, is not known. Counted from the day the lender paid, which may be before
/// the bank credited it: nobody is told a later day than the lender's own.
pub fn cooling_off_until(offer: &Offer, payout: &Payout) -> Option<Date> {
    let Payout::Credited(credited) = payout else {
        return None;
    };
    let period = Reading::cooling_off(offer.cool_off_period.as_ref()).figure()?;
    let sent = Reading::<Date>::day(paid_out(offer)?.sent_at.as_ref()).figure()?;
    Some(period.after(credited.on.map_or(sent, |on| on.min(sent))))
}

/// What a borrower says on the telephone instead of a UUID: its last twelve digits.
pub fn application_number(journey: JourneyId) -> String {
    let id = journey.to_string().to_ascii_uppercase();
    let digits = id.rsplit('-').next().unwrap_or_default();
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    [part(0, 4), part(4, 8), part(8, 12)].join("-")
}
