use contract::JourneyId;
use contract::platform::post_disbursal::{ServicingAction, ServicingRequest};
use contract::platform::status::{InstallmentStatus, OperationKind};
use lending::Paise;

use super::call::{Answer, Call};
use super::journeys::find;
use super::refusal::Refusal;
use crate::engine::journey::Stage;
use crate::engine::ledger::Loan;
use crate::engine::servicing::{self, Service};
use crate::text::all_digits;
use crate::world::World;

/// ASSUMPTION(G23): the bodies, and that all of them wait for disbursal.
pub(crate) fn ask(
    world: &mut World,
    id: JourneyId,
    action: ServicingAction,
    call: &Call,
) -> Result<Answer, Refusal> {
    let asked: ServicingRequest = call.json()?;
    let journey = find(world, id)?;
    let running = journey.stage() == Some(Stage::Disbursed);
    let Some((chosen, loan)) = journey
        .chosen
        .as_ref()
        .filter(|_| running)
        .and_then(|chosen| Some((chosen, chosen.loan.as_ref()?)))
    else {
        return Err(Refusal::precondition(
            "LOAN_NOT_RUNNING",
            "There is no running loan.",
        ));
    };
    if action != ServicingAction::Status && asked.offer_id != Some(chosen.offer_id) {
        return Err(Refusal::field(
            "offerID",
            "offerID is the offer that was disbursed.",
        ));
    }
    let service = match action {
        ServicingAction::Status | ServicingAction::Unknown => Service::Refresh,
        ServicingAction::Foreclosure => Service::Foreclosure,
        ServicingAction::PrePartPayment => Service::PartPayment(part(loan, &asked)?),
        ServicingAction::MissedEmiPayment => Service::MissedInstalment(missed(loan, &asked)?),
    };
    if service != Service::Refresh && journey.works_on(OperationKind::PostDisbursalRefresh) {
        return Err(Refusal::still_working());
    }
    servicing::ask(world, id, service);
    let name = match service {
        Service::Refresh => "pd_status",
        Service::Foreclosure => "pd_foreclosure",
        Service::PartPayment(_) => "pd_part_payment",
        Service::MissedInstalment(_) => "pd_missed_emi",
    };
    Ok(Answer::accepted(name, 5))
}

/// At least one instalment, less than what is owed.
fn part(loan: &Loan, asked: &ServicingRequest) -> Result<Paise, Refusal> {
    let least = loan
        .rows
        .first()
        .map_or(Paise::ZERO, |row| row.instalment.amount);
    let owed = loan.outstanding().unwrap_or_default();
    asked
        .amount
        .as_ref()
        .filter(|text| all_digits(text.as_str()))
        .and_then(|text| Paise::from_wire(text.as_str()))
        .filter(|amount| *amount >= least && *amount < owed)
        .ok_or_else(|| {
            let say = format!(
                "amount is rupees, digits only, from {} to less than {}.",
                least.to_wire_rupees(),
                owed.to_wire_rupees()
            );
            Refusal::field("amount", &say)
        })
}

fn missed(loan: &Loan, asked: &ServicingRequest) -> Result<u32, Refusal> {
    asked
        .installment_serial_number
        .as_ref()
        .and_then(|text| text.as_str().parse().ok())
        .filter(|number| {
            loan.row(*number)
                .is_some_and(|row| row.status == InstallmentStatus::Delayed)
        })
        .ok_or_else(|| {
            Refusal::field(
                "installmentSerialNumber",
                "installmentSerialNumber is an instalment that was missed.",
            )
        })
}
