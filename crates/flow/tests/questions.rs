//! The question pages of the profile: their order, their names, and which one is open.

use contract::platform::profile::{
    Address, GoldLoan, JourneyWishes, Profile, ProfileSnapshot, WorkProfile,
};
use contract::platform::status::{EmploymentType, Gender, JourneyType};
use flow::{Question, open_question, question_of_field};

fn identity() -> Profile {
    Profile {
        pan: Some("ABCDE1234F".into()),
        pan_name: Some("Rahul Sharma".into()),
        dob: Some("1995-06-20".into()),
        gender: Some(Gender::Male),
        ..Profile::default()
    }
}

fn answer(snapshot: &mut ProfileSnapshot, question: Question) {
    match question {
        Question::Identity => snapshot.profile = Some(identity()),
        Question::Contact => {
            let profile = snapshot.profile.get_or_insert_default();
            profile.contact_number = Some("9876543210".into());
            profile.personal_email = Some("rahul@example.com".into());
        }
        Question::Work => {
            snapshot.work_profile = Some(WorkProfile {
                employment_type: Some(EmploymentType::Salaried),
                income: Some("75000".into()),
                ..WorkProfile::default()
            });
        }
        Question::Address => {
            snapshot.address = Some(Address {
                line1: Some("Flat 301".into()),
                city: Some("Bengaluru".into()),
                state: Some("Karnataka".into()),
                pincode: Some("560001".into()),
                ..Address::default()
            });
        }
        Question::Loan => {
            snapshot.journey = Some(JourneyWishes {
                end_use: Some("education".into()),
                requested_amount: Some("250000".into()),
                requested_tenure_months: Some("24".into()),
                ..JourneyWishes::default()
            });
        }
        Question::Gold => {
            snapshot.gold_loan = Some(GoldLoan {
                jewellery_weight_grams: Some("32.5".into()),
                purity: Some("22K".into()),
                end_use: Some("marriage".into()),
                ..GoldLoan::default()
            });
        }
    }
}

const KINDS: [JourneyType; 3] = [
    JourneyType::PersonalLoan,
    JourneyType::GoldLoan,
    JourneyType::Unknown,
];

fn complete(kind: JourneyType) -> ProfileSnapshot {
    let mut snapshot = ProfileSnapshot::default();
    for question in Question::asked(kind) {
        answer(&mut snapshot, question);
    }
    snapshot
}

#[test]
fn the_questions_are_asked_in_order_and_each_once() {
    for kind in KINDS {
        let mut snapshot = ProfileSnapshot::default();
        for question in Question::asked(kind) {
            assert_eq!(open_question(&snapshot, kind), Some(question), "{kind:?}");
            answer(&mut snapshot, question);
        }
        assert_eq!(open_question(&snapshot, kind), None, "{kind:?}");
    }
}

#[test]
fn the_way_back_is_the_way_there() {
    for kind in KINDS {
        let first = Some(Question::Identity);
        let there: Vec<_> = std::iter::successors(first, |q| q.next(kind)).collect();
        let last = there.last().copied();
        let mut back: Vec<_> = std::iter::successors(last, |q| q.previous(kind)).collect();
        back.reverse();
        assert_eq!(there, Question::asked(kind));
        assert_eq!(back, there);
    }
}

#[test]
fn a_question_is_found_again_by_its_word() {
    for question in Question::ALL {
        assert_eq!(Question::from_word(question.as_str()), Some(question));
    }
    for other in ["", "Identity", "identity ", "summary"] {
        assert_eq!(Question::from_word(other), None, "{other:?}");
    }
}

#[test]
fn what_the_platform_misses_opens_its_question_again() {
    use JourneyType::{GoldLoan, PersonalLoan};
    for (kind, missing, question) in [
        (
            PersonalLoan,
            &["address.pincode"][..],
            Some(Question::Address),
        ),
        (
            PersonalLoan,
            &["journey.endUse", "profile.pan"],
            Some(Question::Identity),
        ),
        (
            PersonalLoan,
            &["profile.contactNumber", "workProfile.income"],
            Some(Question::Contact),
        ),
        (PersonalLoan, &["goldLoan.purity"], None),
        (GoldLoan, &["goldLoan.purity"], Some(Question::Gold)),
        (GoldLoan, &["journey.endUse"], None),
        (PersonalLoan, &[], None),
        (GoldLoan, &[], None),
    ] {
        let mut snapshot = complete(kind);
        snapshot.missing_fields = missing.iter().map(|path| (*path).to_owned()).collect();
        assert_eq!(open_question(&snapshot, kind), question, "{missing:?}");
    }
}

#[test]
fn an_answer_of_blanks_or_of_an_unknown_word_is_none() {
    let edit = |edit: fn(&mut ProfileSnapshot)| {
        let mut snapshot = complete(JourneyType::PersonalLoan);
        edit(&mut snapshot);
        open_question(&snapshot, JourneyType::PersonalLoan)
    };
    assert_eq!(
        edit(|snapshot| snapshot.profile.get_or_insert_default().pan = Some("  ".into())),
        Some(Question::Identity)
    );
    assert_eq!(
        edit(|snapshot| {
            snapshot.profile.get_or_insert_default().gender = Some(Gender::Unknown);
        }),
        Some(Question::Identity)
    );
    assert_eq!(
        edit(|snapshot| {
            let work = snapshot.work_profile.get_or_insert_default();
            work.employment_type = Some(EmploymentType::Unknown);
        }),
        Some(Question::Work)
    );
}

#[test]
fn a_field_that_was_refused_leads_to_its_page() {
    for (path, question) in [
        ("profile.pan", Some(Question::Identity)),
        ("profile.panName", Some(Question::Identity)),
        ("profile.contactNumber", Some(Question::Contact)),
        ("profile.personalemail", Some(Question::Contact)),
        ("workProfile.officialemail", Some(Question::Work)),
        ("address.addressL1", Some(Question::Address)),
        ("journey.requestedAmount", Some(Question::Loan)),
        ("goldLoan.jewelleryWeightGrams", Some(Question::Gold)),
        ("bureauConsent", None),
        ("Idempotency-Key", None),
        ("", None),
    ] {
        assert_eq!(question_of_field(path), question, "{path}");
    }
}
