//! The seven step endpoints, below `/journeys/{journeyID}/offers/{offerID}/steps`.

use serde::{Deserialize, Serialize};

use super::status::{AccountType, ActionRequired, ResourceType, StepKey, StepStatus};
use crate::Text;
use crate::wire::{count, nullable};

/// `GET …/steps`. Disbursal has no endpoint of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Steps {
    #[serde(deserialize_with = "nullable")]
    pub kyc: Step,
    #[serde(deserialize_with = "nullable")]
    pub bank_mandate: Step,
    #[serde(deserialize_with = "nullable")]
    pub e_mandate: Step,
    #[serde(deserialize_with = "nullable")]
    pub loan_agreement: Step,
    #[serde(deserialize_with = "nullable")]
    pub disbursal: Step,
}

impl Steps {
    /// The step of that name; `None` for a name that is not a step.
    pub fn get(&self, key: StepKey) -> Option<&Step> {
        match key {
            StepKey::Kyc => Some(&self.kyc),
            StepKey::BankMandate => Some(&self.bank_mandate),
            StepKey::EMandate => Some(&self.e_mandate),
            StepKey::LoanAgreement => Some(&self.loan_agreement),
            StepKey::Disbursal => Some(&self.disbursal),
            StepKey::Unknown => None,
        }
    }

    /// All five, to change in place.
    pub fn all_mut(&mut self) -> [&mut Step; 5] {
        [
            &mut self.kyc,
            &mut self.bank_mandate,
            &mut self.e_mandate,
            &mut self.loan_agreement,
            &mut self.disbursal,
        ]
    }
}

/// One step. ASSUMPTION(G19): `…/kyc/status` answers the same without `resource`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Step {
    pub status: StepStatus,
    pub action_required: ActionRequired,
    pub resource: Option<Resource>,
    pub diagnostics: Option<Diagnostics>,
}

/// ASSUMPTION(G18): everything but `type: "FORM"`, `redirectURL` and an empty `form`.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Resource {
    #[serde(rename = "type")]
    pub kind: ResourceType,
    #[serde(rename = "redirectURL")]
    pub redirect_url: Option<String>,
    pub form: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// A form the platform describes; `{}` means that the client brings its own.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Form {
    #[serde(rename = "formID", skip_serializing_if = "Option::is_none")]
    pub form_id: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "nullable")]
    pub fields: Vec<FormField>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit_label: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FormField {
    #[serde(deserialize_with = "nullable")]
    pub name: Text,
    #[serde(deserialize_with = "nullable")]
    pub label: Text,
    /// `text`, `number`, `date`, `select`, `checkbox`, `tel` or `email`.
    #[serde(rename = "type", deserialize_with = "nullable")]
    pub kind: Text,
    #[serde(deserialize_with = "nullable")]
    pub required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "nullable")]
    pub options: Vec<FormOption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Text>,
    #[serde(deserialize_with = "nullable")]
    pub readonly: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FormOption {
    #[serde(deserialize_with = "nullable")]
    pub value: Text,
    #[serde(deserialize_with = "nullable")]
    pub label: Text,
}

/// What went wrong or is going on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Diagnostics {
    pub code: Option<Text>,
    pub message: Option<Text>,
    #[serde(deserialize_with = "count")]
    pub attempts: Option<u32>,
    #[serde(deserialize_with = "count")]
    pub max_attempts: Option<u32>,
    pub updated_at: Option<String>,
}

/// `POST …/steps/bank-mandate`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct BankMandateRequest {
    pub account_holder_name: Text,
    /// ASSUMPTION(G21): 9 to 18 digits.
    pub account_number: Text,
    pub ifsc: Text,
    pub account_type: AccountType,
}

// The address is a capability: it must not reach a log through `{:?}`.
impl std::fmt::Debug for Resource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Resource")
            .field("kind", &self.kind)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}
