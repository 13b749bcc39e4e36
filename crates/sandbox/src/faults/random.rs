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

/// The same seed and the same calls meet the same faults.
#[derive(Debug)]
pub(crate) struct RandomFaults {
    of: Random,
    chance: fastrand::Rng,
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
            chance: fastrand::Rng::with_seed(of.seed),
        }
    }

    pub(crate) fn next(&mut self) -> Option<What> {
        let hit = self.chance.u32(0..1_000) < self.of.per_mille;
        let kind = self.chance.usize(0..KINDS.len());
        hit.then(|| KINDS.get(kind).copied()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(seed: u64, per_mille: u32) -> Vec<Option<What>> {
        let mut faults = RandomFaults::new(Random { seed, per_mille });
        (0..1_000).map(|_| faults.next()).collect()
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
