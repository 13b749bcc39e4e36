use contract::app::Party;
use contract::{JourneyId, OfferId};

use super::{Store, StoreError};
use crate::crypto::sha256;

/// One time a borrower was sent to a provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoffRow {
    pub id: i64,
    pub party: Party,
    pub offer: OfferId,
    pub saw: String,
    pub returned_at: Option<i64>,
}

/// Where a borrower has come back from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Return {
    pub offer: OfferId,
    /// Now, or a moment ago by another way.
    pub news: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct NewHandoff<'a> {
    pub borrower: &'a str,
    /// Once it is over, nothing is written down any more.
    pub session: &'a [u8],
    pub journey: JourneyId,
    pub offer: OfferId,
    pub party: Party,
    /// Goes out with the borrower where the contract lets us send a return address; always the
    /// same for one intent.
    pub state: &'a str,
    /// How the step stood, or which consent session it was; once it is another, this handoff is
    /// history. Empty until it is known.
    pub saw: &'a str,
    pub now: i64,
    pub expires_at: i64,
}

impl Store {
    /// Written down before the borrower can come back by it, and once more when all is known.
    pub async fn create_handoff(&self, new: &NewHandoff<'_>) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO handoff
               (borrower, journey, offer, party, state_hash, saw, created_at, expires_at)
             SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
             WHERE EXISTS (SELECT 1 FROM session WHERE id_hash = ?9)
             ON CONFLICT (state_hash) DO UPDATE SET saw = ?6, created_at = ?7, expires_at = ?8",
        )
        .bind(new.borrower)
        .bind(new.journey.to_string())
        .bind(new.offer.to_string())
        .bind(new.party.as_str())
        .bind(sha256(new.state))
        .bind(new.saw)
        .bind(new.now)
        .bind(new.expires_at)
        .bind(new.session)
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
        let row: Option<(i64, String, String, String, Option<i64>)> = sqlx::query_as(
            "SELECT id, party, offer, saw, returned_at FROM handoff
             WHERE journey = ?1 AND borrower = ?2 ORDER BY id DESC LIMIT 1",
        )
        .bind(journey.to_string())
        .bind(borrower)
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.and_then(|(id, party, offer, saw, returned_at)| {
            Some(HandoffRow {
                id,
                party: Party::from_word(&party),
                offer: offer.parse().ok()?,
                saw,
                returned_at,
            })
        }))
    }

    /// The step has moved on since the borrower left for it: should it ever stand again as it did,
    /// this handoff is not the one that is open.
    pub async fn outlive_handoff(&self, row: &HandoffRow) -> Result<(), StoreError> {
        sqlx::query("UPDATE handoff SET saw = '' WHERE id = ?1 AND saw = ?2")
            .bind(row.id)
            .bind(&row.saw)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The borrower is back, says our own page: from where a provider has just sent somebody, else
    /// from the newest handoff. Counts once; later calls change nothing.
    pub async fn handoff_returned(
        &self,
        borrower: &str,
        journey: JourneyId,
        party: Party,
        now: i64,
    ) -> Result<Option<Return>, StoreError> {
        const JUST_MS: i64 = 60_000;
        // Who went once more after coming back comes back from there.
        let row: Option<(String, i64)> = sqlx::query_as(
            "UPDATE handoff SET returned_at = COALESCE(returned_at, ?4)
             WHERE id = (SELECT id FROM handoff
                         WHERE journey = ?1 AND party = ?2 AND borrower = ?3
                         ORDER BY COALESCE(returned_at, 0) > ?5
                              AND returned_at >= (SELECT MAX(created_at) FROM handoff
                                                  WHERE journey = ?1 AND party = ?2
                                                    AND borrower = ?3) DESC,
                                  id DESC LIMIT 1)
             RETURNING offer, returned_at",
        )
        .bind(journey.to_string())
        .bind(party.as_str())
        .bind(borrower)
        .bind(now)
        .bind(now - JUST_MS)
        .fetch_optional(&self.pool)
        .await?;
        let Some((offer, at)) = row else {
            return Ok(None);
        };
        let offer = offer.parse().ok();
        let news = at > now - JUST_MS;
        Ok(offer.map(|offer| Return { offer, news }))
    }

    /// A provider sent somebody here with this `state`: noted, and believed no further. `false`
    /// for one that is forged or too old, or of something that was begun anew since.
    pub async fn note_return(
        &self,
        state: &str,
        party: Party,
        now: i64,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE handoff SET returned_at = COALESCE(returned_at, ?3)
             WHERE (SELECT saw FROM handoff WHERE state_hash = ?1) IN ('', saw)
               AND id = (SELECT MAX(newest.id) FROM handoff AS told JOIN handoff AS newest
                         ON newest.journey = told.journey AND newest.party = told.party
                           AND newest.offer = told.offer
                         WHERE told.state_hash = ?1 AND told.party = ?2
                           AND told.expires_at > ?3)",
        )
        .bind(sha256(state))
        .bind(party.as_str())
        .bind(now)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
