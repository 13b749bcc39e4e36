//! RBI KFS Annex B: how the annual percentage rate is computed.

use flow::{Doubt, Reading};
use lending::Paise;

use crate::loan::{Loan, amount, row};
use crate::statement::{Block, Part, Row};
use crate::value::Value;

pub(crate) fn part(loan: &Loan<'_>) -> Part {
    let w = loan.words;
    let mut blocks = vec![
        Block::Rows(rows(loan)),
        Block::Note(w.apr_method.to_owned()),
    ];
    blocks.extend(loan.notes(|it| matches!(it, Doubt::Apr { .. } | Doubt::Interest { .. })));
    Part {
        id: "annex-b",
        title: w.annex_b,
        blocks,
    }
}

fn rows(loan: &Loan<'_>) -> Vec<Row> {
    let w = loan.words;
    let (lender, third) = fees(loan);
    let mut rows = vec![
        row("1", w.principal, loan.principal()),
        row("2", w.term, loan.term()),
        row("2 (a)", w.unequal_count, unequal(loan)),
        row("2 (b)", w.instalment_type, loan.frequency()),
        row("2 (b)", w.instalment, loan.instalment()),
        row("2 (b)", w.instalment_count, loan.count()),
        row("2 (c)", w.capitalised, Value::Missing),
        row("2 (d)", w.first_due, loan.first_due()),
    ];
    rows.extend([
        row("3", w.rate_type, loan.rate_type()),
        row("4", w.rate, loan.rate()),
        row("5", w.interest, loan.interest()),
        row("6", w.upfront, loan.worked_out(loan.figures.upfront)),
        row("6 (A)", w.upfront_lender, lender),
        row("6 (B)", w.upfront_third, third),
        row("7", w.net, loan.net()),
        row("8", w.repay, loan.repay()),
        row("9", w.apr, loan.apr()),
        row("10", w.disbursal, Value::Missing),
        row("11", w.due_dates, due_dates(loan)),
    ]);
    rows
}

/// Equal instalments leave none that are not; a last one that takes the rounding, up to a rupee for
/// each of the others, is one of them. More than that is a payment of another kind.
fn unequal(loan: &Loan<'_>) -> Value {
    let Some((last, others)) = loan.payments.as_deref().and_then(<[_]>::split_last) else {
        return Value::Missing;
    };
    let equal = others.windows(2).all(|pair| match pair {
        [one, next] => one.amount == next.amount,
        _ => true,
    });
    let rounding = i64::try_from(others.len()).ok().map(Paise::from_rupees);
    let rounded = others.first().is_none_or(|one| {
        let apart = last.amount.0.abs_diff(one.amount.0);
        rounding.is_some_and(|most| apart <= most.0.unsigned_abs())
    });
    match (equal, rounded) {
        (true, true) => Value::Words(loan.words.all_equal.to_owned()),
        (true, false) => Value::Figure("1".to_owned()),
        (false, _) => Value::Figure((others.len() + 1).to_string()),
    }
}

/// What is kept back from the loan amount, by who gets it: both parts together are row 6.
/// ASSUMPTION(G14): insurance is the only charge that is passed on.
fn fees(loan: &Loan<'_>) -> (Value, Value) {
    let insurance = Reading::amount(loan.offer.insurance_charges.as_ref());
    let lender = loan
        .figures
        .upfront
        .zip(insurance.figure())
        .and_then(|(all, third)| all.checked_sub(third))
        .filter(|rest| *rest >= Paise::ZERO);
    (loan.worked_out(lender), amount(insurance))
}

/// From the first to the last: each one is in Annex C.
fn due_dates(loan: &Loan<'_>) -> Value {
    let due = |row: Option<&contract::platform::offers::Installment>| {
        Reading::day(row.and_then(|row| row.due_date.as_ref())).figure()
    };
    let rows = flow::schedule(loan.offer);
    match due(rows.first()).zip(due(rows.last())) {
        Some((first, last)) if first < last => Value::Words(crate::fill(
            loan.words.from_to,
            &[&loan.language.date(first), &loan.language.date(last)],
        )),
        _ => loan.first_due(),
    }
}
