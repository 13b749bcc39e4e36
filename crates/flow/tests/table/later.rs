use contract::app::Party;
use contract::platform::status::{
    ActionRequired as Do, JourneyStatus as S, NextAction as N, OperationKind as Op, StepKey as K,
    StepStatus as Is,
};
use flow::{Failure, Leave, Screen, Waiting};

use super::{Row, leave, wait};
use crate::views::{RECEIVED, With, view};

pub(super) fn later_steps() -> Vec<Row> {
    let at = |status, key, is, to| {
        view(status, Some(N::CompleteStep))
            .chosen()
            .step(key, is, to)
    };
    let bank = |is, to| at(S::BankMandatePending, K::BankMandate, is, to);
    let checking = wait(Waiting::Step(K::BankMandate));
    vec![
        (
            "bank form",
            bank(Is::Ready, Do::SubmitForm),
            Screen::BankAccount(RECEIVED, None),
        ),
        (
            "refused, to be corrected",
            bank(Is::Failure, Do::SubmitForm).code(K::BankMandate, "NAME_MISMATCH"),
            Screen::BankAccount(RECEIVED, Some(Failure::NameDiffers)),
        ),
        (
            "bank data sent",
            bank(Is::Ready, Do::SubmitForm).accepted(Op::BankMandateVerification),
            checking,
        ),
        (
            "no provider is known for it",
            bank(Is::Ready, Do::Redirect),
            Screen::FormElsewhere(K::BankMandate),
        ),
        (
            "e-mandate",
            at(S::EMandatePending, K::EMandate, Is::Ready, Do::Redirect),
            leave(Party::EMandate, Leave::First),
        ),
        (
            "loan agreement",
            at(
                S::LoanAgreementPending,
                K::LoanAgreement,
                Is::Ready,
                Do::Redirect,
            ),
            leave(Party::LoanAgreement, Leave::First),
        ),
        (
            "the lender pays",
            at(S::LenderProcessing, K::Disbursal, Is::InProgress, Do::Wait),
            wait(Waiting::Lender),
        ),
        (
            "the lender decides",
            view(S::LenderProcessing, None).chosen(),
            wait(Waiting::Lender),
        ),
        (
            "signed before: it is being checked",
            at(
                S::LoanAgreementPending,
                K::LoanAgreement,
                Is::Failure,
                Do::Redirect,
            )
            .code(K::LoanAgreement, "document_already_signed"),
            wait(Waiting::Step(K::LoanAgreement)),
        ),
        (
            "failed for good, and no action named",
            view(S::EMandatePending, None)
                .chosen()
                .step(K::EMandate, Is::Failure, Do::None)
                .code(K::EMandate, "AP12"),
            Screen::StepFailed(K::EMandate, Failure::LenderMustFix),
        ),
        (
            "not paid: the lender tries again",
            at(S::LenderProcessing, K::Disbursal, Is::Failure, Do::Wait),
            Screen::StepFailed(K::Disbursal, Failure::PaymentFailed),
        ),
        (
            "the branch has not seen the gold",
            view(S::LenderProcessing, None)
                .chosen()
                .offline("OFFLINE_PENDING"),
            wait(Waiting::Appraisal),
        ),
        (
            "the branch has said yes",
            view(S::LenderProcessing, None)
                .chosen()
                .offline("SANCTIONED"),
            wait(Waiting::Lender),
        ),
    ]
}
