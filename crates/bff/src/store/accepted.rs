use contract::JourneyId;
use contract::platform::status::OperationKind;
use sqlx::Row as _;

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
    pub async fn accept(
        &self,
        journey: JourneyId,
        accepted: &Accepted,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO accepted (journey, kind, accepted_at, expires_at, saw)
             VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (journey) DO UPDATE
             SET kind = ?2, accepted_at = ?3, expires_at = ?4, saw = ?5",
        )
        .bind(journey.to_string())
        .bind(accepted.kind.as_str())
        .bind(accepted.at)
        .bind(expires_at)
        .bind(&accepted.saw)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    pub async fn accepted(
        &self,
        journey: JourneyId,
        now: i64,
    ) -> Result<Option<Accepted>, StoreError> {
        let row = sqlx::query(
            "SELECT kind, accepted_at, saw FROM accepted WHERE journey = ?1 AND expires_at > ?2",
        )
        .bind(journey.to_string())
        .bind(now)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            let kind: String = row.try_get(0)?;
            Ok(Accepted {
                kind: OperationKind::from_word(&kind),
                at: row.try_get(1)?,
                saw: row.try_get(2)?,
            })
        })
        .transpose()
    }

    /// The state has moved: nothing hides it any more.
    pub async fn forget_accepted(&self, journey: JourneyId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM accepted WHERE journey = ?1")
            .bind(journey.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
