/// Others are at work.
pub(crate) struct Waiting {
    pub(crate) sending: Wait,
    pub(crate) offers: Wait,
    pub(crate) selecting: Wait,
    pub(crate) aa: Wait,
    pub(crate) kyc: Wait,
    pub(crate) bank_account: Wait,
    pub(crate) mandate: Wait,
    pub(crate) agreement: Wait,
    pub(crate) lender: Wait,
    pub(crate) asked: fn(u32) -> String,
    pub(crate) answered: &'static str,
    pub(crate) said_offer: &'static str,
    pub(crate) said_none: &'static str,
    pub(crate) said_nothing: &'static str,
    pub(crate) said_statements: &'static str,
    pub(crate) statements_link: &'static str,
    pub(crate) back_aa: Wait,
    pub(crate) back_kyc: Wait,
    pub(crate) back_mandate: Wait,
    pub(crate) back_agreement: Wait,
    pub(crate) back_payment: Wait,
    pub(crate) long: &'static str,
    pub(crate) long_what: &'static str,
}

/// Before the borrower leaves for a provider.
pub(crate) struct Leave {
    pub(crate) aa: Door,
    pub(crate) kyc: Door,
    /// The identity check of a gold loan, where a branch is chosen as well.
    pub(crate) branch: Door,
    pub(crate) mandate: Door,
    pub(crate) agreement: Door,
    pub(crate) payment: Door,
    pub(crate) lender: &'static str,
    pub(crate) not_now: &'static str,
    pub(crate) opening: &'static str,
    pub(crate) keep_place: &'static str,
    pub(crate) away: &'static str,
    pub(crate) finished: &'static str,
    pub(crate) again: &'static str,
    pub(crate) unfinished: &'static str,
    pub(crate) app: &'static str,
    pub(crate) without: &'static str,
    pub(crate) read_kfs: &'static str,
}

/// The loan amount and the bank account.
pub(crate) struct Bank {
    pub(crate) amount_step: &'static str,
    pub(crate) amount_title: &'static str,
    pub(crate) amount_lead: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) amount_between: &'static str,
    pub(crate) amount_up_to: &'static str,
    pub(crate) amount_keep: &'static str,
    pub(crate) amount_asked: &'static str,
    pub(crate) amount_go: &'static str,
    pub(crate) step: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) holder: &'static str,
    pub(crate) holder_hint: &'static str,
    pub(crate) account: &'static str,
    pub(crate) account_hint: &'static str,
    pub(crate) account_check: &'static str,
    pub(crate) ifsc: &'static str,
    pub(crate) ifsc_hint: &'static str,
    pub(crate) ifsc_fix: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) saving: &'static str,
    pub(crate) current: &'static str,
    pub(crate) go: &'static str,
}

/// What is being waited for, and for how long, usually.
pub(crate) struct Wait {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
}

/// One provider: what happens there and what is shared.
pub(crate) struct Door {
    /// After "Step:".
    pub(crate) step: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) points: &'static [&'static str],
    pub(crate) go: &'static str,
    /// What is not finished, within a sentence.
    pub(crate) waits: &'static str,
}
