//! The word lists: each word has one value, is written as it was read, and none is missing.

use contract::app::{ConsentKind, HandoffState, Party, ProblemCode};
use contract::platform::envelope::ErrorCode;
use contract::platform::post_disbursal::ServicingAction;
use contract::platform::status::{
    AaState, AccountType, ActionRequired, EmploymentType, Gender, InstallmentStatus, JourneyStatus,
    JourneyType, NextAction, OfferCardStatus, OperationKind, ProceedBoundary, RejectedStage,
    ResourceType, StepKey, StepStatus,
};
use serde_json::{Value, json};

macro_rules! round_trips {
    ($($list:ty),+ $(,)?) => {
        $({
            for value in <$list>::ALL.iter().copied() {
                let word = json!(value);
                assert_eq!(word, Value::from(value.as_str()));
                assert_eq!(serde_json::from_value::<$list>(word.clone()).unwrap(), value, "{word}");
                assert_ne!(value, <$list>::Unknown, "{word}");
            }
            for other in [json!("a new word"), json!(""), json!("unknown"), json!(3), Value::Null] {
                let read: $list = serde_json::from_value(other.clone()).unwrap();
                assert_eq!(read, <$list>::Unknown, "{other}");
            }
            // What the BFF did not know reaches the browser as not known.
            let unknown: $list = serde_json::from_value(json!(<$list>::Unknown)).unwrap();
            assert_eq!(unknown, <$list>::Unknown);
        })+
    };
}

#[test]
fn every_word_is_written_as_it_was_read_and_every_other_is_unknown() {
    round_trips!(
        AaState,
        AccountType,
        ActionRequired,
        ConsentKind,
        EmploymentType,
        ErrorCode,
        Gender,
        HandoffState,
        InstallmentStatus,
        JourneyStatus,
        JourneyType,
        NextAction,
        OfferCardStatus,
        OperationKind,
        Party,
        ProblemCode,
        ProceedBoundary,
        RejectedStage,
        ResourceType,
        ServicingAction,
        StepKey,
        StepStatus,
    );
}

macro_rules! lists {
    ($($list:ty: $words:literal,)+) => {
        $(assert_eq!(
            <$list>::ALL.iter().map(|value| value.as_str()).collect::<Vec<_>>(),
            $words.split_whitespace().collect::<Vec<_>>(),
        );)+
    };
}

#[test]
fn the_closed_lists_are_the_documented_ones() {
    lists! {
        JourneyType: "PERSONAL_LOAN GOLD_LOAN",
        JourneyStatus: "STARTED PROFILE_REQUIRED PROFILE_SUBMITTED OFFERS_PENDING OFFERS_AVAILABLE
            OFFER_SELECTED AA_REQUIRED KYC_PENDING BANK_MANDATE_PENDING E_MANDATE_PENDING
            LOAN_AGREEMENT_PENDING LENDER_PROCESSING DISBURSED REJECTED EXPIRED CLOSED",
        NextAction: "FILL_PROFILE WAIT_FOR_OFFERS VIEW_OFFERS COMPLETE_AA COMPLETE_STEP",
        OfferCardStatus: "OFFER_RECEIVED OFFER_AWAITED NO_OFFER_AVAILABLE",
        StepStatus: "PENDING READY IN_PROGRESS SUCCESS FAILURE NOT_REQUIRED",
        ActionRequired: "NONE SUBMIT_FORM REDIRECT WAIT AWAIT_CALLBACK RECONCILE",
        AaState: "REQUIRED REDIRECT_READY IN_PROGRESS USER_RETURNED APPROVAL_DISPATCHED
            RECONCILING CONFIRMED NOT_REQUIRED FAILED EXPIRED",
        Gender: "male female transgender",
        EmploymentType: "salaried selfEmployed",
        StepKey: "kyc bankMandate eMandate loanAgreement disbursal",
        ErrorCode: "AUTH_INVALID_API_KEY AUTH_INVALID_SESSION ACCESS_SCOPE_MISMATCH
            RESOURCE_NOT_FOUND VALIDATION_FAILED STATE_PRECONDITION_FAILED OFFER_LOCK_CONFLICT
            ASYNC_OPERATION_PENDING UPSTREAM_TEMPORARY_FAILURE RATE_LIMITED",
    }
}

#[test]
fn a_journey_ends_in_three_ways() {
    let ends = JourneyStatus::ALL
        .iter()
        .copied()
        .filter(|status| status.is_terminal());
    assert!(ends.eq([
        JourneyStatus::Rejected,
        JourneyStatus::Expired,
        JourneyStatus::Closed
    ]));
}
