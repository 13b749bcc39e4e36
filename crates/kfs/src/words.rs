//! Every word of a statement, one field each: a missing word does not compile.

pub mod english;
pub mod hindi;

use flow::Doubt;
use lending::{Date, IstDateTime, Tenor};

/// In which language a statement is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Hindi,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Hindi];

    /// BCP 47.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Hindi => "hi",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.tag() == tag)
    }

    /// `5 January 2027`.
    pub fn date(self, date: Date) -> String {
        match self {
            Self::English => english::date(date),
            Self::Hindi => hindi::date(date),
        }
    }

    /// `24 months`.
    pub fn tenor(self, tenor: Tenor) -> String {
        match self {
            Self::English => english::tenor(tenor),
            Self::Hindi => hindi::tenor(tenor),
        }
    }

    /// Day and time in India.
    pub fn moment(self, at: IstDateTime) -> String {
        fill(self.words().at_time, &[&self.date(at.date), &at.hh_mm()])
    }

    /// `Not given by the lender`.
    pub const fn not_given(self) -> &'static str {
        self.words().not_given
    }

    /// `As the lender wrote it`.
    pub const fn as_written(self) -> &'static str {
        self.words().as_written
    }

    /// `The lender did not say of what`.
    pub const fn of_what(self) -> &'static str {
        self.words().of_what
    }

    /// What leaving the loan early costs.
    pub const fn cooling_off_means(self) -> &'static str {
        self.words().cooling_off_means
    }

    /// `The lender wrote: …`.
    pub fn written(self, text: &str) -> String {
        fill(self.words().written, &[text])
    }

    /// Tells of figures that do not agree, without blaming anybody.
    pub fn doubt(self, doubt: Doubt) -> String {
        let words = self.words();
        let (sentence, one, other) = match doubt {
            Doubt::Apr { stated, reckoned } => {
                (words.doubt_apr, stated.to_string(), reckoned.to_string())
            }
            Doubt::Count { stated, listed } => {
                (words.doubt_count, listed.to_string(), stated.to_string())
            }
            Doubt::Fees { taken, listed } => (words.doubt_fees, listed.format(), taken.format()),
            Doubt::Interest { stated, reckoned } => {
                (words.doubt_interest, reckoned.format(), stated.format())
            }
            Doubt::Payments { stated, listed } => {
                (words.doubt_payments, listed.format(), stated.format())
            }
        };
        fill(sentence, &[&one, &other])
    }

    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::English => &english::WORDS,
            Self::Hindi => &hindi::WORDS,
        }
    }
}

/// A sentence with `{0}`, `{1}`, `{2}` filled in. What is put in is not looked into again: it may be
/// a lender's text.
pub fn fill(sentence: &str, parts: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let mut slots = ["0}", "1}", "2}"].iter().zip(parts);
        let found = slots.find_map(|(slot, part)| Some((*part, after.strip_prefix(slot)?)));
        let (part, after) = found.unwrap_or(("{", after));
        filled.push_str(part);
        rest = after;
    }
    filled + rest
}

/// Day, month and year, with the month's name.
fn date_of(date: Date, months: [&str; 12]) -> String {
    let month = usize::from(date.month()).wrapping_sub(1);
    let month = months.get(month).copied().unwrap_or_default();
    [
        &date.day().to_string(),
        " ",
        month,
        " ",
        &date.year().to_string(),
    ]
    .concat()
}

pub(crate) struct Words {
    pub(crate) title: &'static str,
    pub(crate) source: &'static str,
    pub(crate) counts: &'static str,
    pub(crate) valid: &'static str,
    pub(crate) not_given: &'static str,
    pub(crate) as_written: &'static str,
    pub(crate) of_what: &'static str,
    pub(crate) written: &'static str,
    pub(crate) not_known: &'static str,
    pub(crate) at_time: &'static str,

    pub(crate) in_short: &'static str,
    pub(crate) you_receive: &'static str,
    pub(crate) you_repay: &'static str,
    pub(crate) costs_you: &'static str,
    pub(crate) each_month: &'static str,
    pub(crate) if_late: &'static str,
    pub(crate) leave: &'static str,
    pub(crate) leave_for: &'static str,
    pub(crate) cost_unknown: &'static str,

    pub(crate) part_1: &'static str,
    pub(crate) proposal: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) personal_loan: &'static str,
    pub(crate) gold_loan: &'static str,
    pub(crate) principal: &'static str,
    pub(crate) disbursal: &'static str,
    pub(crate) disbursal_clause: &'static str,
    pub(crate) term: &'static str,
    pub(crate) instalment_type: &'static str,
    pub(crate) monthly: &'static str,
    pub(crate) not_monthly: &'static str,
    pub(crate) instalment_count: &'static str,
    pub(crate) instalment: &'static str,
    pub(crate) last: &'static str,
    pub(crate) first_due: &'static str,
    pub(crate) rate: &'static str,
    pub(crate) rate_type: &'static str,
    pub(crate) fixed: &'static str,
    pub(crate) floating: &'static str,
    pub(crate) hybrid: &'static str,
    pub(crate) floating_terms: &'static str,
    pub(crate) not_floating: &'static str,
    pub(crate) benchmark: &'static str,
    pub(crate) benchmark_rate: &'static str,
    pub(crate) spread: &'static str,
    pub(crate) final_rate: &'static str,
    pub(crate) reset_benchmark: &'static str,
    pub(crate) reset_spread: &'static str,
    pub(crate) impact_instalment: &'static str,
    pub(crate) impact_count: &'static str,
    pub(crate) fees: &'static str,
    pub(crate) fee: &'static str,
    pub(crate) fee_lender: &'static str,
    pub(crate) fee_third: &'static str,
    pub(crate) fee_often: &'static str,
    pub(crate) once: &'static str,
    pub(crate) processing: &'static str,
    pub(crate) insurance: &'static str,
    pub(crate) valuation: &'static str,
    pub(crate) application: &'static str,
    pub(crate) other_upfront: &'static str,
    pub(crate) other_charges: &'static str,
    pub(crate) apr: &'static str,
    pub(crate) late: &'static str,
    pub(crate) other_penal: &'static str,
    pub(crate) foreclosure: &'static str,
    pub(crate) switching: &'static str,
    pub(crate) other_contingent: &'static str,

    pub(crate) part_2: &'static str,
    pub(crate) recovery_clause: &'static str,
    pub(crate) grievance_clause: &'static str,
    pub(crate) officer: &'static str,
    pub(crate) officer_phone: &'static str,
    pub(crate) officer_email: &'static str,
    pub(crate) transfer: &'static str,
    pub(crate) originator: &'static str,
    pub(crate) partner: &'static str,
    pub(crate) blended: &'static str,
    pub(crate) cooling_off: &'static str,
    pub(crate) cooling_off_means: &'static str,
    pub(crate) agent: &'static str,

    pub(crate) annex_b: &'static str,
    pub(crate) unequal_count: &'static str,
    pub(crate) all_equal: &'static str,
    pub(crate) capitalised: &'static str,
    pub(crate) interest: &'static str,
    pub(crate) upfront: &'static str,
    pub(crate) upfront_lender: &'static str,
    pub(crate) upfront_third: &'static str,
    pub(crate) net: &'static str,
    pub(crate) repay: &'static str,
    pub(crate) due_dates: &'static str,
    pub(crate) from_to: &'static str,
    pub(crate) apr_method: &'static str,

    pub(crate) annex_c: &'static str,
    pub(crate) schedule: &'static str,
    pub(crate) number: &'static str,
    pub(crate) due: &'static str,
    pub(crate) outstanding: &'static str,
    pub(crate) principal_part: &'static str,
    pub(crate) interest_part: &'static str,
    pub(crate) payment: &'static str,
    pub(crate) total: &'static str,
    pub(crate) no_schedule: &'static str,
    pub(crate) no_balance: &'static str,

    pub(crate) doubt_apr: &'static str,
    pub(crate) doubt_count: &'static str,
    pub(crate) doubt_fees: &'static str,
    pub(crate) doubt_interest: &'static str,
    pub(crate) doubt_payments: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_terms_are_said_in_each_language() {
        let day = Date::new(2026, 10, 7).unwrap();
        assert_eq!(Language::English.date(day), "7 October 2026");
        assert_eq!(Language::Hindi.date(day), "7 अक्टूबर 2026");
        let at = IstDateTime::from_iso("2026-11-25T18:29:00Z").unwrap();
        assert_eq!(Language::English.moment(at), "25 November 2026, 23:59 IST");
        for (tenor, english, hindi) in [
            (Tenor::of_months(1), "1 month", "1 महीना"),
            (Tenor::of_months(24), "24 months", "24 महीने"),
            (Tenor::of_days(1), "1 day", "1 दिन"),
            (
                Tenor {
                    months: 1,
                    days: 15,
                },
                "1 month, 15 days",
                "1 महीना, 15 दिन",
            ),
        ] {
            assert_eq!(Language::English.tenor(tenor), english);
            assert_eq!(Language::Hindi.tenor(tenor), hindi);
        }
    }

    #[test]
    fn a_sentence_is_filled_once_and_in_any_order() {
        assert_eq!(fill("{1} for {0}", &["a", "b"]), "b for a");
        assert_eq!(fill("{0}, {1}", &["{1}", "{0}"]), "{1}, {0}");
        assert_eq!(fill("{2} {x} {", &["a"]), "{2} {x} {");
        assert_eq!(fill("{0} और {0}", &["क"]), "क और क");
    }

    #[test]
    fn a_tag_finds_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("mr"), None);
    }
}
