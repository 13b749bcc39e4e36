use flow::Failure;

/// When something failed: what happened, what stands, what can be done. A failure without its
/// sentences does not compile.
pub(crate) struct Failing {
    pub(crate) said: fn(Failure) -> Said,
    /// What to do where an account can be entered on the same page; else as `said` has it.
    pub(crate) below: fn(Failure) -> Option<&'static str>,
    /// Instead of what to do, where the step cannot be repeated.
    pub(crate) no_more: &'static str,
    /// Whether anything was set up or charged, step by step.
    pub(crate) statements_stand: &'static str,
    pub(crate) identity_stands: &'static str,
    pub(crate) account_stands: &'static str,
    pub(crate) mandate_stands: &'static str,
    pub(crate) agreement_stands: &'static str,
    pub(crate) payment_stands: &'static str,
    pub(crate) quote: &'static str,
    /// How many more times it can be tried.
    pub(crate) attempts: fn(u32) -> String,
    pub(crate) again: &'static str,
    pub(crate) title: &'static str,
    pub(crate) payment_title: &'static str,
    pub(crate) ask: &'static str,
    pub(crate) ask_what: &'static str,
    pub(crate) call: &'static str,
    pub(crate) later: &'static str,
    pub(crate) others: &'static str,
}

pub(crate) struct Said {
    pub(crate) what: &'static str,
    pub(crate) next: &'static str,
}
