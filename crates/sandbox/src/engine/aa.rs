//! Bank statements through an Account Aggregator. ASSUMPTION(G22): all transitions.

use contract::platform::status::{AaState, OperationKind};
use contract::{AaSessionId, JourneyId, OfferId};

use super::Event;
use super::journey::{AaSession, Journey, Stage};
use crate::scenarios::{Note, Outcome};
use crate::world::{LinkFor, World, new_id};

const DECLINED: Note = Note {
    code: "1",
    message: "You declined to share your bank statements.",
};
const UNDECIDED: Note = Note {
    code: "5",
    message: "You have not decided yet whether to share your bank statements.",
};
/// ASSUMPTION(G22): of the return codes, an invalid request is the one for a bad or expired one.
const TOO_LATE: Note = Note {
    code: "3",
    message: "The time for sharing your bank statements has passed.",
};

pub(crate) fn create(
    world: &mut World,
    id: JourneyId,
    offer: OfferId,
    return_url: Option<String>,
) -> AaSessionId {
    let session = AaSessionId::from_bytes(new_id());
    let now = world.now;
    let expires_at = now.plus(world.settings.aa_session_life);
    if let Some(journey) = world.journeys.get_mut(&id) {
        journey.aa.push(AaSession {
            id: session,
            offer_id: offer,
            state: AaState::Required,
            reason: None,
            return_url,
            approved: false,
            created_at: now,
            expires_at,
            link: None,
        });
        journey.effects.aa_sessions += 1;
        journey.touch(now, "journey.aa.updated");
        world.at(expires_at, Event::AaLapses(id, session));
    }
    session
}

/// A fresh link; the one before is dead from now on.
pub(crate) fn redirect(world: &mut World, id: JourneyId, session: AaSessionId) -> Option<String> {
    let now = world.now;
    let expires_at = now.plus(world.settings.aa_session_life);
    let token = world.link(id, LinkFor::Aa(session), world.settings.aa_link_life);
    let journey = world.journeys.get_mut(&id)?;
    let run = journey.aa_session_mut(session)?;
    run.state = AaState::RedirectReady;
    run.reason = None;
    run.expires_at = expires_at;
    if let Some(old) = run.link.replace(token.clone()) {
        world.links.remove(&old);
    }
    journey.touch(now, "journey.aa.updated");
    world.at(expires_at, Event::AaLapses(id, session));
    Some(token)
}

/// The borrower stands before the Account Aggregator.
pub(crate) fn opened(world: &mut World, id: JourneyId, session: AaSessionId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && let Some(run) = journey.aa_session_mut(session)
        && run.state == AaState::RedirectReady
    {
        run.state = AaState::InProgress;
        journey.touch(now, "journey.aa.updated");
    }
}

/// The borrower goes back without deciding.
pub(crate) fn left(world: &mut World, id: JourneyId, session: AaSessionId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && let Some(run) = journey.aa_session_mut(session)
        && run.state == AaState::InProgress
    {
        run.reason = Some(UNDECIDED);
        journey.touch(now, "journey.aa.updated");
    }
}

/// The borrower decided. An approval is known to the platform when the app says so by `complete`,
/// or a little later from the Account Aggregator itself.
pub(crate) fn decided(world: &mut World, id: JourneyId, session: AaSessionId, approves: bool) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    let Some(run) = journey.aa_session_mut(session) else {
        return;
    };
    if !run.is_open() {
        return;
    }
    if approves {
        run.approved = true;
        run.reason = None;
        journey.effects.consents += 1;
        let told = world.settings.waits.aa_told;
        world.later(
            told,
            Event::AaMoves(id, session, AaState::ApprovalDispatched),
        );
    } else {
        run.state = AaState::Failed;
        run.reason = Some(DECLINED);
        journey.touch(now, "journey.aa.updated");
    }
}

/// `complete`, for an approved consent.
pub(crate) fn returned(world: &mut World, id: JourneyId, session: AaSessionId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && let Some(run) = journey.aa_session_mut(session)
        && matches!(run.state, AaState::RedirectReady | AaState::InProgress)
    {
        run.state = AaState::UserReturned;
        journey.touch(now, "journey.aa.updated");
        let wait = world.settings.waits.aa_state;
        world.later(
            wait,
            Event::AaMoves(id, session, AaState::ApprovalDispatched),
        );
    }
}

/// `reconcile`, for an approved consent.
pub(crate) fn reconcile(world: &mut World, id: JourneyId, session: AaSessionId) {
    world.later(
        world.settings.waits.lag,
        Event::AaMoves(id, session, AaState::Reconciling),
    );
}

/// Every approved consent of a journey has its turn in the script.
fn outcome(journey: &Journey, session: AaSessionId) -> Outcome {
    let turn = journey
        .aa
        .iter()
        .filter(|run| run.approved)
        .position(|run| run.id == session);
    turn.map_or(Outcome::Fine, |turn| journey.script.consent(turn))
}

/// One state forward; an event that comes too late changes nothing.
pub(crate) fn moves(world: &mut World, id: JourneyId, session: AaSessionId, to: AaState) {
    let now = world.now;
    let Some(journey) = world.journeys.get_mut(&id) else {
        return;
    };
    if journey.is_over() {
        return;
    }
    let outcome = outcome(journey, session);
    let Some(run) = journey.aa_session_mut(session) else {
        return;
    };
    if run.is_over() || rank(run.state) >= rank(to) {
        return;
    }
    if let (AaState::Confirmed, Outcome::Fails { note, .. }) = (to, outcome) {
        run.state = AaState::Failed;
        run.reason = Some(note);
        journey.finish(OperationKind::AaReconciliation);
        journey.touch(now, "journey.aa.updated");
        return;
    }
    run.state = to;
    let offer = run.offer_id;
    journey.touch(now, "journey.aa.updated");
    let wait = world.settings.waits.aa_state;
    match to {
        AaState::ApprovalDispatched => {
            world.later(wait, Event::AaMoves(id, session, AaState::Reconciling));
        }
        AaState::Reconciling => {
            journey.show(OperationKind::AaReconciliation);
            let confirmed = Event::AaMoves(id, session, AaState::Confirmed);
            match outcome.seconds() {
                Some(seconds) => world.in_seconds(seconds, confirmed),
                None => world.later(wait, confirmed),
            }
        }
        AaState::Confirmed => {
            journey.finish(OperationKind::AaReconciliation);
            if confirmed_for_choice(journey, offer) {
                journey.set_stage(Stage::Amount);
            } else {
                let wait = world.settings.waits.offer;
                world.later(wait, Event::LenderAnswers(id, offer));
            }
        }
        _ => {}
    }
}

fn confirmed_for_choice(journey: &Journey, offer: OfferId) -> bool {
    journey.stage() == Some(Stage::Aa)
        && journey
            .chosen
            .as_ref()
            .is_some_and(|chosen| chosen.offer_id == offer)
}

/// The order of the states of a consent that goes well.
fn rank(state: AaState) -> u8 {
    match state {
        AaState::UserReturned => 1,
        AaState::ApprovalDispatched => 2,
        AaState::Reconciling => 3,
        AaState::Confirmed => 4,
        _ => 0,
    }
}

pub(crate) fn lapses(world: &mut World, id: JourneyId, session: AaSessionId) {
    let now = world.now;
    if let Some(journey) = world.journeys.get_mut(&id)
        && let Some(run) = journey.aa_session_mut(session)
        && run.is_open()
        && run.expires_at <= now
    {
        run.state = AaState::Expired;
        run.reason = Some(TOO_LATE);
        journey.touch(now, "journey.aa.updated");
    }
}
