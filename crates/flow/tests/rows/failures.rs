use contract::app::{HandoffState, JourneyView, OpenHandoff, Party};
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, NextAction, StepKey, StepStatus,
};

use super::with_unknown;
use crate::views::{RECEIVED, With, view};

/// The status of a journey at a step, the provider there, and what may be said of a failure.
pub(crate) const AT: [(JourneyStatus, StepKey, Party, &[&str]); 5] = [
    (
        JourneyStatus::KycPending,
        StepKey::Kyc,
        Party::Kyc,
        &["KYC_DECLINED", "80204", "80205", "TOMORROW", ""],
    ),
    (
        JourneyStatus::BankMandatePending,
        StepKey::BankMandate,
        Party::Unknown,
        &[
            "INVALID_BANK_ACCOUNT",
            "NAME_MISMATCH",
            "BENEFICIARY_BANK_OFFLINE",
            "ACCOUNT_BLOCKED",
            "TOMORROW",
        ],
    ),
    (
        JourneyStatus::EMandatePending,
        StepKey::EMandate,
        Party::EMandate,
        &[
            "AP23", "AP39", "AP03", "AP08", "AP34", "AP29", "AP12", "9998", "AP99", "80207",
        ],
    ),
    (
        JourneyStatus::LoanAgreementPending,
        StepKey::LoanAgreement,
        Party::LoanAgreement,
        &[
            "signer_declined",
            "otp_expired",
            "invaild_otp",
            "aadhaar_not_linked",
            "name_match_error",
            "service_down",
            "document_already_signed",
            "tomorrow",
        ],
    ),
    (
        JourneyStatus::LenderProcessing,
        StepKey::Disbursal,
        Party::Unknown,
        &["DISBURSAL_DELAYED", "DISBURSAL_FAILED", "TOMORROW"],
    ),
];

/// What may be said of a consent.
pub(crate) const CONSENT_CODES: [&str; 10] = [
    "",
    "1",
    "2",
    "3",
    "4",
    "5",
    "80201",
    "80202",
    "no_fip_accounts_found",
    "TOMORROW",
];

/// Whether the offer is the one that was agreed to: unknown, the same, another.
const AGREED: [Option<&str>; 3] = [None, Some("100000"), Some("90000")];

const BRANCH: [Option<&str>; 4] = [
    None,
    Some("OFFLINE_PENDING"),
    Some("COMPLETED"),
    Some("SANCTIONED"),
];

/// A row for every step, status, action, code, handoff, branch and agreement, and for every
/// consent with its code.
pub(crate) fn each_row_with_a_reason(mut visit: impl FnMut(&mut JourneyView)) {
    for (status, key, party, codes) in AT {
        for next in [Some(NextAction::CompleteStep), None] {
            for is in with_unknown(StepStatus::ALL, StepStatus::Unknown) {
                for to in with_unknown(ActionRequired::ALL, ActionRequired::Unknown) {
                    for code in codes {
                        let row = base(status, next).step(key, is, to).code(key, code);
                        each_detail(&row, party, &mut visit);
                    }
                }
            }
        }
    }
    for state in with_unknown(AaState::ALL, AaState::Unknown) {
        for code in CONSENT_CODES {
            for next in [NextAction::CompleteAa, NextAction::CompleteStep] {
                let row = base(JourneyStatus::AaRequired, Some(next))
                    .session(RECEIVED, state)
                    .because(code);
                each_detail(&row, Party::Aa, &mut visit);
            }
        }
    }
}

fn base(status: JourneyStatus, next: Option<NextAction>) -> JourneyView {
    let mut row = view(status, next).chosen();
    if let Some(offer) = &mut row.offer {
        offer.amount_principal = Some("100000".into());
    }
    row
}

fn each_detail(row: &JourneyView, party: Party, visit: &mut impl FnMut(&mut JourneyView)) {
    let gone = with_unknown(HandoffState::ALL, HandoffState::Unknown);
    for state in gone.into_iter().map(Some).chain([None]) {
        for branch in BRANCH {
            for agreed in AGREED {
                let mut row = row.clone();
                row.handoff = state.map(|state| OpenHandoff {
                    party,
                    offer_id: RECEIVED,
                    state,
                });
                if let Some(branch) = branch {
                    row = row.offline(branch);
                }
                if let Some(agreed) = agreed {
                    row = row.agreed_to(agreed);
                }
                visit(&mut row);
            }
        }
    }
}
