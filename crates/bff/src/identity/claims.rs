use std::collections::HashMap;

use contract::Text;
use contract::platform::profile::{Address, Banking, Profile, WorkProfile};
use contract::platform::sessions::SessionRequest;
use contract::platform::status::{AccountType, EmploymentType, Gender};
use openidconnect::core::CoreGenderClaim;
use openidconnect::{AdditionalClaims, IdTokenClaims, LocalizedClaim};
use serde::{Deserialize, Serialize};

/// Claims beyond the standard ones; a provider gives what it has.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LendingClaims {
    pub pan: Option<Text>,
    pub employment_type: Option<EmploymentType>,
    /// Rupees a month, digits only.
    pub monthly_income: Option<Text>,
    pub company_name: Option<Text>,
    pub bank_account: Option<BankAccountClaim>,
    #[serde(flatten)]
    pub others: HashMap<String, serde_json::Value>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BankAccountClaim {
    pub holder_name: Option<Text>,
    pub account_number: Option<Text>,
    pub ifsc: Option<Text>,
    pub account_type: Option<AccountType>,
}

impl AdditionalClaims for LendingClaims {}

pub type Claims = IdTokenClaims<LendingClaims, CoreGenderClaim>;

/// Who has signed in, and what the platform is told of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: Option<String>,
    /// Masked but for the last four digits.
    pub mobile: Option<String>,
    pub request: SessionRequest,
}

impl Person {
    /// `None` when the claim that names the person is missing or empty.
    pub fn from_claims(claims: &Claims, external_id_claim: &str) -> Option<Self> {
        let more = claims.additional_claims();
        // By name among all claims, the standard ones included.
        let external_id = match serde_json::to_value(claims).ok()?.get(external_id_claim)? {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Number(number) => number.to_string(),
            _ => return None,
        };
        if external_id.trim().is_empty() {
            return None;
        }
        let name = claims
            .name()
            .and_then(|name| first(name))
            .map(|name| name.as_str().to_owned());
        let mobile = claims
            .phone_number()
            .and_then(|number| lending::Mobile::parse(number.as_str()).ok());
        let profile = Profile {
            contact_number: mobile.as_ref().map(|mobile| Text::from(mobile.as_str())),
            pan: kept(more.pan.as_ref(), |text| lending::Pan::parse(text).is_ok()),
            pan_name: name.as_deref().map(Text::from),
            // A provider may know the year only, or the day without it.
            dob: claims
                .birthdate()
                .filter(|date| lending::Date::parse(date.as_str()).is_some())
                .map(|date| Text::from(date.as_str())),
            gender: claims
                .gender()
                .map(|gender| Gender::from_word(gender.as_str()))
                .filter(|gender| *gender != Gender::Unknown),
            personal_email: claims.email().map(|email| Text::from(email.as_str())),
        };
        let request = SessionRequest {
            borrower_external_id: external_id,
            journey_type: None,
            profile: given(profile),
            work_profile: given(WorkProfile {
                employment_type: more
                    .employment_type
                    .filter(|e| *e != EmploymentType::Unknown),
                income: kept(more.monthly_income.as_ref(), |text| {
                    text.len() >= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
                }),
                company_name: more.company_name.clone(),
                ..WorkProfile::default()
            }),
            address: address(claims).and_then(given),
            banking: more.bank_account.as_ref().map(banking).and_then(given),
        };
        Some(Self {
            name,
            mobile: mobile.map(|mobile| mobile.masked()),
            request,
        })
    }
}

fn first<T>(claim: &LocalizedClaim<T>) -> Option<&T> {
    claim
        .get(None)
        .or_else(|| claim.iter().next().map(|(_, value)| value))
}

fn address(claims: &Claims) -> Option<Address> {
    let claim = claims.address()?;
    let mut lines = claim
        .street_address
        .iter()
        .flat_map(|street| street.as_str().lines())
        .map(Text::from);
    Some(Address {
        line1: lines.next(),
        line2: lines.next(),
        city: claim
            .locality
            .as_ref()
            .map(|text| Text::from(text.as_str())),
        state: claim.region.as_ref().map(|text| Text::from(text.as_str())),
        pincode: claim
            .postal_code
            .as_ref()
            .filter(|text| lending::Pincode::parse(text.as_str()).is_ok())
            .map(|text| Text::from(text.as_str())),
    })
}

fn banking(claim: &BankAccountClaim) -> Banking {
    Banking {
        account_holder_name: claim.holder_name.clone(),
        account_number: claim.account_number.clone(),
        ifsc: claim.ifsc.clone(),
        account_type: claim.account_type,
    }
}

/// A claim in the form that lenders take; what is not is left for the borrower to enter.
fn kept(claim: Option<&Text>, fits: impl Fn(&str) -> bool) -> Option<Text> {
    claim.filter(|text| fits(text.as_str())).cloned()
}

/// A section with nothing in it is not sent.
fn given<T: Default + PartialEq>(section: T) -> Option<T> {
    (section != T::default()).then_some(section)
}
