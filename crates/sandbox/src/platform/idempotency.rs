use std::collections::BTreeMap;

use super::call::{Call, Reply};
use super::refusal::Refusal;
use crate::clock::Moment;
use crate::text;

const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

/// ASSUMPTION(G4): the answers of the last 24 hours, by who asked what with which key.
#[derive(Debug, Default)]
pub(crate) struct Replays {
    kept: BTreeMap<Slot, Kept>,
    swept_at: Moment,
}

type Slot = (String, String, String, String);

#[derive(Debug)]
struct Kept {
    body: String,
    since: Moment,
    /// `None` while it is being worked on.
    reply: Option<Reply>,
}

#[derive(Debug)]
pub(crate) enum Seen {
    New,
    Before(Reply),
}

impl Replays {
    /// Takes the key for this call, or says how it was answered before.
    pub(crate) fn begin(
        &mut self,
        now: Moment,
        scope: String,
        call: &Call,
    ) -> Result<Seen, Refusal> {
        if self.swept_at.plus_millis(MINUTE_MS) <= now {
            self.swept_at = now;
            self.kept
                .retain(|_, kept| kept.since.plus_millis(DAY_MS) > now);
        }
        let slot = slot(scope, call, call.idempotency_key()?);
        let body = text::sha256(&call.body);
        if let Some(kept) = self.kept.get(&slot) {
            if kept.body != body {
                return Err(Refusal::precondition(
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key was used for another body.",
                ));
            }
            return match &kept.reply {
                None => Err(Refusal::still_working()),
                Some(reply) => Ok(Seen::Before(reply.again())),
            };
        }
        let kept = Kept {
            body,
            since: now,
            reply: None,
        };
        self.kept.insert(slot, kept);
        Ok(Seen::New)
    }

    /// Keeps an answer, unless it was about passing trouble: then the key is free again.
    pub(crate) fn keep(&mut self, now: Moment, scope: String, call: &Call, reply: &Reply) {
        let Some(key) = call.key.as_deref().filter(|_| call.is_write()) else {
            return;
        };
        let slot = slot(scope, call, key);
        if reply.passing {
            self.kept.remove(&slot);
        } else if let Some(kept) = self.kept.get_mut(&slot) {
            kept.since = now;
            kept.reply = Some(reply.clone());
        }
    }
}

fn slot(scope: String, call: &Call, key: &str) -> Slot {
    (
        scope,
        call.method.to_string(),
        call.path.clone(),
        key.to_owned(),
    )
}
