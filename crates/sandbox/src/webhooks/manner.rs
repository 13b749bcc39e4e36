//! Events that do not come as they should.

use contract::JourneyId;
use contract::platform::status::JourneyStatus;

use super::{Delivery, Fate, News, Outbox};
use crate::clock::Moment;
use crate::world::new_id;

/// What happens to somebody's events on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Each one so many seconds after it happened.
    Late(u32),
    /// Each one two times, with the same ID.
    Twice,
    /// Each second one overtakes the one before it.
    OutOfOrder,
    /// With each one comes another, for a journey that nobody knows.
    UnknownJourney,
    /// With each one comes another that ends the journey, and is not signed by the platform.
    BadlySigned,
}

/// How long an event waits to be overtaken.
const OVERTAKEN_WITHIN_MS: i64 = 10_000;
/// By how much it is overtaken.
const BEHIND_MS: i64 = 1_000;

impl Outbox {
    /// Tells of a change in the manner of the borrower's script.
    pub(crate) fn tell(&mut self, now: Moment, news: News, manner: Option<Manner>) {
        let mut event = self.write(now, news);
        match manner {
            None => {}
            Some(Manner::Late(seconds)) => {
                event.fate = Fate::Waits(now.plus_millis(i64::from(seconds) * 1_000));
            }
            Some(Manner::Twice) => self.post(event.clone()),
            Some(Manner::OutOfOrder) => self.overtake(now, &mut event),
            Some(Manner::UnknownJourney) => {
                let journey = JourneyId::from_bytes(new_id());
                let other = self.write(now, News { journey, ..news });
                self.post(other);
            }
            Some(Manner::BadlySigned) => {
                let forged = News {
                    status: JourneyStatus::Rejected,
                    next_action: None,
                    ..news
                };
                let forged = self.write(now, forged);
                self.post(Delivery {
                    badly_signed: true,
                    ..forged
                });
            }
        }
        self.post(event);
    }

    /// Lets those go that were held for this one; without any, holds this one.
    fn overtake(&mut self, now: Moment, event: &mut Delivery) {
        let mut overtaken = false;
        let held = self
            .deliveries
            .iter_mut()
            .filter(|known| known.held && known.journey == event.journey);
        for known in held {
            known.held = false;
            if matches!(known.fate, Fate::Waits(_)) {
                known.fate = Fate::Waits(now.plus_millis(BEHIND_MS));
                overtaken = true;
            }
        }
        if !overtaken {
            event.held = true;
            event.fate = Fate::Waits(now.plus_millis(OVERTAKEN_WITHIN_MS));
        }
    }
}
