use contract::app::JourneyView;
use contract::platform::status::{OperationKind, StepKey, StepStatus};

use crate::screen::{Screen, screen};

/// Whether an accepted operation still hides the screen it was sent from.
///
/// The platform says yes before its state shows it; until then the view would ask for the very
/// thing the borrower has just sent. `view` is the view without the operation.
pub fn hides(kind: OperationKind, view: &JourneyView) -> bool {
    let screen = screen(view);
    match kind {
        OperationKind::ProfileSubmission => screen == Screen::Profile,
        OperationKind::SelectDispatch => matches!(screen, Screen::Offers | Screen::Offer(_)),
        OperationKind::OfferConfirmation => matches!(screen, Screen::LoanAmount(_)),
        OperationKind::BankMandateVerification => {
            let failed = view
                .steps
                .as_ref()
                .and_then(|steps| steps.get(StepKey::BankMandate))
                .is_some_and(|step| step.status == StepStatus::Failure);
            matches!(screen, Screen::BankAccount(_)) && !failed
        }
        OperationKind::AaReconciliation
        | OperationKind::PostDisbursalRefresh
        | OperationKind::Unknown => false,
    }
}
