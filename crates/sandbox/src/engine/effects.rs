use serde::Serialize;

/// How often something has really happened to an application, however often it was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Effects {
    pub(crate) submitted: u32,
    pub(crate) proceeds: u32,
    pub(crate) amounts: u32,
    pub(crate) bank_forms: u32,
    pub(crate) aa_sessions: u32,
    /// Given at the Account Aggregator.
    pub(crate) consents: u32,
    pub(crate) mandates: u32,
    pub(crate) agreements: u32,
    pub(crate) rejects: u32,
    /// Paid out.
    pub(crate) loans: u32,
}
