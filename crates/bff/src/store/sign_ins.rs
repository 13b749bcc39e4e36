use serde::{Deserialize, Serialize};
use sqlx::Row as _;

use super::{Store, StoreError};
use crate::crypto::sha256;

/// What a sign-in must remember between leaving and coming back.
#[derive(Serialize, Deserialize)]
pub struct SignIn {
    pub nonce: String,
    pub pkce_verifier: String,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn(…)")
    }
}

impl Store {
    pub async fn begin_sign_in(
        &self,
        state: &str,
        browser: &str,
        secrets: &SignIn,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        let text =
            serde_json::to_string(secrets).map_err(|error| StoreError::Unfit(error.to_string()))?;
        sqlx::query(
            "INSERT INTO sign_in (state_hash, browser_hash, secrets, expires_at) VALUES (?1, ?2, ?3, ?4)",
        )
        .bind(sha256(state))
        .bind(sha256(browser))
        .bind(self.keys.seal("sign-in", &text)?)
        .bind(expires_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Takes the sign-in of this state, once, and only in the browser that began it.
    pub async fn take_sign_in(
        &self,
        state: &str,
        browser: &str,
        now: i64,
    ) -> Result<Option<SignIn>, StoreError> {
        let row = sqlx::query(
            "DELETE FROM sign_in WHERE state_hash = ?1 AND browser_hash = ?2 AND expires_at > ?3
             RETURNING secrets",
        )
        .bind(sha256(state))
        .bind(sha256(browser))
        .bind(now)
        .fetch_optional(&self.pool)
        .await?;
        row.map(|row| {
            let sealed: Vec<u8> = row.try_get(0)?;
            let text = self.keys.open("sign-in", &sealed)?;
            serde_json::from_str(&text).map_err(|error| StoreError::Unfit(error.to_string()))
        })
        .transpose()
    }
}
