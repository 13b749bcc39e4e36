use contract::app::{
    Borrower, ConsentKind, Journey, JourneyList, JourneyView, Problem, ProblemCode, ReceiptList,
    Standing,
};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{JourneyType, OfferCardStatus};
use contract::platform::steps::{Form, FormField};
use flow::Question;

use super::SUBMIT;
use crate::api::Fail;
use crate::gallery::papers;
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
    // The lender of an application that has come so far is known.
    for journey in items.iter_mut().filter(|it| it.selected_offer.is_some()) {
        journey.lender = Some("Sahyadri Finance Ltd".into());
    }
    JourneyList { items }
}

/// Paid out, says the lender, and no more.
pub(super) fn no_reference(view: &mut JourneyView) {
    if let Some(offer) = &mut view.offer {
        offer.payments.clear();
    }
}

/// What is to be paid next is spelled in the lender's own way.
pub(super) fn raw_payment(view: &mut JourneyView) {
    for row in view.offer.iter_mut().flat_map(|it| &mut it.installments) {
        row.amount = Some("1000 INR".into());
        row.due_date = Some("in the first week".into());
    }
}

pub(super) fn refuse(scene: &mut Scene, code: ProblemCode) {
    scene.fail = Some(Fail::Problem(Box::new(Problem {
        code,
        status: code.http_status(),
        correlation_id: Some("7c0ffee0-42".to_owned()),
        ..Problem::default()
    })));
}

/// The figures are others than those that were shown.
pub(super) fn requote(scene: &mut Scene) {
    refuse(scene, ProblemCode::StateChanged);
    if let Some(Fail::Problem(problem)) = &mut scene.fail {
        problem.field = Some("figures".to_owned());
    }
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

/// What was agreed to so far.
pub(super) fn receipts(scene: &mut Scene) {
    let now = scene.clock();
    scene.receipts = Some(match &scene.view {
        Some(view) => view
            .journey
            .as_ref()
            .map_or_else(ReceiptList::default, |journey| {
                let offer = view.offer.as_ref().or(view.offers.iter().flatten().next());
                papers::receipts(journey.id, offer.map(|offer| offer.offer_id), now)
            }),
        None => ReceiptList::default(),
    });
}

/// The consent for which a borrower stands before the door was given already.
pub(super) fn agreed(scene: &mut Scene) {
    receipts(scene);
    let offer = scene
        .view
        .as_ref()
        .and_then(|view| flow::consent_offer(view));
    for receipt in scene.receipts.iter_mut().flat_map(|list| &mut list.items) {
        receipt.withdrawn_at = None;
        receipt.offer_id = receipt.offer_id.and(offer);
    }
    scene.change_view(|view| {
        view.consents = vec![Standing {
            kind: ConsentKind::Aa,
            offer_id: offer,
            given: true,
        }];
    });
}

/// The account is known from before.
pub(super) fn known_account(view: &mut JourneyView) {
    let profile = view.profile.get_or_insert_default();
    profile.banking.get_or_insert_default().account_number = Some("123456789012".into());
}
