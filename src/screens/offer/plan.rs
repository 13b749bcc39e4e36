use contract::platform::offers::Offer;
use flow::Reading;
use leptos::prelude::*;

use crate::text::{Words, fill};
use crate::ui::figure::{day, money, read};

/// Every payment. A table; on a narrow screen each row is a card, its labels beside the figures,
/// and the roles say that it is still a table.
pub(crate) fn plan(t: Words, offer: &Offer) -> AnyView {
    let installments = flow::schedule(offer);
    if installments.is_empty() {
        return ().into_any();
    }
    let o = &t.offer;
    let count = installments.len().to_string();
    let rows: Vec<_> = installments
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let number = match Reading::count(row.serial_number.as_ref()) {
                Reading::Missing => (at + 1).to_string().into_any(),
                number => read(t, number.map(|number| number.to_string())),
            };
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader" data-label=o.plan_no>{number}</th>
                    <td role="cell" data-label=o.plan_due>
                        {day(t, row.due_date.as_ref())}
                    </td>
                    <td role="cell" data-label=o.plan_pay>{money(t, None, row.amount.as_ref())}</td>
                    <td role="cell" data-label=o.plan_principal>{money(t, None, row.principal.as_ref())}</td>
                    <td role="cell" data-label=o.plan_interest>{money(t, None, row.interest.as_ref())}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="group">
            <h2>{o.plan}</h2>
            <details class="plan">
                <summary>{fill(o.plan_show, &[&count])}</summary>
                <table role="table">
                    <thead>
                        <tr role="row">
                            <th scope="col" role="columnheader">{o.plan_no}</th>
                            <th scope="col" role="columnheader">{o.plan_due}</th>
                            <th scope="col" role="columnheader">{o.plan_pay}</th>
                            <th scope="col" role="columnheader">{o.plan_principal}</th>
                            <th scope="col" role="columnheader">{o.plan_interest}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </section>
    }
    .into_any()
}
