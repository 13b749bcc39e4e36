//! The Key Facts Statement of this app beside the lender's own.

use anyhow::{Result, ensure};
use lending::Paise;

use super::agree::{FORECLOSURE, OTHER_PENAL, PENAL, SWITCHING, less, percentage, same};
use super::sheet::Sheet;
use super::truth::Truth;
use crate::text::Words;

/// RBI KFS Annex A part 1, Annex B and Annex C, row by row.
pub fn on_statement(t: Words, truth: &Truth, page: &Sheet) -> Result<()> {
    let principal = truth.amount("Loan amount")?;
    let net = truth.amount("Net disbursed amount")?;
    let insured = truth.fee("Insurance")?;
    let apr = truth.says("Annual percentage rate (APR)")?;
    let lenders = Paise(principal.0 - net.0 - insured.0);
    let length = (t.common.tenor)(truth.term()?);
    let cooling_off = (t.common.tenor)(truth.cooling_off);
    let first_due = truth.first_due();
    for (part, number, told) in [
        ("part-1", "4", length.clone()),
        ("part-2", "6 (i)", cooling_off),
        ("annex-b", "2", length),
        ("annex-b", "2 (d)", first_due.to_owned()),
        ("annex-b", "4", truth.rate()?.to_owned()),
        ("part-1", "2", principal.format()),
        ("part-1", "9", apr.to_owned()),
        ("part-1", "10 (iv)", truth.says(SWITCHING)?.to_owned()),
        ("annex-b", "1", principal.format()),
        ("annex-b", "5", truth.says("Total interest")?.to_owned()),
        ("annex-b", "6", less(principal, net)),
        ("annex-b", "6 (A)", lenders.format()),
        ("annex-b", "6 (B)", insured.format()),
        ("annex-b", "7", net.format()),
        ("annex-b", "8", truth.says("Total to be paid")?.to_owned()),
        ("annex-b", "9", apr.to_owned()),
    ] {
        match page.numbered(part, number).as_slice() {
            [only] => same(&format!("{part} {number}"), only, &told)?,
            others => anyhow::bail!("{part} {number}: {others:?}"),
        }
    }
    for (number, charge) in [
        ("10 (i)", PENAL),
        ("10 (ii)", OTHER_PENAL),
        ("10 (iii)", FORECLOSURE),
    ] {
        match page.numbered("part-1", number).as_slice() {
            [only] => percentage(number, only, truth.says(charge)?)?,
            others => anyhow::bail!("{number}: {others:?}"),
        }
    }
    let rate = page.numbered("part-1", "6");
    ensure!(rate.first() == Some(&truth.rate()?), "A 6: {rate:?}");
    in_short(t, truth, page)?;
    on_days(truth, page)?;
    on_instalments(truth, page)?;
    let [fees, schedule] = page.tables.as_slice() else {
        anyhow::bail!("{} tables", page.tables.len());
    };
    let cells = fees.iter().flatten();
    let charged: Vec<&String> = cells.filter(|it| it.starts_with('₹')).collect();
    let told = [
        truth.amount("Processing fee")?,
        truth.fee("Insurance")?,
        truth.fee("Application fee")?,
        truth.amount("GST on it, 18 %")?,
        truth.fee("Other charges")?,
    ]
    .map(Paise::format);
    let same = charged.iter().copied().eq(&told);
    ensure!(same, "A 8: {charged:?}, and the lender says {told:?}");
    on_schedule(truth, principal, schedule)
}

/// The part before the annexes. Its labels are the offer page's where it says the same.
fn in_short(t: Words, truth: &Truth, page: &Sheet) -> Result<()> {
    let o = &t.offers;
    let (net, total) = (
        truth.amount("Net disbursed amount")?,
        truth.amount("Total to be paid")?,
    );
    for (label, told) in [
        (o.receive, net.format()),
        (o.repay, total.format()),
        (o.cost, less(total, net)),
    ] {
        same(label, page.beside("in-short", label)?, &told)?;
    }
    let late = page.beside("in-short", o.late)?;
    percentage(o.late, late, truth.says(PENAL)?)?;
    let figures: Vec<&str> = page.part("in-short");
    let [.., each, first, _, leave] = figures.as_slice() else {
        anyhow::bail!("in short: {figures:?}");
    };
    same("each month", each, truth.says("Each instalment")?)?;
    same("first", first, truth.first_due())?;
    let cooling_off = (t.common.tenor)(truth.cooling_off);
    let at = leave.find(&cooling_off);
    let before = at.and_then(|at| leave.get(..at));
    let whole = before.is_some_and(|it| !it.ends_with(|c: char| c.is_ascii_digit()));
    ensure!(whole, "leave: {leave}, and the lender says {cooling_off}");
    Ok(())
}

/// From the first payment to the last, in words around them.
fn on_days(truth: &Truth, page: &Sheet) -> Result<()> {
    let last = truth.payments.last().map_or("", |last| last.due.as_str());
    let shown = page.numbered("annex-b", "11");
    let [days] = shown.as_slice() else {
        anyhow::bail!("B 11: {shown:?}");
    };
    let between = days.split_once(truth.first_due());
    let fits = between.is_some_and(|(before, after)| {
        !before.ends_with(|c: char| c.is_ascii_digit())
            && (after.contains(last) || truth.payments.len() == 1)
    });
    ensure!(fits, "B 11: {days}, and the lender says {last}");
    Ok(())
}

/// The last payment takes what rounding has left, and is told where it is another one.
fn on_instalments(truth: &Truth, page: &Sheet) -> Result<()> {
    let each = truth.says("Each instalment")?;
    let count = truth.payments.len().to_string();
    let last = truth.payments.last().map(|payment| payment.amount.format());
    let last = last.filter(|last| last != each);
    let first = truth.first_due();
    let told = [
        Some(count.as_str()),
        Some(each),
        last.as_deref(),
        Some(first),
    ];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    // Before these stands how often.
    let shown = page.numbered("part-1", "5");
    let same = shown.get(1..) == Some(told.as_slice());
    ensure!(same, "A 5: {shown:?}, and the lender says {told:?}");
    let shown = page.numbered("annex-b", "2 (b)");
    let same = shown.get(1..) == Some([each, &count].as_slice());
    ensure!(same, "B 2 (b): {shown:?}, and the lender says {told:?}");
    on_the_last(truth, page)
}

/// Every lender of the market lends in equal payments. What is left for the last one is rounding,
/// up to a rupee for each of the others; more than that is told as one payment of another kind.
fn on_the_last(truth: &Truth, page: &Sheet) -> Result<()> {
    let Some((last, others @ [first, ..])) = truth.payments.split_last() else {
        return Ok(());
    };
    let most = i64::try_from(others.len()).map(Paise::from_rupees)?;
    let rounded = last.amount.0.abs_diff(first.amount.0) <= most.0.unsigned_abs();
    let shown = page.numbered("annex-b", "2 (a)");
    let fits = match shown.as_slice() {
        [words] if rounded => !words.chars().any(|c| c.is_ascii_digit()),
        [figure] => *figure == "1",
        _ => false,
    };
    ensure!(
        fits,
        "B 2 (a): {shown:?}, last {last:?}, before it {first:?}"
    );
    Ok(())
}

/// Annex C: with what is owed before each payment, and the sums at the end.
fn on_schedule(truth: &Truth, principal: Paise, schedule: &[Vec<String>]) -> Result<()> {
    let mut owed = principal;
    let mut sums = [Paise::ZERO; 3];
    let (last, rows) = schedule
        .split_last()
        .unwrap_or((const { &Vec::new() }, &[]));
    ensure!(rows.len() == truth.payments.len(), "{} rows", rows.len());
    for ((row, payment), number) in rows.iter().zip(&truth.payments).zip(1..) {
        let parts = [payment.principal, payment.interest, payment.amount];
        let [principal, interest, amount] = parts.map(Paise::format);
        let truth = [
            number.to_string(),
            payment.due.clone(),
            owed.format(),
            principal,
            interest,
            amount,
        ];
        ensure!(
            row == truth.as_slice(),
            "{row:?}, and the lender says {truth:?}"
        );
        owed = Paise(owed.0 - payment.principal.0);
        for (sum, part) in sums.iter_mut().zip(parts) {
            *sum = Paise(sum.0 + part.0);
        }
    }
    ensure!(owed == Paise::ZERO, "{} is owed at the end", owed.format());
    let sums = sums.map(Paise::format);
    ensure!(
        last.get(3..) == Some(sums.as_slice()),
        "{last:?}, and the lender says {sums:?}"
    );
    Ok(())
}
