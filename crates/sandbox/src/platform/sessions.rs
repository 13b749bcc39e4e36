use contract::platform::profile::ProfileSections;
use contract::platform::sessions::{ActiveJourney, SessionCreated, SessionRequest};
use contract::platform::status::JourneyType;
use contract::{BorrowerId, platform::envelope::FieldError};

use super::auth::Token;
use super::call::{Answer, Call};
use super::profile_rules;
use super::refusal::Refusal;
use crate::engine::journey::Phase;
use crate::engine::{profile, state};
use crate::world::{Borrower, World, new_id};

/// `POST /sessions`: creates or resumes a borrower, who may come with a known profile.
pub(crate) fn create(world: &mut World, call: &Call) -> Result<Answer, Refusal> {
    let asked: SessionRequest = call.json()?;
    let external_id = asked.borrower_external_id.trim().to_owned();
    let mut errors = Vec::new();
    if external_id.is_empty() {
        errors.push(FieldError {
            field: "borrowerExternalID".to_owned(),
            message: "borrowerExternalID is required.".to_owned(),
        });
    }
    if asked.journey_type == Some(JourneyType::Unknown) {
        errors.push(FieldError {
            field: "journeyType".to_owned(),
            message: "journeyType is PERSONAL_LOAN or GOLD_LOAN.".to_owned(),
        });
    }
    let known = ProfileSections {
        profile: asked.profile,
        work_profile: asked.work_profile,
        address: asked.address,
        banking: asked.banking,
        ..ProfileSections::default()
    };
    errors.extend(profile_rules::check(&known, world.now.date()));
    if let Some(refusal) = Refusal::fields(errors) {
        return Err(refusal);
    }
    let borrower = remember(world, &external_id, known);
    let settings = world.settings.clone();
    let tokens = world.sessions.begin(borrower, world.now, &settings);
    Ok(Answer::created(SessionCreated {
        borrower_id: Some(borrower),
        borrower_external_id: external_id,
        tokens,
        active_journey: active_journey(world, borrower, asked.journey_type),
    }))
}

/// Knows the borrower from now on, and fills what is still open in an unsubmitted application.
fn remember(world: &mut World, external_id: &str, known: ProfileSections) -> BorrowerId {
    let id = world
        .borrower_by_external_id(external_id)
        .unwrap_or_else(|| BorrowerId::from_bytes(new_id()));
    let borrower = world.borrowers.entry(id).or_insert_with(|| Borrower {
        external_id: external_id.to_owned(),
        known: ProfileSections::default(),
    });
    profile::merge(&mut borrower.known, known);
    let known = borrower.known.clone();
    for journey in world.journeys.values_mut() {
        if journey.owner == id && journey.phase == Phase::Filling && journey.submitted_at.is_none()
        {
            profile::fill(&mut journey.sections, known.clone());
        }
    }
    id
}

/// The newest journey that is not over, of the type that was asked for if one was.
fn active_journey(
    world: &World,
    borrower: BorrowerId,
    kind: Option<JourneyType>,
) -> Option<ActiveJourney> {
    let own = world.journeys_of(borrower);
    let journey = own
        .iter()
        .find(|journey| !journey.is_over() && kind.is_none_or(|kind| kind == journey.kind))?;
    let (status, next_action) = state::state(journey);
    Some(ActiveJourney {
        journey_id: journey.id,
        status,
        next_action,
    })
}

/// `POST /sessions/refresh`
pub(crate) fn refresh(world: &mut World, token: Token) -> Result<Answer, Refusal> {
    let settings = world.settings.clone();
    let pair = world.sessions.rotate(token, world.now, &settings)?;
    Ok(Answer::ok(pair))
}
