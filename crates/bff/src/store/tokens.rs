use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use contract::JourneyId;
use sqlx::Row as _;

use super::{Store, StoreError};
use crate::secret::Secret;

/// A session's pair of platform tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenRow {
    /// Grows by one with every new pair.
    pub generation: i64,
    pub session_token: Secret,
    pub refresh_token: Secret,
    pub refresh_at: i64,
    pub expires_at: i64,
    /// A refresh of this generation that was begun, by its idempotency key.
    pub attempt: Option<String>,
}

/// A pair on its way into the store.
pub struct NewTokens<'a> {
    pub session_token: &'a str,
    pub refresh_token: &'a str,
    pub refresh_at: i64,
    pub expires_at: i64,
}

impl std::fmt::Debug for NewTokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewTokens")
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}

/// Where a sealed value belongs: moved to another row or column, it does not open.
pub(super) fn place(id_hash: &[u8], column: &str, generation: i64) -> String {
    format!("{}|{column}|{generation}", URL_SAFE_NO_PAD.encode(id_hash))
}

impl Store {
    pub async fn tokens(&self, id_hash: &[u8]) -> Result<Option<TokenRow>, StoreError> {
        let row = sqlx::query(
            "SELECT generation, session_token, refresh_token, refresh_at, attempt, attempt_for,
                    expires_at
             FROM token WHERE session = ?1",
        )
        .bind(id_hash)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            let generation: i64 = row.try_get(0)?;
            let open = |column: &str, sealed: Vec<u8>| {
                self.keys
                    .open(&place(id_hash, column, generation), &sealed)
                    .map(Secret::new)
            };
            let attempt: Option<String> = row.try_get(4)?;
            let attempt_for: Option<i64> = row.try_get(5)?;
            Ok(TokenRow {
                generation,
                session_token: open("st", row.try_get(1)?)?,
                refresh_token: open("rt", row.try_get(2)?)?,
                refresh_at: row.try_get(3)?,
                expires_at: row.try_get(6)?,
                attempt: attempt.filter(|_| attempt_for == Some(generation)),
            })
        })
        .transpose()
    }

    /// Writes down, before the call, under which key generation `generation` is being replaced.
    /// A key that is already there wins: a crash must not lead to a second attempt.
    pub async fn begin_refresh(
        &self,
        id_hash: &[u8],
        generation: i64,
        attempt: &str,
    ) -> Result<String, StoreError> {
        sqlx::query(
            "UPDATE token SET attempt = ?3, attempt_for = ?2
             WHERE session = ?1 AND generation = ?2
               AND (attempt IS NULL OR attempt_for IS NOT ?2)",
        )
        .bind(id_hash)
        .bind(generation)
        .bind(attempt)
        .execute(&self.pool)
        .await?;
        let stored: Option<String> =
            sqlx::query_scalar("SELECT attempt FROM token WHERE session = ?1 AND generation = ?2")
                .bind(id_hash)
                .bind(generation)
                .fetch_optional(&self.pool)
                .await?
                .flatten();
        Ok(stored.unwrap_or_else(|| attempt.to_owned()))
    }

    /// Stores the pair that follows generation `after` (0: the first). `false` when another pair
    /// was stored meanwhile.
    pub async fn store_tokens(
        &self,
        id_hash: &[u8],
        after: i64,
        pair: &NewTokens<'_>,
    ) -> Result<bool, StoreError> {
        let generation = after + 1;
        let session_token = self
            .keys
            .seal(&place(id_hash, "st", generation), pair.session_token)?;
        let refresh_token = self
            .keys
            .seal(&place(id_hash, "rt", generation), pair.refresh_token)?;
        let done = sqlx::query(
            "INSERT INTO token
               (session, generation, session_token, refresh_token, refresh_at, expires_at)
             SELECT ?1, ?3, ?4, ?5, ?6, ?7 WHERE EXISTS (SELECT 1 FROM session WHERE id_hash = ?1)
             ON CONFLICT (session) DO UPDATE SET
               generation = ?3, session_token = ?4, refresh_token = ?5, refresh_at = ?6,
               expires_at = ?7, attempt = NULL, attempt_for = NULL
             WHERE token.generation = ?2",
        )
        .bind(id_hash)
        .bind(after)
        .bind(generation)
        .bind(session_token)
        .bind(refresh_token)
        .bind(pair.refresh_at)
        .bind(pair.expires_at)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// The platform has taken the session's prefill and named the journey to go on with.
    pub async fn bootstrapped(
        &self,
        id_hash: &[u8],
        journey: Option<JourneyId>,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE session SET request = NULL, journey = COALESCE(?2, journey) WHERE id_hash = ?1",
        )
        .bind(id_hash)
        .bind(journey.map(|id| id.to_string()))
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
