use contract::JourneyId;
use contract::app::Consent;

use super::{Store, StoreError};

impl Store {
    /// Writes the receipts of consents, all or none, before anything is done with them.
    /// Sent again, they are what they were.
    pub async fn record_consents(
        &self,
        borrower: &str,
        journey: JourneyId,
        consents: &[Consent],
        (intent, correlation): (&str, &str),
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        for consent in consents {
            sqlx::query(
                "INSERT INTO consent
                   (borrower, journey, kind, text_version, language, correlation, given_at, intent)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
            )
            .bind(borrower)
            .bind(journey.to_string())
            .bind(consent.kind.as_str())
            .bind(consent.text_version.as_str())
            .bind(consent.language.as_str())
            .bind(correlation)
            .bind(now)
            .bind(intent)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
