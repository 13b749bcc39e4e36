//! Notices, the consents given to them, and their receipts.

use serde::{Deserialize, Serialize};

use crate::wire::{nullable, open_enum};
use crate::{JourneyId, OfferId, Text};

open_enum!(
    /// What is consented to, one by one.
    ConsentKind {
        /// Lenders may look at the credit report.
        Bureau = "bureau",
        /// The application is sent to lenders.
        Lenders = "lenders",
        /// Bank statements are asked for at an Account Aggregator, for one offer.
        Aa = "aa",
        /// Not a consent but an acknowledgement: the Key Facts Statement of one offer was read.
        Kfs = "kfs",
    }
);

impl ConsentKind {
    /// Without each of these no application is sent.
    pub const TO_SUBMIT: [Self; 2] = [Self::Bureau, Self::Lenders];
}

/// One consent as it was given: which text, in which language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Consent {
    pub kind: ConsentKind,
    /// [`Notice::version`].
    pub text_version: Text,
    /// BCP 47, such as `hi`.
    pub language: Text,
}

/// `POST /api/journeys/{j}/consents`, answered by the next view: a consent outside the submission
/// of a profile, to leave for an Account Aggregator or to give again what was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GiveConsents {
    pub consents: Vec<Consent>,
    /// The offer that a consent of [`ConsentKind::Aa`] is for.
    #[serde(rename = "offerID", skip_serializing_if = "Option::is_none")]
    pub offer_id: Option<OfferId>,
}

/// How a consent of the view's journey stands; part of the view where one was ever given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Standing {
    pub kind: ConsentKind,
    #[serde(rename = "offerID", skip_serializing_if = "Option::is_none")]
    pub offer_id: Option<OfferId>,
    /// `false`: given once and withdrawn since.
    #[serde(deserialize_with = "nullable")]
    pub given: bool,
}

/// `GET /api/notices?language=hi`: every notice in one language, and which others there are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Notices {
    pub language: NoticeLanguage,
    pub languages: Vec<NoticeLanguage>,
    /// What the parts of a notice are called.
    pub labels: NoticeLabels,
    pub notices: Vec<Notice>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticeLanguage {
    /// BCP 47.
    pub tag: Text,
    /// As its own readers write it.
    pub name: Text,
    /// Written from right to left.
    #[serde(deserialize_with = "nullable")]
    pub rtl: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct NoticeLabels {
    pub what: Text,
    pub why: Text,
    pub who: Text,
    pub how_long: Text,
    pub withdraw: Text,
    /// "Read this in"
    pub read_in: Text,
}

/// One notice: to be understood by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Notice {
    pub kind: ConsentKind,
    /// Of gold loans only.
    #[serde(
        skip_serializing_if = "std::ops::Not::not",
        deserialize_with = "nullable"
    )]
    pub gold: bool,
    /// Names this text in every language; a changed text has another.
    pub version: Text,
    pub title: Text,
    /// Which data, item by item.
    pub what: Vec<Text>,
    pub why: Vec<Text>,
    /// Who gets it.
    pub who: Vec<Text>,
    pub how_long: Vec<Text>,
    /// How to take it back, and where to complain.
    pub withdraw: Vec<Text>,
    /// Beside the box that nobody has ticked yet.
    pub agree: Text,
}

/// A stored receipt. `GET /api/consents`, newest first; `POST /api/consents/{id}/withdraw` answers
/// with the list as it is then; `GET /api/consents/{id}/receipt` is a text file to keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Receipt {
    pub id: Text,
    #[serde(default)]
    pub kind: ConsentKind,
    #[serde(default)]
    pub text_version: Text,
    #[serde(default)]
    pub language: Text,
    /// The notice's title as it was read.
    #[serde(default)]
    pub title: Text,
    #[serde(rename = "journeyID")]
    pub journey_id: JourneyId,
    #[serde(rename = "offerID", default, skip_serializing_if = "Option::is_none")]
    pub offer_id: Option<OfferId>,
    /// The lender of that offer; for [`ConsentKind::TO_SUBMIT`] all lenders that are known to have
    /// got the application, with commas between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lender: Option<Text>,
    /// Unix milliseconds.
    pub given_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<i64>,
    #[serde(rename = "correlationID", default)]
    pub correlation_id: Text,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceiptList {
    pub items: Vec<Receipt>,
}
