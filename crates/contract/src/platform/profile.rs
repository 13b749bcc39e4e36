//! The three profile endpoints.

use serde::{Deserialize, Serialize};

use super::status::{AccountType, EmploymentType, Gender};
use crate::Text;
use crate::wire::nullable;

/// `PUT /journeys/{journeyID}/profile` takes the sections; `GET` answers with them and with what
/// is still missing. Whether `PUT` merges or replaces is open (C3): whole sections are sent, and
/// what was kept is read back.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ProfileSections {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_profile: Option<WorkProfile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banking: Option<Banking>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journey: Option<JourneyWishes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gold_loan: Option<GoldLoan>,
}

/// ASSUMPTION(G9): the key names of `GET …/profile` around the sections.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ProfileSnapshot {
    pub profile: Option<Profile>,
    pub work_profile: Option<WorkProfile>,
    pub address: Option<Address>,
    pub banking: Option<Banking>,
    pub journey: Option<JourneyWishes>,
    pub gold_loan: Option<GoldLoan>,
    /// Dotted paths, such as `profile.pan`.
    #[serde(deserialize_with = "nullable")]
    pub required_fields: Vec<String>,
    #[serde(deserialize_with = "nullable")]
    pub missing_fields: Vec<String>,
    pub submitted_at: Option<String>,
    pub updated_at: Option<String>,
}

/// Who the borrower is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Profile {
    /// Ten-digit Indian mobile number, `+91` allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_number: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pan: Option<Text>,
    /// Name as printed on the PAN card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pan_name: Option<Text>,
    /// `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dob: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    #[serde(rename = "personalemail", skip_serializing_if = "Option::is_none")]
    pub personal_email: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct WorkProfile {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employment_type: Option<EmploymentType>,
    /// Rupees a month, digits only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_name: Option<Text>,
    #[serde(rename = "officialemail", skip_serializing_if = "Option::is_none")]
    pub official_email: Option<Text>,
    /// Only for the self-employed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub udyam_number: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Address {
    #[serde(rename = "addressL1", skip_serializing_if = "Option::is_none")]
    pub line1: Option<Text>,
    #[serde(rename = "addressL2", skip_serializing_if = "Option::is_none")]
    pub line2: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pincode: Option<Text>,
}

/// ASSUMPTION(G10): the bank-mandate form's own names.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Banking {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_holder_name: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_number: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ifsc: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_type: Option<AccountType>,
}

/// ASSUMPTION(G10): the `journey` section, what the borrower asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct JourneyWishes {
    /// `consumerDurablePurchase`, `education`, `travel`, `health`, `other`; gold loans have more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_use: Option<Text>,
    /// Rupees, digits only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_amount: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_tenure_months: Option<Text>,
    /// Such as `9876543210@finvu`.
    #[serde(rename = "aaID", skip_serializing_if = "Option::is_none")]
    pub aa_id: Option<Text>,
}

/// ASSUMPTION(G11): the gold-loan object of the platform's hosted product, without its
/// `bureauConsent`: that is given on submission.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GoldLoan {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_type: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constitution: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jewellery_weight_grams: Option<Text>,
    /// `24K`, `22K`, `21K`, `18K`, `14K` or `9K`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purity: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_use: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_amount: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested_tenure_months: Option<Text>,
    #[serde(rename = "aaID", skip_serializing_if = "Option::is_none")]
    pub aa_id: Option<Text>,
}

/// `POST /journeys/{journeyID}/profile/submit`; answered by [`super::envelope::Accepted`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct SubmitRequest {
    #[serde(deserialize_with = "nullable")]
    pub bureau_consent: bool,
}
