use lending::{Date, Tenor};

use super::{Words, date_of};

/// `5 January 2027`.
pub fn date(date: Date) -> String {
    date_of(date, MONTHS)
}

/// `24 months`, `3 days`, `1 month, 15 days`.
pub fn tenor(tenor: Tenor) -> String {
    let months = || counted(tenor.months, "month", "months");
    let days = || counted(tenor.days, "day", "days");
    match (tenor.months, tenor.days) {
        (0, _) => days(),
        (_, 0) => months(),
        _ => [&months(), ", ", &days()].concat(),
    }
}

/// Where a lender gave nothing.
pub const NOT_GIVEN: &str = "Not given by the lender";

/// Beside what the lender wrote in place of a figure.
pub const AS_WRITTEN: &str = "As the lender wrote it";

/// Beside a charge that is a percentage.
pub const OF_WHAT: &str = "The lender did not say of what";

/// What leaving the loan early costs, in the same words before the choice, on the statement and
/// once the money is there.
pub const COOLING_OFF_MEANS: &str = "In the cooling-off period you can give the loan back without a penalty. You pay the loan amount and its yearly cost (APR) for the days you had it. The lender may keep a one-time processing fee, but only if its Key Facts Statement says so.";

/// Beside a figure that the lender spelled in its own way.
pub const WRITTEN: &str = "The lender wrote: {0}";

/// Where a figure of ours would stand, and those of the lender do not allow it.
pub const NOT_KNOWN: &str = "Cannot be worked out from the lender's figures";

/// Date and time of day.
pub const AT_TIME: &str = "{0}, {1} IST";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn counted(count: u32, one: &str, many: &str) -> String {
    let unit = if count == 1 { one } else { many };
    [count.to_string().as_str(), " ", unit].concat()
}

pub(super) const WORDS: Words = Words {
    title: "Key Facts Statement",
    source: "Every figure is the lender's, as the lending platform passed it on. Sums, differences, how often you pay and what is owed before each payment are worked out here, from these figures.",
    counts: "The lender's own Key Facts Statement counts. If it says anything else, ask the lender before you sign.",
    valid: "The lender holds to these figures until {0}.",
    not_given: NOT_GIVEN,
    as_written: AS_WRITTEN,
    of_what: OF_WHAT,
    written: WRITTEN,
    not_known: NOT_KNOWN,
    at_time: AT_TIME,

    in_short: "In short",
    you_receive: "You receive",
    you_repay: "You repay",
    costs_you: "It costs you",
    each_month: "Each month",
    if_late: "Penal charges if late",
    leave: "Leave without penalty",
    leave_for: "{0} after the money is paid out",
    cost_unknown: "What this loan costs is not known. The lender gave no figure that can be read for: {0}. Ask the lender before you choose.",

    part_1: "Annex A, part 1: interest, fees and charges",
    proposal: "Loan proposal or account number",
    kind: "Type of loan",
    personal_loan: "Personal loan",
    gold_loan: "Loan against gold",
    principal: "Sanctioned loan amount",
    disbursal: "Paid out in stages or all at once",
    disbursal_clause: "If in stages: the clause of the agreement",
    term: "Loan term",
    instalment_type: "Type of instalments",
    monthly: "Monthly",
    not_monthly: "Not monthly: each date is in the repayment schedule",
    instalment_count: "Number of instalments",
    instalment: "Amount of each instalment",
    last: "Last payment in the schedule",
    first_due: "First instalment due",
    rate: "Interest rate a year",
    rate_type: "Type of interest rate",
    fixed: "Fixed",
    floating: "Floating: it can change",
    hybrid: "Hybrid: fixed at first, then floating",
    floating_terms: "Details of a floating rate",
    not_floating: "Does not apply: the rate is fixed",
    benchmark: "Floating rate: reference benchmark",
    benchmark_rate: "Floating rate: benchmark rate (B)",
    spread: "Floating rate: spread (S)",
    final_rate: "Floating rate: final rate, B and S together (R)",
    reset_benchmark: "Floating rate: benchmark is reset every (months)",
    reset_spread: "Floating rate: spread is reset every (months)",
    impact_instalment: "If the rate changes by 0.25 points: each instalment becomes",
    impact_count: "If the rate changes by 0.25 points: number of instalments becomes",
    fees: "8. Fees and charges at the start",
    fee: "Fee or charge",
    fee_lender: "To the lender (A)",
    fee_third: "To a third party through the lender (B)",
    fee_often: "One-time or recurring",
    once: "One-time, taken from the loan amount",
    processing: "(i) Processing fee",
    insurance: "(ii) Insurance charges",
    valuation: "(iii) Valuation fee",
    application: "(iv) Application fee",
    other_upfront: "(iv) Other charges at the start",
    other_charges: "(iv) Any other charges",
    apr: "Annual percentage rate (APR)",
    late: "Penal charges for delayed payment",
    other_penal: "Other penal charges",
    foreclosure: "Charges for closing the loan early",
    switching: "Charges for changing between fixed and floating rate",
    other_contingent: "Any other charges that may arise",

    part_2: "Annex A, part 2: other things to know",
    recovery_clause: "Clause of the agreement on recovery agents",
    grievance_clause: "Clause of the agreement on complaints",
    officer: "Nodal grievance redressal officer",
    officer_phone: "Phone number of the officer",
    officer_email: "Email of the officer",
    transfer: "Whether the loan may be passed on to other lenders or securitised",
    originator: "Lent together with others: first lender and its share",
    partner: "Lent together with others: partner lender and its share",
    blended: "Lent together with others: blended interest rate",
    cooling_off: "Cooling-off period",
    cooling_off_means: COOLING_OFF_MEANS,
    agent: "Company that may contact you to recover the loan",

    annex_b: "Annex B: how the APR is worked out",
    unequal_count: "Number of instalments that are not equal",
    all_equal: "None: all are equal, but for rounding in the last",
    capitalised: "Number of instalments of capitalised interest",
    interest: "Total interest over the whole term",
    upfront: "Fees and charges kept back",
    upfront_lender: "Of these, to the lender",
    upfront_third: "Of these, to third parties through the lender",
    net: "Net amount paid out to you (1 less 6)",
    repay: "Total you repay (1 and 5)",
    due_dates: "Due dates of instalments and interest",
    from_to: "{0} to {1}; each date is in the repayment schedule",
    apr_method: "The APR is the yearly rate at which all payments together are worth the net amount paid out. It has the fees in it, and is worked out on the balance as it falls.",

    annex_c: "Annex C: repayment schedule",
    schedule: "All payments",
    number: "No.",
    due: "Due",
    outstanding: "Principal owed before it",
    principal_part: "Principal",
    interest_part: "Interest",
    payment: "Instalment",
    total: "Total",
    no_schedule: "The lender did not give the payments one by one.",
    no_balance: "The payments as given do not add up to the loan amount, so we do not work out what is owed before each.",

    doubt_apr: "This APR, {0}, is the lender's figure. From the payments and the amount paid out we work out {1}. Lenders count fees, taxes and days in different ways; ask the lender if you want to know why.",
    doubt_count: "The schedule has {0} payments. The number that the lender gives is {1}.",
    doubt_fees: "The fees listed add up to {0}. Between loan amount and amount paid out the difference is {1}.",
    doubt_interest: "Loan amount and interest add up to {0}. The total that the lender gives is {1}.",
    doubt_payments: "The payments listed add up to {0}. The total that the lender gives is {1}.",
};
