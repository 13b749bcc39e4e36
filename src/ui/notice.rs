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
    // Said where the answer does not say it: long enough for any limit we know of.
    const A_MINUTE: u32 = 60;
    let r = &t.refusals;
    let seconds = fail.retry_after().unwrap_or(A_MINUTE).to_string();
    let words = match fail.code() {
        None => r.unreachable,
        Some(ProblemCode::PlatformUnavailable | ProblemCode::Internal) => r.down,
        _ if fail.is_requoted() => r.requoted,
        Some(ProblemCode::StateChanged | ProblemCode::NotFound) => r.changed,
        Some(ProblemCode::OfferLocked) => r.locked,
        Some(ProblemCode::StillWorking) => r.working,
        Some(ProblemCode::TooManyRequests) => r.too_many,
        Some(ProblemCode::HandoffRefused) => r.handoff,
        _ if fail.is_reworded() => r.reworded,
        Some(ProblemCode::ConsentRequired) => r.consent,
        Some(ProblemCode::ValidationFailed) => r.not_accepted,
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
            <p>{fill(words, &[&seconds])}</p>
            {reference}
        }
        .into_any(),
    )
}
