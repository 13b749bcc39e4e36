//! What each field of a profile must look like.

use contract::Text;
use contract::platform::envelope::FieldError;
use contract::platform::profile::ProfileSections;
use contract::platform::status::{AccountType, EmploymentType, Gender};
use lending::Date;

use crate::borrowers::last_ten;
use crate::text::{all_digits, has_shape};

const PERSONAL_END_USES: [&str; 5] = [
    "consumerDurablePurchase",
    "education",
    "travel",
    "health",
    "other",
];
const PURITIES: [&str; 6] = ["24K", "22K", "21K", "18K", "14K", "9K"];

struct Checks(Vec<FieldError>);

impl Checks {
    /// Empty text clears a field and is not checked.
    fn text(&mut self, field: &str, value: Option<&Text>, good: impl Fn(&str) -> bool, say: &str) {
        let value = value.map(Text::as_str).filter(|text| !text.is_empty());
        self.check(field, value.is_none_or(good), say);
    }

    fn check(&mut self, field: &str, good: bool, say: &str) {
        if !good {
            self.0.push(FieldError {
                field: field.to_owned(),
                message: say.to_owned(),
            });
        }
    }
}

/// All that is wrong with what was sent; missing fields are not wrong.
pub(crate) fn check(sections: &ProfileSections, today: Date) -> Vec<FieldError> {
    let mut checks = Checks(Vec::new());
    person(&mut checks, sections, today);
    work(&mut checks, sections);
    address(&mut checks, sections);
    banking(&mut checks, sections);
    wishes(&mut checks, sections);
    gold(&mut checks, sections);
    checks.0
}

fn person(checks: &mut Checks, sections: &ProfileSections, today: Date) {
    let Some(profile) = &sections.profile else {
        return;
    };
    checks.text(
        "profile.contactNumber",
        profile.contact_number.as_ref(),
        is_mobile,
        "contactNumber is not an Indian mobile number.",
    );
    checks.text(
        "profile.pan",
        profile.pan.as_ref(),
        |pan| has_shape(&pan.to_ascii_uppercase(), "AAAAA9999A"),
        "pan is not a PAN.",
    );
    checks.text(
        "profile.panName",
        profile.pan_name.as_ref(),
        |name| lending::PersonName::parse(name).is_ok(),
        "panName is not a name.",
    );
    checks.text(
        "profile.dob",
        profile.dob.as_ref(),
        |dob| {
            dob.len() == 10
                && Date::parse(dob)
                    .and_then(|born| born.age_on(today))
                    .is_some_and(|age| (18..=100).contains(&age))
        },
        "dob is not YYYY-MM-DD of an adult.",
    );
    checks.check(
        "profile.gender",
        profile.gender != Some(Gender::Unknown),
        "gender is male, female or transgender.",
    );
    checks.text(
        "profile.personalemail",
        profile.personal_email.as_ref(),
        |email| lending::Email::parse(email).is_ok(),
        "personalemail is not an email address.",
    );
}

/// `^(?:\+91|91)?[6-9]\d{9}$`
pub(crate) fn is_mobile(text: &str) -> bool {
    let number = last_ten(text);
    let prefix = text.strip_suffix(number).unwrap_or_default();
    ["", "91", "+91"].contains(&prefix)
        && has_shape(number, "9999999999")
        && number.starts_with(['6', '7', '8', '9'])
}

fn work(checks: &mut Checks, sections: &ProfileSections) {
    let Some(work) = &sections.work_profile else {
        return;
    };
    checks.check(
        "workProfile.employmentType",
        work.employment_type != Some(EmploymentType::Unknown),
        "employmentType is salaried or selfEmployed.",
    );
    checks.text(
        "workProfile.income",
        work.income.as_ref(),
        |income| all_digits(income) && income.len() >= 4 && positive(income),
        "income is at least four digits of rupees a month.",
    );
    checks.text(
        "workProfile.officialemail",
        work.official_email.as_ref(),
        |email| lending::Email::parse(email).is_ok(),
        "officialemail is not an email address.",
    );
    let udyam = work.udyam_number.as_ref();
    checks.text(
        "workProfile.udyamNumber",
        udyam,
        |udyam| {
            work.employment_type != Some(EmploymentType::Salaried)
                && udyam
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        },
        "udyamNumber is letters, digits and hyphens, for the self-employed.",
    );
}

fn address(checks: &mut Checks, sections: &ProfileSections) {
    if let Some(address) = &sections.address {
        checks.text(
            "address.pincode",
            address.pincode.as_ref(),
            |pincode| has_shape(pincode, "999999") && !pincode.starts_with('0'),
            "pincode is six digits, the first not zero.",
        );
    }
}

fn banking(checks: &mut Checks, sections: &ProfileSections) {
    let Some(banking) = &sections.banking else {
        return;
    };
    checks.text(
        "banking.accountNumber",
        banking.account_number.as_ref(),
        is_account_number,
        "accountNumber is 9 to 18 digits.",
    );
    checks.text(
        "banking.ifsc",
        banking.ifsc.as_ref(),
        is_ifsc,
        "ifsc is four letters, a zero and six letters or digits.",
    );
    checks.check(
        "banking.accountType",
        banking.account_type != Some(AccountType::Unknown),
        "accountType is saving or current.",
    );
}

/// ASSUMPTION(G21)
pub(crate) fn is_account_number(text: &str) -> bool {
    all_digits(text) && (9..=18).contains(&text.len())
}

/// ASSUMPTION(G21)
pub(crate) fn is_ifsc(text: &str) -> bool {
    has_shape(text, "AAAA0XXXXXX")
}

fn wishes(checks: &mut Checks, sections: &ProfileSections) {
    let Some(wishes) = &sections.journey else {
        return;
    };
    checks.text(
        "journey.endUse",
        wishes.end_use.as_ref(),
        |use_| PERSONAL_END_USES.contains(&use_),
        "endUse is consumerDurablePurchase, education, travel, health or other.",
    );
    checks.text(
        "journey.requestedAmount",
        wishes.requested_amount.as_ref(),
        |amount| all_digits(amount) && positive(amount),
        "requestedAmount is rupees, digits only.",
    );
    checks.text(
        "journey.requestedTenureMonths",
        wishes.requested_tenure_months.as_ref(),
        |months| {
            months
                .parse()
                .is_ok_and(|months: u32| (1..=600).contains(&months))
        },
        "requestedTenureMonths is 1 to 600.",
    );
}

fn gold(checks: &mut Checks, sections: &ProfileSections) {
    if let Some(gold) = &sections.gold_loan {
        checks.text(
            "goldLoan.jewelleryWeightGrams",
            gold.jewellery_weight_grams.as_ref(),
            |grams| grams.parse().is_ok_and(|grams: f64| grams > 0.0),
            "jewelleryWeightGrams is a positive number.",
        );
        checks.text(
            "goldLoan.purity",
            gold.purity.as_ref(),
            |purity| PURITIES.contains(&purity),
            "purity is 24K, 22K, 21K, 18K, 14K or 9K.",
        );
    }
}

pub(crate) fn positive(digits: &str) -> bool {
    digits.bytes().any(|byte| byte != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_may_have_the_country_code_and_nothing_else() {
        for good in ["9876543210", "919876543210", "+919876543210", "6000000000"] {
            assert!(is_mobile(good), "{good}");
        }
        for bad in [
            "",
            "987654321",
            "5876543210",
            "+9876543210",
            "09876543210",
            "98765 43210",
            "98765432101",
            "९८७६५४३२१०",
        ] {
            assert!(!is_mobile(bad), "{bad}");
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        let sections: ProfileSections = serde_json::from_str(
            r#"{"profile":{"contactNumber":"12","pan":"X","dob":"2020-01-01","gender":"other",
                "personalemail":"x"},
                "workProfile":{"employmentType":"boss","income":"999","udyamNumber":"a b"},
                "address":{"pincode":"012345"},
                "banking":{"accountNumber":"1","ifsc":"hdfc","accountType":"nro"},
                "journey":{"endUse":"fun","requestedAmount":"0","requestedTenureMonths":"0"},
                "goldLoan":{"jewelleryWeightGrams":"-1","purity":"23K"}}"#,
        )
        .unwrap();
        let fields: Vec<String> = check(&sections, Date::new(2026, 11, 22).unwrap())
            .into_iter()
            .map(|error| error.field)
            .collect();
        assert_eq!(fields.len(), 17, "{fields:?}");
    }

    #[test]
    fn text_that_clears_a_field_is_not_wrong() {
        let sections: ProfileSections = serde_json::from_str(
            r#"{"profile":{"pan":"","personalemail":""},"address":{"pincode":""}}"#,
        )
        .unwrap();
        assert!(check(&sections, Date::new(2026, 11, 22).unwrap()).is_empty());
    }
}
