//! Rows of cells.

use std::collections::VecDeque;

use krilla::tagging::{Tag, TagKind};

use crate::line::{Line, Words};
use crate::sheet::{Branch, MARGIN, MEASURE, Mark, Sheets};

/// Between one cell's words and the next one's.
const GAP: f32 = 12.0;
/// Above and below a cell's words: letters reach higher above the middle of a line than below.
const ABOVE: f32 = 5.0;
const BELOW: f32 = 3.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    /// Figures stand below each other digit by digit.
    End,
}

#[derive(Debug, Clone)]
pub struct Cell {
    pub words: Words,
    pub align: Align,
    pub tag: TagKind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    pub x: f32,
    pub width: f32,
}

/// Columns from the left margin on, of these widths without what lies between them.
pub fn columns(widths: &[f32]) -> Vec<Column> {
    let mut x = MARGIN + GAP / 2.0;
    let place = |width: &f32| {
        let column = Column { x, width: *width };
        x += width + GAP;
        column
    };
    widths.iter().map(place).collect()
}

/// Widths for what stands in the columns: each has its longest word's, and of what is left the
/// more the more it says.
pub fn fit(columns: &[Vec<&Cell>]) -> Vec<f32> {
    let over = |of: fn(&Words) -> f32| -> Vec<f32> {
        let cells = |cells: &Vec<&Cell>| {
            let words = cells.iter().map(|cell| of(&cell.words));
            words.fold(1.0, f32::max)
        };
        columns.iter().map(cells).collect()
    };
    let room = columns.iter().fold(MEASURE, |room, _| room - GAP);
    share(&over(Words::narrowest), &over(Words::widest), room)
}

fn share(narrowest: &[f32], widest: &[f32], room: f32) -> Vec<f32> {
    let (least, most): (f32, f32) = (narrowest.iter().sum(), widest.iter().sum());
    let each = narrowest.iter().zip(widest);
    if most <= room {
        return each.map(|(_, widest)| widest * room / most).collect();
    }
    if least >= room {
        return each
            .map(|(least_own, _)| least_own * room / least)
            .collect();
    }
    let part = (room - least) / (most - least);
    each.map(|(least, most)| least + (most - least) * part)
        .collect()
}

/// One row, on as many sheets as it needs; `head` is drawn again at the top of each new one.
pub fn row(
    sheets: &mut Sheets,
    columns: &[Column],
    cells: &[Cell],
    head: Option<&[Cell]>,
) -> Branch {
    let mut rest = broken(columns, cells);
    let mut leaves: Vec<Vec<Branch>> = cells.iter().map(|_| Vec::new()).collect();
    let over = |sheets: &mut Sheets| {
        sheets.turn();
        if let Some(head) = head {
            band(sheets, height(columns, head));
            place(sheets, columns, &mut broken(columns, head), head, None);
            underline(sheets);
        }
    };
    if deep(&rest) > sheets.room() && !sheets.is_fresh() {
        over(sheets);
    }
    while !place(sheets, columns, &mut rest, cells, Some(&mut leaves)) {
        over(sheets);
    }
    underline(sheets);
    let cells = cells.iter().zip(leaves);
    let cells = cells.map(|(cell, leaves)| Branch::Group(cell.tag.clone(), leaves));
    Branch::Group(Tag::TR.into(), cells.collect())
}

/// A table's head: a row on a band.
pub fn head(sheets: &mut Sheets, columns: &[Column], cells: &[Cell]) -> Branch {
    band(sheets, height(columns, cells));
    row(sheets, columns, cells, None)
}

fn band(sheets: &mut Sheets, h: f32) {
    let (x, y, w) = (MARGIN, sheets.y, MEASURE);
    sheets.put(Mark::Band { x, y, w, h });
}

fn broken(columns: &[Column], cells: &[Cell]) -> Vec<VecDeque<Line>> {
    let each = columns.iter().zip(cells);
    each.map(|(column, cell)| cell.words.lines(column.width).into())
        .collect()
}

/// Of a row that is not broken.
pub fn height(columns: &[Column], cells: &[Cell]) -> f32 {
    deep(&broken(columns, cells))
}

fn deep(cells: &[VecDeque<Line>]) -> f32 {
    let cell = |lines: &VecDeque<Line>| lines.iter().map(|line| line.style.leading()).sum();
    cells.iter().map(cell).fold(0.0, f32::max) + ABOVE + BELOW
}

/// Takes the lines that still have room on this sheet, one of each cell at least; whether these
/// were all. Without `leaves`, what is drawn is not read aloud.
fn place(
    sheets: &mut Sheets,
    columns: &[Column],
    rest: &mut [VecDeque<Line>],
    cells: &[Cell],
    mut leaves: Option<&mut Vec<Vec<Branch>>>,
) -> bool {
    let (top, room) = (sheets.y + ABOVE, sheets.room() - ABOVE - BELOW);
    let mut deepest: f32 = 0.0;
    for (at, ((column, lines), cell)) in columns.iter().zip(rest.iter_mut()).zip(cells).enumerate()
    {
        let mut used = 0.0;
        while let Some(line) = lines.pop_front() {
            let leading = line.style.leading();
            if used > 0.0 && used + leading > room {
                lines.push_front(line);
                break;
            }
            let x = match cell.align {
                Align::Start => column.x,
                Align::End => column.x + column.width - line.width,
            };
            let own = leaves.as_deref_mut().and_then(|leaves| leaves.get_mut(at));
            let leaf = own.map(|own| {
                let leaf = sheets.leaf();
                own.push(Branch::Leaf(leaf));
                leaf
            });
            let y = top + used;
            sheets.put(Mark::Text { line, x, y, leaf });
            used += leading;
        }
        deepest = deepest.max(used);
    }
    sheets.y = top + deepest + BELOW;
    rest.iter().all(VecDeque::is_empty)
}

fn underline(sheets: &mut Sheets) {
    let (x, y, w) = (MARGIN, sheets.y, MEASURE);
    sheets.put(Mark::Hairline { x, y, w });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_the_room_and_never_more_than_it() {
        let cases: [(&[f32], &[f32], f32); 4] = [
            (&[10.0, 20.0], &[20.0, 30.0], 100.0),
            (&[10.0, 20.0], &[100.0, 300.0], 100.0),
            (&[80.0, 120.0], &[100.0, 300.0], 100.0),
            (&[1.0, 1.0], &[1.0, 1.0], 100.0),
        ];
        for (narrowest, widest, room) in cases {
            let widths = share(narrowest, widest, room);
            let sum: f32 = widths.iter().sum();
            assert!((sum - room).abs() < 0.01, "{widths:?}");
            let fits = narrowest.iter().sum::<f32>() <= room;
            let enough = widths
                .iter()
                .zip(narrowest)
                .all(|(own, least)| own >= least);
            assert_eq!(enough, fits, "{widths:?}");
        }
    }
}
