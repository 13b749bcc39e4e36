use contract::Text;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{EmploymentType, Gender, JourneyType};

/// A question page of the profile, in the order they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Name, PAN, date of birth, gender.
    Identity,
    /// Mobile number and email.
    Contact,
    Work,
    Address,
    /// Purpose, amount, tenure.
    Loan,
    /// Weight, purity, purpose: of a gold loan in place of [`Self::Loan`].
    Gold,
}

impl Question {
    pub const ALL: [Self; 6] = [
        Self::Identity,
        Self::Contact,
        Self::Work,
        Self::Address,
        Self::Loan,
        Self::Gold,
    ];

    /// The pages of an application of this kind, in their order.
    pub const fn asked(kind: JourneyType) -> [Self; 5] {
        let last = match kind {
            JourneyType::GoldLoan => Self::Gold,
            JourneyType::PersonalLoan | JourneyType::Unknown => Self::Loan,
        };
        [
            Self::Identity,
            Self::Contact,
            Self::Work,
            Self::Address,
            last,
        ]
    }

    /// A short name for history entries and resume markers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Work => "work",
            Self::Address => "address",
            Self::Loan => "loan",
            Self::Gold => "gold",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|question| question.as_str() == word)
    }

    /// The page after this one; `None` leads to check-your-answers.
    pub fn next(self, kind: JourneyType) -> Option<Self> {
        Self::asked(kind)
            .into_iter()
            .find(|question| *question > self)
    }

    pub fn previous(self, kind: JourneyType) -> Option<Self> {
        Self::asked(kind)
            .into_iter()
            .rev()
            .find(|question| *question < self)
    }
}

/// The page on which a field of the platform is asked for, by its dotted path.
pub fn question_of_field(path: &str) -> Option<Question> {
    match path {
        "profile.contactNumber" | "profile.personalemail" => Some(Question::Contact),
        _ => match path.split('.').next()? {
            "profile" => Some(Question::Identity),
            "workProfile" => Some(Question::Work),
            "address" => Some(Question::Address),
            "journey" => Some(Question::Loan),
            "goldLoan" => Some(Question::Gold),
            _ => None,
        },
    }
}

/// The first page with something missing; `None` when all is there.
///
/// What the platform lists as missing counts as well as what this app always asks for.
pub fn open_question(profile: &ProfileSnapshot, kind: JourneyType) -> Option<Question> {
    let asked = Question::asked(kind);
    let listed = profile
        .missing_fields
        .iter()
        .filter_map(|path| question_of_field(path))
        .filter(|question| asked.contains(question))
        .min();
    let own = asked
        .into_iter()
        .find(|question| !answered(profile, *question));
    match (listed, own) {
        (Some(listed), Some(own)) => Some(listed.min(own)),
        (listed, own) => listed.or(own),
    }
}

fn answered(snapshot: &ProfileSnapshot, question: Question) -> bool {
    fn filled(text: Option<&Text>) -> bool {
        text.is_some_and(|text| !text.as_str().trim().is_empty())
    }
    match question {
        Question::Identity => snapshot.profile.as_ref().is_some_and(|profile| {
            filled(profile.pan.as_ref())
                && filled(profile.pan_name.as_ref())
                && filled(profile.dob.as_ref())
                && profile
                    .gender
                    .is_some_and(|gender| gender != Gender::Unknown)
        }),
        Question::Contact => snapshot.profile.as_ref().is_some_and(|profile| {
            filled(profile.contact_number.as_ref()) && filled(profile.personal_email.as_ref())
        }),
        Question::Work => snapshot.work_profile.as_ref().is_some_and(|work| {
            work.employment_type
                .is_some_and(|kind| kind != EmploymentType::Unknown)
                && filled(work.income.as_ref())
        }),
        Question::Address => snapshot.address.as_ref().is_some_and(|address| {
            filled(address.line1.as_ref())
                && filled(address.city.as_ref())
                && filled(address.state.as_ref())
                && filled(address.pincode.as_ref())
        }),
        Question::Loan => snapshot.journey.as_ref().is_some_and(|wishes| {
            filled(wishes.end_use.as_ref())
                && filled(wishes.requested_amount.as_ref())
                && filled(wishes.requested_tenure_months.as_ref())
        }),
        Question::Gold => snapshot.gold_loan.as_ref().is_some_and(|gold| {
            filled(gold.jewellery_weight_grams.as_ref())
                && filled(gold.purity.as_ref())
                && filled(gold.end_use.as_ref())
        }),
    }
}
