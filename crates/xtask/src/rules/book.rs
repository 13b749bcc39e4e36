//! The rules as data.

use std::{collections::BTreeSet, fmt};

use serde::Deserialize;
use toml::value::Datetime;

/// `docs/lending-rules.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    #[serde(rename = "instrument")]
    pub(super) instruments: Vec<Instrument>,
    #[serde(rename = "rule")]
    pub(super) rules: Vec<Rule>,
    #[serde(rename = "elsewhere")]
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// A law, a direction, a standard.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Instrument {
    pub(super) id: String,
    pub(super) name: String,
    /// As its issuer counts.
    pub(super) number: Option<String>,
    pub(super) link: String,
}

/// What the app has to do, by which paragraph, and how we know that it does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: String,
    /// In our words.
    pub(super) text: String,
    pub(super) instrument: String,
    pub(super) paragraph: String,
    pub(super) in_force: Datetime,
    pub(super) read: Read,
    /// Where a borrower meets it.
    pub(super) screen: String,
    /// `path/from/root.rs::name`
    pub(super) tests: Vec<String>,
}

/// A duty of the same instruments that no screen can keep.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    pub(super) text: String,
    pub(super) instrument: String,
    pub(super) paragraph: String,
    pub(super) kept_by: String,
}

/// Whose words we read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Read {
    /// The instrument's own.
    Primary,
    /// Others' who quote or sum it up.
    Secondary,
}

impl fmt::Display for Read {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Primary => "the text",
            Self::Secondary => "quotations",
        })
    }
}

impl Book {
    pub(super) fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.instruments.iter().find(|known| known.id == id)
    }

    /// The list as such; whether tests exist is not looked at here.
    pub(super) fn flaws(&self) -> Vec<String> {
        let mut flaws = Vec::new();
        let mut ids = BTreeSet::new();
        for rule in &self.rules {
            if !ids.insert(&rule.id) {
                flaws.push(format!("{}: there are two", rule.id));
            }
            if rule.tests.is_empty() {
                flaws.push(format!("{}: no test", rule.id));
            }
            if rule.in_force.date.is_none() {
                flaws.push(format!("{}: in_force is no date", rule.id));
            }
            let said = [&rule.text, &rule.paragraph, &rule.screen];
            if said.iter().any(|text| text.trim().is_empty()) {
                flaws.push(format!("{}: text, paragraph or screen is empty", rule.id));
            }
        }
        let cited = self.rules.iter().map(|rule| &rule.instrument);
        for id in cited.chain(self.elsewhere.iter().map(|duty| &duty.instrument)) {
            if self.instrument(id).is_none() {
                flaws.push(format!("no instrument {id}"));
            }
        }
        for instrument in &self.instruments {
            if !instrument.link.starts_with("https://") {
                flaws.push(format!("{}: the link is no https address", instrument.id));
            }
        }
        flaws
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaws(rules: &str) -> Vec<String> {
        let text = format!(
            "elsewhere = []\n\
             [[instrument]]\nid = 'kfs'\nname = 'KFS'\nlink = 'https://rbi.example'\n{rules}"
        );
        toml::from_str::<Book>(&text).unwrap().flaws()
    }

    fn rule(id: &str, instrument: &str, tests: &str) -> String {
        format!(
            "[[rule]]\nid = '{id}'\ntext = 't'\ninstrument = '{instrument}'\nparagraph = '1'\n\
             in_force = 2025-01-01\nread = 'secondary'\nscreen = 's'\ntests = {tests}\n"
        )
    }

    #[test]
    fn a_rule_without_a_test_is_a_flaw() {
        assert_eq!(flaws(&rule("a", "kfs", "['x.rs::y']")), [""; 0]);
        assert_eq!(flaws(&rule("a", "kfs", "[]")), ["a: no test"]);
    }

    #[test]
    fn rules_have_names_of_their_own_and_cite_what_is_listed() {
        let two = [rule("a", "kfs", "['x']"), rule("a", "kfs", "['x']")].concat();
        assert_eq!(flaws(&two), ["a: there are two"]);
        assert_eq!(flaws(&rule("a", "law", "['x']")), ["no instrument law"]);
    }
}
