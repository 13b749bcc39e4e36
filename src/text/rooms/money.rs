use super::Wait;

/// The money's way to the borrower, and the way out of the loan.
pub(crate) struct Money {
    /// The lender has said yes, and has not paid.
    pub(crate) approved: Wait,
    pub(crate) sent: Wait,
    /// The lender says that it has paid, and gives no number to find the payment by.
    pub(crate) paid_out: Wait,
    pub(crate) steps: &'static str,
    /// Before the lender has said yes.
    pub(crate) if_approved: &'static str,
    pub(crate) to_come: &'static str,
    pub(crate) on_the_way: &'static str,
    /// The heading over what is known of the payment.
    pub(crate) payment: &'static str,
    pub(crate) paid: &'static str,
    pub(crate) sent_on: &'static str,
    pub(crate) credited_on: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) reference_what: &'static str,
    pub(crate) account: &'static str,
    pub(crate) account_ending: &'static str,
    /// Leaving the loan while the cooling-off period runs.
    pub(crate) exit: &'static str,
    pub(crate) exit_what: &'static str,
    pub(crate) exit_how: &'static str,
    /// Where the end cannot be told as a day.
    pub(crate) exit_undated: &'static str,
    pub(crate) exit_over: &'static str,
    pub(crate) exit_over_value: &'static str,
    /// What the lenders were sent is acknowledged.
    pub(crate) received: &'static str,
    pub(crate) received_keep: &'static str,
    pub(crate) received_ask: &'static str,
    /// Where an application stands, in the list of them.
    pub(crate) status: &'static str,
    /// Headings over a step that failed.
    pub(crate) kyc_failed: &'static str,
    pub(crate) account_failed: &'static str,
    pub(crate) mandate_failed: &'static str,
    pub(crate) agreement_failed: &'static str,
}
