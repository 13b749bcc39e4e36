//! RBI KFS Annex A: part 1, interest and charges; part 2, everything else.

use contract::platform::status::JourneyType;
use flow::{Doubt, Reading};

use crate::loan::{Loan, row};
use crate::statement::{Block, Part, Row, Table};
use crate::value::Value;

pub(crate) fn part_1(loan: &Loan<'_>) -> Part {
    let w = loan.words;
    let mut blocks = vec![Block::Rows(terms(loan)), Block::Table(fees(loan))];
    blocks.extend(loan.notes(|it| matches!(it, Doubt::Fees { .. })));
    blocks.push(Block::Rows(vec![row("9", w.apr, loan.apr())]));
    blocks.extend(loan.notes(|it| matches!(it, Doubt::Apr { .. })));
    blocks.push(Block::Rows(contingent(loan)));
    Part {
        id: "part-1",
        title: w.part_1,
        blocks,
    }
}

fn terms(loan: &Loan<'_>) -> Vec<Row> {
    let w = loan.words;
    let quote = loan.offer.quote.as_ref();
    let kind = match loan.kind {
        JourneyType::PersonalLoan => Value::Words(w.personal_loan.to_owned()),
        JourneyType::GoldLoan => Value::Words(w.gold_loan.to_owned()),
        JourneyType::Unknown => Value::Missing,
    };
    let mut rows = vec![
        row(
            "1",
            w.proposal,
            quote.map_or(Value::Missing, |quote| Value::name([&quote.quote_id])),
        ),
        row("1", w.kind, kind),
        row("2", w.principal, loan.principal()),
        row("3 (i)", w.disbursal, Value::Missing),
        row("3 (ii)", w.disbursal_clause, Value::Missing),
        row("4", w.term, loan.term()),
        row("5", w.instalment_type, loan.frequency()),
        row("5", w.instalment_count, loan.count()),
        row("5", w.instalment, loan.instalment()),
    ];
    rows.extend(last(loan));
    rows.push(row("5", w.first_due, loan.first_due()));
    rows.push(row("6", w.rate, loan.rate()));
    rows.push(row("6", w.rate_type, loan.rate_type()));
    rows.extend(floating(loan));
    rows
}

/// Rounding ends up in the last instalment: it is told wherever it is not like the others.
fn last(loan: &Loan<'_>) -> Option<Row> {
    let last = loan.payments.as_ref()?.last()?;
    (Some(last.amount) != loan.figures.monthly)
        .then(|| row("5", loan.words.last, Value::Figure(last.amount.format())))
}

/// The platform knows nothing of benchmarks: for a rate that can change, each row says so.
fn floating(loan: &Loan<'_>) -> Vec<Row> {
    let w = loan.words;
    if loan.is_fixed() {
        return vec![row(
            "7",
            w.floating_terms,
            Value::Words(w.not_floating.to_owned()),
        )];
    }
    [
        w.benchmark,
        w.benchmark_rate,
        w.spread,
        w.final_rate,
        w.reset_benchmark,
        w.reset_spread,
        w.impact_instalment,
        w.impact_count,
    ]
    .into_iter()
    .map(|label| row("7", label, Value::Missing))
    .collect()
}

/// ASSUMPTION(G14): the platform gives one amount a charge and not who gets it. Insurance goes to
/// an insurer, so it stands under a third party; all else is the lender's.
fn fees(loan: &Loan<'_>) -> Table {
    let w = loan.words;
    let offer = loan.offer;
    let once = if loan.fees_are_taken_once() {
        Value::Words(w.once.to_owned())
    } else {
        Value::Missing
    };
    let line = |label: &str, lender: Value, third: Value| {
        let known = lender != Value::Missing && third != Value::Missing;
        let often = if known { once.clone() } else { Value::none() };
        vec![Value::Words(label.to_owned()), lender, third, often]
    };
    let own = |label, text: &Option<contract::Text>| {
        line(label, Loan::charge(text.as_ref()), Value::none())
    };
    let insurance = Loan::charge(offer.insurance_charges.as_ref());
    Table {
        caption: w.fees,
        head: vec![w.fee, w.fee_lender, w.fee_third, w.fee_often],
        rows: vec![
            own(w.processing, &offer.processing_fees),
            line(w.insurance, Value::none(), insurance),
            line(w.valuation, Value::Missing, Value::Missing),
            own(w.application, &offer.application_fees),
            own(w.other_upfront, &offer.other_upfront_charges),
            own(w.other_charges, &offer.other_charges),
        ],
    }
}

/// "Penal charges": a charge for paying late is never called interest (RBI, 18 August 2023).
fn contingent(loan: &Loan<'_>) -> Vec<Row> {
    let w = loan.words;
    let offer = loan.offer;
    let charge = |text: &Option<contract::Text>| Loan::charge(text.as_ref());
    vec![
        row("10 (i)", w.late, charge(&offer.delay_penalty_fees)),
        row("10 (ii)", w.other_penal, charge(&offer.other_penalty_fees)),
        row("10 (iii)", w.foreclosure, charge(&offer.foreclosure_fees)),
        row(
            "10 (iv)",
            w.switching,
            charge(&offer.interest_rate_conversion_charges),
        ),
        row("10 (v)", w.other_contingent, Value::Missing),
    ]
}

pub(crate) fn part_2(loan: &Loan<'_>) -> Part {
    let w = loan.words;
    let lender = loan.offer.lender.as_ref();
    let officer = lender.and_then(|lender| lender.gro.as_ref());
    let cooling = Reading::cooling_off(loan.offer.cool_off_period.as_ref());
    let rows = vec![
        row("1", w.recovery_clause, Value::Missing),
        row("2", w.grievance_clause, Value::Missing),
        row(
            "3",
            w.officer,
            officer.map_or(Value::Missing, |it| {
                Value::name([&it.name, &it.designation])
            }),
        ),
        row(
            "3",
            w.officer_phone,
            officer.map_or(Value::Missing, |it| Value::name([&it.contact_number])),
        ),
        row(
            "3",
            w.officer_email,
            officer.map_or(Value::Missing, |it| Value::name([&it.email])),
        ),
        row("4", w.transfer, Value::Missing),
        row("5", w.originator, Value::Missing),
        row("5", w.partner, Value::Missing),
        row("5", w.blended, Value::Missing),
        row(
            "6 (i)",
            w.cooling_off,
            Value::read(cooling, |period| loan.language.tenor(period)),
        ),
        row(
            "6 (ii)",
            w.agent,
            Loan::agent(lender.and_then(|lender| lender.lsp.as_ref())),
        ),
    ];
    Part {
        id: "part-2",
        title: w.part_2,
        blocks: vec![
            Block::Rows(rows),
            Block::Note(w.cooling_off_means.to_owned()),
        ],
    }
}
