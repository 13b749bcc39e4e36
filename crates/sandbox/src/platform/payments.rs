//! The money of a loan as it is written on the wire: what the lender pays, and what it asks for.

use contract::Text;
use contract::platform::post_disbursal::Payment as WirePayment;
use lending::Paise;

use crate::engine::journey::Chosen;
use crate::engine::servicing::{Payment, PaymentState};
use crate::text::rupees;

/// ASSUMPTION(G31)
pub(crate) fn paid_out(chosen: &Chosen, net: Option<Paise>) -> Option<WirePayment> {
    let payout = chosen.payout.as_ref()?;
    let loan = chosen.loan.as_ref();
    let status = match loan {
        Some(_) => "PAID",
        None if payout.came_back => "FAILED",
        None => "NOT-PAID",
    };
    let ending = chosen.account_ending();
    Some(WirePayment {
        payment_id: Some("payout".into()),
        label: Some(WirePayment::PAYOUT.into()),
        amount: loan.map(|loan| loan.net).or(net).map(rupees),
        status: Some(status.into()),
        transaction_id: Some(payout.utr.as_str().into()),
        sent_at: Some(Text(payout.sent_at.to_string())),
        credited_at: loan.map(|loan| Text(loan.disbursed_at.to_string())),
        account_ending: (!ending.is_empty()).then(|| ending.into()),
        ..WirePayment::default()
    })
}

/// ASSUMPTION(G23)
pub(crate) fn asked_for(base: &str, payment: &Payment) -> WirePayment {
    let paid = payment.state == PaymentState::Paid;
    WirePayment {
        payment_id: Some(payment.id.as_str().into()),
        label: Some(payment.service.label().into()),
        amount: Some(rupees(payment.amount)),
        url: (!paid).then(|| format!("{base}/pay/{}", payment.token)),
        status: Some(if paid { "PAID" } else { "NOT-PAID" }.into()),
        expires_at: Some(payment.expires_at.to_string()),
        ..WirePayment::default()
    }
}
