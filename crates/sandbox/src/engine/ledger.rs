//! A running loan: what was paid, what is owed.

use contract::platform::status::InstallmentStatus;
use lending::{BasisPoints, Date, Instalment, Paise, Rounding, schedule};

use super::quote::Quote;
use super::servicing::Payment;
use crate::clock::Moment;
use crate::lenders::{COOLING_OFF_DAYS, FORECLOSURE_FEE, PENAL_RATE};

#[derive(Debug)]
pub(crate) struct Loan {
    pub(crate) disbursed_at: Moment,
    /// What was paid out.
    pub(crate) net: Paise,
    pub(crate) rate: BasisPoints,
    /// Last four digits of the account.
    pub(crate) account_ending: String,
    /// The bank's reference.
    pub(crate) utr: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) payments: Vec<Payment>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) instalment: Instalment,
    pub(crate) status: InstallmentStatus,
}

/// What closing the loan today costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Closing {
    pub(crate) principal: Paise,
    pub(crate) interest: Paise,
    pub(crate) penal: Paise,
    pub(crate) charges: Paise,
}

impl Loan {
    pub(crate) fn new(quote: &Quote, now: Moment, account_ending: String, utr: String) -> Self {
        let row = |instalment: &Instalment| Row {
            instalment: *instalment,
            status: InstallmentStatus::NotPaid,
        };
        Self {
            disbursed_at: now,
            net: quote.net,
            rate: quote.terms.rate,
            account_ending,
            utr,
            rows: quote.rows.iter().map(row).collect(),
            payments: Vec::new(),
        }
    }

    pub(crate) fn dues(&self) -> Vec<(u32, Date)> {
        self.rows
            .iter()
            .map(|row| (row.instalment.number, row.instalment.due))
            .collect()
    }

    pub(crate) fn row_mut(&mut self, number: u32) -> Option<&mut Row> {
        self.rows
            .iter_mut()
            .find(|row| row.instalment.number == number)
    }

    pub(crate) fn row(&self, number: u32) -> Option<&Row> {
        self.rows.iter().find(|row| row.instalment.number == number)
    }

    pub(crate) fn is_repaid(&self) -> bool {
        self.rows
            .iter()
            .all(|row| row.status == InstallmentStatus::Paid)
    }

    fn unpaid(&self) -> impl Iterator<Item = &Row> {
        self.rows
            .iter()
            .filter(|row| row.status != InstallmentStatus::Paid)
    }

    pub(crate) fn outstanding(&self) -> Option<Paise> {
        Paise::total(self.unpaid().map(|row| row.instalment.principal))
    }

    /// Penal charges on one overdue instalment: 5 % a year, by the day, not compounded.
    pub(crate) fn penal(&self, number: u32, today: Date) -> Option<Paise> {
        let row = self.row(number)?;
        if row.status != InstallmentStatus::Delayed {
            return Some(Paise::ZERO);
        }
        let days = row.instalment.due.days_until(today).max(0);
        by_the_day(row.instalment.amount, PENAL_RATE, days)
    }

    pub(crate) fn closing(&self, today: Date) -> Option<Closing> {
        let principal = self.outstanding()?;
        let delayed = || {
            self.rows
                .iter()
                .filter(|row| row.status == InstallmentStatus::Delayed)
        };
        let overdue = Paise::total(delayed().map(|row| row.instalment.interest))?;
        let penal = delayed()
            .map(|row| self.penal(row.instalment.number, today))
            .collect::<Option<Vec<_>>>()?;
        let since = self
            .rows
            .iter()
            .map(|row| row.instalment.due)
            .filter(|due| *due <= today)
            .max()
            .unwrap_or(self.disbursed_at.date());
        let not_due = self
            .unpaid()
            .filter(|row| row.status != InstallmentStatus::Delayed);
        let running = Paise::total(not_due.map(|row| row.instalment.principal))?;
        let accrued = by_the_day(running, self.rate, since.days_until(today).max(0))?;
        let cooling_off = self.disbursed_at.date().days_until(today) <= i64::from(COOLING_OFF_DAYS);
        Some(Closing {
            principal,
            interest: overdue.checked_add(accrued)?,
            penal: Paise::total(penal)?,
            charges: if cooling_off {
                Paise::ZERO
            } else {
                principal.share(FORECLOSURE_FEE)?
            },
        })
    }

    pub(crate) fn close(&mut self) {
        for row in &mut self.rows {
            row.status = InstallmentStatus::Paid;
        }
    }

    /// A part-payment lowers the instalments that are to come; their number and days stay.
    pub(crate) fn pay_part(&mut self, amount: Paise) {
        let open: Vec<&Row> = self
            .rows
            .iter()
            .filter(|row| row.status == InstallmentStatus::NotPaid)
            .collect();
        let running = Paise::total(open.iter().map(|row| row.instalment.principal));
        let left = running.and_then(|running| running.checked_sub(amount));
        let (Some(left), Some(first)) = (left, open.first()) else {
            return;
        };
        let (number, due) = (first.instalment.number, first.instalment.due);
        let months = u32::try_from(open.len()).unwrap_or(0);
        let fresh = schedule(left, self.rate, months, due, Rounding::Rupee);
        self.rows
            .retain(|row| row.status != InstallmentStatus::NotPaid);
        self.rows.extend(fresh.into_iter().map(|instalment| Row {
            instalment: Instalment {
                number: number + instalment.number - 1,
                ..instalment
            },
            status: InstallmentStatus::NotPaid,
        }));
        self.rows.sort_by_key(|row| row.instalment.number);
    }
}

/// Simple interest, to the rupee.
fn by_the_day(amount: Paise, rate: BasisPoints, days: i64) -> Option<Paise> {
    let product = i128::from(amount.0) * i128::from(rate.0) * i128::from(days);
    let rupees = (product + 182_500_000).div_euclid(365_000_000);
    i64::try_from(rupees).ok().map(Paise::from_rupees)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lenders::{Letter, Manner};

    fn loan() -> Loan {
        let Manner::Offers(terms) = Letter::A.lender().manner else {
            panic!("A offers");
        };
        let day = Moment(1_772_730_000_000);
        let quote = Quote::price(terms, terms.principal, day.date(), day).unwrap();
        Loan::new(&quote, day, "5678".to_owned(), "SBOX1".to_owned())
    }

    #[test]
    fn leaving_within_the_cooling_off_period_costs_principal_and_interest_only() {
        let loan = loan();
        let day = loan.disbursed_at.date();
        let closing = loan.closing(day.add_days(3)).unwrap();
        assert_eq!(closing.principal, Paise::from_rupees(250_000));
        // 250000 x 14 % x 3 / 365
        assert_eq!(closing.interest, Paise::from_rupees(288));
        assert_eq!(closing.charges, Paise::ZERO);
        let later = loan.closing(day.add_days(4)).unwrap();
        assert_eq!(later.charges, Paise::from_rupees(5_000));
    }

    #[test]
    fn a_part_payment_lowers_what_is_to_come_and_keeps_the_days() {
        let mut loan = loan();
        loan.row_mut(1).unwrap().status = InstallmentStatus::Paid;
        let before = loan.outstanding().unwrap();
        let dues = loan.dues();
        let old = loan.row(2).unwrap().instalment.amount;
        loan.pay_part(Paise::from_rupees(50_000));
        assert_eq!(
            loan.outstanding(),
            before.checked_sub(Paise::from_rupees(50_000))
        );
        assert_eq!(loan.dues(), dues);
        assert!(loan.row(2).unwrap().instalment.amount < old);
    }

    #[test]
    fn an_overdue_instalment_costs_five_percent_a_year() {
        let mut loan = loan();
        let due = loan.row(1).unwrap().instalment.due;
        assert_eq!(loan.penal(1, due.add_days(30)), Some(Paise::ZERO));
        loan.row_mut(1).unwrap().status = InstallmentStatus::Delayed;
        // 12003 x 5 % x 30 / 365
        assert_eq!(
            loan.penal(1, due.add_days(30)),
            Some(Paise::from_rupees(49))
        );
    }
}
