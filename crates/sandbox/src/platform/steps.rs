use contract::platform::envelope::FieldError;
use contract::platform::status::{
    AccountType, ActionRequired, OperationKind, ResourceType, StepKey,
};
use contract::platform::steps::{
    BankMandateRequest, Form, FormField, FormOption, Resource, Step, Steps,
};
use contract::{JourneyId, OfferId, Text};

use super::call::{Answer, Call};
use super::journeys::find;
use super::offers;
use super::profile_rules::{is_account_number, is_ifsc};
use super::refusal::Refusal;
use crate::engine::bank;
use crate::engine::journey::{Chosen, Journey};
use crate::engine::steps::Room;
use crate::providers;
use crate::world::{LinkFor, World};

pub(crate) const KYC: StepKey = StepKey::Kyc;
pub(crate) const BANK_MANDATE: StepKey = StepKey::BankMandate;
pub(crate) const E_MANDATE: StepKey = StepKey::EMandate;
pub(crate) const LOAN_AGREEMENT: StepKey = StepKey::LoanAgreement;

/// The chosen offer, if it is this one.
fn chosen(world: &World, id: JourneyId, offer: OfferId) -> Result<(&Journey, &Chosen), Refusal> {
    let journey = find(world, id)?;
    offers::card(journey, offer)?;
    match &journey.chosen {
        Some(chosen) if chosen.offer_id == offer => Ok((journey, chosen)),
        Some(_) => Err(Refusal::locked()),
        None => Err(Refusal::precondition(
            "OFFER_NOT_SELECTED",
            "Steps begin once the offer is chosen.",
        )),
    }
}

pub(crate) fn all(world: &mut World, id: JourneyId, offer: OfferId) -> Result<Answer, Refusal> {
    Ok(Answer::ok(Steps {
        kyc: step(world, id, offer, StepKey::Kyc)?,
        bank_mandate: step(world, id, offer, StepKey::BankMandate)?,
        e_mandate: step(world, id, offer, StepKey::EMandate)?,
        loan_agreement: step(world, id, offer, StepKey::LoanAgreement)?,
        disbursal: step(world, id, offer, StepKey::Disbursal)?,
    }))
}

pub(crate) fn one(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
    key: StepKey,
) -> Result<Answer, Refusal> {
    step(world, id, offer, key).map(Answer::ok)
}

/// ASSUMPTION(G19): the step without its resource.
pub(crate) fn kyc_status(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
) -> Result<Answer, Refusal> {
    let mut step = serde_json::to_value(step(world, id, offer, StepKey::Kyc)?).unwrap_or_default();
    if let Some(fields) = step.as_object_mut() {
        fields.remove("resource");
    }
    Ok(Answer::ok(step))
}

fn step(world: &mut World, id: JourneyId, offer: OfferId, key: StepKey) -> Result<Step, Refusal> {
    let (journey, chosen) = chosen(world, id, offer)?;
    let room = chosen.rooms.get(key).cloned().unwrap_or_default();
    let over = journey.is_over();
    let resource = if over {
        nothing()
    } else if room.is_open() {
        redirect(world, id, key, &room)
    } else if wants_form(&room) {
        let form = match key {
            StepKey::BankMandate => bank_form(journey),
            _ => papers_form(),
        };
        Resource {
            kind: ResourceType::Form,
            form: Some(form),
            ..Resource::default()
        }
    } else {
        nothing()
    };
    Ok(Step {
        status: room.status,
        action_required: if over {
            ActionRequired::None
        } else {
            room.action
        },
        resource: Some(resource),
        diagnostics: room.diagnostics,
    })
}

fn wants_form(room: &Room) -> bool {
    room.action == ActionRequired::SubmitForm
}

fn nothing() -> Resource {
    Resource {
        kind: ResourceType::None,
        ..Resource::default()
    }
}

/// A fresh address at every read, good for one attempt and a few minutes.
fn redirect(world: &mut World, id: JourneyId, key: StepKey, room: &Room) -> Resource {
    let life = world.settings.link_life;
    let token = world.link(id, LinkFor::Step(key, room.attempts), life);
    let page = world
        .journeys
        .get(&id)
        .map_or("kyc", |journey| providers::path(journey, key));
    Resource {
        kind: ResourceType::Redirect,
        redirect_url: Some(format!("{}/{page}/{token}", world.base)),
        form: None,
        expires_at: Some(world.now.plus(life).to_string()),
    }
}

/// `{}` from most lenders: the client brings its own form. ASSUMPTION(G18): the description.
fn bank_form(journey: &Journey) -> Form {
    let own = journey
        .chosen_card()
        .is_some_and(|card| card.lender().own_bank_form);
    if !own {
        return Form::default();
    }
    let known = journey.sections.banking.clone().unwrap_or_default();
    let field = |name: &str, label: &str, kind: &str, value: Option<Text>| FormField {
        name: name.into(),
        label: label.into(),
        kind: kind.into(),
        required: true,
        value,
        ..FormField::default()
    };
    let option = |value: &str, label: &str| FormOption {
        value: value.into(),
        label: label.into(),
    };
    let kind = known.account_type.map(|kind| kind.as_str().into());
    Form {
        form_id: Some("bank-account".into()),
        title: Some("Account for your loan".into()),
        fields: vec![
            field(
                "accountHolderName",
                "Name of the account holder",
                "text",
                known.account_holder_name,
            ),
            FormField {
                pattern: Some(r"^\d{9,18}$".into()),
                ..field(
                    "accountNumber",
                    "Account number",
                    "text",
                    known.account_number,
                )
            },
            FormField {
                pattern: Some("^[A-Z]{4}0[A-Z0-9]{6}$".into()),
                ..field("ifsc", "IFSC", "text", known.ifsc)
            },
            FormField {
                options: vec![
                    option("saving", "Savings account"),
                    option("current", "Current account"),
                ],
                ..field("accountType", "Type of account", "select", kind)
            },
        ],
        submit_label: Some("Check this account".into()),
    }
}

/// Of a step that no call takes a form for.
fn papers_form() -> Form {
    let field = |name: &str, label: &str, kind: &str| FormField {
        name: name.into(),
        label: label.into(),
        kind: kind.into(),
        required: true,
        ..FormField::default()
    };
    let option = |value: &str, label: &str| FormOption {
        value: value.into(),
        label: label.into(),
    };
    Form {
        form_id: Some("papers".into()),
        title: Some("Papers for the identity check".into()),
        fields: vec![
            FormField {
                options: vec![
                    option("passport", "Passport"),
                    option("drivingLicence", "Driving licence"),
                    option("voterID", "Voter ID"),
                ],
                ..field("proofOfAddress", "Proof of address", "select")
            },
            field("visitDate", "Day of your visit", "date"),
        ],
        submit_label: Some("Send".into()),
    }
}

pub(crate) fn submit_bank_mandate(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
    call: &Call,
) -> Result<Answer, Refusal> {
    let asked: BankMandateRequest = call.json()?;
    let (journey, chosen) = chosen(world, id, offer)?;
    if journey.works_on(OperationKind::BankMandateVerification) {
        return Err(Refusal::still_working());
    }
    if journey.is_over() || !wants_form(&chosen.rooms.bank_mandate) {
        return Err(Refusal::precondition(
            "STEP_NOT_ACTIONABLE",
            "The bank account is not awaited now.",
        ));
    }
    let mut errors = Vec::new();
    let mut check = |field: &str, good: bool, say: &str| {
        if !good {
            errors.push(FieldError {
                field: field.to_owned(),
                message: say.to_owned(),
            });
        }
    };
    check(
        "accountHolderName",
        lending::PersonName::parse(asked.account_holder_name.as_str()).is_ok(),
        "accountHolderName is not a name.",
    );
    check(
        "accountNumber",
        is_account_number(asked.account_number.as_str()),
        "accountNumber is 9 to 18 digits.",
    );
    check(
        "ifsc",
        is_ifsc(asked.ifsc.as_str()),
        "ifsc is four letters, a zero and six letters or digits.",
    );
    check(
        "accountType",
        asked.account_type != AccountType::Unknown,
        "accountType is saving or current.",
    );
    if let Some(refusal) = Refusal::fields(errors) {
        return Err(refusal);
    }
    bank::submit(world, id, asked);
    Ok(Answer::accepted("bank_mandate", 2))
}
