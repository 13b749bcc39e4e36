use contract::platform::offers::Offer;
use flow::Reading;
use kfs::{Block, Part, Row, Statement, Table, Value};
use leptos::prelude::*;

use super::drawing;
use crate::browser;
use crate::text::Words;
use crate::ui::figure::{percentage, read};
use crate::ui::rows::foreign;

/// The part with the repayment schedule, which is drawn as well.
const SCHEDULE: &str = "annex-c";

/// Leads to each part. The choice is not among them: it comes after what is chosen.
pub(super) fn contents(t: Words, statement: &Statement) -> AnyView {
    let items: Vec<_> = statement
        .parts
        .iter()
        .map(|part| {
            let id = part.id;
            view! {
                <li>
                    <a
                        href=["#", id].concat()
                        on:click=move |event| {
                            event.prevent_default();
                            browser::focus(id);
                        }
                    >
                        {part.title}
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <nav class="contents" aria-label=t.kfs.contents>
            <p>{t.kfs.contents}</p>
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

pub(super) fn parts(t: Words, parts: &[Part], offer: &Offer) -> AnyView {
    let parts: Vec<_> = parts.iter().map(|part| section(t, part, offer)).collect();
    parts.into_any()
}

fn section(t: Words, part: &Part, offer: &Offer) -> AnyView {
    let blocks: Vec<_> = part.blocks.iter().map(|it| block(t, it)).collect();
    view! {
        <section class="group kfs-part" aria-labelledby=part.id>
            <h2 id=part.id tabindex="-1">{part.title}</h2>
            {(part.id == SCHEDULE).then(|| drawing::drawings(t, offer))}
            {blocks}
        </section>
    }
    .into_any()
}

fn block(t: Words, block: &Block) -> AnyView {
    match block {
        Block::Rows(rows) => {
            let numbered = rows.iter().any(|it| !it.number.is_empty());
            let rows: Vec<_> = rows.iter().map(|it| row(t, it)).collect();
            view! { <dl class="rows" class:facts=numbered>{rows}</dl> }.into_any()
        }
        Block::Table(it) => table(t, it),
        Block::Note(words) => view! { <p class="small">{words.clone()}</p> }.into_any(),
    }
}

/// Beyond this a text does not stand beside another one on a phone.
const SHORT: usize = 30;

fn row(t: Words, row: &Row) -> AnyView {
    let long = match &row.value {
        Value::Figure(text)
        | Value::Words(text)
        | Value::AsWritten(text)
        | Value::Percent(text) => is_long(text),
        Value::Missing => is_long(row.label),
        Value::Name(_) => true,
        Value::Spelled { .. } => false,
    };
    let number =
        (!row.number.is_empty()).then(|| view! { <span class="no">{row.number}</span> " " });
    view! {
        <div class:long=long>
            <dt>{number} {row.label}</dt>
            <dd>{value(t, &row.value)}</dd>
        </div>
    }
    .into_any()
}

fn is_long(text: &str) -> bool {
    text.chars().count() > SHORT
}

fn value(t: Words, value: &Value) -> AnyView {
    match value {
        Value::Figure(text) | Value::Words(text) => text.clone().into_any(),
        Value::Name(text) => foreign(text),
        Value::Spelled { figure, written } => read(t, Reading::Spelled(figure.clone(), written)),
        Value::AsWritten(text) => read(t, Reading::Unread(text)),
        Value::Percent(text) => percentage(t, text),
        Value::Missing => read(t, Reading::Missing),
    }
}

/// On a narrow screen each row is a card, its labels beside the figures, and the roles say that it
/// is still a table.
fn table(t: Words, table: &Table) -> AnyView {
    let head: Vec<_> = table
        .head
        .iter()
        .map(|label| view! { <th scope="col" role="columnheader">{*label}</th> })
        .collect();
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|cells| {
            let cells: Vec<_> = table
                .head
                .iter()
                .zip(cells)
                .enumerate()
                .map(|(at, (label, cell))| match at {
                    0 => view! {
                        <th
                            scope="row"
                            role="rowheader"
                            class:named=matches!(cell, Value::Words(_))
                            data-label=*label
                        >
                            {value(t, cell)}
                        </th>
                    }
                    .into_any(),
                    _ => {
                        view! { <td role="cell" data-label=*label>{value(t, cell)}</td> }.into_any()
                    }
                })
                .collect();
            view! { <tr role="row">{cells}</tr> }
        })
        .collect();
    view! {
        <table role="table" class="kfs-table">
            <caption>{table.caption}</caption>
            <thead><tr role="row">{head}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
