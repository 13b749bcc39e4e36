//! `journey.snapshot`: written when something changed, signed and delivered until it is taken.

mod manner;
mod sender;

use aws_lc_rs::hmac;
use contract::platform::status::{JourneyStatus, NextAction};
use contract::platform::webhook::{
    Issuer, JOURNEY_SNAPSHOT, Snapshot, SnapshotBorrower, SnapshotJourney,
};
use contract::{JourneyId, Text};
use serde_json::{Value, json};

use crate::clock::{Moment, real_millis};
use crate::engine::journey::Journey;
use crate::engine::state;
use crate::text;
pub(crate) use manner::Manner;
pub(crate) use sender::run;

pub(crate) const TENANT: &str = "5b1d8f0e-8a51-4c0e-9a6e-1f2f3a4b5c6d";
pub(crate) const APPLICATION: &str = "c7a1f7de-31a4-4a7b-8d39-6d0b7a5e9f10";

/// ASSUMPTION(G29): when a delivery that failed is tried again.
const RETRY_SECONDS: [i64; 7] = [10, 60, 300, 1_800, 7_200, 21_600, 86_400];

const KEPT: usize = 1_000;

/// Lower-case hex of HMAC-SHA256(secret, timestamp + "." + raw body).
pub fn signature(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
    let mut context = hmac::Context::with_key(&key);
    context.update(timestamp.as_bytes());
    context.update(b".");
    context.update(body);
    text::hex(context.sign().as_ref())
}

/// Every event, delivered or not.
#[derive(Debug, Default)]
pub(crate) struct Outbox {
    deliveries: Vec<Delivery>,
    sequence: i64,
    counted: u64,
    news: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    /// Of this delivery; an event may have two.
    number: u64,
    journey: JourneyId,
    pub(crate) event_id: String,
    pub(crate) body: String,
    trigger: &'static str,
    sequence: i64,
    tries: usize,
    fate: Fate,
    /// Signed with another secret.
    badly_signed: bool,
    /// Waits for a newer one to overtake it.
    held: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// To be sent at this moment or later.
    Waits(Moment),
    OnItsWay,
    Delivered,
    GivenUp,
}

/// What an event says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct News<'a> {
    pub(crate) trigger: &'static str,
    pub(crate) external_id: &'a str,
    pub(crate) journey: JourneyId,
    pub(crate) status: JourneyStatus,
    pub(crate) next_action: Option<NextAction>,
}

impl<'a> News<'a> {
    pub(crate) fn of(trigger: &'static str, external_id: &'a str, journey: &Journey) -> Self {
        let (status, next_action) = state::state(journey);
        Self {
            trigger,
            external_id,
            journey: journey.id,
            status,
            next_action,
        }
    }
}

impl Outbox {
    /// Real time counts the sequence, so that it grows across restarts and changed clocks.
    fn write(&mut self, now: Moment, news: News) -> Delivery {
        self.sequence = real_millis().0.max(self.sequence + 1);
        let event_id = format!("evt_{}", text::short());
        let snapshot = Snapshot {
            schema_version: "1.0.0".into(),
            event_type: JOURNEY_SNAPSHOT.into(),
            event_id: event_id.as_str().into(),
            event_at: Some(now.to_string()),
            snapshot_generated_at: Some(now.to_string()),
            sequence: self.sequence,
            issuer: Some(Issuer {
                source: Some("credit-api".into()),
                trigger: Some(news.trigger.into()),
            }),
            tenant_id: Some(TENANT.into()),
            application_id: Some(APPLICATION.into()),
            borrower: SnapshotBorrower {
                borrower_external_id: Text::from(news.external_id),
                journeys: vec![SnapshotJourney {
                    journey_id: news.journey,
                    status: news.status,
                    next_action: news.next_action,
                }],
                journey: None,
            },
        };
        Delivery {
            number: 0,
            journey: news.journey,
            event_id,
            body: serde_json::to_string(&snapshot).unwrap_or_default(),
            trigger: news.trigger,
            sequence: self.sequence,
            tries: 0,
            fate: Fate::Waits(now),
            badly_signed: false,
            held: false,
        }
    }

    fn post(&mut self, mut delivery: Delivery) {
        if self.deliveries.len() >= KEPT {
            self.deliveries.drain(..KEPT / 2);
        }
        self.counted += 1;
        delivery.number = self.counted;
        self.deliveries.push(delivery);
        self.news = true;
    }

    /// Whether something was written since the last time.
    pub(crate) fn has_news(&mut self) -> bool {
        std::mem::take(&mut self.news)
    }

    /// What is to be sent now, oldest first.
    pub(crate) fn take_due(&mut self, now: Moment) -> Vec<Delivery> {
        let due = |delivery: &&mut Delivery| matches!(delivery.fate, Fate::Waits(at) if at <= now);
        self.deliveries
            .iter_mut()
            .filter(due)
            .map(|delivery| {
                delivery.fate = Fate::OnItsWay;
                delivery.tries += 1;
                delivery.clone()
            })
            .collect()
    }

    pub(crate) fn settle(&mut self, sent: &Delivery, delivered: bool, now: Moment) {
        let found = self
            .deliveries
            .iter_mut()
            .find(|delivery| delivery.number == sent.number);
        if let Some(delivery) = found {
            delivery.fate = match RETRY_SECONDS.get(delivery.tries.saturating_sub(1)) {
                _ if delivered => Fate::Delivered,
                // It will never be taken.
                _ if delivery.badly_signed => Fate::GivenUp,
                Some(wait) => Fate::Waits(now.plus_millis(wait * 1_000)),
                None => Fate::GivenUp,
            };
        }
    }

    /// Newest first, for the console and tests.
    pub(crate) fn list(&self) -> Value {
        let row = |delivery: &Delivery| {
            let (fate, next_try) = match delivery.fate {
                Fate::Waits(at) => ("WAITING", Some(at.to_string())),
                Fate::OnItsWay => ("SENDING", None),
                Fate::Delivered => ("DELIVERED", None),
                Fate::GivenUp => ("GIVEN_UP", None),
            };
            json!({
                "eventID": delivery.event_id,
                "trigger": delivery.trigger,
                "sequence": delivery.sequence,
                "tries": delivery.tries,
                "state": fate,
                "nextTry": next_try,
                "journeyID": delivery.journey,
                "badlySigned": delivery.badly_signed,
                "snapshot": serde_json::from_str::<Value>(&delivery.body).unwrap_or_default(),
            })
        };
        self.deliveries.iter().rev().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::BorrowerId;
    use contract::platform::status::JourneyType;

    #[test]
    fn the_signature_is_the_documented_one() {
        // echo -n '1700000000.{"a":1}' | openssl dgst -sha256 -hmac secret
        assert_eq!(
            signature("secret", "1700000000", br#"{"a":1}"#),
            "49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686"
        );
    }

    #[test]
    fn a_delivery_that_fails_is_tried_again_with_growing_waits_and_then_given_up() {
        let mut outbox = Outbox::default();
        let mut now = Moment(0);
        let journey = Journey::new(
            JourneyId::from_bytes([1; 16]),
            BorrowerId::from_bytes([2; 16]),
            JourneyType::PersonalLoan,
            now,
        );
        outbox.tell(now, News::of("test", "asha", &journey), None);
        let mut ids = Vec::new();
        for wait in RETRY_SECONDS {
            let due = outbox.take_due(now);
            assert_eq!(due.len(), 1);
            ids.push(due[0].event_id.clone());
            assert!(outbox.take_due(now).is_empty(), "one at a time");
            outbox.settle(&due[0], false, now);
            now = now.plus_millis(wait * 1_000);
            assert!(outbox.take_due(now.plus_millis(-1)).is_empty());
        }
        let last = outbox.take_due(now);
        outbox.settle(&last[0], false, now);
        assert!(ids.iter().all(|id| *id == last[0].event_id));
        assert!(outbox.take_due(Moment(i64::MAX)).is_empty());
    }
}
