use lending::Paise;

/// What else is deducted before disbursal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OtherFees {
    pub(crate) application: Paise,
    pub(crate) insurance: Paise,
    pub(crate) other: Paise,
}

impl OtherFees {
    pub(crate) const NONE: Self = Self {
        application: Paise::ZERO,
        insurance: Paise::ZERO,
        other: Paise::ZERO,
    };
}
