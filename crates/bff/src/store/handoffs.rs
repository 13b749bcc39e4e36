use contract::app::Party;
use contract::{JourneyId, OfferId};
use sqlx::Row as _;

use super::{Store, StoreError};
use crate::crypto::sha256;

/// One time a borrower was sent to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoffRow {
    pub party: Party,
    pub offer: OfferId,
    pub saw: String,
    pub returned_at: Option<i64>,
}

#[derive(Debug)]
pub struct NewHandoff<'a> {
    pub borrower: &'a str,
    pub session: &'a [u8],
    pub journey: JourneyId,
    pub offer: OfferId,
    pub party: Party,
    /// Goes out with the borrower where the contract lets us send a return address.
    pub state: &'a str,
    /// How the step stood; once it stands otherwise, this handoff is history.
    pub saw: &'a str,
    pub now: i64,
    pub expires_at: i64,
}

impl Store {
    pub async fn create_handoff(&self, new: &NewHandoff<'_>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO handoff
               (borrower, session, journey, offer, party, state_hash, saw, created_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )
        .bind(new.borrower)
        .bind(new.session)
        .bind(new.journey.to_string())
        .bind(new.offer.to_string())
        .bind(new.party.as_str())
        .bind(sha256(new.state))
        .bind(new.saw)
        .bind(new.now)
        .bind(new.expires_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The newest handoff of this borrower's journey.
    pub async fn newest_handoff(
        &self,
        borrower: &str,
        journey: JourneyId,
    ) -> Result<Option<HandoffRow>, StoreError> {
        let row = sqlx::query(
            "SELECT party, offer, saw, returned_at FROM handoff
             WHERE journey = ?1 AND borrower = ?2 ORDER BY id DESC LIMIT 1",
        )
        .bind(journey.to_string())
        .bind(borrower)
        .fetch_optional(&self.pool)
        .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let party: String = row.try_get(0)?;
        let offer: String = row.try_get(1)?;
        let Ok(offer) = offer.parse() else {
            return Ok(None);
        };
        Ok(Some(HandoffRow {
            party: Party::from_word(&party),
            offer,
            saw: row.try_get(2)?,
            returned_at: row.try_get(3)?,
        }))
    }

    /// The borrower is back, says our own page. Counts once; later calls change nothing.
    pub async fn handoff_returned(
        &self,
        borrower: &str,
        journey: JourneyId,
        party: Party,
        now: i64,
    ) -> Result<Option<OfferId>, StoreError> {
        let offer: Option<String> = sqlx::query_scalar(
            "UPDATE handoff SET returned_at = COALESCE(returned_at, ?4)
             WHERE id = (SELECT MAX(id) FROM handoff
                         WHERE journey = ?1 AND party = ?2 AND borrower = ?3)
             RETURNING offer",
        )
        .bind(journey.to_string())
        .bind(party.as_str())
        .bind(borrower)
        .bind(now)
        .fetch_optional(&self.pool)
        .await?;
        Ok(offer.and_then(|id| id.parse().ok()))
    }

    /// A provider sent somebody here with this `state`: noted, and believed no further.
    pub async fn note_return(
        &self,
        state: &str,
        party: Party,
        now: i64,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE handoff SET returned_at = ?3
             WHERE state_hash = ?1 AND party = ?2 AND returned_at IS NULL AND expires_at > ?3",
        )
        .bind(sha256(state))
        .bind(party.as_str())
        .bind(now)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
