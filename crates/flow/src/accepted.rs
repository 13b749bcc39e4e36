use contract::app::JourneyView;
use contract::platform::status::OperationKind;

use crate::screen::{Screen, screen};

/// Whether an accepted operation still hides the screen it was sent from.
///
/// The platform says yes before its state shows it; until then the view would ask for the very
/// thing the borrower has just sent. `view` is the view without the operation. Whether a failed
/// step is the old failure or a new one, its own details tell; that is the caller's to compare.
pub fn hides(kind: OperationKind, view: &JourneyView) -> bool {
    let screen = screen(view);
    match kind {
        OperationKind::ProfileSubmission => screen == Screen::Profile,
        OperationKind::SelectDispatch => matches!(screen, Screen::Offers | Screen::Offer(_)),
        OperationKind::OfferConfirmation => matches!(screen, Screen::LoanAmount(_)),
        OperationKind::BankMandateVerification => matches!(screen, Screen::BankAccount(..)),
        OperationKind::AaReconciliation
        | OperationKind::PostDisbursalRefresh
        | OperationKind::Unknown => false,
    }
}
