//! Who can sign in, and what each of them will meet.

use std::borrow::Cow;
use std::sync::LazyLock;

use contract::platform::status::JourneyType;

use crate::lenders::Letter;
use crate::scenarios::{self, Scenario, Script};

/// A person of the sandbox's world.
#[derive(Debug, Clone)]
pub(crate) struct TestBorrower {
    /// The identity provider's `sub`.
    pub(crate) id: &'static str,
    pub(crate) claims: Claims,
    /// Who is asked for an offer.
    pub(crate) lenders: &'static [Letter],
    /// In words, for the console.
    pub(crate) meets: &'static str,
    pub(crate) script: Script,
}

/// Of nobody else.
pub(crate) type Own = Cow<'static, str>;

/// What the identity provider knows of somebody.
#[derive(Debug, Clone)]
pub(crate) struct Claims {
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    /// Ten digits.
    pub(crate) mobile: Own,
    pub(crate) birthdate: &'static str,
    pub(crate) gender: &'static str,
    pub(crate) pan: Own,
    pub(crate) street: &'static str,
    pub(crate) city: &'static str,
    pub(crate) state: &'static str,
    pub(crate) pincode: &'static str,
    pub(crate) employment: &'static str,
    /// Rupees a month.
    pub(crate) income: &'static str,
    pub(crate) company: &'static str,
    pub(crate) account: &'static str,
    pub(crate) ifsc: &'static str,
    pub(crate) account_type: &'static str,
}

use Letter::{A, B, C, D, E, F, G, H};

/// Lenders of somebody who is not in [`ALL`].
const ANYBODYS_LENDERS: &[Letter] = &[A, D];

pub(crate) const ALL: &[TestBorrower] = &[
    TestBorrower {
        id: "asha",
        claims: Claims {
            name: "Asha Verma",
            email: "asha.verma@example.com",
            mobile: Cow::Borrowed("9876500001"),
            birthdate: "1993-04-18",
            gender: "female",
            pan: Cow::Borrowed("ABCPV1234E"),
            street: "12 Laxmi Road",
            city: "Pune",
            state: "Maharashtra",
            pincode: "411030",
            employment: "salaried",
            income: "65000",
            company: "Sarita Textiles Pvt Ltd",
            account: "50100012345678",
            ifsc: "HDFC0001234",
            account_type: "saving",
        },
        lenders: &[A, D, E],
        meets: "A straightforward loan: Sahyadri and Deccan offer, Vindhya does not. No bank \
                statements are asked for.",
        script: Script::NONE,
    },
    TestBorrower {
        id: "ravi",
        claims: Claims {
            name: "Ravi Nair",
            email: "ravi.nair@example.com",
            mobile: Cow::Borrowed("9876500002"),
            birthdate: "1988-11-02",
            gender: "male",
            pan: Cow::Borrowed("BXTPN5678K"),
            street: "4 Marine Drive",
            city: "Kochi",
            state: "Kerala",
            pincode: "682031",
            employment: "salaried",
            income: "82000",
            company: "Periyar Logistics Ltd",
            account: "67012345678",
            ifsc: "SBIN0070123",
            account_type: "saving",
        },
        lenders: &[B],
        meets: "Narmada alone, and it wants bank statements through the Account Aggregator \
                before it offers anything.",
        script: Script::NONE,
    },
    TestBorrower {
        id: "meena",
        claims: Claims {
            name: "Meena Kulkarni",
            email: "meena.kulkarni@example.com",
            mobile: Cow::Borrowed("9876500003"),
            birthdate: "1990-07-29",
            gender: "female",
            pan: Cow::Borrowed("CKLPK9012M"),
            street: "27 College Road",
            city: "Nashik",
            state: "Maharashtra",
            pincode: "422005",
            employment: "salaried",
            income: "120000",
            company: "Godavari Instruments Pvt Ltd",
            account: "912010012345678",
            ifsc: "UTIB0000456",
            account_type: "saving",
        },
        lenders: &[C],
        meets: "Konkan alone: it offers at once and wants bank statements after it was chosen. \
                Its bank form is described by the platform.",
        script: Script::NONE,
    },
    TestBorrower {
        id: "imran",
        claims: Claims {
            name: "Imran Sheikh",
            email: "imran.sheikh@example.com",
            mobile: Cow::Borrowed("9876500004"),
            birthdate: "1985-01-15",
            gender: "male",
            pan: Cow::Borrowed("DPQPS3456R"),
            street: "9 Aminabad Road",
            city: "Lucknow",
            state: "Uttar Pradesh",
            pincode: "226018",
            employment: "selfEmployed",
            income: "95000",
            company: "Sheikh Furniture Works",
            account: "30123456789",
            ifsc: "PUNB0123400",
            account_type: "current",
        },
        lenders: &[A, B, C, D, E, F],
        meets: "All six lenders of personal loans: three offer at once, Narmada wants bank statements first, \
                Vindhya says no, Malwa answers late.",
        script: Script::NONE,
    },
];

/// Gold is lent on by others than lend without.
const GOLD_LENDERS: &[Letter] = &[G, H];

/// The persons of the scenarios, each with a mobile number and a PAN of its own.
static PERSONS: LazyLock<Vec<TestBorrower>> = LazyLock::new(|| {
    scenarios::ALL
        .iter()
        .zip(1..)
        .filter_map(|(scenario, number)| person(scenario, number))
        .collect()
});

fn person(scenario: &'static Scenario, number: u32) -> Option<TestBorrower> {
    let base = ALL.iter().find(|borrower| borrower.id == scenario.base)?;
    let letters = base.claims.pan.get(..5)?;
    Some(TestBorrower {
        id: scenario.name,
        claims: Claims {
            mobile: format!("987651{number:04}").into(),
            pan: format!("{letters}{:04}Z", 5_000 + number).into(),
            ..base.claims.clone()
        },
        lenders: base.lenders,
        meets: scenario.says,
        script: Script::of(scenario),
    })
}

impl TestBorrower {
    /// Who is asked for a loan of that kind.
    pub(crate) fn lenders(&self, kind: JourneyType) -> &'static [Letter] {
        let usual = match kind {
            JourneyType::GoldLoan => GOLD_LENDERS,
            JourneyType::PersonalLoan | JourneyType::Unknown => self.lenders,
        };
        self.script.lenders(kind).unwrap_or(usual)
    }
}

/// Of somebody whom the sandbox does not know.
pub(crate) fn anybodys_lenders(kind: JourneyType) -> &'static [Letter] {
    match kind {
        JourneyType::GoldLoan => GOLD_LENDERS,
        JourneyType::PersonalLoan | JourneyType::Unknown => ANYBODYS_LENDERS,
    }
}

fn everybody() -> impl Iterator<Item = &'static TestBorrower> {
    ALL.iter().chain(PERSONS.iter())
}

pub(crate) fn by_id(id: &str) -> Option<&'static TestBorrower> {
    everybody().find(|borrower| borrower.id == id)
}

/// `mobile`: ten digits.
pub(crate) fn by_mobile(mobile: &str) -> Option<&'static TestBorrower> {
    everybody().find(|borrower| borrower.claims.mobile == mobile)
}

/// Who is behind an application: a client may derive `borrowerExternalID` as it likes, so the
/// mobile number and the PAN are looked at as well.
pub(crate) fn behind(
    external_id: &str,
    mobile: Option<&str>,
    pan: Option<&str>,
) -> Option<&'static TestBorrower> {
    by_id(external_id)
        .or_else(|| mobile.and_then(|mobile| by_mobile(last_ten(mobile))))
        .or_else(|| pan.and_then(|pan| everybody().find(|borrower| borrower.claims.pan == pan)))
}

pub(crate) fn last_ten(mobile: &str) -> &str {
    mobile
        .len()
        .checked_sub(10)
        .and_then(|start| mobile.get(start..))
        .unwrap_or(mobile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::has_shape;

    #[test]
    fn everybody_has_well_formed_claims_of_their_own() {
        for borrower in everybody() {
            let claims = &borrower.claims;
            assert!(has_shape(&claims.pan, "AAAAA9999A"), "{}", borrower.id);
            assert!(has_shape(claims.ifsc, "AAAA0XXXXXX"), "{}", borrower.id);
            assert!(lending::Mobile::parse(&claims.mobile).is_ok());
            assert!(lending::Date::parse(claims.birthdate).is_some());
            assert!(lending::Pincode::parse(claims.pincode).is_ok());
            assert!(lending::AccountNumber::parse(claims.account).is_ok());
            let same = |other: &&TestBorrower| {
                other.id == borrower.id
                    || other.claims.mobile == claims.mobile
                    || other.claims.pan == claims.pan
            };
            assert_eq!(everybody().filter(same).count(), 1, "{}", borrower.id);
        }
    }

    #[test]
    fn every_scenario_has_a_person_who_signs_in_by_its_name() {
        for scenario in scenarios::ALL.iter() {
            assert_eq!(by_id(scenario.name).unwrap().meets, scenario.says);
        }
        assert_eq!(PERSONS.len(), scenarios::ALL.len());
    }

    #[test]
    fn a_person_is_known_by_id_mobile_or_pan() {
        let id = |found: Option<&TestBorrower>| found.map(|borrower| borrower.id);
        assert_eq!(id(behind("ravi", None, None)), Some("ravi"));
        assert_eq!(id(behind("x", Some("+919876500003"), None)), Some("meena"));
        assert_eq!(id(behind("x", None, Some("DPQPS3456R"))), Some("imran"));
        assert_eq!(id(behind("x", Some("9000000000"), None)), None);
    }
}
