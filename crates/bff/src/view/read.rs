use contract::app::Asked;
use contract::platform::aa::AaSession;
use contract::platform::endpoint::Endpoint;
use contract::platform::envelope::ErrorCode;
use contract::platform::journeys::{Journey, JourneyState};
use contract::platform::offers::Offer;
use contract::platform::profile::ProfileSnapshot;
use contract::platform::status::{JourneyStatus, OfferCardStatus};
use contract::platform::steps::{Step, Steps};
use contract::{Items, JourneyId, OfferId};
use flow::{Resource, needs};
use futures_util::future::{OptionFuture, try_join_all};
use futures_util::{FutureExt as _, join, try_join};

use super::Wanted;
use super::memory::{Memory, selected};
use super::recipients::note;
use super::reconcile::reconcile;
use crate::clock::now_ms;
use crate::store::SessionRow;
use crate::tokens::TokenError;
use crate::upstream::Upstream;

/// One thing that was read.
enum Read {
    Profile(Box<ProfileSnapshot>),
    Offers(Items<Offer>),
    Offer(Box<Offer>),
    Steps(Box<Steps>),
    Aa(Items<AaSession>),
    Nothing,
}

/// Brings the memory up to date at the least cost in upstream reads.
///
/// All of it or nothing: a reading that breaks off half way leaves what was remembered.
pub async fn refresh(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    wanted: Wanted,
    memory: &mut Memory,
) -> Result<(), TokenError> {
    let mut next = memory.clone();
    reread(upstream, session, id, wanted, &mut next).await?;
    *memory = next;
    note(upstream.app, session, id, wanted.fresh, memory).await;
    reconcile(upstream, session, id, memory).await
}

async fn reread(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    wanted: Wanted,
    memory: &mut Memory,
) -> Result<(), TokenError> {
    let began = now_ms();
    let known = memory.state.clone().filter(|_| !wanted.fresh);
    let watched = known
        .as_ref()
        .and_then(|state| needs(state.status, state.next_action).watched);
    let selected = memory.selected();
    let (state, read) = join!(
        upstream.read_dated::<JourneyState>(Endpoint::JourneyState(id)),
        OptionFuture::from(watched.map(|resource| one(upstream, id, resource, selected))),
    );
    let (state, timestamp) = state?;
    memory.note_time(&timestamp);
    let moved = memory.state.as_ref() != Some(&state);
    match read {
        Some(Ok(read)) => keep(memory, read),
        // What was watched may be gone because the state has moved: the new one is read below.
        Some(Err(error)) if !moved => return Err(error),
        Some(Err(_)) | None => {}
    }
    let needed = needs(state.status, state.next_action).all;
    if moved || wanted.fresh {
        everything(upstream, session, id, &state, needed, memory).await?;
    }
    details(upstream, id, needed, wanted.focus, memory).await?;
    if moved {
        memory.moved_at = began;
    }
    memory.state = Some(state);
    memory.read_at = began;
    Ok(())
}

async fn everything(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    state: &JourneyState,
    needed: &[Resource],
    memory: &mut Memory,
) -> Result<(), TokenError> {
    let journey = known(upstream, &session.borrower, id);
    let journey = if memory.journey.is_none() {
        let list = upstream.read::<Items<Journey>>(Endpoint::ListJourneys);
        let (journey, list) = try_join!(journey, list)?;
        memory.has_earlier = list.items.iter().any(|other| other.journey_id != id);
        journey
    } else {
        journey.await?
    };
    let selected = selected(&journey, state.next_action);
    memory.journey = Some(journey);
    memory.details.clear();
    // What belongs to a loan that is over, or was never made, need not be there any more.
    let over = state.status.is_terminal() || state.status == JourneyStatus::Disbursed;
    let past = |read| match read {
        Err(error) if over && is_gone(&error) => Ok(Read::Nothing),
        read => read,
    };
    let reads = needed
        .iter()
        .map(|resource| one(upstream, id, *resource, selected).map(past));
    let unknown = memory.asked.is_none() && compares(state.status, needed);
    let profile = unknown.then(|| upstream.read::<ProfileSnapshot>(Endpoint::Profile(id)));
    let (reads, profile) = join!(try_join_all(reads), OptionFuture::from(profile));
    for read in reads? {
        keep(memory, read);
    }
    match profile {
        Some(Ok(profile)) => memory.asked = Some(asked(&profile)),
        // What was asked for only stands beside the offers: they are shown without.
        Some(Err(error)) => tracing::info!(%error, "what was asked for is not known"),
        None => {}
    }
    Ok(())
}

/// Whether what is offered stands beside what was asked for.
pub fn compares(status: JourneyStatus, needed: &[Resource]) -> bool {
    needed.contains(&Resource::Offers) || status == JourneyStatus::OfferSelected
}

fn asked(profile: &ProfileSnapshot) -> Asked {
    let (wishes, gold) = (profile.journey.as_ref(), profile.gold_loan.as_ref());
    let amount = wishes.and_then(|it| it.requested_amount.clone());
    let months = wishes.and_then(|it| it.requested_tenure_months.clone());
    Asked {
        amount: amount.or_else(|| gold?.requested_amount.clone()),
        months: months.or_else(|| gold?.requested_tenure_months.clone()),
    }
}

/// The journey. ASSUMPTION(G25): where neither it nor its marker says so, we know what was chosen
/// here.
pub async fn known(
    upstream: Upstream<'_>,
    borrower: &str,
    id: JourneyId,
) -> Result<Journey, TokenError> {
    let mut journey: Journey = upstream.read(Endpoint::Journey(id)).await?;
    if journey.selected_offer_id.is_none() && journey.resume.last_viewed_offer_id.is_none() {
        let store = &upstream.app.store;
        journey.resume.last_viewed_offer_id = store.last_agreed(borrower, id).await?;
    }
    Ok(journey)
}

/// The platform has this no more, or not now.
fn is_gone(error: &TokenError) -> bool {
    matches!(
        error.code(),
        Some(ErrorCode::ResourceNotFound | ErrorCode::StatePreconditionFailed)
    )
}

async fn one(
    upstream: Upstream<'_>,
    id: JourneyId,
    resource: Resource,
    selected: Option<OfferId>,
) -> Result<Read, TokenError> {
    Ok(match (resource, selected) {
        (Resource::Profile, _) => Read::Profile(upstream.read(Endpoint::Profile(id)).await?),
        (Resource::Offers, _) => Read::Offers(upstream.read(Endpoint::Offers(id)).await?),
        (Resource::AaSessions, _) => Read::Aa(upstream.read(Endpoint::AaSessions(id)).await?),
        (Resource::Offer, Some(offer)) => {
            Read::Offer(upstream.read(Endpoint::Offer(id, offer)).await?)
        }
        (Resource::Steps, Some(offer)) => {
            Read::Steps(upstream.read(Endpoint::Steps(id, offer)).await?)
        }
        (Resource::Offer | Resource::Steps, None) => Read::Nothing,
    })
}

fn keep(memory: &mut Memory, read: Read) {
    match read {
        Read::Profile(profile) => {
            memory.asked = Some(asked(&profile));
            memory.profile = Some(*profile);
        }
        Read::Offers(offers) => memory.offers = Some(offers.items),
        Read::Offer(offer) => memory.keep_offer(None, *offer),
        Read::Steps(steps) => memory.steps = Some(*steps),
        Read::Aa(sessions) => memory.aa_sessions = sessions.items,
        Read::Nothing => {}
    }
}

/// Reads in full every offer that is to be compared, once, and again when its row changes.
async fn details(
    upstream: Upstream<'_>,
    id: JourneyId,
    needed: &[Resource],
    focus: Option<OfferId>,
    memory: &mut Memory,
) -> Result<(), TokenError> {
    if !needed.contains(&Resource::Offers) {
        return Ok(());
    }
    let rows = memory.offers.iter().flatten();
    let wanted: Vec<Offer> = rows
        .filter(|row| row.status == OfferCardStatus::OfferReceived || focus == Some(row.offer_id))
        .filter(|row| {
            let known = memory
                .details
                .get(&row.offer_id)
                .and_then(|(row, _)| row.as_ref());
            known != Some(row)
        })
        .cloned()
        .collect();
    let reads = wanted.into_iter().map(|row| async move {
        match upstream.read(Endpoint::Offer(id, row.offer_id)).await {
            // One offer that is withdrawn must not take the others away.
            Err(error) if is_gone(&error) => Ok((row.clone(), row)),
            read => read.map(|offer| (row, offer)),
        }
    });
    for (row, offer) in try_join_all(reads).await? {
        memory.keep_offer(Some(row), offer);
    }
    Ok(())
}

/// How a step stands, to tell whether it has moved since the borrower left for it.
pub fn fingerprint(step: &Step) -> String {
    let seen = step.diagnostics.as_ref();
    format!(
        "{}|{}|{}|{}",
        step.status.as_str(),
        step.action_required.as_str(),
        seen.and_then(|seen| seen.attempts).unwrap_or_default(),
        seen.and_then(|seen| seen.updated_at.as_deref())
            .unwrap_or_default(),
    )
}
