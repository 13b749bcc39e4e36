//! Which code of which service means what to a borrower.

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::app::Party;
use contract::platform::status::{
    AaState, ActionRequired, JourneyStatus, NextAction, StepKey, StepStatus,
};
use flow::{Failure, Leave, Screen, failure, screen};
use views::{RECEIVED, With, view};

fn meaning(key: StepKey, code: &str) -> Option<Failure> {
    let view = view(JourneyStatus::KycPending, Some(NextAction::CompleteStep))
        .chosen()
        .step(key, StepStatus::Failure, ActionRequired::Redirect)
        .code(key, code);
    failure(&view, key)
}

fn check(key: StepKey, table: &[(Failure, &[&str])]) {
    for (means, codes) in table {
        for code in *codes {
            assert_eq!(meaning(key, code), Some(*means), "{code}");
        }
    }
}

#[test]
fn a_mandate_that_was_refused_falls_into_one_of_seven_groups() {
    let table: &[(Failure, &[&str])] = &[
        (Failure::Stopped, &["AP23", "AP30", "AP33", "AP41", "AP46"]),
        (
            Failure::WrongDetails,
            &[
                "AP11", "AP14", "AP35", "AP36", "AP37", "AP38", "AP39", "AP40", "AP48", "AP65",
            ],
        ),
        (
            Failure::AccountUnusable,
            &[
                "AP01", "AP02", "AP03", "AP04", "AP05", "AP06", "AP16", "AP17", "AP18", "AP19",
                "AP20", "AP24", "AP31", "AP32",
            ],
        ),
        (Failure::NameDiffers, &["AP08", "AP09"]),
        (
            Failure::NotEnabled,
            &[
                "AP07", "AP15", "AP28", "AP34", "AP42", "AP43", "AP44", "AP45", "AP47",
            ],
        ),
        (Failure::BankTrouble, &["AP29", "AP66", "9998", "477"]),
        (
            Failure::LenderMustFix,
            &[
                "AP10", "AP12", "AP13", "AP21", "AP22", "AP25", "AP26", "AP27",
            ],
        ),
        (
            Failure::Other,
            &["AP49", "AP", "APX", "80207", "", "SOMETHING"],
        ),
    ];
    check(StepKey::EMandate, table);
    // Every code of the list is in a group.
    for number in (1..=48).chain([65, 66]) {
        let means = meaning(StepKey::EMandate, &format!("AP{number:02}"));
        assert_ne!(means, Some(Failure::Other), "AP{number:02}");
    }
}

#[test]
fn the_other_services_have_their_own_words() {
    check(
        StepKey::Kyc,
        &[
            (Failure::Declined, &["KYC_DECLINED"]),
            (Failure::NotConfirmed, &["80205"]),
            (Failure::Refused, &["80204"]),
            (Failure::Other, &["", "AP23", "80203"]),
        ],
    );
    check(
        StepKey::BankMandate,
        &[
            (
                Failure::NoSuchAccount,
                &["INVALID_BANK_ACCOUNT", "INVALID_IFSC", "PENNY_DROP_FAILED"],
            ),
            (Failure::NameDiffers, &["NAME_MISMATCH"]),
            (Failure::BankTrouble, &["BENEFICIARY_BANK_OFFLINE", "BAV91"]),
            (
                Failure::AccountUnusable,
                &["ACCOUNT_BLOCKED", "NRE_ACCOUNT", "BAVM5"],
            ),
            (Failure::Other, &["", "80206"]),
        ],
    );
    check(
        StepKey::LoanAgreement,
        &[
            (Failure::Stopped, &["signer_declined", "otp_not_entered"]),
            (
                Failure::Expired,
                &["session_expired", "otp_expired", "exceeded_otp_retries"],
            ),
            (Failure::WrongDetails, &["invaild_otp"]),
            (Failure::AadhaarNotLinked, &["aadhaar_not_linked"]),
            (
                Failure::NameDiffers,
                &["name_match_error", "yob_match_error"],
            ),
            (Failure::ServiceDown, &["service_down"]),
            (Failure::Other, &["", "document_not_found", "80209"]),
        ],
    );
    check(
        StepKey::Disbursal,
        &[(Failure::PaymentFailed, &["DISBURSAL_FAILED", ""])],
    );
    assert_eq!(
        meaning(StepKey::LoanAgreement, "document_already_signed"),
        None
    );
}

#[test]
fn what_did_not_fail_has_no_failure() {
    for status in StepStatus::ALL {
        let view = view(JourneyStatus::KycPending, Some(NextAction::CompleteStep))
            .chosen()
            .step(StepKey::Kyc, *status, ActionRequired::None)
            .code(StepKey::Kyc, "KYC_DECLINED");
        let failed = failure(&view, StepKey::Kyc).is_some();
        assert_eq!(failed, *status == StepStatus::Failure, "{status:?}");
    }
}

#[test]
fn a_consent_that_failed_says_why_by_number() {
    for (code, means) in [
        ("1", Failure::Declined),
        ("2", Failure::NotAvailable),
        ("80201", Failure::NotAvailable),
        ("3", Failure::Expired),
        ("4", Failure::NotConfirmed),
        ("5", Failure::Stopped),
        ("80202", Failure::DataNotSent),
        ("80224", Failure::DataNotSent),
        ("no_fip_accounts_found", Failure::NoAccounts),
        ("0", Failure::Other),
        ("", Failure::Other),
    ] {
        let view = view(JourneyStatus::AaRequired, Some(NextAction::CompleteAa))
            .chosen()
            .session(RECEIVED, AaState::Failed)
            .because(code);
        let expected = Screen::Leave {
            party: Party::Aa,
            offer: RECEIVED,
            how: Leave::Failed(means),
        };
        assert_eq!(screen(&view), expected, "{code}");
    }
}

#[test]
fn signed_already_is_the_word_of_the_signing_service_about_a_signature() {
    let code = "document_already_signed";
    let shown = |status, key, is| {
        let view = view(status, Some(NextAction::CompleteStep)).chosen();
        let view = view.step(key, is, ActionRequired::Redirect).code(key, code);
        screen(&view)
    };
    let (signing, key) = (JourneyStatus::LoanAgreementPending, StepKey::LoanAgreement);
    for is in [StepStatus::Failure, StepStatus::InProgress] {
        assert!(
            matches!(shown(signing, key, is), Screen::Waiting(_)),
            "{is:?}"
        );
    }
    let leaves = |shown| matches!(shown, Screen::Leave { .. });
    assert!(leaves(shown(signing, key, StepStatus::Ready)));
    let (mandate, key) = (JourneyStatus::EMandatePending, StepKey::EMandate);
    for is in [
        StepStatus::Failure,
        StepStatus::InProgress,
        StepStatus::Ready,
    ] {
        assert!(leaves(shown(mandate, key, is)), "{is:?}");
    }
}
