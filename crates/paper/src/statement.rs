//! What of a statement goes where.

use std::num::NonZeroU16;

use kfs::{Block, Language, Part, Row, Statement, Table, Value};
use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use crate::face::{Faces, Weight, is_devanagari};
use crate::grid::{self, Align, Cell};
use crate::line::{Ink, Style, Words};
use crate::sheet::{Branch, MEASURE, Sheets};

const TITLE: Style = Style::new(Weight::SemiBold, 20.0, Ink::Plain);
const LENDER: Style = Style::new(Weight::SemiBold, 14.0, Ink::Plain);
const PART: Style = Style::new(Weight::SemiBold, 14.0, Ink::Plain);
const CAPTION: Style = Style::new(Weight::SemiBold, 10.0, Ink::Plain);
const BODY: Style = Style::new(Weight::Regular, 10.0, Ink::Plain);
const STRONG: Style = Style::new(Weight::SemiBold, 10.0, Ink::Plain);
const SOFT: Style = Style::new(Weight::Regular, 10.0, Ink::Soft);
const SMALL: Style = Style::new(Weight::Regular, 9.0, Ink::Soft);

/// What a part's title is kept with: a caption, a head of three lines, a row.
const FOLLOWS: f32 = 120.0;

/// A note stays on one sheet: the longest is of three lines.
const NOTE: f32 = 3.0;

pub fn set(statement: &Statement, faces: &Faces) -> Sheets {
    let mut setter = Setter {
        sheets: Sheets::new(),
        faces,
        language: statement.language,
    };
    setter.statement(statement);
    setter.sheets
}

struct Setter<'a> {
    sheets: Sheets,
    faces: &'a Faces,
    language: Language,
}

impl Setter<'_> {
    fn statement(&mut self, statement: &Statement) {
        let title = self.heading(1, statement.title, TITLE);
        self.sheets.tree.push(title);
        let lender = self.paragraph(&statement.lender, LENDER);
        self.sheets.tree.push(lender);
        self.sheets.space(6.0);
        let mut parts = statement.parts.iter();
        self.parts(parts.by_ref().take(1));
        self.sheets.space(6.0);
        for sentence in &statement.about {
            self.sheets.space(3.0);
            let sentence = self.paragraph(sentence, SOFT);
            self.sheets.tree.push(sentence);
        }
        self.parts(parts);
    }

    fn parts<'p>(&mut self, parts: impl Iterator<Item = &'p Part>) {
        for part in parts {
            let part = self.part(part);
            self.sheets.tree.push(part);
        }
    }

    fn part(&mut self, part: &Part) -> Branch {
        self.sheets.space(20.0);
        self.sheets.keep(PART.leading() + FOLLOWS);
        self.sheets.note(part.title);
        let mut branches = vec![self.heading(2, part.title, PART)];
        self.sheets.space(4.0);
        for block in &part.blocks {
            match block {
                Block::Rows(rows) => branches.push(self.rows(rows)),
                Block::Table(table) => branches.push(self.table(table)),
                Block::Note(note) => {
                    self.sheets.space(4.0);
                    self.sheets.keep(NOTE * SMALL.leading());
                    branches.push(self.paragraph(note, SMALL));
                    self.sheets.space(4.0);
                }
            }
        }
        Branch::Group(Tag::Section.into(), branches)
    }

    fn heading(&mut self, level: u16, title: &str, style: Style) -> Branch {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let tag = Tag::Hn(level, Some(title.to_owned()));
        self.said(tag, title, style)
    }

    fn paragraph(&mut self, text: &str, style: Style) -> Branch {
        self.said(Tag::P, text, style)
    }

    fn said(&mut self, tag: impl Into<TagKind>, text: &str, style: Style) -> Branch {
        let words = self.words(text, style);
        let tag = self.aloud(tag, &words, text);
        Branch::Group(tag, self.sheets.lines(words.lines(MEASURE)))
    }

    /// Label and value; in an annex with a number before them.
    fn rows(&mut self, rows: &[Row]) -> Branch {
        let numbered = rows.iter().any(|row| !row.number.is_empty());
        let columns = if numbered {
            grid::columns(&[34.0, 190.0, MEASURE - 260.0])
        } else {
            grid::columns(&[236.0, MEASURE - 260.0])
        };
        let rows = rows.iter().map(|row| {
            let number = numbered.then(|| self.cell(row.number, SOFT, Tag::TD));
            let cells: Vec<Cell> = number
                .into_iter()
                .chain([
                    self.cell(row.label, BODY, Tag::TH(TableHeaderScope::Row)),
                    self.value(&row.value, STRONG, Tag::TD),
                ])
                .collect();
            grid::row(&mut self.sheets, &columns, &cells, None)
        });
        Branch::Group(Tag::Table.into(), rows.collect())
    }

    fn table(&mut self, table: &Table) -> Branch {
        let (head, body) = self.cells(table);
        let upright: Vec<Vec<&Cell>> = head
            .iter()
            .enumerate()
            .map(|(at, title)| {
                let below = body.iter().filter_map(|row| row.get(at));
                std::iter::once(title).chain(below).collect()
            })
            .collect();
        let columns = grid::columns(&grid::fit(&upright));
        self.sheets.space(8.0);
        let first_row = body.first().map_or(0.0, |row| grid::height(&columns, row));
        self.sheets
            .keep(CAPTION.leading() + grid::height(&columns, &head) + first_row);
        let caption = self.said(Tag::Caption, table.caption, CAPTION);
        let first = grid::head(&mut self.sheets, &columns, &head);
        let rows = body
            .iter()
            .map(|row| grid::row(&mut self.sheets, &columns, row, Some(&head)))
            .collect();
        self.sheets.space(6.0);
        let head = Branch::Group(Tag::THead.into(), vec![first]);
        let body = Branch::Group(Tag::TBody.into(), rows);
        Branch::Group(Tag::Table.into(), vec![caption, head, body])
    }

    /// A table's head and the rows below it. The first cell of a row names it.
    fn cells(&self, table: &Table) -> (Vec<Cell>, Vec<Vec<Cell>>) {
        let aligns: Vec<Align> = (0..table.head.len())
            .map(|at| align(table.rows.iter().filter_map(|row| row.get(at))))
            .collect();
        let titles = table.head.iter().zip(&aligns);
        let titles = titles.map(|(title, align)| Cell {
            align: *align,
            ..self.cell(title, STRONG, Tag::TH(TableHeaderScope::Column))
        });
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().zip(&aligns).enumerate();
            let cells = cells.map(|(at, (value, align))| {
                let tag: TagKind = match at {
                    0 => Tag::TH(TableHeaderScope::Row).into(),
                    _ => Tag::TD.into(),
                };
                let align = *align;
                let cell = self.value(value, BODY, tag);
                Cell { align, ..cell }
            });
            cells.collect()
        });
        (titles.collect(), rows.collect())
    }

    fn value(&self, value: &Value, figure: Style, tag: impl Into<TagKind>) -> Cell {
        let style = match value {
            Value::Figure(_) => figure,
            Value::Missing => SOFT,
            Value::Spelled { .. }
            | Value::Words(_)
            | Value::Name(_)
            | Value::AsWritten(_)
            | Value::Percent(_) => BODY,
        };
        self.cell(&value.text(self.language), style, tag)
    }

    fn cell(&self, text: &str, style: Style, tag: impl Into<TagKind>) -> Cell {
        let words = self.words(text, style);
        Cell {
            tag: self.aloud(tag, &words, text),
            words,
            align: Align::Start,
        }
    }

    fn words(&self, text: &str, style: Style) -> Words {
        Words::new(text, style, self.faces)
    }

    /// What a thing is, with all that a reader aloud needs: the text as it is spelled where its
    /// glyphs do not show it, and the language of names within Hindi.
    fn aloud(&self, tag: impl Into<TagKind>, words: &Words, text: &str) -> TagKind {
        let native = text.chars().any(is_devanagari);
        let latin = text.chars().any(|letter| letter.is_ascii_alphabetic());
        let foreign = latin && !native && self.language != Language::English;
        let mut tag = tag.into();
        let any = tag.as_any_mut();
        any.set_lang(foreign.then(|| Language::English.tag().to_owned()));
        any.set_actual_text((native || words.spoilt).then(|| text.to_owned()));
        tag
    }
}

/// Figures stand below each other digit by digit where most of a column is figures; dates are read
/// from the left.
fn align<'a>(column: impl Iterator<Item = &'a Value>) -> Align {
    let digits = |value: &Value| match value {
        Value::Figure(text) => !text.chars().any(char::is_alphabetic),
        _ => false,
    };
    let (figures, others): (Vec<_>, Vec<_>) = column.partition(|value| digits(value));
    if figures.len() > others.len() {
        Align::End
    } else {
        Align::Start
    }
}

#[cfg(test)]
mod tests;
