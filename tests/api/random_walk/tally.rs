use std::collections::{BTreeMap, BTreeSet};

/// What was met.
#[derive(Debug, Default)]
pub struct Tally {
    pub steps: usize,
    pub troubles: usize,
    pub kills: usize,
    pub states: BTreeSet<String>,
    pub ends: BTreeMap<String, usize>,
}

impl Tally {
    pub fn add(&mut self, other: &Self) {
        self.steps += other.steps;
        self.troubles += other.troubles;
        self.kills += other.kills;
        self.states.extend(other.states.iter().cloned());
        for (end, count) in &other.ends {
            *self.ends.entry(end.clone()).or_default() += count;
        }
    }
}
