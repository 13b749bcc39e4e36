#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

use super::*;
use crate::sheet::{HEIGHT, MARGIN, Mark};

fn rows(label: &'static str, value: &str) -> Block {
    let value = Value::AsWritten(value.to_owned());
    Block::Rows(vec![Row {
        number: "10 (iii)",
        label,
        value,
    }])
}

fn table(columns: usize, lines: usize, value: &Value) -> Block {
    Block::Table(Table {
        caption: "All payments",
        head: vec!["Principal owed before it"; columns],
        rows: vec![vec![value.clone(); columns]; lines],
    })
}

/// Of all marks but the feet, which are drawn last: left, right, top and bottom.
fn bounds(sheets: &Sheets) -> Vec<[f32; 4]> {
    let marks = sheets.sheets.iter().flatten();
    marks
        .map(|mark| match mark {
            Mark::Text { line, x, y, .. } => [*x, x + line.width, *y, y + line.style.leading()],
            Mark::Band { x, y, w, h } => [*x, x + w, *y, y + h],
            Mark::Hairline { x, y, w } => [*x, x + w, *y, *y],
        })
        .collect()
}

#[test]
fn nothing_leaves_its_sheet_however_much_there_is() {
    let faces = Faces::load().unwrap();
    let (words, word) = ("as the lender says ".repeat(300), "9".repeat(2_000));
    let figure = Value::Figure("₹12,34,567.50".to_owned());
    let blocks = [
        rows("Penal charges", &words),
        rows("Penal charges", &word),
        table(2, 200, &figure),
        table(6, 90, &figure),
        table(9, 3, &Value::AsWritten(words.clone())),
        table(4, 3, &Value::Missing),
        Block::Note(word.clone()),
    ];
    for blocks in blocks.iter().map(std::slice::from_ref).chain([&blocks[..]]) {
        for language in Language::ALL {
            let title = "Repayment schedule";
            let part = Part {
                id: "annex-c",
                title,
                blocks: blocks.to_vec(),
            };
            let statement = Statement {
                language,
                title: "Key Facts Statement",
                lender: word.clone(),
                about: vec![words.clone()],
                parts: vec![part],
            };
            let sheets = set(&statement, &faces);
            for [left, right, top, bottom] in bounds(&sheets) {
                assert!(left >= MARGIN - 0.1 && right <= MARGIN + MEASURE + 0.1);
                assert!(top >= MARGIN - 0.1 && bottom <= HEIGHT - MARGIN, "{bottom}");
            }
        }
    }
}

#[test]
fn a_title_never_stands_alone_at_the_foot_of_a_sheet() {
    let faces = Faces::load().unwrap();
    for lines in 1..60 {
        let value = Value::Figure("1".to_owned());
        let part = |lines| Part {
            id: "annex-c",
            title: "Repayment schedule",
            blocks: vec![table(2, lines, &value)],
        };
        let statement = Statement {
            language: Language::English,
            title: "Key Facts Statement",
            lender: String::new(),
            about: Vec::new(),
            parts: vec![part(lines), part(2)],
        };
        let sheets = set(&statement, &faces);
        for entry in &sheets.contents {
            let below = sheets.sheets[entry.sheet].iter();
            let below = below.filter(|mark| matches!(mark, Mark::Text { y, .. } if *y > entry.y));
            // The caption, the head and a row.
            assert!(below.count() >= 5, "{lines} lines");
        }
    }
}
