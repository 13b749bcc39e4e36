//! Figures that are none: shown as they came and marked as the lender's, never as something else.

use anyhow::{Result, ensure};
use contract::Text;
use contract::platform::offers::{Installment, Offer};

use super::sheet::Sheet;
use crate::text::{Words, fill};

/// What a text should have been.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Money,
    /// Money, or a percentage of something.
    Charge,
    Percent,
    Term,
    /// A whole number, a day: none of the writings is one.
    Other,
}

use Kind::{Charge, Money, Other, Percent, Term};

/// What there is to read in a writing, in this app's own.
fn figure(kind: Kind, raw: &str, t: Words) -> Option<String> {
    let months = |months| (t.common.tenor)(lending::Tenor::of_months(months));
    let days = |days| (t.common.tenor)(lending::Tenor::of_days(days));
    match (kind, raw) {
        (Money | Charge, "1000 INR") => Some("₹1,000".to_owned()),
        (Percent, "5 %") => Some("5.00%".to_owned()),
        (Term, "P24M") => Some(months(24)),
        (Term, "PT30D") => Some(days(30)),
        _ => None,
    }
}

/// What has to stand beside its label.
fn expected(kind: Kind, raw: Option<&Text>, t: Words) -> String {
    let c = &t.common;
    let raw = raw.map_or("", Text::as_str);
    if raw.is_empty() {
        return c.not_given.to_owned();
    }
    match (figure(kind, raw, t), kind, raw) {
        (Some(figure), ..) => format!("{figure} {}", fill(c.written, &[raw])),
        (None, Charge, "5 %") => format!("{raw} {}", c.of_what),
        (None, ..) => format!("{raw} {}", c.as_written),
    }
}

fn holds(what: &str, shown: &str, kind: Kind, raw: Option<&Text>, t: Words) -> Result<()> {
    let expected = expected(kind, raw, t);
    ensure!(
        shown == expected,
        "{what} of {raw:?}: `{shown}`, not `{expected}`"
    );
    Ok(())
}

/// What is left of an amount when what is received is taken off: only one writing is an amount,
/// and where another figure of the price is none, nothing is worked out.
fn worked_out(from: Option<&Text>, offer: &Offer, t: Words) -> &'static str {
    let read = |raw: Option<&Text>| raw.is_some_and(|raw| raw.as_str() == "1000 INR");
    let mut others = [
        total(offer),
        offer.amount_principal.as_ref(),
        offer.amount_total_interest_payable.as_ref(),
        offer.processing_fees.as_ref(),
        offer.application_fees.as_ref(),
        offer.insurance_charges.as_ref(),
        offer.other_upfront_charges.as_ref(),
        offer.other_charges.as_ref(),
    ]
    .into_iter()
    .flatten();
    let whole = others.all(|raw| raw.as_str().is_empty() || read(Some(raw)));
    if whole && read(from) && read(offer.amount_net_disbursed.as_ref()) {
        "₹0"
    } else {
        t.common.not_known
    }
}

fn total(offer: &Offer) -> Option<&Text> {
    offer.quote.as_ref()?.total.as_ref()
}

pub fn on_card(t: Words, offer: &Offer, card: &Sheet) -> Result<()> {
    let (o, one) = (&t.offers, &t.offer);
    for (label, kind, raw) in [
        (one.principal, Money, offer.amount_principal.as_ref()),
        (o.apr, Percent, offer.annual_percentage_rate.as_ref()),
        (o.receive, Money, offer.amount_net_disbursed.as_ref()),
        (o.repay, Money, total(offer)),
        (o.late, Charge, offer.delay_penalty_fees.as_ref()),
    ] {
        holds(label, card.figure(label)?, kind, raw, t)?;
    }
    let cost = card.figure(o.cost)?;
    ensure!(cost == worked_out(total(offer), offer, t), "cost: {cost}");
    let monthly = match offer.installment_amount.as_ref().map(Text::as_str) {
        Some("1000 INR") => fill(o.monthly, &["₹1,000"]),
        Some(raw) if !raw.is_empty() => format!("{raw} {}", t.common.as_written),
        _ => t.common.not_given.to_owned(),
    };
    ensure!(
        card.text.contains(&monthly),
        "no `{monthly}` in {}",
        card.text
    );
    Ok(())
}

pub fn on_offer_page(t: Words, offer: &Offer, page: &Sheet) -> Result<()> {
    let o = &t.offer;
    let until = offer
        .quote
        .as_ref()
        .and_then(|quote| quote.valid_until.as_ref());
    for (label, kind, raw) in [
        (o.repay, Money, total(offer)),
        (o.monthly, Money, offer.installment_amount.as_ref()),
        (o.instalments, Other, offer.number_of_installments.as_ref()),
        (o.term, Term, offer.offer_term.as_ref()),
        (o.apr, Percent, offer.annual_percentage_rate.as_ref()),
        (o.principal, Money, offer.amount_principal.as_ref()),
        (o.late, Charge, offer.delay_penalty_fees.as_ref()),
        (o.other_penalty, Charge, offer.other_penalty_fees.as_ref()),
        (o.foreclosure, Charge, offer.foreclosure_fees.as_ref()),
        (
            o.conversion,
            Charge,
            offer.interest_rate_conversion_charges.as_ref(),
        ),
        (o.valid, Other, until),
    ] {
        holds(label, page.figure(label)?, kind, raw, t)?;
    }
    // Fees of which a lender says nothing are not listed.
    for (label, raw) in [
        (o.processing, offer.processing_fees.as_ref()),
        (o.application, offer.application_fees.as_ref()),
        (o.insurance, offer.insurance_charges.as_ref()),
        (o.upfront, offer.other_upfront_charges.as_ref()),
        (o.other, offer.other_charges.as_ref()),
    ] {
        if raw.is_some() {
            holds(label, page.figure(label)?, Charge, raw, t)?;
        }
    }
    for (label, from) in [
        (o.cost, total(offer)),
        (o.fees_before, offer.amount_principal.as_ref()),
    ] {
        let figure = page.figure(label)?;
        ensure!(figure == worked_out(from, offer, t), "{label}: {figure}");
    }
    let plan = page.tables.last().map_or(&[][..], Vec::as_slice);
    ensure!(
        plan.len() == offer.installments.len(),
        "{} payments",
        plan.len()
    );
    for (row, (at, payment)) in plan.iter().zip(offer.installments.iter().enumerate()) {
        let cells = [
            (Other, payment.due_date.as_ref()),
            (Money, payment.amount.as_ref()),
            (Money, payment.principal.as_ref()),
            (Money, payment.interest.as_ref()),
        ];
        on_row(t, at, payment, row, &cells)?;
    }
    Ok(())
}

type Cell<'a> = (Kind, Option<&'a Text>);

fn on_row(
    t: Words,
    at: usize,
    payment: &Installment,
    row: &[String],
    cells: &[Cell<'_>],
) -> Result<()> {
    let number = payment.serial_number.as_ref();
    let first = row.first().map_or("", String::as_str);
    if number.is_none_or(|number| number.as_str().is_empty()) {
        ensure!(first == (at + 1).to_string(), "number {first}");
    } else {
        holds("number", first, Other, number, t)?;
    }
    for (shown, (kind, raw)) in row.iter().skip(1).zip(cells) {
        holds("schedule", shown, *kind, *raw, t)?;
    }
    Ok(())
}

pub fn on_statement(t: Words, offer: &Offer, page: &Sheet) -> Result<()> {
    let each = |part: &str, number: &str, kind, raw: Option<&Text>| -> Result<()> {
        let found = page.numbered(part, number);
        let shown = found.last().copied().unwrap_or_default();
        holds(&format!("{part} {number}"), shown, kind, raw, t)
    };
    each("part-1", "2", Money, offer.amount_principal.as_ref())?;
    each("part-1", "4", Term, offer.offer_term.as_ref())?;
    each(
        "part-1",
        "9",
        Percent,
        offer.annual_percentage_rate.as_ref(),
    )?;
    each(
        "part-1",
        "10 (i)",
        Charge,
        offer.delay_penalty_fees.as_ref(),
    )?;
    each(
        "part-1",
        "10 (ii)",
        Charge,
        offer.other_penalty_fees.as_ref(),
    )?;
    each(
        "part-1",
        "10 (iii)",
        Charge,
        offer.foreclosure_fees.as_ref(),
    )?;
    each(
        "part-1",
        "10 (iv)",
        Charge,
        offer.interest_rate_conversion_charges.as_ref(),
    )?;
    each("annex-b", "1", Money, offer.amount_principal.as_ref())?;
    each("annex-b", "4", Percent, offer.interest_rate.as_ref())?;
    each(
        "annex-b",
        "5",
        Money,
        offer.amount_total_interest_payable.as_ref(),
    )?;
    each("annex-b", "7", Money, offer.amount_net_disbursed.as_ref())?;
    each("annex-b", "8", Money, total(offer))?;
    each(
        "annex-b",
        "9",
        Percent,
        offer.annual_percentage_rate.as_ref(),
    )?;
    let upfront = page.numbered("annex-b", "6");
    let expected = worked_out(offer.amount_principal.as_ref(), offer, t);
    ensure!(upfront == [expected], "B 6: {upfront:?}");
    let schedule = page.tables.last().map_or(&[][..], Vec::as_slice);
    ensure!(
        schedule.len() == offer.installments.len(),
        "{} rows",
        schedule.len()
    );
    for (row, (at, payment)) in schedule.iter().zip(offer.installments.iter().enumerate()) {
        let mut row = row.clone();
        let owed = row.remove(2);
        ensure!(
            owed == "–",
            "{owed} is owed by a schedule that nobody can read"
        );
        let cells = [
            (Other, payment.due_date.as_ref()),
            (Money, payment.principal.as_ref()),
            (Money, payment.interest.as_ref()),
            (Money, payment.amount.as_ref()),
        ];
        on_row(t, at, payment, &row, &cells)?;
    }
    Ok(())
}
