//! Who can sign in, and what each of them will meet.

use crate::lenders::Letter;

/// A person of the sandbox's world.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TestBorrower {
    /// The identity provider's `sub`.
    pub(crate) id: &'static str,
    pub(crate) claims: Claims,
    /// Who is asked for an offer.
    pub(crate) lenders: &'static [Letter],
    /// In words, for the console.
    pub(crate) meets: &'static str,
}

/// What the identity provider knows of somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claims {
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    /// Ten digits.
    pub(crate) mobile: &'static str,
    pub(crate) birthdate: &'static str,
    pub(crate) gender: &'static str,
    pub(crate) pan: &'static str,
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

use Letter::{A, B, C, D, E, F};

/// Lenders of somebody who is not in [`ALL`].
pub(crate) const ANYBODYS_LENDERS: &[Letter] = &[A, D];

pub(crate) const ALL: &[TestBorrower] = &[
    TestBorrower {
        id: "asha",
        claims: Claims {
            name: "Asha Verma",
            email: "asha.verma@example.com",
            mobile: "9876500001",
            birthdate: "1993-04-18",
            gender: "female",
            pan: "ABCPV1234E",
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
    },
    TestBorrower {
        id: "ravi",
        claims: Claims {
            name: "Ravi Nair",
            email: "ravi.nair@example.com",
            mobile: "9876500002",
            birthdate: "1988-11-02",
            gender: "male",
            pan: "BXTPN5678K",
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
    },
    TestBorrower {
        id: "meena",
        claims: Claims {
            name: "Meena Kulkarni",
            email: "meena.kulkarni@example.com",
            mobile: "9876500003",
            birthdate: "1990-07-29",
            gender: "female",
            pan: "CKLPK9012M",
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
    },
    TestBorrower {
        id: "imran",
        claims: Claims {
            name: "Imran Sheikh",
            email: "imran.sheikh@example.com",
            mobile: "9876500004",
            birthdate: "1985-01-15",
            gender: "male",
            pan: "DPQPS3456R",
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
        meets: "All six lenders: three offer at once, Narmada wants bank statements first, \
                Vindhya says no, Malwa answers late.",
    },
];

pub(crate) fn by_id(id: &str) -> Option<&'static TestBorrower> {
    ALL.iter().find(|borrower| borrower.id == id)
}

/// `mobile`: ten digits.
pub(crate) fn by_mobile(mobile: &str) -> Option<&'static TestBorrower> {
    ALL.iter().find(|borrower| borrower.claims.mobile == mobile)
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
        .or_else(|| pan.and_then(|pan| ALL.iter().find(|borrower| borrower.claims.pan == pan)))
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
        for borrower in ALL {
            let claims = borrower.claims;
            assert!(has_shape(claims.pan, "AAAAA9999A"), "{}", borrower.id);
            assert!(has_shape(claims.ifsc, "AAAA0XXXXXX"), "{}", borrower.id);
            assert!(lending::Mobile::parse(claims.mobile).is_ok());
            assert!(lending::Date::parse(claims.birthdate).is_some());
            assert!(lending::Pincode::parse(claims.pincode).is_ok());
            assert!(lending::AccountNumber::parse(claims.account).is_ok());
            let same = |other: &&TestBorrower| {
                other.claims.mobile == claims.mobile || other.claims.pan == claims.pan
            };
            assert_eq!(ALL.iter().filter(same).count(), 1, "{}", borrower.id);
        }
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
