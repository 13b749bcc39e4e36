use contract::app::JourneyView;
use contract::platform::aa::AaSession;
use contract::platform::status::{StepKey, StepStatus};
use contract::platform::steps::Step;

/// Why something failed, as far as it makes a difference to a borrower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The borrower stopped, or the page timed out: it is not finished, and nothing was set up.
    Stopped,
    /// A detail or a one-time password was wrong: again, or by another method.
    WrongDetails,
    /// This account cannot be used for it: another one is needed.
    AccountUnusable,
    /// The name, or the kind of account, is not the one the bank has.
    NameDiffers,
    /// Net banking or the card is not enabled for it: another method, or the branch.
    NotEnabled,
    /// The bank or a system behind it does not work now: later.
    BankTrouble,
    /// An amount, a frequency or a legal ground that only the lender can change.
    LenderMustFix,
    /// The bank does not know the account.
    NoSuchAccount,
    /// The borrower said no.
    Declined,
    /// It could not be confirmed that it was the borrower: may be tried again.
    NotConfirmed,
    /// The lender said no, for good.
    Refused,
    /// The page or the code ran out before it was done.
    Expired,
    /// Aadhaar has no mobile number to send a code to, or another one.
    AadhaarNotLinked,
    /// The signing service does not work now: later.
    ServiceDown,
    /// The Account Aggregator found no account under this mobile number.
    NoAccounts,
    /// The consent cannot be given there now.
    NotAvailable,
    /// Consent was given, and the bank did not send the data.
    DataNotSent,
    /// The money did not arrive; the lender tries again.
    PaymentFailed,
    Other,
}

impl Failure {
    pub const ALL: [Self; 19] = [
        Self::Stopped,
        Self::WrongDetails,
        Self::AccountUnusable,
        Self::NameDiffers,
        Self::NotEnabled,
        Self::BankTrouble,
        Self::LenderMustFix,
        Self::NoSuchAccount,
        Self::Declined,
        Self::NotConfirmed,
        Self::Refused,
        Self::Expired,
        Self::AadhaarNotLinked,
        Self::ServiceDown,
        Self::NoAccounts,
        Self::NotAvailable,
        Self::DataNotSent,
        Self::PaymentFailed,
        Self::Other,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stopped => "stopped",
            Self::WrongDetails => "wrong-details",
            Self::AccountUnusable => "account-unusable",
            Self::NameDiffers => "name-differs",
            Self::NotEnabled => "not-enabled",
            Self::BankTrouble => "bank-trouble",
            Self::LenderMustFix => "lender-must-fix",
            Self::NoSuchAccount => "no-such-account",
            Self::Declined => "declined",
            Self::NotConfirmed => "not-confirmed",
            Self::Refused => "refused",
            Self::Expired => "expired",
            Self::AadhaarNotLinked => "aadhaar-not-linked",
            Self::ServiceDown => "service-down",
            Self::NoAccounts => "no-accounts",
            Self::NotAvailable => "not-available",
            Self::DataNotSent => "data-not-sent",
            Self::PaymentFailed => "payment-failed",
            Self::Other => "other",
        }
    }
}

/// Why this step failed; `None` when it did not. ASSUMPTION(G18): whose words its code is of.
pub fn failure(view: &JourneyView, key: StepKey) -> Option<Failure> {
    of_step(view.steps.as_ref()?.get(key)?, key)
}

pub(crate) fn of_step(step: &Step, key: StepKey) -> Option<Failure> {
    if step.status != StepStatus::Failure || already_signed(step, key) {
        return None;
    }
    let code = code(step);
    Some(match key {
        StepKey::Kyc => kyc(code),
        StepKey::BankMandate => bank_account(code),
        StepKey::EMandate => mandate(code),
        StepKey::LoanAgreement => agreement(code),
        StepKey::Disbursal => Failure::PaymentFailed,
        StepKey::Unknown => Failure::Other,
    })
}

/// The signing service refuses a second signature: the first one counts and is being checked.
pub(crate) fn already_signed(step: &Step, key: StepKey) -> bool {
    key == StepKey::LoanAgreement
        && matches!(step.status, StepStatus::Failure | StepStatus::InProgress)
        && code(step) == "document_already_signed"
}

fn code(step: &Step) -> &str {
    let code = step.diagnostics.as_ref().and_then(|it| it.code.as_ref());
    code.map(contract::Text::as_str).unwrap_or_default()
}

/// 80204 and 80205 are the lending network's.
fn kyc(code: &str) -> Failure {
    match code {
        "KYC_DECLINED" => Failure::Declined,
        "80205" => Failure::NotConfirmed,
        "80204" => Failure::Refused,
        _ => Failure::Other,
    }
}

/// The words and codes of the services that check accounts.
fn bank_account(code: &str) -> Failure {
    match code {
        "INVALID_BANK_ACCOUNT" | "INVALID_IFSC" | "PENNY_DROP_FAILED" => Failure::NoSuchAccount,
        "NAME_MISMATCH" => Failure::NameDiffers,
        "BENEFICIARY_BANK_OFFLINE" | "SOURCE_BANK_DECLINED" | "BAV08" | "BAV91" => {
            Failure::BankTrouble
        }
        "ACCOUNT_BLOCKED" | "NRE_ACCOUNT" | "BAVM3" | "BAVM4" | "BAVM5" => Failure::AccountUnusable,
        _ => Failure::Other,
    }
}

/// NPCI's rejection codes, AP01 to AP66; its numeric errors are of the systems.
fn mandate(code: &str) -> Failure {
    let number = |digits: &str| digits.parse::<u32>().ok();
    let Some(number) = code.strip_prefix("AP").and_then(number) else {
        // Five digits beginning with 80 are the lending network's, and say no more than "failed".
        return match number(code) {
            Some(80_200..80_300) | None => Failure::Other,
            Some(_) => Failure::BankTrouble,
        };
    };
    match number {
        23 | 30 | 33 | 41 | 46 => Failure::Stopped,
        11 | 14 | 35..=40 | 48 | 65 => Failure::WrongDetails,
        1..=6 | 16..=20 | 24 | 31 | 32 => Failure::AccountUnusable,
        8 | 9 => Failure::NameDiffers,
        7 | 15 | 28 | 34 | 42..=45 | 47 => Failure::NotEnabled,
        29 | 66 => Failure::BankTrouble,
        10 | 12 | 13 | 21 | 22 | 25..=27 => Failure::LenderMustFix,
        _ => Failure::Other,
    }
}

/// The words of the signing services.
fn agreement(code: &str) -> Failure {
    match code {
        "signer_declined" | "otp_not_entered" => Failure::Stopped,
        "session_expired"
        | "otp_expired"
        | "exceeded_otp_retries"
        | "exceeded_otp_attempt"
        | "exceeded_otp_generation"
        | "otp_flooding_error"
        | "wait_otp_generation_1min" => Failure::Expired,
        // The first spelling is the service's own.
        "invaild_otp" | "invalid_otp" => Failure::WrongDetails,
        "aadhaar_not_linked" => Failure::AadhaarNotLinked,
        "name_match_error" | "yob_match_error" => Failure::NameDiffers,
        "service_down" | "signature_creation_failure" => Failure::ServiceDown,
        _ => Failure::Other,
    }
}

/// ASSUMPTION(G22): return codes of the Account Aggregators, and the network's around them.
pub(crate) fn of_consent(session: Option<&AaSession>) -> Failure {
    let code = session.and_then(|session| session.reason_code.as_ref());
    match code.map(contract::Text::as_str).unwrap_or_default() {
        "1" => Failure::Declined,
        "2" | "80201" => Failure::NotAvailable,
        "3" => Failure::Expired,
        "4" => Failure::NotConfirmed,
        // Neither given nor refused.
        "5" => Failure::Stopped,
        "80202" | "80224" | "FIP_DENIED_CONSENT" => Failure::DataNotSent,
        "no_fip_accounts_found" | "reject_accounts_not_found" => Failure::NoAccounts,
        _ => Failure::Other,
    }
}
