//! What stands on a page: labels with their figures, and tables.

use anyhow::{Context as _, Result};
use end_to_end::Browser;
use lending::Paise;
use serde::Deserialize;

/// Rows of a list and rows of tables, from top to bottom.
#[derive(Debug, Clone, Deserialize)]
pub struct Sheet {
    /// Of the lender whose card it is, or of the page.
    pub heading: String,
    pub text: String,
    rows: Vec<Row>,
    pub tables: Vec<Vec<Vec<String>>>,
    /// What stands beside labels and in tables, as it follows on each other.
    pub figures: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Row {
    /// The section it belongs to, by the id of its heading.
    part: String,
    label: String,
    figure: String,
}

const READ: &str = "\
const words = it => (it?.innerText || '').replace(/\\s+/g, ' ').trim();
const main = document.querySelector('main');
main.querySelectorAll('details').forEach(it => { it.open = true; });
const sheet = (root, heading) => ({
  heading: words(root.querySelector(heading)), text: words(root),
  rows: [...root.querySelectorAll('dl > div')].map(row => ({
    part: row.closest('section')?.getAttribute('aria-labelledby') || '',
    label: words(row.querySelector('dt')), figure: words(row.querySelector('dd')) })),
  tables: [...root.querySelectorAll('table')].map(table =>
    [...table.tBodies[0].rows].map(row => [...row.cells].map(words))),
  figures: [...root.querySelectorAll('dl > div > dd, tbody th, tbody td')].map(words),
});
";

impl Sheet {
    pub async fn of_page(browser: &Browser) -> Result<Self> {
        let script = format!("{READ} return sheet(main, 'h1')");
        Ok(serde_json::from_value(
            browser.script(&script, vec![]).await?,
        )?)
    }

    pub async fn of_cards(browser: &Browser) -> Result<Vec<Self>> {
        let script = format!(
            "{READ} return [...main.querySelectorAll('article')].map(it => sheet(it, 'h2'))"
        );
        Ok(serde_json::from_value(
            browser.script(&script, vec![]).await?,
        )?)
    }

    /// The figure beside this label; each place that has the label must have the same.
    pub fn figure(&self, label: &str) -> Result<&str> {
        let mut found = self.rows.iter().filter(|row| row.label == label);
        let first = found
            .next()
            .with_context(|| format!("no `{label}` on `{}`: {:?}", self.heading, self.rows))?;
        for other in found {
            let (one, other) = (&first.figure, &other.figure);
            anyhow::ensure!(one == other, "`{label}` is {one} and {other}");
        }
        Ok(&first.figure)
    }

    /// All that stand in the rows of an annex that have this number.
    pub fn numbered(&self, part: &str, number: &str) -> Vec<&str> {
        let is = |row: &&Row| {
            let rest = row
                .label
                .strip_prefix(number)
                .and_then(|rest| rest.strip_prefix(' '));
            // `6 (A)` is not 6.
            row.part == part && rest.is_some_and(|rest| !rest.starts_with('('))
        };
        let rows = self.rows.iter().filter(is);
        rows.map(|row| row.figure.as_str()).collect()
    }

    /// All figures of one part of a statement.
    pub fn part(&self, part: &str) -> Vec<&str> {
        let rows = self.rows.iter().filter(|row| row.part == part);
        rows.map(|row| row.figure.as_str()).collect()
    }

    /// The figure beside this label in one part of a statement.
    pub fn beside(&self, part: &str, label: &str) -> Result<&str> {
        let mut rows = self.rows.iter().filter(|row| row.part == part);
        let row = rows.find(|row| row.label == label);
        let row = row.with_context(|| format!("no `{label}` in {part}: {:?}", self.rows))?;
        Ok(&row.figure)
    }

    /// As if one figure were another: a sheet for each figure there is, and which one it was.
    pub fn falsified(&self) -> Vec<(String, Self)> {
        let mut all = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let mut sheet = self.clone();
            if let Some(other) = other(&row.figure)
                && let Some(row) = sheet.rows.get_mut(at)
            {
                row.figure = other;
                all.push((row.label.clone(), sheet));
            }
        }
        let cells = self.tables.iter().enumerate().flat_map(|(table, rows)| {
            let rows = rows.iter().enumerate();
            rows.flat_map(move |(row, cells)| (0..cells.len()).map(move |cell| [table, row, cell]))
        });
        for place in cells {
            let mut sheet = self.clone();
            let [table, row, cell] = place;
            let rows = sheet.tables.get_mut(table);
            let found = rows.and_then(|rows| rows.get_mut(row)?.get_mut(cell));
            if let Some(cell) = found
                && let Some(other) = other(cell)
            {
                *cell = other;
                all.push((format!("{place:?}"), sheet));
            }
        }
        all
    }
}

/// A paisa, a percent, a month, a day or a payment more.
fn other(figure: &str) -> Option<String> {
    if figure.starts_with('₹') {
        let amount = Paise::from_wire(figure)?;
        return Some(Paise(amount.0 + 1).format());
    }
    let end = figure.find(|c: char| !c.is_ascii_digit());
    let (number, rest) = figure.split_at(end.unwrap_or(figure.len()));
    let number: u32 = number.parse().ok()?;
    Some(format!("{}{rest}", number + 1))
}
