use contract::platform::offers::{Installment, Offer};
use lending::{Date, Paise, Tenor};

use crate::reading::Reading;

/// One payment of the lender's schedule, with what is owed before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payment {
    /// As the lender counts, else counted from 1.
    pub number: u32,
    pub due: Option<Date>,
    /// Principal and interest together.
    pub amount: Paise,
    pub principal: Paise,
    pub interest: Paise,
    /// Of the principal, before this payment (RBI KFS Annex C, "Outstanding Principal").
    pub before: Paise,
    pub after: Paise,
}

/// The lender's schedule, where it is whole and adds up: every row is its principal and its
/// interest, and the principal parts pay back the loan amount to the paisa. `None` else: of rows
/// that contradict each other no balance is reckoned and nothing is drawn.
pub fn payments(offer: &Offer) -> Option<Vec<Payment>> {
    let rows = schedule(offer);
    if rows.is_empty() {
        return None;
    }
    let parts: Vec<_> = rows.iter().enumerate().map(parts).collect::<Option<_>>()?;
    let lent = Paise::total(parts.iter().map(|part| part.principal))?;
    let stated = Reading::amount(offer.amount_principal.as_ref());
    if matches!(stated, Reading::Unread(_)) || stated.figure().is_some_and(|it| it != lent) {
        return None;
    }
    let mut owed = lent;
    parts
        .into_iter()
        .map(|part| {
            let before = owed;
            owed = before.checked_sub(part.principal)?;
            Some(Payment {
                before,
                after: owed,
                ..part
            })
        })
        .collect()
}

/// Every payment as the lender gave it. A row of a list of offers brings the first one alone, to
/// tell when payments begin: that is no schedule.
pub fn schedule(offer: &Offer) -> &[Installment] {
    match offer.installments.as_slice() {
        [_] if Reading::count(offer.number_of_installments.as_ref()).figure() != Some(1) => &[],
        rows => rows,
    }
}

/// A row by itself, its balances still open.
fn parts((at, row): (usize, &Installment)) -> Option<Payment> {
    let principal = Reading::amount(row.principal.as_ref()).figure()?;
    let interest = Reading::amount(row.interest.as_ref()).figure()?;
    let amount = Reading::amount(row.amount.as_ref()).figure()?;
    if principal.checked_add(interest)? != amount {
        return None;
    }
    let counted = u32::try_from(at).ok()?.checked_add(1)?;
    Some(Payment {
        number: Reading::count(row.serial_number.as_ref())
            .figure()
            .unwrap_or(counted),
        due: Reading::day(row.due_date.as_ref()).figure(),
        amount,
        principal,
        interest,
        before: Paise::ZERO,
        after: Paise::ZERO,
    })
}

/// Whether payments fall due month after month. A due date may move by a few days for a holiday
/// or a short month. Without dates, as many payments as the term has months are monthly; of
/// another count nothing can be said.
pub fn is_monthly(offer: &Offer) -> Option<bool> {
    let rows = schedule(offer);
    let due: Vec<Date> = rows
        .iter()
        .map_while(|row| Reading::day(row.due_date.as_ref()).figure())
        .collect();
    if due.len() > 1 && due.len() == rows.len() {
        return Some(due.windows(2).all(|pair| match pair {
            [one, next] => {
                let month = one.add_months(1);
                month.add_days(-SHIFT) <= *next && *next <= month.add_days(SHIFT)
            }
            _ => true,
        }));
    }
    let term = Reading::term(offer.offer_term.as_ref()).figure()?;
    let count = Reading::count(offer.number_of_installments.as_ref()).figure()?;
    (term == Tenor::of_months(count)).then_some(true)
}

/// Days that a due date may move to either side.
const SHIFT: i64 = 5;
