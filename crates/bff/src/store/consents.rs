use contract::JourneyId;
use contract::app::Consent;

use super::{Store, StoreError};

impl Store {
    /// Writes the receipts of consents, all or none, before anything is done with them.
    pub async fn record_consents(
        &self,
        borrower: &str,
        journey: JourneyId,
        consents: &[Consent],
        correlation: &str,
        now: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        for consent in consents {
            sqlx::query(
                "INSERT INTO consent
                   (borrower, journey, kind, text_version, language, correlation, given_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )
            .bind(borrower)
            .bind(journey.to_string())
            .bind(consent.kind.as_str())
            .bind(consent.text_version.as_str())
            .bind(consent.language.as_str())
            .bind(correlation)
            .bind(now)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
