//! The figures of a statement: the same everywhere, never wrong, and told where they disagree.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may")]

mod lines;
mod offers;

use contract::platform::status::JourneyType;
use flow::Figures;
use kfs::{Block, Language, Statement, Value};
use lending::{BasisPoints, Paise};
use lines::{english, lines};
use proptest::prelude::*;

#[test]
fn figures_are_the_same_in_both_languages() {
    let offer = offers::usual();
    let figures = |language| {
        let statement = Statement::of(&offer, JourneyType::PersonalLoan, language);
        let mut figures = Vec::new();
        for part in &statement.parts {
            for block in &part.blocks {
                let values: Vec<Value> = match block {
                    Block::Rows(rows) => rows.iter().map(|row| row.value.clone()).collect(),
                    Block::Table(table) => table.rows.concat(),
                    Block::Note(_) => Vec::new(),
                };
                let text = values.iter().map(|value| value.text(language));
                figures.extend(text.filter(|text| text.starts_with('₹') || text.ends_with('%')));
            }
        }
        figures
    };
    let english = figures(Language::English);
    assert!(english.len() > 100);
    let bare = |text: &String| text.split(" · ").next().map(str::to_owned);
    assert!(
        english
            .iter()
            .map(bare)
            .eq(figures(Language::Hindi).iter().map(bare))
    );
}

#[test]
fn what_does_not_agree_is_told_where_it_stands() {
    let mut offer = offers::usual();
    offer.annual_percentage_rate = Some("5".into());
    offer.quote.as_mut().unwrap().total = Some("288000".into());
    offer.application_fees = Some("100".into());
    let statement = english(&offer);
    let told = |part: &str, words: &str| {
        let lines = lines(&statement, part);
        assert!(
            lines
                .iter()
                .any(|it| it.starts_with("Note: ") && it.contains(words)),
            "{words} in {lines:#?}"
        );
    };
    told("part-1", "This APR, 5.00%, is the lender's figure.");
    told("part-1", "The fees listed add up to ₹6,000.");
    told("annex-b", "we work out 16.44%");
    told("annex-b", "The total that the lender gives is ₹2,88,000.");
    told("annex-c", "The payments listed add up to ₹2,88,078.");
    assert!(
        lines(&statement, "part-1").contains(&"9 Annual percentage rate (APR): 5.00%".to_owned())
    );
}

#[test]
fn malformed_figures_are_shown_as_written_and_marked() {
    for language in Language::ALL {
        for wire in [
            "-5000",
            "−5000",
            "as agreed",
            "1e5",
            "99999999999999999999",
            "1000 INR",
            "5 %",
            "P24M",
        ] {
            let mut offer = offers::usual();
            let text = || Some(wire.into());
            offer.amount_principal = text();
            offer.amount_net_disbursed = text();
            offer.annual_percentage_rate = text();
            offer.installment_amount = text();
            offer.offer_term = text();
            offer.processing_fees = text();
            offer.quote.as_mut().unwrap().total = text();
            offer.installments[0].amount = text();
            let statement = Statement::of(&offer, JourneyType::PersonalLoan, language);
            let raw = |part: &str, start: &str| {
                let lines = lines(&statement, part);
                let line = lines.iter().find(|it| it.starts_with(start)).unwrap();
                let of_what = part == "part-1" && start == "(i) " && wire == "5 %";
                let flag = if of_what {
                    language.of_what()
                } else {
                    language.as_written()
                };
                let marked = line.contains(&format!("{wire} · {flag}"))
                    || line.contains(&language.written(wire));
                assert!(marked, "{wire}: {line}");
            };
            for (part, start) in [
                ("part-1", "2 "),
                ("part-1", "4 "),
                ("part-1", "9 "),
                ("part-1", "(i) "),
                ("annex-b", "7 "),
                ("annex-b", "8 "),
                ("annex-c", "1 | "),
            ] {
                raw(part, start);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn statement_and_card_say_the_same_to_the_paisa(
        rupees in 10_000_i64..=10_000_000,
        rate in 0_u32..=4_800,
        months in 1_u32..=60,
        fee in 0_u32..=1_000,
    ) {
        let principal = Paise::from_rupees(rupees);
        let fee = principal.share(BasisPoints(fee)).unwrap();
        let offer = offers::priced(principal, BasisPoints(rate), months, fee);
        let card = Figures::of(&offer);
        let statement = english(&offer);
        let annex = lines(&statement, "annex-b");
        for (start, figure) in [
            ("1 ", card.principal),
            ("5 ", card.interest),
            ("6 F", card.upfront),
            ("7 ", card.receive),
            ("8 ", card.repay),
        ] {
            let row = annex.iter().find(|row| row.starts_with(start)).unwrap();
            prop_assert!(row.ends_with(&format!(": {}", figure.unwrap())), "{row}");
        }
        let schedule = lines(&statement, "annex-c");
        let sums = schedule.last().unwrap();
        let expected = [card.principal, card.interest, card.repay].map(|it| it.unwrap().format());
        prop_assert!(sums.ends_with(&expected.join(" | ")), "{sums}");
    }
    #[test]
    fn whatever_a_lender_writes_is_shown_as_it_came(wire in "[^\\s·][^·]{0,20}[^\\s·]") {
        let mut offer = offers::usual();
        let text = || Some(wire.as_str().into());
        offer.delay_penalty_fees = text();
        offer.interest_type = text();
        offer.annual_percentage_rate = text();
        offer.cool_off_period = text();
        for row in &mut offer.installments {
            (row.amount, row.principal, row.due_date) = (text(), text(), text());
        }
        for language in Language::ALL {
            let statement = Statement::of(&offer, JourneyType::PersonalLoan, language);
            let rows = lines(&statement, "part-1");
            let late = rows.iter().find(|row| row.starts_with("10 (i) ")).unwrap();
            // An amount that is spelled as it should be is the one thing we write anew.
            let read = late.rsplit(": ").next().is_some_and(|shown| shown.starts_with('₹'));
            prop_assert!(read || late.contains(wire.trim()), "{late}");
        }
    }
}
