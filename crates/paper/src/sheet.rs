//! Sheets of A4, filled from top to bottom; and beside them the tree of what each thing on them
//! is, for those who have the paper read to them.

use krilla::tagging::TagKind;

use crate::line::Line;

// Points.
pub const WIDTH: f32 = 595.0;
pub const HEIGHT: f32 = 842.0;
pub const MARGIN: f32 = 48.0;
pub const MEASURE: f32 = WIDTH - 2.0 * MARGIN;
/// Where the foot of a sheet begins.
const END: f32 = HEIGHT - 60.0;

/// Something at its place. What has a leaf is read aloud where the tree says; the rest is not.
#[derive(Debug)]
pub enum Mark {
    Text {
        line: Line,
        x: f32,
        /// Of the line's top.
        y: f32,
        leaf: Option<usize>,
    },
    /// Behind a table's head.
    Band { x: f32, y: f32, w: f32, h: f32 },
    /// Below a row.
    Hairline { x: f32, y: f32, w: f32 },
}

/// What things are.
#[derive(Debug)]
pub enum Branch {
    Group(TagKind, Vec<Branch>),
    /// A line of text on some sheet.
    Leaf(usize),
}

/// Where a part begins, for the reader's list of contents.
#[derive(Debug)]
pub struct Entry {
    pub title: String,
    pub sheet: usize,
    pub y: f32,
}

#[derive(Debug)]
pub struct Sheets {
    pub sheets: Vec<Vec<Mark>>,
    pub tree: Vec<Branch>,
    pub contents: Vec<Entry>,
    pub leaves: usize,
    pub y: f32,
}

impl Sheets {
    pub fn new() -> Self {
        Self {
            sheets: vec![Vec::new()],
            tree: Vec::new(),
            contents: Vec::new(),
            leaves: 0,
            y: MARGIN,
        }
    }

    /// How much is left of this sheet.
    pub fn room(&self) -> f32 {
        END - self.y
    }

    pub fn is_fresh(&self) -> bool {
        self.y <= MARGIN
    }

    pub fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.y = MARGIN;
    }

    /// What belongs together begins where it fits.
    pub fn keep(&mut self, height: f32) {
        if self.room() < height && !self.is_fresh() {
            self.turn();
        }
    }

    pub fn space(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    pub fn put(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(mark);
        }
    }

    pub fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    /// Lines below each other over the whole measure, on as many sheets as they need.
    pub fn lines(&mut self, lines: Vec<Line>) -> Vec<Branch> {
        let mut branches = Vec::new();
        for line in lines {
            let leading = line.style.leading();
            self.keep(leading);
            let leaf = self.leaf();
            branches.push(Branch::Leaf(leaf));
            let (x, y, leaf) = (MARGIN, self.y, Some(leaf));
            self.put(Mark::Text { line, x, y, leaf });
            self.y += leading;
        }
        branches
    }

    /// This place, under a title.
    pub fn note(&mut self, title: &str) {
        self.contents.push(Entry {
            title: title.to_owned(),
            sheet: self.sheets.len() - 1,
            y: self.y,
        });
    }
}
