use contract::platform::status::StepKey;

use crate::screen::Waiting;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const DAY: i64 = 24 * 60 * MINUTE;

/// For how many milliseconds waiting is nothing unusual. After that the screen must say what the
/// borrower can do.
pub const fn patience(waiting: Waiting) -> i64 {
    match waiting {
        Waiting::Return(_) => MINUTE,
        // Lenders answer within seconds or not at all; others' offers can be chosen meanwhile.
        Waiting::Offers => 2 * MINUTE,
        Waiting::Sending | Waiting::Selecting | Waiting::Aa => 5 * MINUTE,
        // Most banks confirm a mandate at once. The rest take up to five working days, and then
        // the borrower should know it, and that nobody has to stay, rather than watch a page.
        Waiting::Step(StepKey::EMandate | StepKey::LoanAgreement) => 10 * MINUTE,
        Waiting::Step(StepKey::Kyc | StepKey::BankMandate | StepKey::Unknown) => 5 * MINUTE,
        Waiting::Step(StepKey::Disbursal) | Waiting::Lender => 3 * DAY,
        // A branch has to be visited first.
        Waiting::Appraisal => 7 * DAY,
    }
}
