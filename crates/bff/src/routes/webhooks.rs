use axum::body::Bytes;
use axum::extract::State;
use contract::platform::header::{WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP};
use contract::platform::webhook::{JOURNEY_SNAPSHOT, Snapshot};
use http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::clock::{now_ms, parse_ms};
use crate::crypto::webhook_signature_fits;
use crate::problem::AppError;
use crate::store::Delivery;

/// ASSUMPTION(G29): how far the sender's clock may be off.
const TOLERANCE_MS: i64 = 300_000;

/// ASSUMPTION(G29): the timestamp header may hold seconds, milliseconds or ISO 8601.
fn timestamp_ms(text: &str) -> Option<i64> {
    match text.parse::<i64>() {
        Ok(number) if number > 100_000_000_000 => Some(number),
        Ok(seconds) => seconds.checked_mul(1000),
        Err(_) => parse_ms(text),
    }
}

/// `POST /webhooks/platform`: signed, fresh, counted once; then the next reading starts anew.
/// The snapshot itself is only a hint.
pub async fn platform(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, AppError> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(timestamp), Some(signature)) = (text(WEBHOOK_TIMESTAMP), text(WEBHOOK_SIGNATURE))
    else {
        return Ok(StatusCode::UNAUTHORIZED);
    };
    let now = now_ms();
    let fresh = timestamp_ms(timestamp).is_some_and(|at| (now - at).abs() <= TOLERANCE_MS);
    let secrets = &app.config.platform.webhook_secrets;
    let signed = secrets
        .iter()
        .any(|secret| webhook_signature_fits(secret, timestamp, &body, signature));
    if !signed || !fresh {
        tracing::warn!(signed, fresh, "a webhook was refused");
        return Ok(StatusCode::UNAUTHORIZED);
    }
    let Ok(snapshot) = serde_json::from_slice::<Snapshot>(&body) else {
        return Ok(StatusCode::BAD_REQUEST);
    };
    if snapshot.event_type.as_str() != JOURNEY_SNAPSHOT {
        tracing::info!(
            kind = snapshot.event_type.as_str(),
            "a webhook of an unknown kind"
        );
        return Ok(StatusCode::OK);
    }
    let borrower = snapshot.borrower.borrower_external_id.as_str();
    let event = snapshot.event_id.as_str();
    if borrower.is_empty() || event.is_empty() {
        return Ok(StatusCode::BAD_REQUEST);
    }
    let taken = app
        .store
        .take_event(event, borrower, snapshot.sequence, now)
        .await?;
    if taken == Delivery::New {
        app.memories.forget(borrower);
    }
    tracing::info!(event, ?taken, "webhook");
    Ok(StatusCode::OK)
}

#[cfg(test)]
mod tests {
    use super::timestamp_ms;

    #[test]
    fn a_timestamp_is_read_in_each_of_its_three_forms() {
        assert_eq!(timestamp_ms("1772729300"), Some(1_772_729_300_000));
        assert_eq!(timestamp_ms("1772729300123"), Some(1_772_729_300_123));
        assert_eq!(
            timestamp_ms("2026-03-05T16:48:20.000Z"),
            Some(1_772_729_300_000)
        );
        assert_eq!(timestamp_ms("yesterday"), None);
        assert_eq!(timestamp_ms("9223372036854775807"), Some(i64::MAX));
    }
}
