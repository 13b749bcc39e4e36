use std::collections::HashMap;

use serde::{Deserialize, Serialize, Serializer};

use super::What;

/// Faults by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Random {
    seed: u64,
    /// Of a thousand calls.
    per_mille: u32,
}

/// The same seed and the same calls of one person meet the same faults, however the calls of
/// several come together, and whatever IDs they are about.
#[derive(Debug)]
pub(crate) struct RandomFaults {
    of: Random,
    /// How many such calls have been.
    seen: HashMap<u64, u64>,
}

impl Serialize for RandomFaults {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.of.serialize(serializer)
    }
}

const KINDS: [What; 7] = [
    What::Down,
    What::RateLimited {
        retry_after: Some(1),
    },
    What::LostAnswer,
    What::BrokenJson,
    What::Html { status: 200 },
    What::Html { status: 502 },
    What::Slow { millis: 50 },
];

impl RandomFaults {
    pub(crate) fn new(of: Random) -> Self {
        Self {
            of,
            seen: HashMap::new(),
        }
    }

    /// What the next such call of this person meets.
    pub(crate) fn next(&mut self, person: &str, method: &str, path: &str) -> Option<What> {
        let call = hash(&format!("{person} {method} {}", template(path)));
        let nth = self.seen.entry(call).or_default();
        *nth += 1;
        let seed = hash(&format!("{} {call} {nth}", self.of.seed));
        let mut chance = fastrand::Rng::with_seed(seed);
        let hit = chance.u32(0..1_000) < self.of.per_mille;
        let kind = chance.usize(0..KINDS.len());
        hit.then(|| KINDS.get(kind).copied()).flatten()
    }
}

/// FNV-1a: the same in every build, which the standard library does not promise of its own.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// Without IDs, which are others every time.
fn template(path: &str) -> String {
    let hide = |part| match uuid::Uuid::try_parse(part) {
        Ok(_) => "{id}",
        Err(_) => part,
    };
    path.split('/').map(hide).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(seed: u64, per_mille: u32) -> Vec<Option<What>> {
        let mut faults = RandomFaults::new(Random { seed, per_mille });
        (0..1_000)
            .map(|_| faults.next("asha", "GET", "/journeys"))
            .collect()
    }

    #[test]
    fn what_others_do_meanwhile_changes_nothing() {
        let random = Random {
            seed: 7,
            per_mille: 500,
        };
        let path = |id: u8| format!("/journeys/9f1c2d3e-0011-4a5b-8c7d-0123456789a{id}/state");
        let (mut alone, mut among) = (RandomFaults::new(random), RandomFaults::new(random));
        for _ in 0..200 {
            among.next("vikram", "GET", &path(1));
            among.next("asha", "POST", &path(1));
            let met = alone.next("asha", "GET", &path(1));
            assert_eq!(among.next("asha", "GET", &path(2)), met);
            among.next("asha", "GET", "/journeys");
        }
    }

    #[test]
    fn the_same_seed_draws_the_same_faults() {
        assert_eq!(drawn(7, 200), drawn(7, 200));
        assert_ne!(drawn(7, 200), drawn(8, 200));
        assert!(drawn(7, 0).iter().all(Option::is_none));
        assert!(drawn(7, 1_000).iter().all(Option::is_some));
        let some = drawn(7, 1_000);
        assert!(KINDS.iter().all(|kind| some.contains(&Some(*kind))));
    }
}
