use contract::JourneyId;
use contract::platform::aa::{AaSession, Empty};
use contract::platform::endpoint::Endpoint;
use contract::platform::status::{AaState, ActionRequired};

use super::memory::Memory;
use crate::store::SessionRow;
use crate::tokens::TokenError;
use crate::upstream::Upstream;

/// C9: a consent that is to be reconciled, or stays with "user returned", is, once. It may be
/// refused as already done; the next reading tells. Nothing is asked for by one that was withdrawn.
pub async fn reconcile(
    upstream: Upstream<'_>,
    session: &SessionRow,
    id: JourneyId,
    memory: &mut Memory,
) -> Result<(), TokenError> {
    const PATIENCE_MS: i64 = 8_000;
    let patient = memory.read_at - memory.moved_at < PATIENCE_MS;
    let asked = |session: &&AaSession| {
        let mut cards = memory.offers.iter().flatten();
        cards.any(|card| {
            Some(card.offer_id) == session.offer_id
                && card.aa.action_required == ActionRequired::Reconcile
        })
    };
    let due = memory
        .aa_sessions
        .iter()
        .find(|session| session.state == AaState::UserReturned && (!patient || asked(session)));
    let Some((due, offer)) = due.map(|due| (due.aa_session_id, due.offer_id)) else {
        return Ok(());
    };
    if memory.reconciled == Some(due) {
        return Ok(());
    }
    let store = &upstream.app.store;
    let standing = store.standing(&session.borrower, id).await?;
    if flow::withheld(&standing, offer) {
        return Ok(());
    }
    memory.reconciled = Some(due);
    let key = format!("reconcile-{due}");
    let asked: Result<Option<serde_json::Value>, _> = upstream
        .act(Endpoint::AaReconcile(id, due), &key, &Empty {})
        .await;
    if let Err(error) = asked {
        tracing::info!(%error, "reconcile was refused");
        if !error.is_refusal() {
            memory.reconciled = None;
        }
    }
    Ok(())
}
