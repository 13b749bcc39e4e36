//! RBI KFS Annex C: every payment, and what is owed before it.

use contract::platform::offers::Installment;
use flow::{Doubt, Reading};
use lending::Paise;

use crate::loan::{Loan, amount};
use crate::statement::{Block, Part, Table};
use crate::value::Value;

pub(crate) fn part(loan: &Loan<'_>) -> Part {
    let w = loan.words;
    let rows = flow::schedule(loan.offer);
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Note(w.no_schedule.to_owned()));
    } else {
        blocks.push(Block::Table(schedule(loan)));
        blocks.extend(
            loan.payments
                .is_none()
                .then(|| Block::Note(w.no_balance.to_owned())),
        );
    }
    blocks.extend(loan.notes(|it| matches!(it, Doubt::Payments { .. } | Doubt::Count { .. })));
    Part {
        id: "annex-c",
        title: w.annex_c,
        blocks,
    }
}

/// The annex has no column of dates; its readers ask for nothing more often.
fn schedule(loan: &Loan<'_>) -> Table {
    let w = loan.words;
    let rows = flow::schedule(loan.offer);
    let mut lines: Vec<Vec<Value>> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| line(loan, at, row))
        .collect();
    lines.extend(sums(loan));
    Table {
        caption: w.schedule,
        head: vec![
            w.number,
            w.due,
            w.outstanding,
            w.principal_part,
            w.interest_part,
            w.payment,
        ],
        rows: lines,
    }
}

fn line(loan: &Loan<'_>, at: usize, row: &Installment) -> Vec<Value> {
    let number = match Reading::count(row.serial_number.as_ref()) {
        Reading::Missing => Value::Figure((at + 1).to_string()),
        number => Value::read(number, |number| number.to_string()),
    };
    let owed = loan.payments.as_ref().and_then(|payments| payments.get(at));
    vec![
        number,
        loan.day(row.due_date.as_ref()),
        owed.map_or_else(Value::none, |payment| {
            Value::Figure(payment.before.format())
        }),
        amount(Reading::amount(row.principal.as_ref())),
        amount(Reading::amount(row.interest.as_ref())),
        amount(Reading::amount(row.amount.as_ref())),
    ]
}

/// The last row, where every figure above it could be read.
fn sums(loan: &Loan<'_>) -> Option<Vec<Value>> {
    let payments = loan.payments.as_ref()?;
    let sum = |of: fn(&flow::Payment) -> Paise| Paise::total(payments.iter().map(of));
    let shown = |sum| loan.worked_out(sum);
    Some(vec![
        Value::Words(loan.words.total.to_owned()),
        Value::none(),
        Value::none(),
        shown(sum(|payment| payment.principal)),
        shown(sum(|payment| payment.interest)),
        shown(sum(|payment| payment.amount)),
    ])
}
