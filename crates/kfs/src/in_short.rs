//! What a borrower decides by, before the annexes that have all of it.

use contract::platform::offers::Offer;
use flow::{Figures, Reading};

use crate::loan::{Loan, row};
use crate::statement::{Block, Part};
use crate::value::Value;
use crate::words::{Language, fill};

pub(crate) fn part(loan: &Loan<'_>) -> Part {
    let w = loan.words;
    let each = match flow::is_monthly(loan.offer) {
        Some(true) => w.each_month,
        _ => w.instalment,
    };
    let cooling = Reading::cooling_off(loan.offer.cool_off_period.as_ref());
    let leave = |period| fill(w.leave_for, &[&loan.language.tenor(period)]);
    let rows = [
        (w.you_receive, loan.net()),
        (w.you_repay, loan.repay()),
        (w.costs_you, loan.worked_out(loan.figures.cost)),
        (each, loan.instalment()),
        (w.first_due, loan.first_due()),
        (
            w.if_late,
            Loan::charge(loan.offer.delay_penalty_fees.as_ref()),
        ),
        (w.leave, Value::read(cooling, leave)),
    ];
    let rows = rows.map(|(label, value)| row("", label, value));
    let mut blocks = vec![Block::Rows(rows.into())];
    blocks.extend(cost_unknown(loan.offer, loan.language).map(Block::Note));
    Part {
        id: "in-short",
        title: w.in_short,
        blocks,
    }
}

/// Said where one of the figures that tell what a loan costs is not there or cannot be read.
pub fn cost_unknown(offer: &Offer, language: Language) -> Option<String> {
    let w = language.words();
    let figures = Figures::of(offer);
    let unread: Vec<&str> = [
        (figures.apr.is_none(), w.apr),
        (figures.repay.is_none(), w.you_repay),
        (figures.monthly.is_none(), w.instalment),
    ]
    .into_iter()
    .filter_map(|(unread, label)| unread.then_some(label))
    .collect();
    (!unread.is_empty()).then(|| fill(w.cost_unknown, &[&unread.join("; ")]))
}
