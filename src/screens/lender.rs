use std::cmp::Ordering;

use contract::app::JourneyView;
use contract::platform::status::{StepKey, StepStatus};
use leptos::prelude::*;

use super::waiting::{checked, long};
use crate::app::App;
use crate::text::Words;
use crate::ui::icon::{Icon, icon};
use crate::ui::live::live;
use crate::ui::page::Page;

/// Approved, sent and credited are three things, and only the last is money.
pub(crate) fn lender(app: App, t: Words) -> AnyView {
    let steps = move || {
        let done = app.store.view().map_or(0, |view| reached(&view));
        let items: Vec<_> = [
            t.done.lender_approved,
            t.done.lender_sent,
            t.done.lender_credited,
        ]
        .into_iter()
        .enumerate()
        .map(|(at, label)| {
            let (which, class, state) = match at.cmp(&done) {
                Ordering::Less => (Icon::Tick, "done", t.done.finished),
                Ordering::Equal => (Icon::Clock, "now", t.done.under_way),
                Ordering::Greater => (Icon::Circle, "later", t.done.to_come),
            };
            view! {
                <li class=class>
                    {icon(which)}
                    <span>{label}</span>
                    <span class="small">{state}</span>
                </li>
            }
        })
        .collect();
        view! { <ol class="states">{items}</ol> }.into_any()
    };
    let body = view! {
        {live(steps)}
        {checked(app, t)}
        {long(app, t)}
    }
    .into_any();
    Page::new(t.waiting.lender.title)
        .step(t, t.done.step_lender)
        .lead(t.waiting.lender.lead)
        .show(app, t, body)
}

/// How many of the three are done.
fn reached(view: &JourneyView) -> usize {
    let disbursal = view
        .steps
        .as_ref()
        .and_then(|steps| steps.get(StepKey::Disbursal))
        .map(|step| step.status);
    let state = |word: &str| {
        view.offer.as_ref().is_some_and(|offer| {
            offer.fulfillments.iter().any(|it| {
                it.state
                    .as_ref()
                    .is_some_and(|state| state.as_str() == word)
            })
        })
    };
    let sent = disbursal == Some(StepStatus::Success) || state("DISBURSED");
    let approved = sent || disbursal == Some(StepStatus::InProgress) || state("SANCTIONED");
    usize::from(approved) + usize::from(sent)
}
