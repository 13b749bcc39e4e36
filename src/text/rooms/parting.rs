/// Turning an offer down and giving an application up, in words that push nobody.
pub(crate) struct Parting {
    pub(crate) not_this: &'static str,
    pub(crate) give_up: &'static str,
    /// The way out of the pages that both lead to.
    pub(crate) keep: &'static str,
    pub(crate) happens: &'static str,
    pub(crate) turn_title: &'static str,
    pub(crate) turn_points: &'static [&'static str],
    /// Where automatic payment has been set up already.
    pub(crate) turn_mandate: &'static str,
    /// Where gold may already lie at a branch.
    pub(crate) turn_gold: &'static str,
    pub(crate) turn_go: &'static str,
    pub(crate) give_title: &'static str,
    pub(crate) give_points: &'static [&'static str],
    /// Where nothing has been sent to a lender yet.
    pub(crate) give_points_unsent: &'static [&'static str],
    pub(crate) give_go: &'static str,
    /// Nothing is left that could be given up.
    pub(crate) give_none: &'static str,
}

/// The figures of the chosen offer, before and now.
pub(crate) struct Changed {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    /// In place of both, where the borrower wanted it so.
    pub(crate) took: &'static str,
    pub(crate) what: &'static str,
    pub(crate) before: &'static str,
    pub(crate) now: &'static str,
    pub(crate) changed: &'static str,
    pub(crate) length: &'static str,
    pub(crate) interest_type: &'static str,
}
