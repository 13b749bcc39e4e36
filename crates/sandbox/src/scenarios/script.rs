use contract::platform::status::{JourneyType, StepKey};
use lending::BasisPoints;

use super::{Outcome, Scenario, Twist};
use crate::faults::Fault;
use crate::lenders::{AaNeed, Letter, Manner, QUOTE_DAYS};

/// What happens to somebody, looked up by those to whom it matters. Nobody's script changes
/// nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Script(Option<&'static Scenario>);

/// How jewellery is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Appraisal {
    pub(crate) seconds: u32,
    pub(crate) told_every: u32,
    /// Per cent of what the borrower said.
    pub(crate) worth: u32,
}

impl Script {
    /// Nothing particular happens.
    pub(crate) const NONE: Self = Self(None);

    pub(crate) const fn of(scenario: &'static Scenario) -> Self {
        Self(Some(scenario))
    }

    fn twists(self) -> &'static [Twist] {
        self.0.map_or(&[], |scenario| scenario.twists)
    }

    fn find<T>(self, pick: impl FnMut(&'static Twist) -> Option<T>) -> Option<T> {
        self.twists().iter().find_map(pick)
    }

    fn has(self, is: impl FnMut(&&Twist) -> bool) -> bool {
        self.twists().iter().find(is).is_some()
    }

    /// Who is asked for a loan of that kind, if the script says so.
    pub(crate) fn lenders(self, kind: JourneyType) -> Option<&'static [Letter]> {
        self.0
            .filter(|scenario| scenario.loan == kind)
            .map(|scenario| scenario.lenders)
    }

    /// Of the attempt at a step with this number, from 0.
    pub(crate) fn outcome(self, key: StepKey, attempt: usize) -> Outcome {
        self.find(|twist| match twist {
            Twist::Step(known, outcomes) if *known == key => Some(*outcomes),
            _ => None,
        })
        .and_then(|outcomes| outcomes.get(attempt).copied())
        .unwrap_or_default()
    }

    /// Of the consent with this number, from 0.
    pub(crate) fn consent(self, attempt: usize) -> Outcome {
        self.find(|twist| match twist {
            Twist::Consent(outcomes) => Some(*outcomes),
            _ => None,
        })
        .and_then(|outcomes| outcomes.get(attempt).copied())
        .unwrap_or_default()
    }

    pub(crate) fn manner(self, letter: Letter) -> Manner {
        self.find(|twist| match twist {
            Twist::Answers(known, manner) if *known == letter => Some(*manner),
            _ => None,
        })
        .unwrap_or(letter.lender().manner)
    }

    pub(crate) fn late(self, letter: Letter) -> Option<u32> {
        self.find(|twist| match twist {
            Twist::Late(known, seconds) if *known == letter => Some(*seconds),
            _ => None,
        })
    }

    pub(crate) fn aa(self, letter: Letter) -> AaNeed {
        self.find(|twist| match twist {
            Twist::Wants(known, need) if *known == letter => Some(*need),
            _ => None,
        })
        .unwrap_or(letter.lender().aa)
    }

    pub(crate) fn quote_days(self, letter: Letter) -> u32 {
        self.find(|twist| match twist {
            Twist::QuoteDays(known, days) if *known == letter => Some(*days),
            _ => None,
        })
        .unwrap_or(QUOTE_DAYS)
    }

    pub(crate) fn requote(self) -> Option<BasisPoints> {
        self.find(|twist| match twist {
            Twist::Requote(rate) => Some(*rate),
            _ => None,
        })
    }

    pub(crate) fn appraisal(self) -> Option<Appraisal> {
        self.find(|twist| match twist {
            Twist::Appraisal {
                seconds,
                told_every,
                worth,
            } => Some(Appraisal {
                seconds: *seconds,
                told_every: *told_every,
                worth: *worth,
            }),
            _ => None,
        })
    }

    /// Seconds after the lender has said yes.
    pub(crate) fn pays_after(self) -> Option<u32> {
        self.find(|twist| match twist {
            Twist::PaysAfter(seconds) => Some(*seconds),
            _ => None,
        })
    }

    /// Seconds after its start.
    pub(crate) fn closes_after(self) -> Option<u32> {
        self.find(|twist| match twist {
            Twist::Closes(seconds) => Some(*seconds),
            _ => None,
        })
    }

    /// Seconds that a step stands there with a form that nobody can submit.
    pub(crate) fn form_at(self, key: StepKey) -> Option<u32> {
        self.find(|twist| match twist {
            Twist::FormAt(known, seconds) if *known == key => Some(*seconds),
            _ => None,
        })
    }

    /// Seconds that each step takes which the lender does itself.
    pub(crate) fn one_redirection(self) -> Option<u32> {
        self.find(|twist| match twist {
            Twist::OneRedirection(seconds) => Some(*seconds),
            _ => None,
        })
    }

    pub(crate) fn returns_by_post(self) -> bool {
        self.has(|twist| matches!(twist, Twist::ReturnsByPost))
    }

    pub(crate) fn switches_app(self) -> bool {
        self.has(|twist| matches!(twist, Twist::AppSwitch))
    }

    pub(crate) fn clock_seconds(self) -> i32 {
        self.find(|twist| match twist {
            Twist::Clock(seconds) => Some(*seconds),
            _ => None,
        })
        .unwrap_or_default()
    }

    pub(crate) fn faults(self) -> &'static [Fault] {
        self.find(|twist| match twist {
            Twist::Faults(faults) => Some(*faults),
            _ => None,
        })
        .unwrap_or(&[])
    }

    pub(crate) fn webhooks(self) -> Option<crate::webhooks::Manner> {
        self.find(|twist| match twist {
            Twist::Webhooks(manner) => Some(*manner),
            _ => None,
        })
    }
}
