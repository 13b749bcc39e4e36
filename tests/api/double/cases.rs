use contract::app::{JourneyView, Party};
use end_to_end::Intent;
use end_to_end::scenario::{GOOD_ACCOUNT, Player, amount_of, first_offer};

/// One thing to do, where, and what is counted.
pub struct Case {
    /// The screen where it is done.
    pub at: &'static str,
    pub pan: &'static str,
    pub deed: Deed,
    /// The counter of effects; the platform counts no identity checks, only that one has moved on.
    pub counts: &'static str,
    /// The part of the platform's path below the journey that makes it happen.
    pub upstream: &'static str,
}

#[derive(Clone, Copy)]
pub enum Deed {
    Start,
    Save,
    Submit,
    Proceed,
    Reject,
    LoanAmount,
    BankMandate,
    /// To a provider, and approving there.
    Handoff(Party),
}

const ASHA: &str = "ABCPV1234E";
const RAVI: &str = "BXTPN5678K";

const fn case(at: &'static str, deed: Deed, counts: &'static str, upstream: &'static str) -> Case {
    Case {
        at,
        pan: ASHA,
        deed,
        counts,
        upstream,
    }
}

pub const CASES: [Case; 12] = [
    case("start", Deed::Start, "journeys", "/journeys"),
    case("profile", Deed::Save, "saves", "/profile"),
    case("profile", Deed::Submit, "submitted", "/profile/submit"),
    case("offers", Deed::Proceed, "proceeds", "/proceed"),
    case("offers", Deed::Reject, "rejects", "/reject"),
    case("loanAmount", Deed::LoanAmount, "amounts", "/loan-amount"),
    case(
        "bankAccount",
        Deed::BankMandate,
        "bankForms",
        "/steps/bank-mandate",
    ),
    Case {
        pan: RAVI,
        ..case(
            "leave.aa.first",
            Deed::Handoff(Party::Aa),
            "consents",
            "/aa/sessions",
        )
    },
    Case {
        pan: RAVI,
        ..case(
            "leave.aa.first",
            Deed::Handoff(Party::Aa),
            "aaSessions",
            "/aa/sessions",
        )
    },
    case(
        "leave.kyc.first",
        Deed::Handoff(Party::Kyc),
        "",
        "/steps/kyc",
    ),
    case(
        "leave.eMandate.first",
        Deed::Handoff(Party::EMandate),
        "mandates",
        "/steps/e-mandate",
    ),
    case(
        "leave.loanAgreement.first",
        Deed::Handoff(Party::LoanAgreement),
        "agreements",
        "/steps/loan-agreement",
    ),
];

pub fn intent(case: &Case, player: &Player<'_>, view: &JourneyView) -> Option<Intent> {
    if let Deed::Start = case.deed {
        return Some(Intent::start("PERSONAL_LOAN"));
    }
    let journey = view.journey.as_ref()?;
    let (id, chosen) = (journey.id, journey.selected_offer);
    Some(match case.deed {
        Deed::Start => return None,
        Deed::Save => Intent::save(id, player.answers(view)),
        Deed::Submit => Intent::submit(id, false),
        Deed::Proceed => Intent::proceed(id, first_offer(view)?),
        Deed::Reject => Intent::reject(id, first_offer(view)?, "OFFER"),
        Deed::LoanAmount => Intent::loan_amount(id, chosen?, &amount_of(view)?),
        Deed::BankMandate => Intent::bank_mandate(id, chosen?, GOOD_ACCOUNT),
        Deed::Handoff(party) => {
            let flow::Screen::Leave { offer, .. } = flow::screen(view) else {
                return None;
            };
            Intent::handoff(id, offer, party)
        }
    })
}
