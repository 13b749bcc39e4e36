use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use contract::JourneyId;
use lending::Paise;
use maud::html;

use super::page::{Choice, Decision, dead_link, form};
use super::returns;
use crate::documents;
use crate::engine::servicing::{self, Payment, PaymentState};
use crate::html;
use crate::sandbox::Shared;
use crate::world::{LinkFor, World};

const WHO: &str = "Sandbox payments";
const PARTY: &str = "payment";

/// The payment of a link that is good.
fn open(world: &World, token: &str) -> Option<(JourneyId, Payment)> {
    let link = world.links.get(token)?;
    let LinkFor::Payment(id) = &link.to else {
        return None;
    };
    let loan = world.journeys.get(&link.journey)?.loan()?;
    let payment = loan.payments.iter().find(|known| known.id == *id)?;
    let good = link.expires_at > world.now && payment.state == PaymentState::Open;
    good.then(|| (link.journey, payment.clone()))
}

pub(crate) async fn show(State(shared): State<Shared>, Path(token): Path<String>) -> Response {
    let home = returns::registered(&shared, PARTY);
    let Some((_, payment)) = shared.with(|world| open(world, &token)) else {
        return dead_link(&shared, WHO, &home);
    };
    let rows: Vec<(&str, Paise)> = payment
        .parts
        .iter()
        .map(|(title, amount)| (in_words(title), *amount))
        .chain([("Together", payment.amount)])
        .collect();
    let pay = format!("Pay {}", payment.amount.format());
    let body = html! {
        div.card { (documents::figures(&rows)) }
        (form(&pay, "Let it fail", false, None))
    };
    let page = html::page(WHO, "Pay your lender", &body);
    html::respond(StatusCode::OK, &shared.settings.app_origin, page)
}

fn in_words(title: &str) -> &str {
    match title {
        "OUTSTANDING_PRINCIPAL" => "Outstanding principal",
        "OUTSTANDING_INTEREST" => "Interest until today",
        "LATE_FEE_AMOUNT" => "Penal charges",
        "FORCLOSUER_CHARGES" => "Foreclosure charges",
        "PRE_PAYMENT_AMOUNT" => "Part-payment",
        "INSTALLMENT" => "Instalment",
        other => other,
    }
}

pub(crate) async fn decide(
    State(shared): State<Shared>,
    Path(token): Path<String>,
    Form(decision): Form<Decision>,
) -> Response {
    let home = returns::registered(&shared, PARTY);
    match decision.choice(false) {
        Choice::Leave | Choice::WrongCode => return returns::send_back(&home, "left"),
        Choice::Decline => return returns::send_back(&home, "failure"),
        Choice::Approve => {}
    }
    let paid = shared.with(|world| {
        let (journey, payment) = open(world, &token)?;
        servicing::paid(world, journey, &payment.id).then_some(())
    });
    match paid {
        Some(()) => returns::send_back(&home, "success"),
        None => dead_link(&shared, WHO, &home),
    }
}
