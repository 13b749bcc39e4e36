//! After the money is paid: instalments fall due, and the borrower may pay otherwise.

use contract::JourneyId;
use contract::platform::status::{InstallmentStatus, OperationKind};
use lending::Paise;

use super::Event;
use super::journey::{Phase, Stage};
use super::ledger::Loan;
use crate::clock::Moment;
use crate::text;
use crate::world::{LinkFor, World};

/// What a borrower may ask for. ASSUMPTION(G23).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Service {
    Refresh,
    Foreclosure,
    PartPayment(Paise),
    MissedInstalment(u32),
}

/// A payment the lender waits for.
#[derive(Debug, Clone)]
pub(crate) struct Payment {
    pub(crate) id: String,
    pub(crate) service: Service,
    pub(crate) amount: Paise,
    /// What it is made of, in the network's words.
    pub(crate) parts: Vec<(&'static str, Paise)>,
    pub(crate) state: PaymentState,
    pub(crate) expires_at: Moment,
    /// The last part of its address.
    pub(crate) token: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaymentState {
    Open,
    /// The borrower has paid; the lender does not know yet.
    Settling,
    Paid,
}

impl Service {
    /// The network's label.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Refresh => "REFRESH",
            Self::Foreclosure => "FORECLOSURE",
            Self::PartPayment(_) => "PRE_PART_PAYMENT",
            Self::MissedInstalment(_) => "MISSED_EMI_PAYMENT",
        }
    }
}

/// On its day the mandate collects the instalment, or the bank refuses.
pub(crate) fn instalment_due(world: &mut World, id: JourneyId, number: u32) {
    let now = world.now;
    let bounces = world.faults.bounce_mandate;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(loan) = journey.loan_mut() else {
        return;
    };
    let Some(row) = loan.row_mut(number) else {
        return;
    };
    if row.status != InstallmentStatus::NotPaid {
        return;
    }
    row.status = if bounces {
        InstallmentStatus::Delayed
    } else {
        InstallmentStatus::Paid
    };
    journey.touch(now, "journey.installment.updated");
    close_if_repaid(world, id);
}

fn close_if_repaid(world: &mut World, id: JourneyId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && !journey.is_over()
        && journey.loan().is_some_and(Loan::is_repaid)
    {
        journey.end(Phase::Closed, now);
    }
}

pub(crate) fn ask(world: &mut World, id: JourneyId, service: Service) {
    if let Some(journey) = world.journeys.get_mut(&id) {
        journey.accept(OperationKind::PostDisbursalRefresh);
        world.later(world.settings.waits.lag, Event::ServiceShown(id, service));
    }
}

pub(crate) fn shown(world: &mut World, id: JourneyId, service: Service) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && journey.stage() == Some(Stage::Disbursed)
    {
        journey.show(OperationKind::PostDisbursalRefresh);
        journey.touch(now, "journey.servicing.updated");
        world.later(
            world.settings.waits.servicing,
            Event::ServiceReady(id, service),
        );
    }
}

pub(crate) fn ready(world: &mut World, id: JourneyId, service: Service) {
    const DAY: i64 = 86_400_000;
    let now = world.now;
    let life = match service {
        Service::Foreclosure => DAY,
        _ => 15 * DAY,
    };
    let expires_at = now.plus_millis(life);
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.stage() != Some(Stage::Disbursed) {
        return;
    }
    journey.finish(OperationKind::PostDisbursalRefresh);
    journey.touch(now, "journey.servicing.updated");
    let Some(loan) = journey.loan_mut() else {
        return;
    };
    let Some(parts) = parts(loan, service, now) else {
        return;
    };
    let Some(amount) = Paise::total(parts.iter().map(|(_, amount)| *amount)) else {
        return;
    };
    // A new request takes the place of an unpaid one.
    loan.payments.retain(|payment| {
        payment.state != PaymentState::Open || payment.service.label() != service.label()
    });
    let payment = format!("pay_{}", text::short());
    let token = world.link(
        id,
        LinkFor::Payment(payment.clone()),
        std::time::Duration::from_millis(life.unsigned_abs()),
    );
    if let Some(loan) = world
        .journeys
        .get_mut(&id)
        .and_then(super::journey::Journey::loan_mut)
    {
        loan.payments.push(Payment {
            id: payment,
            service,
            amount,
            parts,
            state: PaymentState::Open,
            expires_at,
            token,
        });
    }
}

fn parts(loan: &Loan, service: Service, now: Moment) -> Option<Vec<(&'static str, Paise)>> {
    let today = now.date();
    match service {
        Service::Refresh => None,
        Service::Foreclosure => {
            let closing = loan.closing(today)?;
            Some(vec![
                ("OUTSTANDING_PRINCIPAL", closing.principal),
                ("OUTSTANDING_INTEREST", closing.interest),
                ("LATE_FEE_AMOUNT", closing.penal),
                // The network's spelling.
                ("FORCLOSUER_CHARGES", closing.charges),
            ])
        }
        Service::PartPayment(amount) => Some(vec![("PRE_PAYMENT_AMOUNT", amount)]),
        Service::MissedInstalment(number) => {
            let row = loan.row(number)?;
            Some(vec![
                ("INSTALLMENT", row.instalment.amount),
                ("LATE_FEE_AMOUNT", loan.penal(number, today)?),
            ])
        }
    }
}

/// The borrower has paid on the payment page; `false` when there was nothing to pay.
pub(crate) fn paid(world: &mut World, id: JourneyId, payment: &str) -> bool {
    let open = world
        .journeys
        .get_mut(&id)
        .and_then(super::journey::Journey::loan_mut)
        .and_then(|loan| loan.payments.iter_mut().find(|known| known.id == payment))
        .filter(|payment| payment.state == PaymentState::Open);
    let Some(known) = open else {
        return false;
    };
    known.state = PaymentState::Settling;
    world.later(
        world.settings.waits.payment,
        Event::PaymentKnown(id, payment.to_owned()),
    );
    true
}

pub(crate) fn payment_known(world: &mut World, id: JourneyId, payment: &str) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(loan) = journey.loan_mut() else {
        return;
    };
    let Some(known) = loan.payments.iter_mut().find(|known| known.id == payment) else {
        return;
    };
    known.state = PaymentState::Paid;
    match known.service {
        Service::Refresh => {}
        Service::Foreclosure => loan.close(),
        Service::PartPayment(amount) => loan.pay_part(amount),
        Service::MissedInstalment(number) => {
            if let Some(row) = loan.row_mut(number) {
                row.status = InstallmentStatus::Paid;
            }
        }
    }
    journey.touch(now, "journey.payment.updated");
    close_if_repaid(world, id);
}
