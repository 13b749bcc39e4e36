//! What is on the paper, as another program reads it.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod loan;

use contract::platform::status::JourneyType;
use kfs::{Block, Language, Statement};
use loan::{offer, said};
use lopdf::{Dictionary, Document, Object};
use serde_json::{Value as Json, json};

const LENDER: &str = "Narmada Small Finance Bank Limited";
const MADE: &str = "22/11/2026 20:40:00 IST";

fn statement(months: i64, changes: Json, language: Language) -> Statement {
    let offer = offer(LENDER, months, changes);
    Statement::of(&offer, JourneyType::PersonalLoan, language)
}

fn printed(statement: &Statement) -> Document {
    Document::load_mem(&paper::pdf(statement, MADE).unwrap()).unwrap()
}

fn pages(document: &Document) -> Vec<String> {
    let pages = document.get_pages().into_keys();
    pages
        .map(|page| document.extract_text(&[page]).unwrap())
        .collect()
}

/// Only letters and figures: where lines break does not matter.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// The structure tree from the top: each element's kind and dictionary.
fn tree(document: &Document) -> Vec<(String, Dictionary)> {
    fn below(document: &Document, object: &Object, found: &mut Vec<(String, Dictionary)>) {
        let object = match object {
            Object::Reference(id) => document.get_object(*id).unwrap(),
            object => object,
        };
        match object {
            Object::Array(items) => items.iter().for_each(|item| below(document, item, found)),
            Object::Dictionary(element) => {
                if let Ok(kind) = element.get(b"S").and_then(Object::as_name) {
                    let kind = String::from_utf8(kind.to_vec()).unwrap();
                    found.push((kind, element.clone()));
                }
                if let Ok(kids) = element.get(b"K") {
                    below(document, kids, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    below(document, root, &mut found);
    found
}

fn spelled(element: &Dictionary, key: &[u8]) -> Option<String> {
    let text = element.get(key).ok()?;
    lopdf::decode_text_string(text).ok()
}

#[test]
fn the_paper_says_all_that_the_statement_says_in_its_order() {
    for months in [3, 36, 120] {
        let statement = statement(months, json!({}), Language::English);
        let document = printed(&statement);
        let pages = pages(&document);
        let text: String = pages.iter().map(|page| bare(page)).collect();
        let mut rest = text.as_str();
        for text_of_ours in said(&statement) {
            let found = rest.split_once(&bare(&text_of_ours));
            let (_, after) = found.unwrap_or_else(|| panic!("{text_of_ours:?} in {rest}"));
            rest = after;
        }
        // Within a row that is not broken, nothing stands between.
        for part in &statement.parts {
            for block in &part.blocks {
                let Block::Table(table) = block else { continue };
                for row in &table.rows {
                    let row: Vec<_> = row.iter().map(|v| v.text(statement.language)).collect();
                    assert!(text.contains(&bare(&row.concat())), "{row:?}");
                }
            }
        }
    }
}

#[test]
fn every_sheet_names_its_paper_moment_and_number_and_repeats_a_tables_head() {
    let statement = statement(60, json!({}), Language::English);
    let pages = pages(&printed(&statement));
    let (count, mut tables) = (pages.len(), 0);
    assert!(count > 4, "{count}");
    let Some(Block::Table(schedule)) = statement.parts.last().unwrap().blocks.first() else {
        panic!("no schedule")
    };
    let head = bare(&schedule.head.concat());
    for (at, page) in pages.iter().enumerate() {
        let page = bare(page);
        let foot = bare(&format!("{LENDER} · {} · {MADE}", statement.title));
        assert!(page.contains(&foot), "{page}");
        assert!(page.ends_with(&format!("{}/{count}", at + 1)), "{page}");
        tables += page.matches(&head).count();
    }
    assert!(tables >= 2, "{tables}");
}

#[test]
fn the_paper_can_be_read_aloud_in_its_own_language() {
    for language in Language::ALL {
        let statement = statement(36, json!({}), language);
        let document = printed(&statement);
        let catalog = document.catalog().unwrap();
        assert_eq!(spelled(catalog, b"Lang").as_deref(), Some(language.tag()));
        let marked = catalog.get(b"MarkInfo").and_then(Object::as_dict).unwrap();
        assert!(marked.get(b"Marked").and_then(Object::as_bool).unwrap());
        let viewer = catalog.get(b"ViewerPreferences").and_then(Object::as_dict);
        let title = viewer.unwrap().get(b"DisplayDocTitle");
        assert!(title.and_then(Object::as_bool).unwrap());
        let info = document.trailer.get(b"Info").and_then(Object::as_reference);
        let info = document.get_dictionary(info.unwrap()).unwrap();
        let title = format!("{} – {LENDER}", statement.title);
        assert_eq!(spelled(info, b"Title"), Some(title));

        let tree = tree(&document);
        let count = |kind: &str| tree.iter().filter(|(own, _)| own == kind).count();
        assert_eq!((count("H1"), count("H2")), (1, statement.parts.len()));
        let blocks: Vec<_> = statement
            .parts
            .iter()
            .flat_map(|part| &part.blocks)
            .collect();
        let rows: usize = blocks
            .iter()
            .map(|block| match block {
                Block::Rows(rows) => rows.len(),
                Block::Table(table) => table.rows.len() + 1,
                Block::Note(_) => 0,
            })
            .sum();
        assert_eq!(count("TR"), rows, "what is drawn again is not read again");
        let heads: usize = blocks
            .iter()
            .map(|block| match block {
                Block::Rows(rows) => rows.len(),
                Block::Table(table) => table.rows.len() + table.head.len(),
                Block::Note(_) => 0,
            })
            .sum();
        assert_eq!(count("TH"), heads);
        let lender = tree.iter().find(|(kind, _)| kind == "P").unwrap();
        let foreign = spelled(&lender.1, b"Lang");
        assert_eq!(
            foreign.is_some(),
            language == Language::Hindi,
            "{foreign:?}"
        );
    }
}

#[test]
fn devanagari_is_spelled_out_for_whoever_cannot_read_its_glyphs() {
    let statement = statement(3, json!({}), Language::Hindi);
    let tree = tree(&printed(&statement));
    let aloud: Vec<_> = tree
        .iter()
        .filter_map(|(_, element)| spelled(element, b"ActualText"))
        .collect();
    let native = |text: &String| text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
    for text in said(&statement).iter().filter(|text| native(text)) {
        assert!(aloud.contains(text), "{text:?}");
    }
}

#[test]
fn whatever_a_lender_writes_there_is_a_paper_and_it_shows_it() {
    let long = "word ".repeat(1_500);
    let endless = "9".repeat(3_000);
    for odd in [
        "1000 INR",
        "5 %",
        "P24M",
        "PT30D",
        "",
        "-12",
        "கடன்",
        "قرض",
        "貸付",
        "🙂",
        "\u{0}\u{1}",
        "\u{feff}",
        "\u{e000}",
        "\u{fffe}",
        "a\u{202e}b",
        "क्ष्",
        "\u{94d}",
        &long,
        &endless,
    ] {
        let changes = json!({
            "lenderName": odd, "amountPrincipal": odd, "annualPercentageRate": odd,
            "offerTerm": odd, "delayPenaltyFees": odd, "insuranceCharges": odd,
            "installments": [{ "serialNumber": odd, "amount": odd, "dueDate": odd }],
        });
        for language in Language::ALL {
            let statement = statement(6, changes.clone(), language);
            let document = printed(&statement);
            if language == Language::English && odd.is_ascii() && !odd.contains('\u{0}') {
                let text: String = pages(&document).iter().map(|page| bare(page)).collect();
                // What is as long as a sheet has feet within.
                let (start, whole) = (bare(&odd.chars().take(60).collect::<String>()), bare(odd));
                assert!(
                    text.contains(&start) && text.len() > 5 * whole.len(),
                    "{start}"
                );
            }
        }
    }
    let unknown = offer("", 1, json!({}));
    let unknown = contract::platform::offers::Offer::new(unknown.offer_id, String::new().into());
    let nothing = Statement::of(&unknown, JourneyType::Unknown, Language::Hindi);
    assert!(pages(&printed(&nothing)).len() >= 2);
}

#[test]
fn the_same_statement_makes_the_same_paper() {
    let statement = statement(36, json!({}), Language::Hindi);
    let (one, other) = (paper::pdf(&statement, MADE), paper::pdf(&statement, MADE));
    assert_eq!(one.unwrap(), other.unwrap());
}
