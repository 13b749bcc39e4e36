//! Each figure of a lender's own statement, in each place that has it.

use anyhow::{Result, ensure};
use lending::{BasisPoints, Paise};

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

/// A charge in percent: the app adds that nobody said of what.
pub fn percentage(what: &str, shown: &str, truth: &str) -> Result<()> {
    let read = |text: &str| {
        let (number, _) = text.split_once('%')?;
        BasisPoints::from_wire(&format!("{number}%"))
    };
    ensure!(
        read(shown).is_some() && read(shown) == read(truth),
        "{what}: {shown}, and the lender says {truth}"
    );
    Ok(())
}

/// What paying late, paying back early and the like cost: not yet, but perhaps.
pub const PENAL: &str = "Penal charges on what is overdue";
pub const OTHER_PENAL: &str = "Other penal charges";
pub const FORECLOSURE: &str = "Foreclosure, after the cooling-off period";

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
    percentage("late", card.figure(o.late)?, truth.says(PENAL)?)?;
    let other = card.figure(t.offer.other_penalty)?;
    percentage("other penal charges", other, truth.says(OTHER_PENAL)?)?;
    same("valid", card.figure(t.offer.valid)?, &truth.valid(t)?)?;
    let length = crate::text::fill(o.over, &[&(t.common.tenor)(truth.term()?)]);
    ensure!(card.text.contains(&length), "no {length} in {}", card.text);
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
        (o.term, (t.common.tenor)(truth.term()?)),
        (o.rate, crate::text::fill(o.fixed, &[truth.rate()?])),
        (o.first_due, truth.first_due().to_owned()),
        (o.valid, truth.valid(t)?),
    ] {
        same(label, page.figure(label)?, &figure)?;
    }
    for (label, charge) in [
        (t.offers.late, PENAL),
        (o.late, PENAL),
        (o.other_penalty, OTHER_PENAL),
        (o.foreclosure, FORECLOSURE),
    ] {
        percentage(label, page.figure(label)?, truth.says(charge)?)?;
    }
    on_cooling_off(t, truth, page)?;
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
    for ((row, payment), number) in plan.iter().zip(&truth.payments).zip(1..) {
        let Payment {
            due,
            principal,
            interest,
            amount,
        } = payment;
        let truth = [
            number.to_string(),
            due.clone(),
            amount.format(),
            principal.format(),
            interest.format(),
        ];
        ensure!(
            row == truth.as_slice(),
            "{row:?}, and the lender says {payment:?}"
        );
    }
    Ok(())
}

/// So many days; until when that would be if the money came today is not the lender's to say.
fn on_cooling_off(t: Words, truth: &Truth, page: &Sheet) -> Result<()> {
    let label = t.offer.cooling;
    let length = (t.common.tenor)(truth.cooling_off);
    let pattern = crate::text::fill(t.offer.cooling_value, &[&length, "{1}"]);
    let shown = page.figure(label)?;
    let before = pattern.split("{1}").next().unwrap_or(&pattern);
    ensure!(
        before.contains(&length) && shown.starts_with(before),
        "{label}: {shown}, and the lender says {length}"
    );
    Ok(())
}

/// No amount, percentage, length or day on a sheet may be another and nobody notice.
pub fn notices_a_change(sheet: &Sheet, check: impl Fn(&Sheet) -> Result<()>) -> Result<()> {
    let falsified = sheet.falsified();
    ensure!(
        falsified.len() >= 4,
        "{} figures on {}",
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

/// Every amount and percentage in these lines, as they follow on each other.
pub fn amounts<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    lines
        .flat_map(str::split_whitespace)
        .map(|word| word.trim_matches(|c: char| ".,;:()".contains(c)))
        .filter(|word| word.starts_with('₹') || word.ends_with('%'))
        .map(str::to_owned)
        .collect()
}
