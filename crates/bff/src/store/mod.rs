//! What the BFF keeps: sessions, sealed tokens, sign-in and handoff transactions, webhook dedupe,
//! consent receipts, operations accepted but not yet visible, and the figures an offer was chosen
//! by. The platform keeps the loan.

mod accepted;
mod agreed;
mod consents;
mod deletion;
mod handoffs;
mod sessions;
mod sign_ins;
mod tokens;
mod webhooks;

use std::path::Path;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

pub use accepted::Accepted;
pub use consents::Given;
pub use handoffs::{HandoffRow, NewHandoff, Return};
pub use sessions::{NewSession, SessionRow};
pub use sign_ins::SignIn;
pub use tokens::{NewTokens, TokenRow};
pub use webhooks::Delivery;

use crate::crypto::Keyring;

/// The store failed; the borrower is told to try again, the log says why.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(transparent)]
    Sql(#[from] sqlx::Error),
    #[error(transparent)]
    Migrate(#[from] sqlx::migrate::MigrateError),
    #[error(transparent)]
    Crypto(#[from] crate::crypto::CryptoError),
    #[error("{0}")]
    Unfit(String),
}

/// SQLite with one writer's worth of connections; every commit is on disk before it is answered.
#[derive(Debug)]
pub struct Store {
    pool: SqlitePool,
    keys: Keyring,
}

/// Older ones can corrupt a WAL that two connections reset at once.
const OLDEST_SQLITE: (u32, u32, u32) = (3, 51, 3);

impl Store {
    pub async fn open(path: &Path, keys: Keyring) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is deleted is overwritten, too.
            .pragma("secure_delete", "ON")
            .busy_timeout(std::time::Duration::from_secs(5));
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options)
            .await?;
        let version: String = sqlx::query_scalar("SELECT sqlite_version()")
            .fetch_one(&pool)
            .await?;
        let mut parts = version
            .split('.')
            .map(|part| part.parse::<u32>().unwrap_or(0));
        let mut part = || parts.next().unwrap_or(0);
        if (part(), part(), part()) < OLDEST_SQLITE {
            return Err(StoreError::Unfit(format!(
                "SQLite {version} is older than 3.51.3"
            )));
        }
        sqlx::migrate!("migrations/sqlite").run(&pool).await?;
        Ok(Self { pool, keys })
    }

    /// Whether the store answers; for readiness.
    pub async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT 1").execute(&self.pool).await?;
        Ok(())
    }

    /// Removes what has expired.
    pub async fn sweep(&self, now: i64) -> Result<(), StoreError> {
        const DAY: i64 = 24 * 3600 * 1000;
        for statement in [
            "DELETE FROM session WHERE expires_at < ?1",
            "DELETE FROM sign_in WHERE expires_at < ?1",
            "DELETE FROM handoff WHERE expires_at < ?1",
        ] {
            sqlx::query(statement).bind(now).execute(&self.pool).await?;
        }
        // An application lasts days or weeks, not half a year.
        for (statement, days) in [
            ("DELETE FROM webhook_event WHERE received_at < ?1", 14),
            ("DELETE FROM accepted WHERE accepted_at < ?1", 2),
            ("DELETE FROM agreed WHERE agreed_at < ?1", 180),
        ] {
            let before = now - days * DAY;
            sqlx::query(statement)
                .bind(before)
                .execute(&self.pool)
                .await?;
        }
        Ok(())
    }
}
