//! The five offer endpoints.

use serde::{Deserialize, Serialize};

pub use super::lender::{Contact, Lender, Location, Support};
use super::status::{
    AaState, ActionRequired, InstallmentStatus, OfferCardStatus, ProceedBoundary, RejectedStage,
};
use crate::wire::nullable;
use crate::{JourneyId, OfferId, Text};

/// A lender's offer: a row of `GET …/offers` with the fields down to `lender_state_reason`, and
/// `GET …/offers/{offerID}` with all of them.
///
/// ASSUMPTION(G13): figures are text and absent until the lender answers. ASSUMPTION(G14): the
/// detail's names are those of the platform's hosted product in camelCase; each may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    #[serde(rename = "lenderID", default, skip_serializing_if = "Option::is_none")]
    pub lender_id: Option<Text>,
    #[serde(default, deserialize_with = "nullable")]
    pub lender_name: Text,
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
    #[serde(default)]
    pub status: OfferCardStatus,
    /// Rupees, digits only.
    #[serde(default)]
    pub amount_principal: Option<Text>,
    /// Percent a year, `"12.50"`.
    #[serde(default)]
    pub interest_rate: Option<Text>,
    /// `"12 months"`, `"P12M"` or `"12"`.
    #[serde(default)]
    pub offer_term: Option<Text>,
    #[serde(default)]
    pub key_facts_statement_link: Option<Text>,
    #[serde(default, deserialize_with = "nullable")]
    pub aa: OfferAa,
    #[serde(default)]
    pub lender_state_reason: Option<Text>,

    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_total_interest_payable: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_net_disbursed: Option<Text>,
    /// `FIXED` or `FLOATING`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest_type: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub annual_percentage_rate: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_of_installments: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installment_amount: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cool_off_period: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_and_conditions_link: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_fees: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foreclosure_fees: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest_rate_conversion_charges: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay_penalty_fees: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_penalty_fees: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_fees: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_upfront_charges: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance_charges: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_charges: Option<Text>,
    /// ASSUMPTION(G17): the least the lender lends, for the loan-amount question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_minimum: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Quote>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "nullable"
    )]
    pub installments: Vec<Installment>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "nullable"
    )]
    pub fulfillments: Vec<Fulfillment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lender: Option<Lender>,
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "nullable"
    )]
    pub documents: Vec<Document>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proceed_boundary_state: Option<ProceedBoundary>,
    /// ASSUMPTION(G23): payment links for servicing.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "nullable"
    )]
    pub payments: Vec<super::post_disbursal::Payment>,
}

impl Offer {
    /// An offer of which nothing is known but whose it is.
    pub fn new(offer_id: OfferId, lender_name: Text) -> Self {
        Self {
            lender_name,
            offer_id,
            lender_id: None,
            amount_principal: None,
            interest_rate: None,
            offer_term: None,
            key_facts_statement_link: None,
            lender_state_reason: None,
            amount_total_interest_payable: None,
            amount_net_disbursed: None,
            interest_type: None,
            annual_percentage_rate: None,
            number_of_installments: None,
            installment_amount: None,
            cool_off_period: None,
            terms_and_conditions_link: None,
            application_fees: None,
            foreclosure_fees: None,
            interest_rate_conversion_charges: None,
            delay_penalty_fees: None,
            other_penalty_fees: None,
            processing_fees: None,
            other_upfront_charges: None,
            insurance_charges: None,
            other_charges: None,
            amount_minimum: None,
            quote: None,
            lender: None,
            proceed_boundary_state: None,
            status: OfferCardStatus::Unknown,
            aa: OfferAa::default(),
            installments: Vec::new(),
            fulfillments: Vec::new(),
            documents: Vec::new(),
            payments: Vec::new(),
        }
    }
}

/// Whether this lender wants bank statements through an Account Aggregator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct OfferAa {
    #[serde(deserialize_with = "nullable")]
    pub required: bool,
    pub state: AaState,
    pub action_required: ActionRequired,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Quote {
    #[serde(rename = "quoteID")]
    pub quote_id: Option<Text>,
    pub currency: Option<Text>,
    /// What the borrower repays in all (C11).
    pub total: Option<Text>,
    /// ISO 8601.
    pub valid_until: Option<Text>,
    #[serde(deserialize_with = "nullable")]
    pub breakup: Vec<QuoteLine>,
}

/// `title` is one of the network's words, such as `PRINCIPAL_AMOUNT` or `PROCESSING_FEE`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct QuoteLine {
    #[serde(deserialize_with = "nullable")]
    pub title: Text,
    pub amount: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Installment {
    pub serial_number: Option<Text>,
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    pub amount: Option<Text>,
    pub principal: Option<Text>,
    pub interest: Option<Text>,
    /// `YYYY-MM-DD`, or an instant.
    pub due_date: Option<Text>,
    pub status: InstallmentStatus,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Fulfillment {
    #[serde(rename = "fulfillmentID")]
    pub fulfillment_id: Option<Text>,
    #[serde(rename = "type")]
    pub kind: Option<Text>,
    /// `ONLINE` or `OFFLINE`.
    pub mode: Option<Text>,
    /// `INITIATED`, `SANCTIONED`, `DISBURSED`; gold loans have more.
    pub state: Option<Text>,
    #[serde(rename = "selectedLocationID")]
    pub selected_location_id: Option<Text>,
    pub agent: Option<Agent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Agent {
    pub name: Option<Text>,
    pub phone: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Such as `LOAN_AGREEMENT`.
    pub code: Option<Text>,
    pub name: Option<Text>,
    pub url: Option<Text>,
}

/// `POST …/offers/{offerID}/proceed`: the first success locks the journey to this offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proceeded {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
    /// `PROCEEDED`; not an [`OfferCardStatus`].
    #[serde(default, deserialize_with = "nullable")]
    pub status: Text,
    #[serde(default, deserialize_with = "nullable")]
    pub proceeded: bool,
    #[serde(default)]
    pub proceed_boundary_state: ProceedBoundary,
    #[serde(default)]
    pub offer_selection_lock: Option<SelectionLock>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SelectionLock {
    pub locked_at: Option<String>,
    /// `OFFER_DETAILS_PROCEED`.
    pub lock_source: Option<Text>,
}

/// `POST …/offers/{offerID}/reject`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RejectRequest {
    pub rejected_stage: RejectedStage,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejection_reason: Option<String>,
}

/// ASSUMPTION(G16): the answer to a rejection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferRejected {
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(rename = "offerID")]
    pub offer_id: OfferId,
    #[serde(default, deserialize_with = "nullable")]
    pub status: Text,
}

/// `POST …/offers/{offerID}/loan-amount`. ASSUMPTION(G17): answered by
/// [`super::envelope::Accepted`], after which the offer is quoted anew.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LoanAmountRequest {
    /// Rupees, digits only.
    pub amount: Text,
}
