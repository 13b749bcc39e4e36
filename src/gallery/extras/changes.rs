use contract::app::{Borrower, Journey, JourneyList, JourneyView, Problem, ProblemCode};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{JourneyType, OfferCardStatus};
use contract::platform::steps::{Form, FormField};
use flow::Question;

use super::SUBMIT;
use crate::api::Fail;
use crate::gallery::scene::Scene;
use crate::route::{Home, Place, Route};

/// One application of each kind of status.
pub(super) fn applications(recorded: &[Scene]) -> JourneyList {
    let mut items: Vec<Journey> = Vec::new();
    for journey in recorded
        .iter()
        .filter_map(|it| it.view.as_ref()?.journey.clone())
    {
        let another = |it: &Journey| it.status != journey.status;
        if items.len() < 4 && items.iter().all(another) {
            items.push(journey);
        }
    }
    JourneyList { items }
}

pub(super) fn refuse(scene: &mut Scene, code: ProblemCode) {
    scene.fail = Some(Fail::Problem(Box::new(Problem {
        code,
        status: code.http_status(),
        correlation_id: Some("7c0ffee0-42".to_owned()),
        ..Problem::default()
    })));
}

pub(super) fn at(scene: &mut Scene, place: Place) {
    scene.route = Route::Home(Home {
        place: Some(place),
        ..Home::default()
    });
}

pub(super) fn ask(scene: &mut Scene, question: Question) {
    at(scene, Place::Question(question));
}

/// Nothing is known, nothing was typed, and yet it was sent.
pub(super) fn send_empty(scene: &mut Scene, question: Question) {
    ask(scene, question);
    scene.change_view(|view| {
        view.borrower = Borrower::default();
        view.profile = Some(ProfileSnapshot::default());
    });
    scene.press = Some(SUBMIT);
}

pub(super) fn gold(scene: &mut Scene) {
    scene.change_view(|view| {
        if let Some(journey) = &mut view.journey {
            journey.kind = JourneyType::GoldLoan;
        }
    });
}

pub(super) fn no_offers(view: &mut JourneyView) {
    for offer in view.offers.iter_mut().flatten() {
        offer.status = OfferCardStatus::NoOfferAvailable;
    }
}

/// Three lenders offer, each at its own monthly payment.
pub(super) fn several_offers(view: &mut JourneyView) {
    const LENDERS: [(&str, &str); 3] = [
        ("Narmada Small Finance Bank", "17817"),
        ("Sahyadri Finance Ltd", "18050"),
        ("Deccan Credit Ltd", "18204.50"),
    ];
    let received = |offer: &&Offer| offer.status == OfferCardStatus::OfferReceived;
    let Some(like) = view.offers.iter().flatten().find(received).cloned() else {
        return;
    };
    let offer = |(number, (lender, payment)): (usize, &(&str, &str))| {
        let id = ["00000000-0000-4000-8000-00000000010", &number.to_string()].concat();
        Some(Offer {
            offer_id: id.parse().ok()?,
            lender_name: (*lender).into(),
            installment_amount: Some((*payment).into()),
            ..like.clone()
        })
    };
    view.offers = Some(LENDERS.iter().enumerate().filter_map(offer).collect());
}

/// The lender describes its form: one field is filled in for good; `beyond`, one is not ours.
pub(super) fn describe(view: &mut JourneyView, beyond: bool) {
    let field = |name: &str, value: Option<&str>| FormField {
        name: name.into(),
        label: name.into(),
        kind: "text".into(),
        required: true,
        value: value.map(Into::into),
        readonly: value.is_some(),
        ..FormField::default()
    };
    let mut fields = vec![
        field("accountHolderName", Some("Asha Verma")),
        field("accountNumber", None),
        field("ifsc", None),
    ];
    if beyond {
        fields.push(field("branchCode", None));
    }
    let steps = view.steps.as_mut();
    if let Some(resource) = steps.and_then(|steps| steps.bank_mandate.resource.as_mut()) {
        resource.form = Some(Form {
            fields,
            ..Form::default()
        });
    }
}
