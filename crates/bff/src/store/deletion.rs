use super::{Store, StoreError};

impl Store {
    /// Deletes everything of this borrower but the receipts of consents, which must outlive the
    /// loan. Every session of theirs ends with it.
    pub async fn forget_borrower(&self, borrower: &str) -> Result<(), StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        // What was accepted names its journey only; the others say whose that is.
        for statement in [
            "DELETE FROM accepted WHERE journey IN
               (SELECT journey FROM consent WHERE borrower = ?1
                UNION SELECT journey FROM agreed WHERE borrower = ?1
                UNION SELECT journey FROM handoff WHERE borrower = ?1
                UNION SELECT journey FROM session WHERE borrower = ?1 AND journey IS NOT NULL)",
            "DELETE FROM agreed WHERE borrower = ?1",
            "DELETE FROM handoff WHERE borrower = ?1",
            "DELETE FROM webhook_sequence WHERE borrower = ?1",
            // Their tokens go with them.
            "DELETE FROM session WHERE borrower = ?1",
        ] {
            sqlx::query(statement)
                .bind(borrower)
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        // The log still has the pages as they were. Somebody who reads just now keeps it a while.
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
