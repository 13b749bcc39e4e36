use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::api::Fail;
use crate::text::{Words, fill};
use contract::app::ProblemCode;

/// A box that stands out: colour, icon and word say the same.
pub(crate) fn note(t: Words, body: AnyView) -> AnyView {
    boxed("notice", Icon::Note, t.common.note, body)
}

pub(crate) fn warning(t: Words, body: AnyView) -> AnyView {
    boxed("notice warn", Icon::Alert, t.common.warning, body)
}

fn boxed(class: &'static str, which: Icon, word: &'static str, body: AnyView) -> AnyView {
    view! {
        <div class=class>
            {icon(which)}
            <div>
                <p class="unseen">{word}</p>
                {body}
            </div>
        </div>
    }
    .into_any()
}

/// What came back instead of the next screen, in words a borrower can use.
pub(crate) fn refusal(t: Words, fail: &Fail) -> AnyView {
    let r = &t.refusals;
    let words = match fail.code() {
        None => r.unreachable,
        Some(ProblemCode::PlatformUnavailable) => r.down,
        Some(ProblemCode::StateChanged | ProblemCode::NotFound) => r.changed,
        Some(ProblemCode::OfferLocked) => r.locked,
        Some(ProblemCode::StillWorking) => r.working,
        Some(ProblemCode::TooManyRequests) => r.too_many,
        Some(ProblemCode::HandoffRefused) => r.handoff,
        Some(ProblemCode::ValidationFailed | ProblemCode::ConsentRequired) => r.not_accepted,
        Some(_) => r.other,
    };
    let reference = match fail {
        Fail::Problem(problem) => problem.correlation_id.as_deref(),
        Fail::Unreachable => None,
    };
    let reference = reference.map(|id| view! { <p class="small">{fill(r.reference, &[id])}</p> });
    boxed(
        "notice warn",
        Icon::Alert,
        t.common.warning,
        view! {
            <p>{words}</p>
            {reference}
        }
        .into_any(),
    )
}
