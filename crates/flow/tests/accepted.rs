//! An accepted operation hides the screen it was sent from, and no other.

#[allow(dead_code, reason = "shared with the other tests of this folder")]
mod views;

use contract::platform::status::{
    ActionRequired, JourneyStatus, NextAction, OperationKind, StepKey, StepStatus,
};
use flow::hides;
use views::{RECEIVED, With, view};

#[test]
fn each_operation_hides_the_form_it_came_from() {
    let step = |status| view(status, Some(NextAction::CompleteStep)).chosen();
    let bank = |status| {
        let action = ActionRequired::SubmitForm;
        step(JourneyStatus::BankMandatePending).step(StepKey::BankMandate, status, action)
    };
    let offers = view(JourneyStatus::OffersAvailable, Some(NextAction::ViewOffers)).lenders();
    let forms = vec![
        (
            view(
                JourneyStatus::ProfileRequired,
                Some(NextAction::FillProfile),
            ),
            Some(OperationKind::ProfileSubmission),
        ),
        (offers.clone(), Some(OperationKind::SelectDispatch)),
        (offers.focus(RECEIVED), Some(OperationKind::SelectDispatch)),
        (
            step(JourneyStatus::OfferSelected),
            Some(OperationKind::OfferConfirmation),
        ),
        (
            bank(StepStatus::Ready),
            Some(OperationKind::BankMandateVerification),
        ),
        (
            bank(StepStatus::Failure),
            Some(OperationKind::BankMandateVerification),
        ),
        (view(JourneyStatus::LenderProcessing, None), None),
        (view(JourneyStatus::Disbursed, None), None),
    ];
    for (view, hidden_by) in forms {
        for kind in OperationKind::ALL
            .iter()
            .copied()
            .chain([OperationKind::Unknown])
        {
            assert_eq!(
                hides(kind, &view),
                Some(kind) == hidden_by,
                "{kind:?} {view:?}"
            );
        }
    }
}
