use contract::OfferId;
use contract::app::{ConsentKind, Journey, JourneyView, Party, Standing};
use contract::platform::status::{AaState, JourneyStatus, NextAction};

use crate::cards::{aa_target, card, focused_aa};
use crate::door::door;
use crate::failure::of_consent;
use crate::leaving::signed;
use crate::needs::{Resource, needs};
use crate::screen::{Leave, Screen, Waiting};

/// The offer whose consent the screen is about; its newest session belongs into the view.
pub fn consent_offer(view: &JourneyView) -> Option<OfferId> {
    let journey = view.journey.as_ref()?;
    match (journey.next_action, journey.status) {
        (Some(NextAction::WaitForOffers | NextAction::ViewOffers), _)
        | (None, JourneyStatus::OffersAvailable) => focused_aa(view),
        (Some(NextAction::CompleteAa), _) => aa_target(view, journey),
        (Some(NextAction::CompleteStep), JourneyStatus::AaRequired) => {
            journey.selected_offer.or(view.focus)
        }
        _ => None,
    }
}

pub(crate) fn consent(view: &JourneyView, offer: OfferId) -> Screen {
    let session = view
        .aa
        .as_ref()
        .filter(|session| session.offer_id.is_none_or(|id| id == offer));
    let state = session
        .map(|session| session.state)
        .or_else(|| card(view, offer).map(|card| card.aa.state));
    let leave = |how| Screen::Leave {
        party: Party::Aa,
        offer,
        how,
    };
    let back = Screen::Waiting(Waiting::Return(Party::Aa));
    match state {
        // Nothing goes on without it: the notice is there to be agreed to again.
        Some(
            AaState::Required
            | AaState::RedirectReady
            | AaState::InProgress
            | AaState::UserReturned
            | AaState::ApprovalDispatched
            | AaState::Reconciling,
        )
        | None
            if taken_back(&view.consents, offer) =>
        {
            leave(door(view, Party::Aa, offer).unwrap_or(Leave::First))
        }
        // No session, and no card to ask: it is ours to begin one.
        Some(AaState::Required | AaState::RedirectReady) | None => {
            door(view, Party::Aa, offer).map_or(back, leave)
        }
        Some(AaState::InProgress) => match door(view, Party::Aa, offer) {
            Some(Leave::First) => leave(Leave::Away),
            Some(how) => leave(how),
            None => back,
        },
        // Whether the borrower agreed there is not known yet.
        Some(AaState::UserReturned) => back,
        Some(AaState::ApprovalDispatched | AaState::Reconciling) => Screen::Waiting(Waiting::Aa),
        Some(AaState::Confirmed | AaState::NotRequired) => {
            let chosen = view
                .journey
                .as_ref()
                .is_some_and(|j| j.selected_offer.is_some());
            Screen::Waiting(if chosen {
                Waiting::Selecting
            } else {
                Waiting::Offers
            })
        }
        Some(AaState::Failed) => leave(Leave::Failed(of_consent(session))),
        Some(AaState::Expired) => leave(Leave::Expired),
        Some(AaState::Unknown) => Screen::Unknown,
    }
}

/// A consent that the application was sent by has been taken back: nothing more is passed on.
pub fn withdrawn(standing: &[Standing]) -> bool {
    standing
        .iter()
        .any(|it| !it.given && ConsentKind::TO_SUBMIT.contains(&it.kind))
}

/// No statements are asked for: the consent to that was taken back, or one that the application
/// was sent by.
pub fn withheld(standing: &[Standing], offer: Option<OfferId>) -> bool {
    withdrawn(standing) || offer.is_some_and(|offer| taken_back(standing, offer))
}

fn taken_back(standing: &[Standing], offer: OfferId) -> bool {
    let asked = |it: &Standing| it.kind == ConsentKind::Aa && it.offer_id == Some(offer);
    standing.iter().any(|it| asked(it) && !it.given)
}

/// Whether taking a consent back stops this journey: from when it was sent until the agreement is
/// signed. Before, it is given with the next try; after, the loan itself says what is shared.
pub(crate) fn stopped(view: &JourneyView, journey: &Journey) -> bool {
    let (status, next) = (journey.status, journey.next_action);
    let sent = match next {
        Some(next) => next != NextAction::FillProfile,
        None => !matches!(
            status,
            JourneyStatus::Started | JourneyStatus::ProfileRequired | JourneyStatus::Unknown
        ),
    };
    let held = needs(status, next).all.contains(&Resource::Steps);
    let steps = view.steps.as_ref().filter(|_| held);
    let paying = status == JourneyStatus::LenderProcessing || steps.is_some_and(signed);
    sent && !paying && withdrawn(&view.consents)
}
