use contract::Text as Word;
use contract::app::{Notice, NoticeLabels, NoticeLanguage};
use serde::Deserialize;

/// One file: all that is read before consenting, and on the receipt of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub language: NoticeLanguage,
    pub labels: NoticeLabels,
    pub receipt: ReceiptWords,
    pub notices: Vec<Notice>,
    /// All that there are.
    #[serde(skip)]
    pub languages: Vec<NoticeLanguage>,
}

/// What the parts of a receipt are called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ReceiptWords {
    pub consent: Word,
    /// Of a Key Facts Statement that was read.
    pub acknowledgement: Word,
    pub agreed: Word,
    pub number: Word,
    /// Name and mobile number of who gave it.
    pub whose: Word,
    pub given: Word,
    pub withdrawn: Word,
    /// Instead of when it was withdrawn.
    pub stands: Word,
    pub text: Word,
    pub language: Word,
    pub application: Word,
    /// Whose offer it is for.
    pub lender: Word,
    pub offer: Word,
    /// Of a Key Facts Statement, as the lender wrote them.
    pub figures: Word,
    /// The correlation ID.
    pub trace: Word,
    /// The app by its name, before its address.
    pub place: Word,
}
