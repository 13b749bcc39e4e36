use serde_json::{Map, Value, json};

use crate::borrowers::{self, TestBorrower};
use crate::text;

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known(&'static TestBorrower);

#[derive(Debug, Clone)]
pub(crate) enum Person {
    Known(Known),
    /// Only a mobile number: ten digits.
    New(String),
}

impl Person {
    pub(crate) fn by_id(id: &str) -> Option<Self> {
        borrowers::by_id(id).map(|borrower| Self::Known(Known(borrower)))
    }

    /// Whoever owns the number.
    pub(crate) fn by_mobile(mobile: &lending::Mobile) -> Self {
        match borrowers::by_mobile(mobile.as_str()) {
            Some(borrower) => Self::Known(Known(borrower)),
            None => Self::New(mobile.as_str().to_owned()),
        }
    }

    /// The same for ever for the same person.
    pub(crate) fn sub(&self) -> String {
        match self {
            Self::Known(Known(borrower)) => borrower.id.to_owned(),
            Self::New(mobile) => {
                let digest = text::sha256(format!("sandbox mobile {mobile}").as_bytes());
                format!("m-{}", digest.chars().take(24).collect::<String>())
            }
        }
    }

    pub(crate) fn claims(&self) -> Map<String, Value> {
        let claims = match self {
            Self::New(mobile) => json!({ "phone_number": format!("+91{mobile}") }),
            Self::Known(Known(borrower)) => {
                let known = &borrower.claims;
                json!({
                    "name": known.name,
                    "email": known.email,
                    "phone_number": format!("+91{}", known.mobile),
                    "birthdate": known.birthdate,
                    "gender": known.gender,
                    "address": {
                        "street_address": known.street,
                        "locality": known.city,
                        "region": known.state,
                        "postal_code": known.pincode,
                    },
                    "pan": known.pan,
                    "employment_type": known.employment,
                    "monthly_income": known.income,
                    "company_name": known.company,
                    "bank_account": {
                        "holder_name": known.name,
                        "account_number": known.account,
                        "ifsc": known.ifsc,
                        "account_type": known.account_type,
                    },
                })
            }
        };
        let mut claims = claims.as_object().cloned().unwrap_or_default();
        claims.insert("sub".to_owned(), self.sub().into());
        claims
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_always_the_same_person() {
        let person = |typed| Person::by_mobile(&lending::Mobile::parse(typed).unwrap());
        assert_eq!(person("9812345678").sub(), person("+91 98123 45678").sub());
        assert_ne!(person("9812345678").sub(), person("9812345679").sub());
        assert_eq!(person("9876500002").sub(), "ravi");
        assert_eq!(person("9812345678").claims().len(), 2);
    }
}
