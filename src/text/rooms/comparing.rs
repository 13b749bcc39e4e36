/// Two or three offers side by side, and how they are picked.
pub(crate) struct Compare {
    pub(crate) pick: &'static str,
    pub(crate) more: &'static str,
    pub(crate) go: fn(usize) -> String,
    pub(crate) too_many: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    /// Over the first column, for those who hear the table.
    pub(crate) what: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) offer: &'static str,
    pub(crate) read: &'static str,
    pub(crate) look: &'static str,
}
