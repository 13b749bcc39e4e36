//! Merging and completeness of a profile.

use contract::Text;
use contract::platform::profile::{
    Address, Banking, GoldLoan, JourneyWishes, Profile, ProfileSections, WorkProfile,
};
use contract::platform::status::JourneyType;

const PERSON: [&str; 12] = [
    "profile.contactNumber",
    "profile.pan",
    "profile.panName",
    "profile.dob",
    "profile.gender",
    "profile.personalemail",
    "workProfile.employmentType",
    "workProfile.income",
    "address.addressL1",
    "address.city",
    "address.state",
    "address.pincode",
];
const PERSONAL_LOAN: [&str; 3] = [
    "journey.endUse",
    "journey.requestedAmount",
    "journey.requestedTenureMonths",
];
/// ASSUMPTION(G11)
const GOLD_LOAN: [&str; 3] = [
    "goldLoan.jewelleryWeightGrams",
    "goldLoan.purity",
    "goldLoan.endUse",
];

/// Dotted paths of what must be there before lenders are asked.
pub(crate) fn required(kind: JourneyType) -> Vec<String> {
    let own = match kind {
        JourneyType::GoldLoan => GOLD_LOAN,
        JourneyType::PersonalLoan | JourneyType::Unknown => PERSONAL_LOAN,
    };
    PERSON
        .iter()
        .chain(&own)
        .map(|path| (*path).to_owned())
        .collect()
}

pub(crate) fn missing(kind: JourneyType, sections: &ProfileSections) -> Vec<String> {
    let written = serde_json::to_value(sections).unwrap_or_default();
    required(kind)
        .into_iter()
        .filter(|path| {
            let pointer = format!("/{}", path.replace('.', "/"));
            written
                .pointer(&pointer)
                .and_then(serde_json::Value::as_str)
                .is_none_or(|text| text.trim().is_empty())
        })
        .collect()
}

/// ASSUMPTION(G9): what is sent replaces what was kept, field by field; empty text clears.
pub(crate) fn merge(kept: &mut ProfileSections, sent: ProfileSections) {
    fold(kept, sent, |kept, sent| {
        if let Some(sent) = sent {
            *kept = Some(sent).filter(|text| !text.as_str().is_empty());
        }
    });
}

/// Only what was not known before.
pub(crate) fn fill(kept: &mut ProfileSections, known: ProfileSections) {
    fold(kept, known, |kept, known| {
        if kept.is_none() {
            *kept = known;
        }
    });
}

type Each = fn(&mut Option<Text>, Option<Text>);

fn fold(kept: &mut ProfileSections, sent: ProfileSections, each: Each) {
    if let Some(sent) = sent.profile {
        profile(kept.profile.get_or_insert_default(), sent, each);
    }
    if let Some(sent) = sent.work_profile {
        work(kept.work_profile.get_or_insert_default(), sent, each);
    }
    if let Some(sent) = sent.address {
        address(kept.address.get_or_insert_default(), sent, each);
    }
    if let Some(sent) = sent.banking {
        banking(kept.banking.get_or_insert_default(), sent, each);
    }
    if let Some(sent) = sent.journey {
        wishes(kept.journey.get_or_insert_default(), sent, each);
    }
    if let Some(sent) = sent.gold_loan {
        gold(kept.gold_loan.get_or_insert_default(), sent, each);
    }
}

fn profile(kept: &mut Profile, sent: Profile, each: Each) {
    each(&mut kept.contact_number, sent.contact_number);
    each(&mut kept.pan, sent.pan);
    each(&mut kept.pan_name, sent.pan_name);
    each(&mut kept.dob, sent.dob);
    each(&mut kept.personal_email, sent.personal_email);
    word(&mut kept.gender, sent.gender, each);
}

fn work(kept: &mut WorkProfile, sent: WorkProfile, each: Each) {
    each(&mut kept.income, sent.income);
    each(&mut kept.company_name, sent.company_name);
    each(&mut kept.official_email, sent.official_email);
    each(&mut kept.udyam_number, sent.udyam_number);
    word(&mut kept.employment_type, sent.employment_type, each);
}

fn address(kept: &mut Address, sent: Address, each: Each) {
    each(&mut kept.line1, sent.line1);
    each(&mut kept.line2, sent.line2);
    each(&mut kept.city, sent.city);
    each(&mut kept.state, sent.state);
    each(&mut kept.pincode, sent.pincode);
}

fn banking(kept: &mut Banking, sent: Banking, each: Each) {
    each(&mut kept.account_holder_name, sent.account_holder_name);
    each(&mut kept.account_number, sent.account_number);
    each(&mut kept.ifsc, sent.ifsc);
    word(&mut kept.account_type, sent.account_type, each);
}

fn wishes(kept: &mut JourneyWishes, sent: JourneyWishes, each: Each) {
    each(&mut kept.end_use, sent.end_use);
    each(&mut kept.requested_amount, sent.requested_amount);
    each(
        &mut kept.requested_tenure_months,
        sent.requested_tenure_months,
    );
    each(&mut kept.aa_id, sent.aa_id);
}

fn gold(kept: &mut GoldLoan, sent: GoldLoan, each: Each) {
    each(&mut kept.user_type, sent.user_type);
    each(&mut kept.constitution, sent.constitution);
    each(
        &mut kept.jewellery_weight_grams,
        sent.jewellery_weight_grams,
    );
    each(&mut kept.purity, sent.purity);
    each(&mut kept.end_use, sent.end_use);
    each(&mut kept.requested_amount, sent.requested_amount);
    each(
        &mut kept.requested_tenure_months,
        sent.requested_tenure_months,
    );
    each(&mut kept.aa_id, sent.aa_id);
}

/// A field of a word list goes the way of text.
fn word<T: Copy>(kept: &mut Option<T>, sent: Option<T>, each: Each) {
    let mut stand_in = kept.map(|_| Text::from("kept"));
    each(&mut stand_in, sent.map(|_| Text::from("sent")));
    match stand_in.as_ref().map(Text::as_str) {
        Some("sent") => *kept = sent,
        Some(_) => {}
        None => *kept = None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::platform::status::Gender;

    fn named(name: &str, gender: Option<Gender>) -> ProfileSections {
        ProfileSections {
            profile: Some(Profile {
                pan_name: Some(name.into()),
                gender,
                ..Profile::default()
            }),
            ..ProfileSections::default()
        }
    }

    #[test]
    fn what_is_sent_replaces_and_what_is_not_sent_stays() {
        let mut kept = named("ASHA", Some(Gender::Female));
        merge(&mut kept, named("ASHA VERMA", None));
        assert_eq!(kept, named("ASHA VERMA", Some(Gender::Female)));
        merge(&mut kept, named("", Some(Gender::Transgender)));
        let profile = kept.profile.unwrap();
        assert_eq!(profile.pan_name, None);
        assert_eq!(profile.gender, Some(Gender::Transgender));
    }

    #[test]
    fn prefill_never_overwrites() {
        let mut kept = named("ASHA", None);
        fill(&mut kept, named("SOMEBODY", Some(Gender::Female)));
        assert_eq!(kept, named("ASHA", Some(Gender::Female)));
    }

    #[test]
    fn everything_is_missing_at_first() {
        let kind = JourneyType::PersonalLoan;
        let nothing = ProfileSections::default();
        assert_eq!(missing(kind, &nothing), required(kind));
        assert!(!missing(kind, &named("ASHA", None)).contains(&"profile.panName".to_owned()));
    }
}
