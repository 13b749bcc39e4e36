//! A statement as lines of text.

use contract::platform::offers::Offer;
use contract::platform::status::JourneyType;
use kfs::{Block, Language, Statement, Value};

pub fn english(offer: &Offer) -> Statement {
    Statement::of(offer, JourneyType::PersonalLoan, Language::English)
}

/// Every row of a part, and every line of its tables, as `number label: value`.
pub fn lines(statement: &Statement, part: &str) -> Vec<String> {
    let text = |value: &Value| value.text(statement.language);
    let part = statement.parts.iter().find(|it| it.id == part).unwrap();
    let mut lines = Vec::new();
    for block in &part.blocks {
        match block {
            Block::Rows(rows) => lines.extend(
                rows.iter()
                    .map(|row| format!("{} {}: {}", row.number, row.label, text(&row.value))),
            ),
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(text).collect();
                cells.join(" | ")
            })),
            Block::Note(note) => lines.push(format!("Note: {note}")),
        }
    }
    lines
}
