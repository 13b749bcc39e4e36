use contract::Text;
use contract::platform::offers::Offer;
use flow::Figures;
use leptos::prelude::*;

use crate::text::Words;
use crate::ui::figure::{charge, money};
use crate::ui::rows::rows;

/// Every charge there is or can be: none may come later that was not here.
pub(crate) fn charges(t: Words, offer: &Offer, figures: &Figures) -> AnyView {
    let o = &t.offer;
    let mut start: Vec<(String, AnyView)> = [
        (o.processing, &offer.processing_fees),
        (o.application, &offer.application_fees),
        (o.insurance, &offer.insurance_charges),
        (o.upfront, &offer.other_upfront_charges),
        (o.other, &offer.other_charges),
    ]
    .into_iter()
    .filter(|(_, raw)| raw.is_some())
    .map(|(label, raw)| (label.to_owned(), charge(t, raw.as_ref())))
    .collect();
    start.push((o.fees_before.to_owned(), money(t, figures.upfront, None)));
    // Named whether or not the lender gave them: silence is an answer that must be seen.
    let later = [
        (o.late, &offer.delay_penalty_fees),
        (o.other_penalty, &offer.other_penalty_fees),
        (o.foreclosure, &offer.foreclosure_fees),
        (o.conversion, &offer.interest_rate_conversion_charges),
    ]
    .into_iter()
    .map(|(label, raw)| (label.to_owned(), charge(t, written(raw.as_ref()))))
    .collect();
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

fn written(text: Option<&Text>) -> Option<&Text> {
    text.filter(|text| !text.as_str().trim().is_empty())
}
