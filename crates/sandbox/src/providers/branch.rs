//! Where a lender looks at jewellery.

use contract::platform::status::StepKey;
use maud::{Markup, html};

use super::step::StepPage;
use super::words::{Words, fill};
use crate::engine::journey::{Card, Journey};

pub(super) const PAGE: StepPage = StepPage {
    key: StepKey::Kyc,
    path: "branch",
    party: "kyc",
    head: |words| words.branch.head,
    with_code: false,
    body,
    choices: Some(choices),
};

fn body(words: &Words, _: &Journey, card: &Card) -> Markup {
    html! {
        p { (fill(words.branch.asks, &[("lender", card.lender().name)])) }
        h2 { (words.branch.carry) }
        ul { @for thing in words.branch.things { li { (thing) } } }
    }
}

fn choices(words: &Words, card: &Card, wrong: bool) -> Markup {
    html! {
        fieldset aria-describedby=[wrong.then_some("branch-error")] {
            legend { (words.branch.choose) }
            @if wrong {
                p.error id="branch-error" role="alert" { (words.branch.none_chosen) }
            }
            @for branch in card.lender().branches {
                div.choice {
                    input type="radio" name="branch" id={ "branch-" (branch.id) } value=(branch.id)
                        aria-describedby={ "about-" (branch.id) } required;
                    label for={ "branch-" (branch.id) } lang="en" { (branch.name) }
                    p.hint id={ "about-" (branch.id) } {
                        span lang="en" { (branch.address) } br;
                        (words.branch.hours) ": " span lang="en" { (branch.hours) } br;
                        (branch.phone)
                    }
                }
            }
        }
    }
}
