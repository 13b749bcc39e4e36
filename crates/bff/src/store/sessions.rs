use contract::JourneyId;
use contract::platform::sessions::SessionRequest;
use sqlx::Row as _;

use super::{Store, StoreError};

/// A signed-in borrower.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// SHA-256 of the cookie's value.
    pub id_hash: Vec<u8>,
    /// `borrowerExternalID`.
    pub borrower: String,
    pub name: Option<String>,
    pub mobile: Option<String>,
    pub journey: Option<JourneyId>,
    pub seen_at: i64,
}

#[derive(Debug)]
pub struct NewSession<'a> {
    pub id_hash: &'a [u8],
    pub name: Option<&'a str>,
    pub mobile: Option<&'a str>,
    /// What the platform is told at the first call of this session.
    pub request: &'a SessionRequest,
    pub now: i64,
    pub expires_at: i64,
}

fn request_place(id_hash: &[u8]) -> String {
    super::tokens::place(id_hash, "request", 0)
}

impl Store {
    pub async fn create_session(&self, new: &NewSession<'_>) -> Result<(), StoreError> {
        let request = serde_json::to_string(new.request)
            .map_err(|error| StoreError::Unfit(error.to_string()))?;
        sqlx::query(
            "INSERT INTO session (id_hash, borrower, name, mobile, request, created_at, seen_at, expires_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)",
        )
        .bind(new.id_hash)
        .bind(&new.request.borrower_external_id)
        .bind(new.name)
        .bind(new.mobile)
        .bind(self.keys.seal(&request_place(new.id_hash), &request)?)
        .bind(new.now)
        .bind(new.expires_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The session if it is neither idle for too long nor past its absolute end.
    pub async fn session(
        &self,
        id_hash: &[u8],
        now: i64,
        idle_ms: i64,
    ) -> Result<Option<SessionRow>, StoreError> {
        let row = sqlx::query(
            "SELECT borrower, name, mobile, journey, seen_at FROM session
             WHERE id_hash = ?1 AND expires_at > ?2 AND seen_at > ?3",
        )
        .bind(id_hash)
        .bind(now)
        .bind(now - idle_ms)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            let journey: Option<String> = row.try_get(3)?;
            Ok(SessionRow {
                id_hash: id_hash.to_vec(),
                borrower: row.try_get(0)?,
                name: row.try_get(1)?,
                mobile: row.try_get(2)?,
                journey: journey.and_then(|id| id.parse().ok()),
                seen_at: row.try_get(4)?,
            })
        })
        .transpose()
    }

    /// The borrower did something; polling does not call this.
    pub async fn touch_session(&self, id_hash: &[u8], now: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET seen_at = ?2 WHERE id_hash = ?1")
            .bind(id_hash)
            .bind(now)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    pub async fn session_journey(&self, id_hash: &[u8]) -> Result<Option<JourneyId>, StoreError> {
        let journey: Option<Option<String>> =
            sqlx::query_scalar("SELECT journey FROM session WHERE id_hash = ?1")
                .bind(id_hash)
                .fetch_optional(&self.pool)
                .await?;
        Ok(journey.flatten().and_then(|id| id.parse().ok()))
    }

    pub async fn set_session_journey(
        &self,
        id_hash: &[u8],
        journey: Option<JourneyId>,
    ) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET journey = ?2 WHERE id_hash = ?1")
            .bind(id_hash)
            .bind(journey.map(|id| id.to_string()))
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// What to tell the platform when this session's token family must be made anew.
    pub async fn bootstrap_request(
        &self,
        id_hash: &[u8],
    ) -> Result<Option<SessionRequest>, StoreError> {
        let row = sqlx::query("SELECT borrower, request FROM session WHERE id_hash = ?1")
            .bind(id_hash)
            .fetch_optional(&self.pool)
            .await?;
        let Some(row) = row else {
            return Ok(None);
        };
        let borrower_external_id: String = row.try_get(0)?;
        let sealed: Option<Vec<u8>> = row.try_get(1)?;
        let Some(sealed) = sealed else {
            return Ok(Some(SessionRequest {
                borrower_external_id,
                ..SessionRequest::default()
            }));
        };
        let text = self.keys.open(&request_place(id_hash), &sealed)?;
        serde_json::from_str(&text)
            .map(Some)
            .map_err(|error| StoreError::Unfit(error.to_string()))
    }

    /// Ends a session; its tokens go with it.
    pub async fn end_session(&self, id_hash: &[u8]) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE id_hash = ?1")
            .bind(id_hash)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
