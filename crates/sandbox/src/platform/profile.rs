use contract::platform::envelope::FieldError;
use contract::platform::profile::{ProfileSections, ProfileSnapshot, SubmitRequest};
use contract::{JourneyId, Text};

use super::call::{Answer, Call};
use super::journeys::find;
use super::profile_rules;
use super::refusal::Refusal;
use crate::engine::journey::{Journey, Phase};
use crate::engine::{profile, shopping};
use crate::world::World;

pub(crate) fn read(world: &World, id: JourneyId) -> Result<Answer, Refusal> {
    Ok(Answer::ok(snapshot(find(world, id)?)))
}

/// ASSUMPTION(G9): what is sent is merged, and the answer is the whole.
pub(crate) fn save(world: &mut World, id: JourneyId, call: &Call) -> Result<Answer, Refusal> {
    not_submitted(find(world, id)?)?;
    let mut sent: ProfileSections = call.json()?;
    let mut errors = Vec::new();
    let bare = sent
        .profile
        .as_ref()
        .is_some_and(|profile| profile.contact_number.is_none());
    if bare {
        errors.push(FieldError {
            field: "profile.contactNumber".to_owned(),
            message: "contactNumber is required in every profile payload.".to_owned(),
        });
    }
    errors.extend(profile_rules::check(&sent, world.now.date()));
    if let Some(refusal) = Refusal::fields(errors) {
        return Err(refusal);
    }
    if let Some(profile) = &mut sent.profile {
        upper(&mut profile.pan);
        lower(&mut profile.personal_email);
    }
    let now = world.now;
    let journey = world
        .journeys
        .get_mut(&id)
        .ok_or_else(|| Refusal::not_found("journey"))?;
    profile::merge(&mut journey.sections, sent);
    journey.saved = true;
    journey.touch(now, "journey.profile.updated");
    Ok(Answer::ok(snapshot(journey)))
}

fn upper(text: &mut Option<Text>) {
    if let Some(text) = text {
        *text = Text(text.as_str().to_ascii_uppercase());
    }
}

fn lower(text: &mut Option<Text>) {
    if let Some(text) = text {
        *text = Text(text.as_str().to_ascii_lowercase());
    }
}

pub(crate) fn submit(world: &mut World, id: JourneyId, call: &Call) -> Result<Answer, Refusal> {
    let journey = find(world, id)?;
    not_submitted(journey)?;
    let asked: SubmitRequest = call.json()?;
    let mut errors: Vec<FieldError> = profile::missing(journey.kind, &journey.sections)
        .into_iter()
        .map(|field| FieldError {
            message: format!("{field} is missing."),
            field,
        })
        .collect();
    // ASSUMPTION(G12)
    if !asked.bureau_consent {
        errors.push(FieldError {
            field: "bureauConsent".to_owned(),
            message: "bureauConsent must be true.".to_owned(),
        });
    }
    if let Some(refusal) = Refusal::fields(errors) {
        return Err(refusal);
    }
    shopping::submit(world, id);
    Ok(Answer::accepted("profile_submit", 3))
}

fn not_submitted(journey: &Journey) -> Result<(), Refusal> {
    if journey.submitted_at.is_some() || journey.phase != Phase::Filling {
        return Err(Refusal::precondition(
            "PROFILE_ALREADY_SUBMITTED",
            "The profile was submitted.",
        ));
    }
    Ok(())
}

fn snapshot(journey: &Journey) -> ProfileSnapshot {
    let sections = journey.sections.clone();
    ProfileSnapshot {
        required_fields: profile::required(journey.kind),
        missing_fields: profile::missing(journey.kind, &sections),
        profile: sections.profile,
        work_profile: sections.work_profile,
        address: sections.address,
        banking: sections.banking,
        journey: sections.journey,
        gold_loan: sections.gold_loan,
        submitted_at: journey.submitted_at.map(|at| at.to_string()),
        updated_at: Some(journey.updated_at.to_string()),
    }
}
