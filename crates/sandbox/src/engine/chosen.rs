use contract::OfferId;
use contract::platform::status::StepKey;
use contract::platform::steps::BankMandateRequest;

use super::ledger::Loan;
use super::steps::Rooms;
use crate::clock::Moment;
use crate::lenders::Branch;

/// The offer that the journey is locked to.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) offer_id: OfferId,
    pub(crate) locked_at: Moment,
    pub(crate) stage: Stage,
    pub(crate) rooms: Rooms,
    pub(crate) account: Option<BankMandateRequest>,
    /// Where the jewellery is brought to.
    pub(crate) branch: Option<&'static Branch>,
    /// The lender's newest payment to the borrower.
    pub(crate) payout: Option<Payout>,
    pub(crate) loan: Option<Loan>,
}

/// The money on its way.
#[derive(Debug)]
pub(crate) struct Payout {
    /// The bank's reference.
    pub(crate) utr: String,
    pub(crate) sent_at: Moment,
    pub(crate) came_back: bool,
}

impl Chosen {
    /// Last four digits of the account that is paid into; empty where none was given.
    pub(crate) fn account_ending(&self) -> String {
        let number = self
            .account
            .as_ref()
            .map_or("", |account| account.account_number.as_str());
        let start = number.len().saturating_sub(4);
        number.get(start..).unwrap_or_default().to_owned()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// The lender is being told.
    Dispatching,
    /// It wants bank statements.
    Aa,
    /// ASSUMPTION(G17): it waits for the amount.
    Amount,
    /// It quotes anew.
    Confirming,
    Step(StepAt),
    /// The jewellery is looked at.
    Appraisal,
    Disbursed,
}

/// The steps in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StepAt {
    Kyc,
    BankMandate,
    EMandate,
    LoanAgreement,
    Disbursal,
}

impl StepAt {
    pub(crate) const fn key(self) -> StepKey {
        match self {
            Self::Kyc => StepKey::Kyc,
            Self::BankMandate => StepKey::BankMandate,
            Self::EMandate => StepKey::EMandate,
            Self::LoanAgreement => StepKey::LoanAgreement,
            Self::Disbursal => StepKey::Disbursal,
        }
    }

    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Kyc => Self::BankMandate,
            Self::BankMandate => Self::EMandate,
            Self::EMandate => Self::LoanAgreement,
            Self::LoanAgreement | Self::Disbursal => Self::Disbursal,
        }
    }
}
