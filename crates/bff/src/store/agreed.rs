use std::collections::HashMap;

use contract::platform::offers::Offer;
use contract::{JourneyId, OfferId, Text};

use super::{Store, StoreError};

impl Store {
    /// Keeps an offer's figures as they are at the moment of choice, in place of earlier ones;
    /// nothing of a `session` that is over.
    pub async fn agree(
        &self,
        (borrower, session): (&str, &[u8]),
        journey: JourneyId,
        figures: &Offer,
        now: i64,
    ) -> Result<(), StoreError> {
        let text =
            serde_json::to_string(figures).map_err(|error| StoreError::Unfit(error.to_string()))?;
        sqlx::query(
            "INSERT INTO agreed (borrower, journey, offer, figures, agreed_at)
             SELECT ?1, ?2, ?3, ?4, ?5
             WHERE EXISTS (SELECT 1 FROM session WHERE id_hash = ?6)
             ON CONFLICT (borrower, journey, offer) DO UPDATE SET figures = ?4, agreed_at = ?5",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(figures.offer_id.to_string())
        .bind(text)
        .bind(now)
        .bind(session)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The figures that were agreed to for this offer, if they were kept.
    pub async fn agreed(
        &self,
        borrower: &str,
        journey: JourneyId,
        offer: OfferId,
    ) -> Result<Option<Offer>, StoreError> {
        let text: Option<String> = sqlx::query_scalar(
            "SELECT figures FROM agreed WHERE borrower = ?1 AND journey = ?2 AND offer = ?3",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(offer.to_string())
        .fetch_optional(&self.pool)
        .await?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
    }

    /// Keeps beside these figures how much of the offer the borrower takes, in rupees.
    pub async fn take(
        &self,
        borrower: &str,
        (journey, offer): (JourneyId, OfferId),
        amount: &str,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE agreed SET figures = json_set(figures, '$.takenAmount', ?4)
             WHERE borrower = ?1 AND journey = ?2 AND offer = ?3",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(offer.to_string())
        .bind(amount)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    pub async fn taken(
        &self,
        borrower: &str,
        (journey, offer): (JourneyId, OfferId),
    ) -> Result<Option<Text>, StoreError> {
        let taken: Option<Option<String>> = sqlx::query_scalar(
            "SELECT json_extract(figures, '$.takenAmount') FROM agreed
             WHERE borrower = ?1 AND journey = ?2 AND offer = ?3",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(offer.to_string())
        .fetch_optional(&self.pool)
        .await?;
        Ok(taken.flatten().map(Text::from))
    }

    /// The offer that was chosen last, as far as we know.
    pub async fn last_agreed(
        &self,
        borrower: &str,
        journey: JourneyId,
    ) -> Result<Option<OfferId>, StoreError> {
        let offer: Option<String> = sqlx::query_scalar(
            "SELECT offer FROM agreed WHERE borrower = ?1 AND journey = ?2
             ORDER BY agreed_at DESC LIMIT 1",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .fetch_optional(&self.pool)
        .await?;
        Ok(offer.and_then(|id| id.parse().ok()))
    }

    /// Whose offers this borrower has chosen, as far as we know.
    pub async fn lenders(&self, borrower: &str) -> Result<HashMap<OfferId, Text>, StoreError> {
        let rows: Vec<String> =
            sqlx::query_scalar("SELECT figures FROM agreed WHERE borrower = ?1")
                .bind(borrower)
                .fetch_all(&self.pool)
                .await?;
        let offers = rows
            .iter()
            .filter_map(|text| serde_json::from_str::<Offer>(text).ok());
        Ok(offers
            .map(|offer| (offer.offer_id, offer.lender_name))
            .collect())
    }

    /// What was kept of this offer is not what is being agreed to.
    pub async fn disagree(
        &self,
        borrower: &str,
        journey: JourneyId,
        offer: OfferId,
    ) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM agreed WHERE borrower = ?1 AND journey = ?2 AND offer = ?3")
            .bind(borrower)
            .bind(journey.to_string())
            .bind(offer.to_string())
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
