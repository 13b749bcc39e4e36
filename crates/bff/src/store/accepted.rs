use contract::platform::status::OperationKind;
use contract::{JourneyId, OfferId};

use super::{Store, StoreError};

/// The platform said yes, and its state does not show it yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    pub kind: OperationKind,
    /// How the step stood before; once it stands otherwise, the platform has answered.
    pub saw: String,
    pub at: i64,
}

impl Store {
    /// An old intent that comes once more is not news, and what came after it stands. Of a `session`
    /// that is over, nothing is kept.
    pub async fn accept(
        &self,
        session: &[u8],
        (journey, offer): (JourneyId, Option<OfferId>),
        intent: &str,
        accepted: &Accepted,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO accepted (journey, intent, kind, offer, saw, accepted_at, expires_at)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
             WHERE EXISTS (SELECT 1 FROM session WHERE id_hash = ?8) ON CONFLICT DO NOTHING",
        )
        .bind(journey.to_string())
        .bind(intent)
        .bind(accepted.kind.as_str())
        .bind(offer.map(|id| id.to_string()))
        .bind(&accepted.saw)
        .bind(accepted.at)
        .bind(expires_at)
        .bind(session)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    pub async fn accepted(
        &self,
        journey: JourneyId,
        now: i64,
    ) -> Result<Option<Accepted>, StoreError> {
        let row: Option<(String, String, i64)> = sqlx::query_as(
            "SELECT kind, saw, accepted_at FROM accepted WHERE journey = ?1 AND expires_at > ?2
             ORDER BY accepted_at DESC LIMIT 1",
        )
        .bind(journey.to_string())
        .bind(now)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|(kind, saw, at)| {
            let kind = OperationKind::from_word(&kind);
            Accepted { kind, saw, at }
        }))
    }

    /// Nothing hides the state any more: it has moved, or this offer is not wanted after all.
    pub async fn forget_accepted(
        &self,
        journey: JourneyId,
        offer: Option<OfferId>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE accepted SET expires_at = 0
             WHERE journey = ?1 AND (?2 IS NULL OR offer = ?2)",
        )
        .bind(journey.to_string())
        .bind(offer.map(|id| id.to_string()))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
