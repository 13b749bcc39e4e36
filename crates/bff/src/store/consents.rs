use std::collections::{BTreeSet, HashMap};

use contract::app::{Consent, ConsentKind, Notice, Receipt, Standing};
use contract::{JourneyId, OfferId, Text};
use sqlx::Row as _;
use sqlx::sqlite::SqliteRow;

use super::{Store, StoreError};

/// Between the names of several lenders, where they are kept.
const BETWEEN: &str = "\n";

/// Who consents, for what, and by which request.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    pub borrower: &'a str,
    pub journey: JourneyId,
    pub offer: Option<OfferId>,
    /// The name of its lender.
    pub lender: Option<&'a str>,
    /// The figures of the statement that was read.
    pub figures: Option<&'a str>,
    /// The intent's key: sent again, it is the same consent.
    pub intent: &'a str,
    pub correlation: &'a str,
    pub now: i64,
}

/// A receipt, and what was read where that was kept.
#[derive(Debug)]
pub struct Kept {
    pub receipt: Receipt,
    pub notice: Option<Notice>,
    /// Of a Key Facts Statement: its figures, letter for letter.
    pub figures: Option<String>,
}

impl Store {
    /// Writes the receipts of consents and the texts that were read, all or none, before anything
    /// is done with them. Sent again, they are what they were: `false` when one of them has been
    /// withdrawn since.
    pub async fn record_consents(
        &self,
        given: &Given<'_>,
        consents: &[(Consent, &Notice)],
    ) -> Result<bool, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let mut stand = true;
        for (consent, notice) in consents {
            let text = serde_json::to_string(notice)
                .map_err(|error| StoreError::Unfit(error.to_string()))?;
            sqlx::query(
                "INSERT INTO consent_text (version, language, text) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
            )
            .bind(consent.text_version.as_str())
            .bind(consent.language.as_str())
            .bind(text)
            .execute(&mut *tx)
            .await?;
            sqlx::query(
                "INSERT INTO consent (borrower, journey, kind, text_version, language, correlation,
                                      given_at, intent, offer, lender, figures)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING",
            )
            .bind(given.borrower)
            .bind(given.journey.to_string())
            .bind(consent.kind.as_str())
            .bind(consent.text_version.as_str())
            .bind(consent.language.as_str())
            .bind(given.correlation)
            .bind(given.now)
            .bind(given.intent)
            .bind(given.offer.map(|offer| offer.to_string()))
            .bind(given.lender)
            .bind(given.figures)
            .execute(&mut *tx)
            .await?;
            let stands: bool = sqlx::query_scalar(
                "SELECT EXISTS (SELECT 1 FROM consent
                 WHERE borrower = ?1 AND journey = ?2 AND kind = ?3 AND offer IS ?4
                   AND withdrawn_at IS NULL)",
            )
            .bind(given.borrower)
            .bind(given.journey.to_string())
            .bind(consent.kind.as_str())
            .bind(given.offer.map(|offer| offer.to_string()))
            .fetch_one(&mut *tx)
            .await?;
            stand &= stands;
        }
        tx.commit().await?;
        Ok(stand)
    }

    /// How each consent that was ever given in this journey stands.
    pub async fn standing(
        &self,
        borrower: &str,
        journey: JourneyId,
    ) -> Result<Vec<Standing>, StoreError> {
        let rows = sqlx::query(
            "SELECT kind, offer, MAX(withdrawn_at IS NULL) FROM consent
             WHERE borrower = ?1 AND journey = ?2 GROUP BY kind, offer ORDER BY kind, offer",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .fetch_all(&self.pool)
        .await?;
        let standing = |row: SqliteRow| {
            Ok(Standing {
                kind: kind(&row, 0)?,
                offer_id: offer(&row, 1)?,
                given: row.try_get(2)?,
            })
        };
        rows.into_iter().map(standing).collect()
    }

    /// The same of every journey of this borrower.
    pub async fn standings(
        &self,
        borrower: &str,
    ) -> Result<HashMap<JourneyId, Vec<Standing>>, StoreError> {
        let journeys: Vec<String> =
            sqlx::query_scalar("SELECT DISTINCT journey FROM consent WHERE borrower = ?1")
                .bind(borrower)
                .fetch_all(&self.pool)
                .await?;
        let mut all = HashMap::new();
        for journey in journeys.iter().filter_map(|id| id.parse().ok()) {
            all.insert(journey, self.standing(borrower, journey).await?);
        }
        Ok(all)
    }

    /// Notes by name to whom an application was sent, beside those that were known before: in the
    /// receipts of the consents it was sent by, but for those that were taken back earlier.
    pub async fn sent_to(
        &self,
        borrower: &str,
        journey: JourneyId,
        lenders: &BTreeSet<String>,
    ) -> Result<(), StoreError> {
        let [bureau, sent] = ConsentKind::TO_SUBMIT;
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let known: Vec<String> = sqlx::query_scalar(
            "SELECT DISTINCT lender FROM consent WHERE borrower = ?1 AND journey = ?2
             AND kind IN (?3, ?4) AND lender IS NOT NULL",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(bureau.as_str())
        .bind(sent.as_str())
        .fetch_all(&mut *tx)
        .await?;
        let known = known.iter().flat_map(|names| names.split(BETWEEN));
        let all: BTreeSet<_> = known.chain(lenders.iter().map(String::as_str)).collect();
        let all: Vec<_> = all.into_iter().collect();
        sqlx::query(
            "UPDATE consent SET lender = ?5 WHERE borrower = ?1 AND journey = ?2
             AND kind IN (?3, ?4) AND lender IS NOT ?5
             AND (withdrawn_at IS NULL OR lender IS NULL)",
        )
        .bind(borrower)
        .bind(journey.to_string())
        .bind(bureau.as_str())
        .bind(sent.as_str())
        .bind(all.join(BETWEEN))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Every receipt of this borrower, newest first.
    pub async fn receipts(&self, borrower: &str) -> Result<Vec<Receipt>, StoreError> {
        let kept = self.kept(borrower, None).await?;
        Ok(kept.into_iter().map(|kept| kept.receipt).collect())
    }

    /// One of them.
    pub async fn receipt(&self, borrower: &str, id: i64) -> Result<Option<Kept>, StoreError> {
        Ok(self.kept(borrower, Some(id)).await?.pop())
    }

    async fn kept(&self, borrower: &str, id: Option<i64>) -> Result<Vec<Kept>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, kind, text_version, consent.language, journey, offer, given_at,
                    withdrawn_at, correlation, text, lender, figures
             FROM consent LEFT JOIN consent_text AS read
               ON read.version = text_version AND read.language = consent.language
             WHERE borrower = ?1 AND (?2 IS NULL OR id = ?2) ORDER BY id DESC",
        )
        .bind(borrower)
        .bind(id)
        .fetch_all(&self.pool)
        .await?;
        let kept: Result<Vec<_>, _> = rows.iter().map(kept).collect();
        Ok(kept?.into_iter().flatten().collect())
    }

    /// Takes back a consent, however often it was given; `false` when there is none of this
    /// number. One that was taken back before stays as it was, whatever was given since.
    pub async fn withdraw_consent(
        &self,
        borrower: &str,
        id: i64,
        now: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let row = sqlx::query(
            "SELECT journey, kind, offer, withdrawn_at FROM consent WHERE borrower = ?1 AND id = ?2",
        )
        .bind(borrower)
        .bind(id)
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else {
            return Ok(false);
        };
        let withdrawn_at: Option<i64> = row.try_get(3)?;
        if withdrawn_at.is_none() {
            let (journey, kind): (String, String) = (row.try_get(0)?, row.try_get(1)?);
            let offer: Option<String> = row.try_get(2)?;
            sqlx::query(
                "UPDATE consent SET withdrawn_at = ?5 WHERE borrower = ?1 AND journey = ?2
                 AND kind = ?3 AND offer IS ?4 AND withdrawn_at IS NULL",
            )
            .bind(borrower)
            .bind(journey)
            .bind(kind)
            .bind(offer)
            .bind(now)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}

/// `None` for a row that names no journey.
fn kept(row: &SqliteRow) -> Result<Option<Kept>, StoreError> {
    let id: i64 = row.try_get(0)?;
    let (version, language): (String, String) = (row.try_get(2)?, row.try_get(3)?);
    let journey: String = row.try_get(4)?;
    let correlation: String = row.try_get(8)?;
    let text: Option<String> = row.try_get(9)?;
    let lender: Option<String> = row.try_get(10)?;
    let notice: Option<Notice> = text.and_then(|text| serde_json::from_str(&text).ok());
    let Ok(journey_id) = journey.parse() else {
        return Ok(None);
    };
    let title = notice.as_ref().map(|notice| notice.title.clone());
    let receipt = Receipt {
        id: Text(id.to_string()),
        kind: kind(row, 1)?,
        text_version: Text(version),
        language: Text(language),
        title: title.unwrap_or_default(),
        journey_id,
        offer_id: offer(row, 5)?,
        lender: lender.map(|names| Text(names.replace(BETWEEN, ", "))),
        given_at: row.try_get(6)?,
        withdrawn_at: row.try_get(7)?,
        correlation_id: Text(correlation),
    };
    Ok(Some(Kept {
        receipt,
        notice,
        figures: row.try_get(11)?,
    }))
}

fn kind(row: &SqliteRow, at: usize) -> Result<ConsentKind, StoreError> {
    let word: String = row.try_get(at)?;
    Ok(ConsentKind::from_word(&word))
}

fn offer(row: &SqliteRow, at: usize) -> Result<Option<OfferId>, StoreError> {
    let id: Option<String> = row.try_get(at)?;
    Ok(id.and_then(|id| id.parse().ok()))
}
