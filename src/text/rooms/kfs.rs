/// The Key Facts Statement as a page. What the statement itself says is in the crate `kfs`.
pub(crate) struct Kfs {
    pub(crate) title: &'static str,
    pub(crate) back_offer: &'static str,
    pub(crate) back_loan: &'static str,
    pub(crate) pdf: &'static str,
    pub(crate) print: &'static str,
    pub(crate) contents: &'static str,
    pub(crate) split: &'static str,
    pub(crate) split_said: &'static str,
    pub(crate) split_even: &'static str,
    pub(crate) balance: &'static str,
    pub(crate) balance_said: &'static str,
    pub(crate) payment: &'static str,
    pub(crate) in_table: &'static str,
    pub(crate) decide: &'static str,
    pub(crate) tick: &'static str,
    pub(crate) chosen: &'static str,
}
