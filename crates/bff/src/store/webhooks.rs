use super::{Store, StoreError};

/// What became of a webhook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Newer than all before it.
    New,
    /// This very event was here before.
    Duplicate,
    /// A newer one was here before.
    Stale,
}

impl Store {
    /// Takes an event: its ID counts once, and only a growing sequence is news. One transaction.
    pub async fn take_event(
        &self,
        event_id: &str,
        borrower: &str,
        sequence: i64,
        now: i64,
    ) -> Result<Delivery, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let first = sqlx::query(
            "INSERT INTO webhook_event (event_id, received_at) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )
        .bind(event_id)
        .bind(now)
        .execute(&mut *tx)
        .await?;
        if first.rows_affected() == 0 {
            return Ok(Delivery::Duplicate);
        }
        let newer = sqlx::query(
            "INSERT INTO webhook_sequence (borrower, sequence) VALUES (?1, ?2)
             ON CONFLICT (borrower) DO UPDATE SET sequence = ?2 WHERE webhook_sequence.sequence < ?2",
        )
        .bind(borrower)
        .bind(sequence)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(if newer.rows_affected() == 1 {
            Delivery::New
        } else {
            Delivery::Stale
        })
    }
}
