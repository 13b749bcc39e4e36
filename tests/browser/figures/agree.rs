//! Each figure of a lender's own statement, in each place that has it.

use anyhow::{Result, ensure};
use lending::Paise;

use super::sheet::Sheet;
use super::truth::{Payment, Truth};
use crate::text::Words;

pub const SWITCHING: &str = "Changing between fixed and floating rate";

pub fn same(what: &str, shown: &str, truth: &str) -> Result<()> {
    ensure!(
        shown == truth,
        "{what}: {shown}, and the lender says {truth}"
    );
    Ok(())
}

/// Of a sum of the lender's figures.
pub fn less(more: Paise, less: Paise) -> String {
    Paise(more.0 - less.0).format()
}

/// What a borrower compares offers by.
pub fn on_card(t: Words, truth: &Truth, card: &Sheet) -> Result<()> {
    let o = &t.offers;
    let (net, total) = (
        truth.amount("Net disbursed amount")?,
        truth.amount("Total to be paid")?,
    );
    same(
        "principal",
        card.figure(t.offer.principal)?,
        truth.says("Loan amount")?,
    )?;
    same(
        "APR",
        card.figure(o.apr)?,
        truth.says("Annual percentage rate (APR)")?,
    )?;
    same("receive", card.figure(o.receive)?, &net.format())?;
    same("repay", card.figure(o.repay)?, &total.format())?;
    same("cost", card.figure(o.cost)?, &less(total, net))?;
    let monthly = truth.says("Each instalment")?;
    // Not a digit more on either side.
    let monthly = crate::text::fill(o.monthly, &[monthly]);
    ensure!(
        card.text.contains(&monthly),
        "no {monthly} in {}",
        card.text
    );
    Ok(())
}

/// All of it, in detail.
pub fn on_offer_page(t: Words, truth: &Truth, page: &Sheet) -> Result<()> {
    let o = &t.offer;
    let (net, total) = (
        truth.amount("Net disbursed amount")?,
        truth.amount("Total to be paid")?,
    );
    let principal = truth.amount("Loan amount")?;
    ensure!(
        page.text
            .contains(&format!("{} {}", o.receive, net.format())),
        "no {} {} on {}",
        o.receive,
        net.format(),
        page.text
    );
    for (label, figure) in [
        (o.repay, total.format()),
        (o.cost, less(total, net)),
        (o.monthly, truth.says("Each instalment")?.to_owned()),
        (
            o.apr,
            truth.says("Annual percentage rate (APR)")?.to_owned(),
        ),
        (o.principal, principal.format()),
        (o.processing, truth.amount("Processing fee")?.format()),
        (o.upfront, truth.amount("GST on it, 18 %")?.format()),
        (o.application, truth.fee("Application fee")?.format()),
        (o.insurance, truth.fee("Insurance")?.format()),
        (o.other, truth.fee("Other charges")?.format()),
        (o.fees_before, less(principal, net)),
        (o.conversion, truth.says(SWITCHING)?.to_owned()),
    ] {
        same(label, page.figure(label)?, &figure)?;
    }
    let count = truth.payments.len().to_string();
    same(o.instalments, page.figure(o.instalments)?, &count)?;
    let [plan] = page.tables.as_slice() else {
        anyhow::bail!("{} tables", page.tables.len());
    };
    ensure!(
        plan.len() == truth.payments.len(),
        "{} payments",
        plan.len()
    );
    for (row, payment) in plan.iter().zip(&truth.payments) {
        let Payment {
            due,
            principal,
            interest,
            amount,
        } = payment;
        let truth = [
            due.clone(),
            amount.format(),
            principal.format(),
            interest.format(),
        ];
        ensure!(
            row.get(1..) == Some(truth.as_slice()),
            "{row:?}, and the lender says {payment:?}"
        );
    }
    Ok(())
}

/// No amount on a sheet may be a paisa off and nobody notice.
pub fn notices_a_paisa(sheet: &Sheet, check: impl Fn(&Sheet) -> Result<()>) -> Result<()> {
    let falsified = sheet.falsified();
    ensure!(
        falsified.len() >= 4,
        "{} amounts on {}",
        falsified.len(),
        sheet.heading
    );
    for (what, sheet) in falsified {
        ensure!(
            check(&sheet).is_err(),
            "nobody checks {what} on {}",
            sheet.heading
        );
    }
    Ok(())
}

/// Every amount and percentage in these lines, sorted.
pub fn amounts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = lines
        .flat_map(str::split_whitespace)
        .map(|word| word.trim_matches(|c: char| ".,;:()".contains(c)))
        .filter(|word| word.starts_with('₹') || word.ends_with('%'))
        .map(str::to_owned)
        .collect();
    all.sort();
    all
}
