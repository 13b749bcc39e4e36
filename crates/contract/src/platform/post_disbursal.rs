//! The four servicing endpoints, below `/journeys/{journeyID}/post-disbursal`.
//!
//! All are answered by [`super::envelope::Accepted`]; there is no read of a loan account, what
//! follows appears in the offer's detail.

use serde::{Deserialize, Serialize};

use crate::wire::open_enum;
use crate::{OfferId, Text};

open_enum!(
    /// The last segment of the path.
    ServicingAction {
        Status = "status",
        Foreclosure = "foreclosure",
        PrePartPayment = "pre-part-payment",
        MissedEmiPayment = "missed-emi-payment",
    }
);

/// ASSUMPTION(G23): the bodies, of which each action takes what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ServicingRequest {
    #[serde(rename = "offerID", skip_serializing_if = "Option::is_none")]
    pub offer_id: Option<OfferId>,
    /// Rupees, digits only; part-payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Text>,
    /// Missed instalment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub installment_serial_number: Option<Text>,
}

/// ASSUMPTION(G23): a payment link in an offer's detail. ASSUMPTION(G31): the payout is one of
/// these, without a link.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Payment {
    #[serde(rename = "paymentID")]
    pub payment_id: Option<Text>,
    /// `FORECLOSURE`, `PRE_PART_PAYMENT` or `MISSED_EMI_PAYMENT`; or [`Payment::PAYOUT`].
    pub label: Option<Text>,
    pub amount: Option<Text>,
    pub url: Option<String>,
    /// `NOT-PAID` or `PAID`.
    pub status: Option<Text>,
    pub expires_at: Option<String>,
    /// ASSUMPTION(G31), like the three below: the bank's reference number (UTR).
    #[serde(rename = "transactionID", skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<Text>,
    /// When the lender gave it to the bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Text>,
    /// When the bank had put it into the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credited_at: Option<Text>,
    /// The last digits of the account it goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_ending: Option<Text>,
}

impl Payment {
    /// The lending network's label of the money that goes to the borrower, in its own spelling.
    pub const PAYOUT: &str = "LOAN_DISBURSMENT";

    /// The lender pays the borrower, not the other way round.
    pub fn is_payout(&self) -> bool {
        self.label
            .as_ref()
            .is_some_and(|label| matches!(label.as_str(), Self::PAYOUT | "LOAN_DISBURSEMENT"))
    }
}

// The address is a capability: it must not reach a log through `{:?}`.
impl std::fmt::Debug for Payment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Payment")
            .field("payment_id", &self.payment_id)
            .field("label", &self.label)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
