//! The rules as a page to read.

use std::fmt::Write as _;

use toml::value::Datetime;

use super::COMMAND;
use super::book::{Book, Instrument, Read, Rule};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(super) fn page(book: &Book) -> String {
    let mut page = head(book);
    for instrument in &book.instruments {
        let rules: Vec<&Rule> = book
            .rules
            .iter()
            .filter(|rule| rule.instrument == instrument.id)
            .collect();
        if !rules.is_empty() {
            section(&mut page, instrument, &rules);
        }
    }
    elsewhere(&mut page, book);
    page
}

fn head(book: &Book) -> String {
    let second_hand = book
        .rules
        .iter()
        .filter(|rule| rule.read == Read::Secondary);
    format!(
        "<!-- Written by `{COMMAND}` from docs/lending-rules.toml. Change that file, not this one. -->\n\
         # Lending rules, and what proves them\n\n\
         Each rule of Indian lending that a borrower's app can keep or break, in our words, with the \
         paragraph it comes from, the screen where a borrower meets it, and the tests that fail when \
         it is broken. `cargo xtask test` fails when a rule has no test, or when this page is not \
         what the data say.\n\n\
         {} rules, {} tests. Nothing here is legal advice. {} rules were read in others' quotations \
         and not in the regulator's own text (column *Read in*): before you lend, have your lender's \
         compliance team hold those against the instrument. A rule that moved to another paragraph \
         is one changed line in `docs/lending-rules.toml`.\n",
        book.rules.len(),
        tests(book),
        second_hand.count(),
    )
}

fn tests(book: &Book) -> usize {
    let all = book.rules.iter().flat_map(|rule| &rule.tests);
    all.collect::<std::collections::BTreeSet<_>>().len()
}

fn section(page: &mut String, instrument: &Instrument, rules: &[&Rule]) {
    let number = instrument.number.as_deref().unwrap_or_default();
    let comma = if number.is_empty() { "" } else { ", " };
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "\n## {}\n\n[{}]({}){comma}{number}\n\n\
         | Rule | Paragraph | In force from | Read in | Screen | Proved by |\n\
         |---|---|---|---|---|---|\n",
        instrument.name,
        host(&instrument.link),
        instrument.link,
    );
    for rule in rules {
        let _ = writeln!(
            page,
            "| **{}** {} | {} | {} | {} | {} | {} |",
            rule.id,
            cell(&rule.text),
            cell(&rule.paragraph),
            day(rule.in_force),
            rule.read,
            cell(&rule.screen),
            rule.tests
                .iter()
                .map(|test| link(test))
                .collect::<Vec<_>>()
                .join("<br>"),
        );
    }
}

fn elsewhere(page: &mut String, book: &Book) {
    page.push_str(
        "\n## Duties that no screen can keep\n\n\
         Listed so that nobody takes their absence above for an oversight.\n\n\
         | Duty | Comes from | Kept by |\n|---|---|---|\n",
    );
    for duty in &book.elsewhere {
        let name = book
            .instrument(&duty.instrument)
            .map_or("", |instrument| instrument.name.as_str());
        let _ = writeln!(
            page,
            "| {} | {name}, {} | {} |",
            cell(&duty.text),
            cell(&duty.paragraph),
            cell(&duty.kept_by),
        );
    }
}

fn host(link: &str) -> &str {
    let rest = link.strip_prefix("https://").unwrap_or(link);
    rest.split('/').next().unwrap_or(rest)
}

/// From the page's own folder, named by what it claims.
fn link(test: &str) -> String {
    let (path, name) = test.split_once("::").unwrap_or((test, test));
    format!("[{}](../{path})", name.replace('_', " "))
}

/// A bar would end the column.
fn cell(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

fn day(date: Datetime) -> String {
    let Some(date) = date.date else {
        return String::new();
    };
    let month = usize::from(date.month).checked_sub(1);
    let month = month.and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    format!("{} {month} {}", date.day, date.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_each_rule_under_its_instrument_and_each_duty() {
        let text = "\
            [[instrument]]\nid = 'b'\nname = 'Second'\nlink = 'https://rbi.example/2'\n\
            [[instrument]]\nid = 'a'\nname = 'First'\nnumber = 'No. 1'\nlink = 'https://rbi.example/1'\n\
            [[rule]]\nid = 'x'\ntext = 'One | two   lines'\ninstrument = 'a'\nparagraph = '7'\n\
            in_force = 2027-01-01\nread = 'secondary'\nscreen = 'Offers'\n\
            tests = ['tests/browser/a.rs::it_holds']\n\
            [[elsewhere]]\ntext = 'D'\ninstrument = 'b'\nparagraph = '9'\nkept_by = 'lender'\n";
        let page = page(&toml::from_str(text).unwrap());
        assert!(page.contains("## First\n\n[rbi.example](https://rbi.example/1), No. 1\n"));
        assert!(!page.contains("## Second"));
        assert!(page.contains(
            "| **x** One \\| two lines | 7 | 1 January 2027 | quotations | Offers | \
             [it holds](../tests/browser/a.rs) |"
        ));
        assert!(page.contains("| D | Second, 9 | lender |"));
    }
}
