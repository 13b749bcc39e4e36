use contract::platform::offers::Offer;
use flow::{Fee, Figures};
use leptos::prelude::*;

use crate::text::Words;
use crate::ui::figure::{charge, worked_out};
use crate::ui::rows::rows;

/// Every charge there is or can be: none may come later that was not here.
pub(crate) fn charges(t: Words, offer: &Offer, figures: &Figures) -> AnyView {
    let o = &t.offer;
    let row = |fee: Fee| (fee_name(t, fee).to_owned(), charge(t, fee.of(offer)));
    let start = [
        Fee::Processing,
        Fee::Application,
        Fee::Insurance,
        Fee::Upfront,
        Fee::Other,
    ];
    let given = start.into_iter().filter(|fee| fee.of(offer).is_some());
    let mut start: Vec<_> = given.map(row).collect();
    start.push((o.fees_before.to_owned(), worked_out(t, figures.upfront)));
    // Named whether or not the lender gave them: silence is an answer that must be seen.
    let later = [
        Fee::Late,
        Fee::OtherPenalty,
        Fee::Foreclosure,
        Fee::Conversion,
    ];
    let later = later.into_iter().map(row).collect();
    view! {
        <section class="group">
            <h2>{o.fees}</h2>
            {rows("rows", start)}
            <h3>{o.fees_later}</h3>
            {rows("rows", later)}
        </section>
    }
    .into_any()
}

pub(crate) const fn fee_name(t: Words, fee: Fee) -> &'static str {
    let o = &t.offer;
    match fee {
        Fee::Processing => o.processing,
        Fee::Application => o.application,
        Fee::Insurance => o.insurance,
        Fee::Upfront => o.upfront,
        Fee::Other => o.other,
        Fee::Late => o.late,
        Fee::OtherPenalty => o.other_penalty,
        Fee::Foreclosure => o.foreclosure,
        Fee::Conversion => o.conversion,
    }
}
