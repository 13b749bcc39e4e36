//! Composing the one view: which resources are read, remembered and handed to the browser.
//!
//! A poll costs two upstream reads: the state and the one resource the screen waits for. The rest
//! is read when the state moves, after an intent, or when an offer is opened. Requests of one
//! borrower that wait for each other share one composition.

mod draw;
mod memory;
mod read;
mod recipients;
mod reconcile;

use contract::app::JourneyView;
use contract::platform::endpoint::Endpoint;
use contract::platform::envelope::ErrorCode;
use contract::platform::journeys::Journey;
use contract::{Items, JourneyId, OfferId};

pub use draw::{figures, newest};
use memory::Memory;

pub use memory::{Memories, selected};
pub use read::{fingerprint, known};

use crate::clock::now_ms;
use crate::problem::AppError;
use crate::store::SessionRow;
use crate::tokens::TokenError;
use crate::upstream::Upstream;

/// How old a view may be to stand in for one that the platform has no time for.
const RECENT_MS: i64 = 60_000;

/// What is to be looked at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// `None`: the session's own journey.
    pub journey: Option<JourneyId>,
    pub focus: Option<OfferId>,
    /// Something was just done: read everything anew.
    pub fresh: bool,
}

pub async fn compose(
    upstream: Upstream<'_>,
    session: &SessionRow,
    wanted: Wanted,
) -> Result<JourneyView, AppError> {
    let arrived = now_ms();
    if let Some(id) = own_journey(upstream, session, wanted).await? {
        match journey_view(upstream, session, id, wanted, arrived).await {
            // Our note of the journey is older than the platform's memory of it.
            Err(TokenError::Platform(error))
                if wanted.journey.is_none() && error.code() == ErrorCode::ResourceNotFound => {}
            done => return Ok(done?),
        }
    }
    let list: Items<Journey> = upstream.read(Endpoint::ListJourneys).await?;
    let open = list
        .items
        .iter()
        .find(|journey| !journey.status.is_terminal());
    upstream
        .app
        .store
        .set_session_journey(&session.id_hash, open.map(|j| j.journey_id))
        .await?;
    match open {
        Some(journey) => {
            Ok(journey_view(upstream, session, journey.journey_id, wanted, arrived).await?)
        }
        None => Ok(JourneyView {
            borrower: draw::borrower(session),
            has_earlier: !list.items.is_empty(),
            ..JourneyView::default()
        }),
    }
}

/// The journey that is asked for, or the session's own; the platform names it when it first hears
/// of the session.
async fn own_journey(
    upstream: Upstream<'_>,
    session: &SessionRow,
    wanted: Wanted,
) -> Result<Option<JourneyId>, AppError> {
    if let Some(known) = wanted.journey.or(session.journey) {
        return Ok(Some(known));
    }
    let Upstream {
        app,
        session,
        correlation,
    } = upstream;
    app.tokens.current(session, correlation).await?;
    Ok(app.store.session_journey(session).await?)
}

async fn journey_view(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    wanted: Wanted,
    arrived: i64,
) -> Result<JourneyView, TokenError> {
    let memory = upstream.app.memories.of(&session.borrower, id);
    let mut memory = memory.lock_owned().await;
    // Somebody else's composition began after this request came in: it is fresh enough.
    let enough = |memory: &Memory, since| {
        memory.read_since(since) && !wanted.fresh && !memory.lacks(wanted.focus)
    };
    if enough(&memory, arrived) {
        return draw::view(upstream, session, id, wanted.focus, &memory, true).await;
    }
    // To its end even if nobody waits any more: who asks next finds what was read.
    let owned = (
        upstream.app.clone(),
        session.clone(),
        upstream.correlation.to_owned(),
    );
    let task = upstream.app.tasks.spawn(async move {
        let (app, session, correlation) = &owned;
        let upstream = Upstream {
            app,
            session: &session.id_hash,
            correlation,
        };
        let done = read::refresh(upstream, session, id, wanted, &mut memory).await;
        (memory, done)
    });
    let (memory, done) = task
        .await
        .map_err(|error| TokenError::Store(error.to_string()))?;
    let slowed = match done {
        // Asked too often: what was read a moment ago is still worth showing, with its age.
        Err(TokenError::Platform(error))
            if error.code() == ErrorCode::RateLimited && enough(&memory, arrived - RECENT_MS) =>
        {
            Some(error)
        }
        done => {
            done?;
            None
        }
    };
    let mut view = draw::view(
        upstream,
        session,
        id,
        wanted.focus,
        &memory,
        slowed.is_none(),
    )
    .await?;
    if let Some(error) = slowed {
        let pause = error.retry_after().unwrap_or_default().clamp(10, 120) * 1_000;
        view.pace.after_ms = view.pace.after_ms.max(pause);
        view.pace.read_at = Some(memory.read_at);
    }
    Ok(view)
}
