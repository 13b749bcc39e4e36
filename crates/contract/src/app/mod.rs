//! What the browser and the BFF say to each other.
//!
//! One read (`GET /api/view`) and a handful of intents, each answered by the next
//! [`JourneyView`]; errors are [`Problem`]s. Resources inside a view are the platform's own types
//! with every redirect address taken out.

mod consent;
mod intent;
mod problem;
mod view;

pub use consent::{
    Consent, ConsentKind, GiveConsents, Notice, NoticeLabels, NoticeLanguage, Notices, Receipt,
    ReceiptList, Standing,
};
pub use intent::{ChooseOffer, Handoff, HandoffRequest, Party, StartJourney, SubmitProfile};
pub use problem::{Problem, ProblemCode};
pub use view::{
    Asked, Borrower, HandoffState, Journey, JourneyList, JourneyView, OpenHandoff, Pace,
    PendingOperation,
};

/// Sent as `X-CSRF: 1` on every call: a simple cross-site form cannot set it.
pub const CSRF_HEADER: &str = "x-csrf";
