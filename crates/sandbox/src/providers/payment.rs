use axum::Form as Posted;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use contract::JourneyId;
use lending::Paise;
use maud::html;

use super::page::{self, Choice, Decision, Form, dead_link};
use super::returns::{self, Way};
use super::visit::Visit;
use super::words::{Words, fill};
use crate::documents;
use crate::engine::servicing::{self, Payment, PaymentState};
use crate::sandbox::{Sandbox, Shared};
use crate::world::{LinkFor, World};

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

fn way(sandbox: &Sandbox, visit: Visit, token: &str) -> Way {
    Way::of(
        sandbox,
        visit,
        token,
        returns::registered(sandbox, "payment"),
    )
}

pub(crate) async fn show(
    State(shared): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
) -> Response {
    let words = visit.words;
    let head = words.payment.head;
    let Some((_, payment)) = shared.with(|world| open(world, &token)) else {
        return dead_link(&shared, visit, head.who, &way(&shared, visit, &token));
    };
    let rows: Vec<(&str, Paise)> = payment
        .parts
        .iter()
        .map(|(title, amount)| (in_words(words, title), *amount))
        .chain([(words.payment.together, payment.amount)])
        .collect();
    let pay = fill(head.yes, &[("amount", &payment.amount.format())]);
    let form = Form {
        yes: &pay,
        no: words.payment.no,
        ..Form::default()
    };
    let body = html! {
        div.card { (documents::figures(&rows)) }
        (form.draw(words))
    };
    page::show(&shared, visit, StatusCode::OK, head, &body)
}

fn in_words<'a>(words: &Words, title: &'a str) -> &'a str {
    words
        .payment
        .parts
        .iter()
        .find(|(known, _)| *known == title)
        .map_or(title, |(_, said)| said)
}

pub(crate) async fn decide(
    State(shared): State<Shared>,
    visit: Visit,
    Path(token): Path<String>,
    Posted(decision): Posted<Decision>,
) -> Response {
    let way = way(&shared, visit, &token);
    match decision.choice(false) {
        Choice::Leave | Choice::WrongCode => return way.send(&shared, visit, "left"),
        Choice::Decline => return way.send(&shared, visit, "failure"),
        Choice::Approve => {}
    }
    let paid = shared.with(|world| {
        let (journey, payment) = open(world, &token)?;
        servicing::paid(world, journey, &payment.id).then_some(())
    });
    match paid {
        Some(()) => way.send(&shared, visit, "success"),
        None => dead_link(&shared, visit, visit.words.payment.head.who, &way),
    }
}
