use std::collections::BTreeMap;

use axum::http::Method;
use serde::{Serialize, Serializer};

use super::{Fault, Random, RandomFaults, What};
use crate::clock::Moment;

/// A fault and how far it has come.
#[derive(Debug)]
struct Active {
    fault: Fault<String>,
    /// Calls that fitted.
    seen: u32,
    first_hit: Option<Moment>,
}

impl Active {
    fn new(fault: Fault<String>) -> Self {
        Self {
            fault,
            seen: 0,
            first_hit: None,
        }
    }

    /// What this call meets.
    fn meet(&mut self, now: Moment, method: &Method, path: &str) -> Option<What> {
        if !self.fault.fits(method, path) {
            return None;
        }
        if let (Some(first), Some(seconds)) = (self.first_hit, self.fault.seconds)
            && first.plus_millis(i64::from(seconds) * 1_000) <= now
        {
            return None;
        }
        let before = self.seen;
        self.seen = self.seen.saturating_add(1);
        let hit = before.checked_sub(self.fault.skip)?;
        if self.fault.times.is_some_and(|times| hit >= times) {
            return None;
        }
        self.first_hit.get_or_insert(now);
        Some(self.fault.what)
    }
}

/// Everything that goes wrong at the moment.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches that have nothing to do with each other"
)]
pub(crate) struct Faults {
    /// Every call to the platform is answered with 503.
    pub(crate) down: bool,
    /// Every call to the platform takes as long before it is done.
    pub(crate) slow_millis: u64,
    /// The mandate collects nothing: instalments that fall due are missed.
    pub(crate) bounce_mandate: bool,
    /// Everybody's consents and mandates are given in another app.
    pub(crate) app_switch: bool,
    /// Everybody comes back from providers by a form that is posted.
    pub(crate) return_by_post: bool,
    /// For everybody.
    list: Vec<Active>,
    random: Option<RandomFaults>,
    /// Of somebody's script.
    #[serde(skip)]
    persons: BTreeMap<&'static str, Vec<Active>>,
}

impl Serialize for Active {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fault.serialize(serializer)
    }
}

impl Faults {
    /// Other faults for everybody; each begins anew.
    pub(crate) fn set_list(&mut self, list: Vec<Fault<String>>) {
        self.list = list.into_iter().map(Active::new).collect();
    }

    pub(crate) fn set_random(&mut self, random: Option<Random>) {
        self.random = random.map(RandomFaults::new);
    }

    /// What a call meets: of the world, of chance, and of the person who asks.
    pub(crate) fn meet(
        &mut self,
        now: Moment,
        (method, path): (&Method, &str),
        who: &str,
        person: Option<(&'static str, &'static [Fault])>,
    ) -> Vec<What> {
        let mut met: Vec<What> = self
            .list
            .iter_mut()
            .filter_map(|active| active.meet(now, method, path))
            .collect();
        let chance = self.random.as_mut();
        met.extend(chance.and_then(|chance| chance.next(who, method.as_str(), path)));
        if let Some((id, script)) = person {
            let fault = |fault: &Fault| Active::new((*fault).into());
            let own = self
                .persons
                .entry(id)
                .or_insert_with(|| script.iter().map(fault).collect());
            met.extend(
                own.iter_mut()
                    .filter_map(|active| active.meet(now, method, path)),
            );
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(fault: Fault, calls: &[(i64, &str, &str)]) -> Vec<bool> {
        let mut active = Active::new(fault.into());
        calls
            .iter()
            .map(|(at, method, path)| {
                let method = Method::from_bytes(method.as_bytes()).unwrap();
                active.meet(Moment(*at), &method, path).is_some()
            })
            .collect()
    }

    #[test]
    fn a_fault_skips_then_hits_as_often_as_it_says() {
        let fault = Fault::on(What::Down, "/state").skip(1).times(2);
        let state = (0, "GET", "/journeys/1/state");
        let other = (0, "GET", "/journeys/1/offers");
        assert_eq!(
            met(fault, &[state, other, state, state, state]),
            [false, false, true, true, false]
        );
    }

    #[test]
    fn a_fault_lasts_from_the_first_call_it_hits() {
        let fault = Fault::all(What::Down).seconds(600);
        let at = |at| (at, "GET", "/journeys");
        assert_eq!(
            met(fault, &[at(5_000), at(604_999), at(605_000), at(1_000_000)]),
            [true, true, false, false]
        );
    }

    #[test]
    fn a_fault_may_hit_one_method_only() {
        let fault = Fault::all(What::LostAnswer).method("POST");
        assert_eq!(
            met(fault, &[(0, "GET", "/journeys"), (0, "POST", "/journeys")]),
            [false, true]
        );
    }
}
