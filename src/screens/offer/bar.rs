use flow::Figures;
use lending::Paise;
use leptos::prelude::*;

use crate::text::{Words, fill};

/// What is repaid, drawn to scale: what was received, interest, fees. The sentence says the same.
pub(super) fn bar(t: Words, figures: &Figures) -> AnyView {
    // Nothing is drawn from half of what a lender said.
    let (Some(receive), Some(repay), Some(fees)) =
        (figures.receive, figures.repay, figures.upfront)
    else {
        return ().into_any();
    };
    let interest = Paise(repay.0 - receive.0 - fees.0);
    if repay <= Paise::ZERO || interest < Paise::ZERO {
        return ().into_any();
    }
    let parts = [
        ("part-receive", t.offer.bar_receive, receive),
        ("part-interest", t.offer.bar_interest, interest),
        ("part-fees", t.offer.bar_fees, fees),
    ];
    let mut left = 0;
    let drawn: Vec<_> = parts
        .iter()
        .map(|(class, _, amount)| {
            let width = amount.0.saturating_mul(SCALE) / repay.0;
            let at = left;
            left += width;
            view! {
                <rect class=*class x=at.to_string() y="0" width=width.to_string() height="40"></rect>
            }
        })
        .collect();
    let legend: Vec<_> = parts
        .iter()
        .map(|(class, label, amount)| {
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                        <rect class=*class width="12" height="12"></rect>
                    </svg>
                    {*label}
                    " "
                    {amount.format()}
                </li>
            }
        })
        .collect();
    view! {
        <svg class="bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
            {drawn}
        </svg>
        <ul class="legend">{legend}</ul>
        <p class="small">{fill(t.offer.bar, &[&repay.format(), &receive.format()])}</p>
    }
    .into_any()
}

const SCALE: i64 = 1_000;
